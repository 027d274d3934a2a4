"""Numbers with their hedges in sentences of our own: the floor of what `benchmarks/modifiers.py` measures."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reading import quantities
from variorum.model import Quantity, Value

HERE = Path(__file__).parent
GROUPS = tomllib.loads((HERE / "modifiers.toml").read_text(encoding="utf-8"))["groups"]
NEWS = tomllib.loads((HERE / "newslike.toml").read_text(encoding="utf-8"))["groups"]


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


@pytest.mark.parametrize("group", sorted(NEWS))
def test_movement_and_unit_in_the_manner_of_news(group: str) -> None:
    wrong = [(text, stated) for text, *stated in NEWS[group] if sorted(map(whole, quantities(text))) != sorted(stated)]
    assert len(wrong) <= len(NEWS[group]) // 6, wrong


def whole(quantity: Quantity) -> str:
    """The quantity with its movement, or else its modifier, and its unit."""
    stated = told(quantity.value)
    if quantity.trend:
        stated = f"{quantity.value.number} {quantity.trend}"
    return f"{stated} | {quantity.unit}" if quantity.unit else stated
