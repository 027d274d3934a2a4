"""Whether two texts of one origin carry two takes of a report: an agency writes one text anew with other figures all
day, and papers print whichever they had. What differs then was counted at another hour, and nobody distorted it.

It shows by several counts that moved the same way: who miscopies or invents changes one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from variorum.kinds.base import Kind
from variorum.model import Article, Claim


def another_take(mine: Iterable[Claim], theirs: Iterable[Claim], kinds: Mapping[str, Kind]) -> bool:
    """Whether two counts or more that only grow are larger in the one text than in the other, and none smaller; digits
    in another order are a slip."""
    moved = _moved(mine, theirs, kinds)
    slips = [k for k, (a, b) in moved.items() if same_digits(a, b)]
    return len(moved) >= SEVERAL and not slips and len({a > b for a, b in moved.values()}) == 1


SEVERAL = 2


def later_day(one: Article, other: Article) -> bool:
    """Whether the one is of a later day than the other, as far as both tell theirs."""
    return bool(one.published and other.published and one.published[:10] > other.published[:10])


def grown(mine: Iterable[Claim], theirs: Iterable[Claim], kinds: Mapping[str, Kind]) -> bool:
    """Whether a count that only grows is larger in the one text than in the other, and none smaller."""
    return {a > b for a, b in _moved(mine, theirs, kinds).values()} == {True}


def _moved(mine: Iterable[Claim], theirs: Iterable[Claim], kinds: Mapping[str, Kind]) -> dict[str, tuple[float, float]]:
    """The kinds whose counts differ, with both counts."""
    one, other = _tolls(mine, kinds), _tolls(theirs, kinds)
    return {k: (one[k], other[k]) for k in sorted(one.keys() & other.keys()) if one[k] != other[k]}


def _tolls(claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> dict[str, float]:
    """The text's largest count of the whole, by kind of persons that only grows ("killed", not "missing")."""
    tolls: dict[str, float] = {}
    for claim in claims:
        kind = kinds.get(claim.kind)
        if kind is not None and kind.people and kind.course == "rises" and _whole(claim):
            tolls[claim.kind] = max(tolls.get(claim.kind, 0.0), float(claim.value.number or 0))
    return tolls


def _whole(claim: Claim) -> bool:
    part = claim.subset or claim.person or claim.rate or claim.increment or claim.partial
    other = claim.negated or claim.voided or claim.earlier or claim.hedged or claim.value.number is None
    return claim.scope == "event" and not part and not other


def same_digits(one: float | None, other: float | None) -> bool:
    """Whether two whole numbers of two digits or more differ in the order of these alone."""
    if one is None or other is None or one == other or min(one, other) < 10 or one % 1 or other % 1:
        return False
    return sorted(f"{one:.0f}") == sorted(f"{other:.0f}")
