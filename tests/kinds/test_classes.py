"""Classes of words that patterns ask for by name."""

from __future__ import annotations

import pytest

from reading import counts
from variorum.errors import DataError
from variorum.kinds.base import _read, load
from variorum.lang.classes import classes


@pytest.mark.parametrize("carrier", ["dhow", "hovercraft", "gondola", "trolleybus", "seaplane"])
def test_what_holds_for_a_boat_holds_for_any_carrier(carrier: str) -> None:
    assert ("aboard", 41) in counts(f"Forty-one people were on the {carrier} when it caught fire.")


def test_a_class_may_name_another() -> None:
    assert set(classes("en")["vessel"]) < set(classes("en")["carrier"])


def test_a_class_that_is_not_told_is_an_error() -> None:
    kind = b'name = "camels"\nlabel = "camels"\nunit = "camels"\n[triggers.en]\nobject_of = ["lead @caravanserai"]\n'
    with pytest.raises(DataError, match=r"(?s)'@caravanserai'.*Fix:"):
        _read("camels.toml", kind)


def test_the_classes_are_written_out() -> None:
    for kind in load().values():
        for words in kind.triggers.values():
            told = (
                *words.object_of,
                *words.subject_of,
                *words.nouns,
                *words.things,
                *words.marks,
                *words.states,
                *words.leads,
            )
            assert not [p for p in told if "@" in p], kind.name
