"""Words and dashes around an amount that change what it says."""

from __future__ import annotations

import pytest

from reading import quantities
from variorum.extract.quantities.lexer import scan


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("the 75 -300mm pipe", 75, 300), ("cooled to -78-0 degrees", -78, 0), ("-78-0 degrees", -78, 0)],
)
def test_a_dash_joins_or_takes_away(text: str, low: float, high: float) -> None:
    (only,) = quantities(text)
    assert (only.value.low, only.value.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("The fee goes up to 30 crowns.", "exactly"),
        ("The fee ticked up to 30 crowns.", "exactly"),
        ("They pay up to 30 crowns.", "up to"),
        ("It is set to exceed 30.", "more than"),
        ("It will not exceed 30.", "up to"),
    ],
)
def test_up_belongs_to_the_verb(text: str, modifier: str) -> None:
    (only,) = quantities(text)
    assert only.value.modifier == modifier


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("about a hundred men fled", ["a hundred"]),
        ("it took An Hundred days", ["An Hundred"]),
        ("a couple of dozen goats", ["a couple of dozen"]),
        ("a few thousand came, a dozen left", ["a few thousand", "a dozen"]),
        ("a third of the crew", ["a third"]),
        ("a man, a plan and an umbrella", []),
        ("a 5 million loan", ["5 million"]),
        ("he has a", []),
    ],
)
def test_an_article_begins_a_number_only_before_the_rest_of_one(text: str, number: list[str]) -> None:
    assert [text[x.start : x.end] for x in scan(text, "en")] == number
