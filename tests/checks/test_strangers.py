"""Large counts of two reports made apart, whatever words stand around them."""

from __future__ import annotations

import pytest

from stories import Draft
from variorum.checks.counterparts import counterparts
from variorum.checks.desk import Desk
from variorum.kinds.base import load

Count = tuple[str, str, str]
"""Kind, number, words."""


def rivals(one: str, mine: Count, other: str, theirs: Count) -> bool:
    draft = Draft().text("one", one, published="2031-05-05").text("two", other, published="2031-05-06")
    for name, count in (("one", mine), ("two", theirs)):
        draft.claim(name, *count)
    return bool(counterparts(Desk(draft.records(), load())))


@pytest.mark.parametrize(("small", "large", "told"), [("17", "26", True), ("7", "9", False)])
def test_many_are_compared_whatever_words_stand_around(small: str, large: str, told: bool) -> None:
    one = f"The list at the harbour gate bore {small} names on Monday."
    other = f"Divers brought up {large} drowned passengers of the ferry."
    mine, theirs = ("killed", small, f"{small} names"), ("killed", large, f"{large} drowned passengers")
    assert rivals(one, mine, other, theirs) is told


def test_what_one_hospital_took_in_is_no_rival_however_many() -> None:
    one, other = "The Arl Clinic treated 24 wounded.", "The blast wounded 41 people."
    assert not rivals(one, ("injured", "24", "24 wounded"), other, ("injured", "41", "wounded 41 people"))
