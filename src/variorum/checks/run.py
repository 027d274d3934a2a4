"""Runs every rule over a story."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from variorum.checks.base import Rule
from variorum.checks.desk import Desk
from variorum.checks.table import RULES
from variorum.kinds.base import Kind
from variorum.model import Discrepancy, StoryRecords
from variorum.registry import find


def check(records: StoryRecords, kinds: Mapping[str, Kind]) -> tuple[Discrepancy, ...]:
    """All discrepancies of the story, by type and then place; one per id."""
    desk = Desk(records, kinds)
    unique = {d.id: d for rule in _rules() for d in rule(desk)}
    desk.forget()
    return tuple(sorted(unique.values(), key=lambda d: (ORDER[d.type], d.spans, d.id)))


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(find("checks", name, RULES) for name in RULES)


ORDER = {name: place for place, name in enumerate(RULES)}
