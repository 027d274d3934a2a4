"""One figure in the making: the open readings, and the steps that closed the others."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec import Struct

from variorum.kinds.base import Kind
from variorum.model import Step
from variorum.reconcile.lines import Lines
from variorum.reconcile.readings import Reading


class Case(Struct, frozen=True, kw_only=True):
    """`open` are the readings no rule has dropped yet; `steps` say why the others are out.

    `overtaken` holds those that were true once: they stay in the timeline. `absorbed` ones agree with an open reading,
    `withdrawn` ones were corrected or denied.
    """

    kind: Kind
    lines: Lines
    total: bool
    open: tuple[Reading, ...]
    overtaken: tuple[Reading, ...] = ()
    absorbed: tuple[Reading, ...] = ()
    withdrawn: tuple[Reading, ...] = ()
    steps: tuple[Step, ...] = ()


Dropped = dict[str, str]
"""Claim id → why it is out."""

Rule = Callable[[Case], Case]


def drop(case: Case, rule: str, dropped: Dropped, *, into: str = "") -> Case:
    """The case without the readings in `dropped`, and a step that says so; unchanged when nothing is dropped.

    `into`: the field (`overtaken`, `absorbed`, `withdrawn`) that keeps them.
    """
    if not dropped:
        return case
    out = tuple(r for r in case.open if r.id in dropped)
    kept = tuple(r for r in case.open if r.id not in dropped)
    reasons = dict.fromkeys(dropped[r.id] for r in out)
    step = Step(rule, tuple(r.id for r in kept), tuple(r.id for r in out), "; ".join(reasons))
    case = msgspec.structs.replace(case, open=kept, steps=(*case.steps, step))
    return msgspec.structs.replace(case, **{into: (*getattr(case, into), *out)}) if into else case


def people(kind: Kind) -> bool:
    """Whether persons are counted."""
    return kind.people or kind.unit == "people"
