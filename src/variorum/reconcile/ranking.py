"""What makes one reading better than another."""

from __future__ import annotations

from variorum.model import Claim
from variorum.reconcile.case import Case, people
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import best_of, compatible, complements, size


def supporters(case: Case, reading: Reading) -> set[str]:
    """The origins whose readings agree with this one: the same number, or a coarser word that allows it.

    A coarse word speaks for no number where its own line states another one.
    """
    same = {r.origin for r in case.open if best_of(r.claim.value) == best_of(reading.claim.value)}
    others = {r.origin for r in case.open} - same
    coarse = {r.origin for r in case.absorbed if _agrees(r.claim, reading.claim)}
    return same | (coarse - others)


def _agrees(coarse: Claim, sharp: Claim) -> bool:
    return complements(coarse, sharp) if coarse.exclusive_of else compatible(coarse.value, sharp.value)


def behind(case: Case, reading: Reading) -> bool:
    """Whether a toll is lower than another line's count that has itself been overtaken: it missed the news. A count
    that a line has since revised downward or taken back is none that could be missed."""
    if case.kind.course != "rises" or not people(case.kind):
        return False
    old = [o for o in case.overtaken if o.origin != reading.origin and not o.claim.earlier and not _lowered(case, o)]
    return any(size(o.claim) > size(reading.claim) and not _after(o, reading) for o in old)


def _lowered(case: Case, old: Reading) -> bool:
    """Whether the line of an overtaken count states a lower one now, or a report takes its number back."""
    number = best_of(old.claim.value)
    now = (r for r in (*case.open, *case.absorbed) if r.origin == old.origin)
    back = any(best_of(r.claim.value) == number for r in case.withdrawn)
    return back or any(size(r.claim) < size(old.claim) for r in now)


def _after(a: Reading, b: Reading) -> bool:
    return bool(a.as_of and b.as_of and a.as_of > b.as_of)


def revised(case: Case, number: object) -> bool:
    """Whether a line that states `number` has revised its count before: it follows the story."""
    lines = {r.origin for r in case.open if best_of(r.claim.value) == number}
    return any(r.origin in lines for r in (*case.overtaken, *case.withdrawn))


def newest_day(case: Case, number: object) -> str:
    """The latest day on which an open reading states `number`; an undated report counts as recent as the newest, a
    count told as an older one ("had been missing") as older than all."""
    newest = max((r.as_of or "" for r in case.open), default="")
    days = (r.as_of or ("" if r.claim.earlier else newest) for r in case.open if best_of(r.claim.value) == number)
    return max(days, default="")


def with_number(case: Case, number: object) -> tuple[Reading, ...]:
    """The open readings that state `number`."""
    return tuple(r for r in case.open if best_of(r.claim.value) == number)


def headed(case: Case, number: object) -> bool:
    """Whether the headline of a report that states `number` states it too."""
    articles = {r.article for r in case.open if best_of(r.claim.value) == number}
    told = (c for a in sorted(articles) for c in case.lines.claims.get(a, []))
    return any(c.section == "headline" and c.kind == case.kind.name and best_of(c.value) == number for c in told)
