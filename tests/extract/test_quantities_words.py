"""Words and dashes around an amount that change what it says."""

from __future__ import annotations

import pytest

from reading import quantities


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
