"""The day of a count that a report tells long after: "by that evening the prefect *spoke on Wednesday* of ten dead"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from variorum.model import Article, Claim, Span, TimeMention
from variorum.text.tree import Parse, Token

OLD = timedelta(days=2)
"""How long before publication a count was given at least that is no more the report's own: papers print what was said
the day before, and that is their newest."""
STANDING = frozenset(("stand", "speak", "put", "count", "number", "reach", "rise", "climb"))
"""Verbs of a count itself: their day is its day, not that of the deed."""
TIMED = ("obl", "advmod", "nmod:tmod", "dep")
"""Relations of a verb's day to it."""


def on_days(
    article: Article, parse: Parse, times: Iterable[TimeMention], claims: tuple[Claim, ...]
) -> tuple[Claim, ...]:
    """The claims; those whose source gave them on a named day well before publication hold for that day, and those of
    the day before where the article has another number that is newer."""
    if article.published is None:
        return claims
    days = {t.span.start: t for t in times if t.start is not None and t.start == t.end and t.start < article.published}
    if not days:
        return claims
    said = _verbs(parse, days)
    dated = {c.id: _dated(c, parse, said) for c in claims}
    latest = (date.fromisoformat(article.published) - OLD).isoformat()
    newer = [c for c in dated.values() if c.as_of is None and not c.earlier]
    return tuple(d if (d := dated[c.id]).as_of and (d.as_of <= latest or _rivalled(d, newer)) else c for c in claims)


def _rivalled(claim: Claim, newer: Iterable[Claim]) -> bool:
    """Whether a total of another number counts the same."""
    return any(
        c.kind == claim.kind
        and c.scope == claim.scope
        and (c.subset, c.value.number) != (claim.subset, claim.value.number)
        for c in newer
        if c.subset is None and claim.subset is None and c.value.number and not c.partial
    )


def _verbs(parse: Parse, days: Mapping[int, TimeMention]) -> dict[int, TimeMention]:
    """The days by the verbs that they stand with (token numbers)."""
    found: dict[int, TimeMention] = {}
    for start, time in sorted(days.items()):
        token = parse.tokens[max(0, bisect_right(parse.starts, start) - 1)]
        while (
            token.relation in {"nmod", "compound", "flat", "nummod", "det"} and (head := parse.head(token)) is not None
        ):
            token = head
        verb = parse.head(token)
        if verb is not None and token.dep.startswith(TIMED):
            found.setdefault(verb.i, time)
    return found


def _dated(claim: Claim, parse: Parse, said: Mapping[int, TimeMention]) -> Claim:
    if claim.scope != "event" or claim.as_of is not None or claim.earlier:
        return claim
    cues = (_verb(parse, s.cue) for s in claim.attribution if s.cue is not None)
    found = [said[v.i] for v in cues if v is not None and v.i in said] or _stood(claim, parse, said)
    if not found or _anothers(claim, found[0], parse):
        return claim
    time = found[0]
    return replace(claim, as_of=time.start, why=(*claim.why, f"as of {time.start}: “{time.span.text}”"))


def _stood(claim: Claim, parse: Parse, said: Mapping[int, TimeMention]) -> list[TimeMention]:
    """The day of the verb by which a toll stands ("*stood* at 38 *on July 2*") or that a count is given by."""
    first, last = bisect_right(parse.starts, claim.span.start) - 1, bisect_right(parse.starts, claim.span.end - 1)
    above = (a for t in parse.tokens[max(0, first) : last] for a in (t, *parse.ancestors(t)))
    return [said[a.i] for a in above if a.lemma in STANDING and a.i in said]


def _anothers(claim: Claim, time: TimeMention, parse: Parse) -> bool:
    """Whether another number stands between the count and the day behind it: "put the injured at 71, against *62 on
    Sunday*"."""
    between = parse.tokens[
        bisect_right(parse.starts, claim.span.end - 1) : bisect_right(parse.starts, time.span.start) - 1
    ]
    return any(t.pos == "NUM" for t in between)


def _verb(parse: Parse, cue: Span) -> Token | None:
    """The verb among the words that report."""
    first = max(0, bisect_right(parse.starts, cue.start) - 1)
    return next((t for t in parse.tokens[first : first + 4] if t.start < cue.end and t.pos == "VERB"), None)
