"""Numbers that a derived article changed: its claims against its source's, passage by passage."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.desk import Desk, Link, Pair
from variorum.model import Claim


def changes(desk: Desk) -> Iterator[tuple[Claim, Claim]]:
    """(derived claim, source claim) of one thing and two numbers; one per kind and number of a derived article."""
    for link in desk.links:
        seen: set[tuple[str, float | None]] = set()
        for claim in sorted(desk.claims(link.derived), key=lambda c: (figures.heading(desk, c), c.span)):
            mark = (claim.kind, figures.number(claim))
            source = None if mark in seen else _counterpart(desk, link, link.pair_at(claim.span), claim)
            if source is not None:
                seen.add(mark)
                yield claim, source


def _counterpart(desk: Desk, link: Link, pair: Pair | None, claim: Claim) -> Claim | None:
    """The source's claim that this one distorts: no independent text has this number, and each passage lacks the other's."""
    if claim.value.number is None or claim.negated or figures.stated(desk, claim, outside=link.derived):
        return None
    if pair is not None and any(figures.key(claim) in line.numbers for line in pair.sources):
        return None
    own = {(c.kind, figures.number(c)) for c in desk.claims(link.derived)}
    near = figures.in_pair(desk, pair) if pair is not None else ()
    rivals = (
        c
        for c in (*near, *_only(desk, link, claim))
        if _rival(desk, claim, c) and (c.kind, figures.number(c)) not in own
    )
    at = desk.line_at(claim.span)
    return next((c for c in rivals if at is None or figures.key(c) not in at.numbers), None)


def _rival(desk: Desk, claim: Claim, source: Claim) -> bool:
    known = source.value.number is not None and not source.negated
    return known and figures.same_thing(desk, claim, source) and not figures.agree(claim, source)


def _only(desk: Desk, link: Link, claim: Claim) -> tuple[Claim, ...]:
    """The source's only count of this kind, where it has one and nowhere has the derived number."""
    if claim.scope != "event" or any(figures.key(claim) in line.numbers for line in desk.lines(link.source)):
        return ()
    same = [c for c in desk.claims(link.source) if figures.same_thing(desk, claim, c) and not c.negated]
    alone = len({figures.number(c) for c in same}) == 1 and not claim.subset and not claim.place
    return tuple(same[:1]) if alone and not any(c.subset or c.place for c in same) else ()
