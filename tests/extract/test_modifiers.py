"""Numbers with their hedges in sentences of our own: the floor of what `benchmarks/modifiers.py` measures."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reading import quantities
from variorum.model import Value

GROUPS = tomllib.loads((Path(__file__).parent / "modifiers.toml").read_text(encoding="utf-8"))["groups"]


def told(value: Value) -> str:
    if value.modifier == "range":
        return f"{value.low}..{value.high} range"
    return f"{value.low}.. vague" if value.modifier == "vague" else f"{value.number} {value.modifier}"


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_value_and_modifier_of_a_group(group: str) -> None:
    wrong = [(text, stated) for text, *stated in GROUPS[group] if sorted(map(told, _values(text))) != sorted(stated)]
    assert len(wrong) <= len(GROUPS[group]) // 12, wrong


def _values(text: str) -> list[Value]:
    return [q.value for q in quantities(text)]


def test_the_set_is_large_enough_to_tell() -> None:
    assert sum(map(len, GROUPS.values())) >= 150
