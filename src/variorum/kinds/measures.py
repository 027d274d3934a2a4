"""Units of the measure kinds, and what turns each into the kind's own unit.

Factors are the international definitions: mile 1,609.344 m, nautical mile 1,852 m, foot 0.3048 m, inch 0.0254 m.
Money is not converted.
"""

from __future__ import annotations

from variorum.kinds.base import Measure
from variorum.model import Number

FACTORS: dict[Measure, dict[str, float]] = {
    "speed": {
        "kilometre per hour": 1.0,
        "mile per hour": 1.609344,
        "knot": 1.852,
        "metre per second": 3.6,
        "foot per second": 1.09728,
    },
    "length": {
        "metre": 1.0,
        "centimetre": 0.01,
        "millimetre": 0.001,
        "foot": 0.3048,
        "inch": 0.0254,
        "yard": 0.9144,
    },
}
SCALE = (1, 10)
"""Magnitudes of earthquakes lie between these."""


def factor(measure: Measure, unit: str) -> float | None:
    """What a value in `unit` is multiplied with; None where the unit is none of the measure."""
    return FACTORS.get(measure, {}).get(unit)


def converted(value: Number, by: float) -> Number:
    """The value in the kind's own unit: whole from ten up, one decimal from one up, else two."""
    if by == 1:
        return value
    found = float(value) * by
    rounded = round(found) if abs(found) >= 10 else round(found, 1 if abs(found) >= 1 else 2)
    return int(rounded) if float(rounded).is_integer() else rounded
