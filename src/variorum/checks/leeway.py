"""Whether two different numbers may both be right: rounded, hedged, or within a bound."""

from __future__ import annotations

import re

from variorum.checks.amounts import Amount
from variorum.checks.figures import BOUNDS, NEAR


def explained(one: Amount, other: Amount) -> bool:
    """Whether both can be right: equal, rounded, or as near as a hedge or a bound allows."""
    a, b = one.number or 0.0, other.number or 0.0
    if (a == b and one.top == other.top) or _scaled(one, other):
        return True
    if (one.ranged != other.ranged) and a <= (other.top or b) and b <= (one.top or a):
        return True
    if any(_rounded(x, y) for x, y in ((one, other), (other, one))):
        return True
    return one.value.modifier != other.value.modifier and (_within(one, b) or _within(other, a))


def _rounded(coarse: Amount, exact: Amount) -> bool:
    """Whether the one is the other rounded: to fewer decimals ("6.3 billion" for 6.32 billion), or with a hedge to its
    last digit that is not zero ("about 40"); never by more than a tenth."""
    value, other = coarse.number or 0.0, exact.number or 0.0
    hedged = BOUNDS[coarse.value.modifier] == "about"
    step = _step(coarse, hedged=hedged)
    finer = hedged or 0.0 < _step(exact, hedged=False) < step
    near = abs(value - other) <= min(NEAR * max(value, other), step / 2 * (1 + ROUNDING))
    return near and finer


def _step(amount: Amount, *, hedged: bool) -> float:
    """What the last decimal is worth; without decimals, if `hedged`, the last digit that is not zero."""
    value, written = amount.number or 0.0, DECIMALS.search(amount.value.stated)
    if written is not None and written[1] and value:
        return value / float(written[0].replace(",", "")) * 10.0 ** -len(written[1])
    digits = f"{value:.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if hedged else 0.0


DECIMALS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
ROUNDING = 1e-6
"""What floating point adds to a half."""


def _scaled(one: Amount, other: Amount) -> bool:
    """Sums whose scale one side writes in a way that was not read ("38b")."""
    ratios = (1e3, 1e6, 1e9, 1e12)
    low, high = sorted((one.number or 0.0, other.number or 0.0))
    return one.unit == other.unit and one.unit.name == "money" and any(low * r == high for r in ratios)


def _within(bounded: Amount, value: float) -> bool:
    """Whether "more than 30" or "up to 30" is an editor's rounding of the value."""
    edge, bound = bounded.number or 0.0, BOUNDS[bounded.value.modifier]
    return (bound == "floor" and edge <= value <= ROUNDED * edge) or (
        bound == "ceiling" and value <= edge <= ROUNDED * value
    )


ROUNDED = 1.25
"""How far a floor lies below what it stands for, and a ceiling above."""
