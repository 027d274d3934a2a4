"""The reconciled low, best and high of one kind of claim, and how they came to be."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from variorum.model.claim import Number, Scope, Value

Status = Literal["agreed", "updated", "conflicting", "single"]


class Step(Struct, frozen=True):
    """One decision: which claims a rule kept, which it dropped, and why (claim ids).

    `value`: what the one claim kept stands for from here on, where a total was derived (rules `sum` and `rest`).
    """

    rule: str
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    why: str
    value: Value | None = None


class TimelinePoint(Struct, frozen=True):
    """What the reports gave as of one day."""

    as_of: str
    low: Number | None
    high: Number | None
    claims: tuple[str, ...]


class Figure(Struct, frozen=True, kw_only=True):
    """`origins` counts independent voices behind `best`; `readings` are still open, `superseded` were overtaken.

    `unit`: what the numbers are stated in, where they measure and do not count ("km/h", "euro").
    """

    id: str
    kind: str
    low: Number | None
    best: Number | None
    high: Number | None
    policy: str
    origins: int
    status: Status
    place: str | None = None
    subset: str | None = None
    unit: str | None = None
    scope: Scope = "event"
    readings: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    timeline: tuple[TimelinePoint, ...] = ()
