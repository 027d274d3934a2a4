"""One whom a count leaves out: who killed those counted and died too, or who was told of before "two others"."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from variorum.model import Number, Step, Value
from variorum.reconcile.readings import Reading
from variorum.reconcile.sums import INJURED, SHOT, live, renewed, stated

KILLED = "killed"
LIKE = {KILLED: KILLED, INJURED: INJURED, SHOT: INJURED}
"""What befell one person of those whom a count is of."""


def find_attackers(readings: Iterable[Reading]) -> frozenset[str]:
    """Claim ids of persons whom a count of others like them leaves out: who killed them and died too, or who was told
    of before "two others"."""
    rows = tuple(readings)
    left_out = {(r.article, LIKE[r.claim.kind], r.claim.exclusive_of) for r in rows if _leaves_out(r)}
    return frozenset(r.id for r in rows if (r.article, r.claim.kind, r.claim.person) in left_out)


def find_killers(readings: Iterable[Reading]) -> frozenset[str]:
    """Claim ids of single dead of whom one killed the other, so that they are surely two."""
    rows = tuple(r for r in readings if r.claim.person is not None and r.claim.kind == KILLED)
    slain = [r for r in rows if r.claim.exclusive_of is not None]
    by = {(r.article, r.claim.exclusive_of) for r in slain}
    return frozenset(r.id for r in (*slain, *(r for r in rows if (r.article, r.claim.person) in by)))


def _leaves_out(r: Reading) -> bool:
    return r.claim.kind in LIKE and r.claim.exclusive_of is not None and r.claim.person is None


def with_attackers(
    readings: tuple[Reading, ...], attackers: frozenset[str], steps: dict[tuple[str, str], Step]
) -> tuple[Reading, ...]:
    """Totals with the one they leave out; also where another report states the same number of dead without him."""
    who = {(r.article, r.claim.kind, r.claim.person): r.id for r in readings if r.id in attackers}

    def left_out(r: Reading) -> str | None:
        return who.get((r.article, LIKE[r.claim.kind], r.claim.exclusive_of)) if _leaves_out(r) else None

    short = {
        (r.claim.kind, r.claim.value.number): one
        for r in reversed(readings)
        if r.subset is None and (one := left_out(r)) is not None
    }
    full = {(r.article, r.claim.kind, r.claim.value.number) for r in readings}
    total = {r.claim.kind for r in readings if stated(r)}
    out = []
    for r in readings:
        known, number, kind = left_out(r), r.claim.value.number, r.claim.kind
        if known is not None or kind == SHOT or r.claim.person is not None:  # whom he shot: all that the count is of
            r = renewed(r, r.claim.value)
        mine = r.subset is None and r.claim.person is None and live(r) and r.claim.exclusive_of is None
        one = known or (short.get((kind, number)) if kind == KILLED else None)
        if r.claim.increment and kind not in total:
            mine = False  # "killed a cook and two others": the sum of what is told holds the cook
        if mine and one is not None and number is not None and (r.article, kind, number + 1) not in full:
            value = _one_more(r.claim.value, number)
            why = f"{r.claim.value.stated} leaves out one who is told of beside them"
            steps[kind, r.id] = Step("sum", (r.id,), (one,), why, value)
            r = msgspec.structs.replace(renewed(r, value), derived=True)
        out.append(r)
    return tuple(out)


def _one_more(value: Value, number: Number) -> Value:
    low, high = (None if x is None else x + 1 for x in (value.low, value.high))
    return Value(str(number + 1), number + 1, low, high, value.modifier)
