"""A second look at the scope of claims: what one report takes for the event's count, others may know better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from variorum.model import Claim, Lineage, Number

DISTINCT = 100
"""From here on, unrelated reports that state one number of one kind mean one thing; small numbers coincide."""


def background_elsewhere(claims: Iterable[Claim], lineage: Lineage) -> dict[str, str]:
    """Claim id → why it is background: the text its article was made from says so, or more origins say so than not."""
    by_number: dict[tuple[str, Number | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_number[claim.kind, claim.value.number].append(claim)
    sources = _sources(lineage)
    origin = {a: o.id for o in lineage.origins for a in o.articles}
    found: dict[str, str] = {}
    for (_, number), same in by_number.items():
        scopes = {c.scope for c in same}
        if number is not None and scopes == {"event", "background"}:
            told = [c for c in same if not _coincides(c, same, lineage)]
            found.update({c.id: why for c in told if c.scope == "event" and (why := _why(c, same, sources, origin))})
    return found


def _coincides(claim: Claim, same: list[Claim], lineage: Lineage) -> bool:
    """A small number that the source has for something else, in a passage that this one was not made from: a toll of
    nine, and nine killed in another year."""
    if abs(claim.value.number or 0) >= DISTINCT:
        return False
    edges = [e for e in lineage.derivations if e.derived == claim.span.article and e.passages]
    other = [c.span for c in same if c.scope == "background"]
    made = [p.source for e in edges for p in e.passages if p.derived.overlaps(claim.span)]
    return bool(edges) and not any(source.overlaps(span) for source in made for span in other)


def _why(claim: Claim, same: list[Claim], sources: dict[str, set[str]], origin: dict[str, str]) -> str:
    above = [c for c in same if c.span.article in sources.get(claim.span.article, set())]
    if above:
        return "" if any(c.scope == "event" for c in above) else f"background in {above[0].span.article}, its source"
    votes = {
        s: {origin.get(c.span.article, c.span.article) for c in same if c.scope == s} for s in ("event", "background")
    }
    if abs(claim.value.number or 0) >= DISTINCT and len(votes["background"]) > len(votes["event"]):
        return f"background in the reports of {len(votes['background'])} origins"
    return ""


def _sources(lineage: Lineage) -> dict[str, set[str]]:
    """Article → the articles it was made from, through any number of steps."""
    direct: dict[str, set[str]] = defaultdict(set)
    for edge in lineage.derivations:
        if edge.relation != "shared_origin":
            direct[edge.derived].add(edge.source)
    return {article: _reachable(article, direct) for article in sorted(direct)}


def _reachable(article: str, direct: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    open_ = sorted(direct.get(article, ()))
    while open_:
        here = open_.pop()
        if here not in found:
            found.add(here)
            open_ += sorted(direct.get(here, ()))
    return found
