"""Classes of words that patterns ask for by name."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from reading import counts
from variorum.kinds.base import load
from variorum.lang.classes import classes


@pytest.mark.parametrize("carrier", ["dhow", "hovercraft", "gondola", "trolleybus", "seaplane"])
def test_what_holds_for_a_boat_holds_for_any_carrier(carrier: str) -> None:
    assert ("aboard", 41) in counts(f"Forty-one people were on the {carrier} when it caught fire.")


def test_a_class_may_name_another() -> None:
    assert set(classes("en")["vessel"]) < set(classes("en")["carrier"])


def test_every_class_that_a_pattern_names_is_told() -> None:
    known = set(classes("en"))
    for kind in load().values():
        for language, words in kind.triggers.items():
            own = {s.name for s in words.sets}
            text = files("variorum.kinds").joinpath(f"{kind.name}.toml").read_text(encoding="utf-8")
            assert set(re.findall(r"@(\w+)", text)) <= known | own, (kind.name, language)
