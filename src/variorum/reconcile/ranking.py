"""What makes one reading better than another."""

from __future__ import annotations

from variorum.reconcile.case import Case, people
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import best_of, compatible, size


def supporters(case: Case, reading: Reading) -> set[str]:
    """The origins whose readings agree with this one: the same number, or a coarser word that allows it."""
    same = {r.origin for r in case.open if best_of(r.claim.value) == best_of(reading.claim.value)}
    return same | {r.origin for r in case.absorbed if compatible(r.claim.value, reading.claim.value)}


def behind(case: Case, reading: Reading) -> bool:
    """Whether a toll is lower than another line's count that has itself been overtaken: it missed the news."""
    if case.kind.course != "rises" or not people(case.kind):
        return False
    old = (o for o in case.overtaken if o.origin != reading.origin and not o.claim.earlier)
    return any(size(o.claim) > size(reading.claim) and (o.as_of or "~") <= (reading.as_of or "") for o in old)


def newest_day(case: Case, number: object) -> str:
    """The latest day on which an open reading states `number`; empty when no day is known."""
    return max((r.as_of or "" for r in case.open if best_of(r.claim.value) == number), default="")


def with_number(case: Case, number: object) -> tuple[Reading, ...]:
    """The open readings that state `number`."""
    return tuple(r for r in case.open if best_of(r.claim.value) == number)
