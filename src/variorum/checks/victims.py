"""Counts that changed their kind on the way from source to derived article."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.desk import Desk, Link
from variorum.model import Claim


def swaps(desk: Desk) -> tuple[tuple[Claim, Claim], ...]:
    """(derived claim, source claim) of one number in aligned passages and two kinds that exclude each other."""
    return tuple(_swaps(desk))


def _swaps(desk: Desk) -> Iterator[tuple[Claim, Claim]]:
    for link in desk.links:
        for claim in desk.claims(link.derived):
            source = _swapped(desk, link, claim)
            if source is not None:
                yield claim, source


def _exclusive(desk: Desk, one: str, other: str) -> bool:
    """Whether one person cannot be counted under both: the dead are neither hurt nor rescued."""
    return "killed" in (one, other) and figures.comparable(desk, one, other)


def _swapped(desk: Desk, link: Link, claim: Claim) -> Claim | None:
    """The source's claim with this number and another kind, if nobody counts so and the article never has it right."""
    pair = link.pair_at(claim.span)
    value = figures.number(claim)
    if pair is None or not value or claim.value.number == 1 or figures.stated(desk, claim, outside=link.derived):
        return None
    if not figures.evident(desk, claim):
        return None
    own = {(c.kind, figures.number(c)) for c in desk.claims(link.derived)}
    for source in figures.in_pair(desk, pair):
        if figures.number(source) != value or not _exclusive(desk, claim.kind, source.kind):
            continue
        told = figures.clause(desk, source) & figures.triggers(desk, claim.kind)
        return None if told or (source.kind, value) in own else source
    return None
