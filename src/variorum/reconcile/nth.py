"""One more than a count, told by place in the row: "three were shot … a *fourth victim* was found" makes four."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from variorum.lang.numbers import ordinals
from variorum.model import Number, Step, Value
from variorum.reconcile.readings import Reading
from variorum.reconcile.sums import INJURED, SHOT, by_article, live, renewed, stated
from variorum.reconcile.values import size


def with_nth(readings: tuple[Reading, ...], steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """The readings, a report's count of those shot (or hurt, where it tells of no dead) with the person it calls the
    next one, where no report counts as many."""
    out = list(readings)
    for _, mates in sorted(by_article(readings).items()):
        dead = any(r.claim.kind == "killed" and live(r) and size(r.claim) > 0 for r in mates)
        for person in (r for r in mates if r.claim.kind == INJURED and r.claim.person is not None and live(r)):
            nth = place(person.claim.person or "")
            for kind in (SHOT,) if dead else (SHOT, INJURED):
                counts = [r for r in mates if r.claim.kind == kind and stated(r)]
                most = max(counts, key=lambda r: (size(r.claim), r.id), default=None)
                if most is not None and nth is not None and size(most.claim) == nth - 1:
                    out = [_one_more(r, nth, person, steps) if r.id == most.id and stated(r) else r for r in out]
    return tuple(out)


def place(person: str) -> int | None:
    """The place in the row that words name: 4 for "a fourth victim"; None for others."""
    match = _nth().match(person)
    return None if match is None else ordinals().get((match.group(1) or "").lower()) or int(match.group(2))


@cache
def _nth() -> re.Pattern[str]:
    """From the third on: "a second man" may be of another sort than the first."""
    words = "|".join(word for word, number in ordinals().items() if number > 2)
    return re.compile(rf"^(?:an?\s+|the\s+|another\s+)?(?:({words})|([3-9]|1\d)th)\s+(?:[\w-]+\s+)?\w+$", re.I)


def _one_more(r: Reading, number: Number, person: Reading, steps: dict[tuple[str, str], Step]) -> Reading:
    if r.claim.value.number == number:
        return r
    value = Value(str(number), number, number, number, "exactly")
    why = f"{r.claim.value.stated} and {person.claim.person}"
    steps[r.claim.kind, r.id] = Step("sum", (r.id,), (person.id,), why, value)
    return msgspec.structs.replace(renewed(r, value), derived=True)
