"""The number stands, but "at least", "more than", "up to" or "about" was added or dropped."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.base import found, versus
from variorum.checks.desk import Desk, Link
from variorum.checks.hedges import hedges
from variorum.checks.line import at
from variorum.model import Claim, Discrepancy, Severity


def changed_modifier(desk: Desk) -> Iterator[Discrepancy]:
    """Derived articles against their sources, headlines against their own text, then numbers that no kind counts."""
    seen: set[tuple[str, str, float | None]] = set()
    for link in desk.links:
        yield from _derived(desk, link, seen)
    for article in desk.order:
        yield from _headline(desk, article, seen)
    for hedge in hedges(desk):
        message = f"{hedge.stated} where the source has {hedge.true}"
        why = versus(hedge.fault, hedge.against)
        yield found("changed_modifier", "warning", (hedge.fault, hedge.against), message, why)


def _derived(desk: Desk, link: Link, seen: set[tuple[str, str, float | None]]) -> Iterator[Discrepancy]:
    claims = sorted(desk.claims(link.derived), key=lambda c: (c.section != "body", figures.heading(desk, c), c.span))
    kept = {
        (c.kind, figures.number(c), figures.bound(c))
        for c in claims
        if c.section == "body" and not figures.heading(desk, c)
    }
    for claim in claims:
        mark = (link.derived, claim.kind, figures.number(claim))
        source = _counterpart(desk, link, claim)
        if source is None or mark in seen or (claim.kind, mark[2], figures.bound(source)) in kept:
            continue
        if _estimates(desk, claim, source):
            continue
        seen.add(mark)
        yield _report(claim, source, "source")


def _counterpart(desk: Desk, link: Link, claim: Claim) -> Claim | None:
    """The source's claim of the same number with another bound, if no text it goes back to has this bound."""
    if not _countable(claim):
        return None
    outside = [c for a in sorted(desk.ancestors(link.derived)) for c in desk.claims(a) if _same(desk, claim, c)]
    shown = figures.heading(desk, claim)  # a headline drops hedges; what it drops is no excuse for a text
    if any(figures.bound(c) == figures.bound(claim) and (shown or not figures.heading(desk, c)) for c in outside):
        return None
    pair = link.pair_at(claim.span)
    near = list(figures.in_pair(desk, pair)) if pair else []
    own = [c for c in outside if c.span.article == link.source]
    return next((c for c in own if c in near), own[0] if own and figures.heading(desk, claim) else None)


def _estimates(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether both are estimates by their sentences: "around" adds nothing to "was estimated at"."""
    lines = [desk.line_at(c.span) for c in (one, other)]
    vague = {figures.bound(one), figures.bound(other)} == {"about", "exact"}
    return vague and all(line is not None and "estimat" in line.span.text.lower() for line in lines)


def _countable(claim: Claim) -> bool:
    return claim.value.number is not None and not claim.negated and figures.bound(claim) != "open"


def _same(desk: Desk, one: Claim, other: Claim) -> bool:
    return _countable(other) and figures.number(one) == figures.number(other) and figures.same_thing(one, other)


def _headline(desk: Desk, article: str, seen: set[tuple[str, str, float | None]]) -> Iterator[Discrepancy]:
    """Only a floor or a ceiling counts: headlines round off "about" by custom."""
    claims = desk.claims(article)
    for claim in claims:
        mark = (article, claim.kind, figures.number(claim))
        if not figures.heading(desk, claim) or not _countable(claim) or mark in seen:
            continue
        body = [c for c in claims if not figures.heading(desk, c) and _same(desk, claim, c)]
        if not body or figures.number(claim) == 1 or _bare(desk, claim, body[0]):
            continue
        if all(figures.bound(c) != figures.bound(claim) for c in body) and _strong(claim, body[0]):
            seen.add(mark)
            yield _report(claim, body[0], "text")


def _bare(desk: Desk, claim: Claim, body: Claim) -> bool:
    """Whether the top of the text has the number beside a word of the kind, without the other's bound, and no claim was
    read from it."""
    telling, key = figures.triggers(desk, claim.kind), figures.key(claim)
    read = [c.span for c in desk.claims(claim.span.article)]
    extraction = desk.extractions.get(claim.span.article)
    same = body.value.modifier
    read += [q.span for q in extraction.quantities if q.value.modifier == same] if extraction is not None else []
    top = (w for w in desk.lines(claim.span.article)[:TOP] if w.kind != "headline" and telling & w.keys)
    numbers = (at(line, w.start, w.end) for line in top for w in line.words if w.number and w.key == key)
    return not all(any(n.overlaps(s) for s in read) for n in numbers)


TOP = 5
"""Sentences, headline included, that say again what the headline says."""


def _strong(one: Claim, other: Claim) -> bool:
    return bool({figures.bound(one), figures.bound(other)} & {"floor", "ceiling"})


def _report(claim: Claim, source: Claim, where: str) -> Discrepancy:
    severity: Severity = "warning" if _strong(claim, source) else "info"
    return found(
        "changed_modifier",
        severity,
        (claim.span, source.span),
        f"{claim.kind}: {_words(claim)} where the {where} has {_words(source)}",
        versus(claim.span, source.span),
    )


def _words(claim: Claim) -> str:
    """The number with what the article says about its bound."""
    shown = claim.value.number
    return f"{shown:,}" if claim.value.modifier == "exactly" else f"{claim.value.modifier} {shown:,}"
