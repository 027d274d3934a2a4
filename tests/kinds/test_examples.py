"""Every example sentence of every kind is read as that kind."""

from __future__ import annotations

import pytest

from reading import counts
from variorum.kinds.base import load

CASES = [(kind.name, text) for kind in load().values() for text in kind.examples.get("en", ())]


@pytest.mark.parametrize(("kind", "text"), CASES, ids=lambda value: str(value)[:40])
def test_example_is_read_as_its_kind(kind: str, text: str) -> None:
    assert kind in {found for found, _ in counts(text)}, counts(text)


def test_every_kind_has_five_examples() -> None:
    short = [k.name for k in load().values() if len(k.examples.get("en", ())) < 5]
    assert not short


def test_relations_between_kinds_name_kinds() -> None:
    known = set(load())
    for kind in load().values():
        assert set(kind.comparable_with) <= known, kind.name
        assert kind.parent is None or kind.parent in known
