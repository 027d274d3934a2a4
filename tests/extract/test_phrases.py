"""Words by which news tells of each kind, and words that only look like them (`phrases*.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reading import claims

COUNT = 23
"""The number in every phrase, if its kind says no other."""
FILES = [tomllib.loads(p.read_text(encoding="utf-8")) for p in sorted(Path(__file__).parent.glob("phrases*.toml"))]
TOLD = [(kind, told) for data in FILES for kind, told in data["told"].items()]
NOTHING = [text for data in FILES for text in data["nothing"]["phrases"]]


def kinds(text: str, number: float = COUNT) -> set[str]:
    """The kinds of which a text counts the number, but for who is hit by a bullet."""
    return {c.kind for c in claims(text) if c.value.number == number and c.kind != "shot"}


@pytest.mark.parametrize(("kind", "told"), TOLD, ids=[kind for kind, _ in TOLD])
def test_phrases_of_the_kind_are_told(kind: str, told: dict[str, Any]) -> None:
    number = told.get("number", COUNT)
    assert [text for text in told["phrases"] if kind not in kinds(text, number)] == []


def test_what_only_looks_like_one_counts_nothing() -> None:
    assert {text: found for text in NOTHING if (found := kinds(text))} == {}
