"""The class of a number's unit: two numbers of different classes are never readings of one thing."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.units import Units

UnitClass = Literal["money", "percent", "age", "duration", "measure", "count"]


class Unit(Struct, frozen=True):
    """`sort`: the unit's own name where two of the class do not compare (miles and feet, dollars and yen)."""

    name: UnitClass
    sort: str | None = None


def unit_of(stated: str | None) -> Unit:
    """The class of a quantity's unit (`Quantity.unit`); what is divided by ("per share") is left out."""
    base, _, _ = (stated or "").partition(" per ")
    return _known().get(base) or (Unit("age", base) if base.endswith(" of age") else _prefixed(base))


@cache
def _known() -> dict[str, Unit]:
    table: Units = read("en", "units", Units)
    found = {u.name: Unit("measure", u.name) for u in table.units}
    found |= {name: Unit("duration", name) for name in table.times}
    found |= {c.name: Unit("money", c.name) for c in table.currencies}
    found |= {c.cent: Unit("money", c.cent) for c in table.currencies if c.cent}
    return found | {"point": Unit("count"), **{name: Unit("percent") for name in PERCENT}}


PERCENT = ("percentage", "percentage point")
"""One thing to most reporters."""


def _prefixed(base: str) -> Unit:
    table: Units = read("en", "units", Units)
    units = (u.name for u in table.units if u.prefixed)
    prefix = next((p for p in table.prefixes if base.startswith(p)), None)
    known = prefix is not None and base.removeprefix(prefix) in units
    return Unit("measure", base) if known else Unit("count")
