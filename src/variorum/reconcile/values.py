"""What a stated number allows, and whether two stated numbers can both be true."""

from __future__ import annotations

import re
from math import floor, inf, log10

from variorum.model import Claim, Number, Value

NEAR = 0.05
"""An approximate number stands for at least 5 % around it."""

PRECISION = {
    "exactly": 0,
    "about": 1,
    "range": 2,
    "up to": 3,
    "less than": 3,
    "at least": 4,
    "more than": 4,
    "vague": 5,
}
"""How sharply a modifier states a number; a coarser reading gives way to a sharper one that it allows."""


SEPARATORS = re.compile(r",|\band\b")


def bounds(value: Value) -> tuple[float, float]:
    """The numbers the words allow (infinity = open); `about N` reaches half of N's last round place, at least 5 %."""
    if value.modifier == "about" and value.number is not None:
        reach = max(_round_place(value.number) / 2, abs(value.number) * NEAR)
        return value.number - reach, value.number + reach
    low = -inf if value.low is None else float(value.low)
    high = inf if value.high is None else float(value.high)
    return low, high


def _round_place(number: Number) -> float:
    """The place that `number` is rounded to: 10 for 140, 100 for 1,200, 1 for 37."""
    whole = abs(int(number))
    if not whole or whole != abs(number):
        return 1
    digits = floor(log10(whole))
    return float(next(10**p for p in range(digits, -1, -1) if whole % 10**p == 0))


def point(value: Value) -> tuple[Number | None, Number | None]:
    """The low and high that a reading gives to a figure.

    A figure prints what was reported: "at least 12" with nothing sharper beside it is 12, as coders enter it; the
    open end serves to tell whether 14 contradicts it. A vague word has no number: its lower bound, and no high.
    """
    if value.modifier in ("at least", "more than", "about", "exactly") and value.number is not None:
        return value.number, value.number
    return value.low, value.high


def best_of(value: Value) -> Number | None:
    """The one number a reading stands for: the stated one; of a range or a vague word the lower end."""
    if value.modifier == "less than":
        return value.high
    return value.number if value.number is not None else value.low


def size(claim: Claim) -> float:
    """The number by which readings are ordered."""
    number = best_of(claim.value)
    return 0.0 if number is None else float(number)


def same_number(a: Value, b: Value) -> bool:
    """Whether both state one number, whatever their modifiers."""
    if a.number is not None or b.number is not None:
        return a.number == b.number
    return (a.low, a.high) == (b.low, b.high)


def compatible(a: Value, b: Value) -> bool:
    """Whether one true count can satisfy both."""
    (a_low, a_high), (b_low, b_high) = bounds(a), bounds(b)
    return a_low <= b_high and b_low <= a_high


def repeats(derived: Value, source: Value) -> bool:
    """Whether `derived` can be a rendering of `source`: the same number or a coarser word for it.

    14 is no rendering of "at least four", though both can be true.
    """
    if derived.number is None or source.number is None or source.modifier == "about":
        return compatible(derived, source)
    low, high = bounds(derived)
    return low <= source.number <= high


def absorbs(sharp: Value, coarse: Value) -> bool:
    """Whether `coarse` says nothing that `sharp` does not say better ("dozens" beside 40, "at least 12" beside 12)."""
    low, high = bounds(coarse)
    if PRECISION[sharp.modifier] < PRECISION[coarse.modifier]:
        ends = [x for x in (point(sharp)) if x is not None] or [best_of(sharp) or 0]
        return all(low <= end <= high for end in ends)
    open_ended = sharp.high is None and coarse.high is None
    return open_ended and sharp.modifier == coarse.modifier and (sharp.low or 0) > (coarse.low or 0)


def complements(rest: Claim, whole: Claim) -> bool:
    """Whether `rest` counts all of `whole` but what it leaves out: "seven besides the capital" beside eight in all.

    Each name that is left out may stand for one.
    """
    if rest.exclusive_of is None or whole.exclusive_of is not None or None in (rest.value.number, whole.value.number):
        return False
    left_out = len([p for p in SEPARATORS.split(rest.exclusive_of) if p.strip()])
    return 1 <= size(whole) - size(rest) <= left_out
