"""Counts that sum up several events, or are of another one."""

from __future__ import annotations

import pytest

from reading import claims


def scope(text: str, number: int) -> str:
    """The scope of the count of this number."""
    return next(c.scope for c in claims(text) if c.value.number == number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two separate Lakeside boar hunting accidents hurt three on Sunday.", 3),
        ("Separate shootings on two banks of the canal leave 4 dead\nThe mayor of Tarrin asked for calm.", 4),
        ("Tarrin had a bad night: eight guests were shot over a nine-hour stretch.", 8),
        ("In other weekend stabbings, eight pupils were wounded in Tarrin.", 8),
        ("On Monday six people wounded in shootings across Tarrin were flown out.", 6),
        ("One clerk was shot. Another raid on Tarrin followed a mere three days after 14 clerks were shot.", 14),
        ("The bishop deplored the raid, which came barely two weeks after bandits killed five drovers in Orlo.", 5),
    ],
)
def test_is_background(text: str, number: int) -> None:
    assert scope(text, number) == "background"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A boar hunting accident hurt three on Sunday.", 3),
        ("Eight guests were shot at a wedding in Tarrin.", 8),
        ("The school opened again two days after raiders killed five pupils in Tarrin.", 5),
        ("Workers sealed the dam in a three-hour stretch with nobody hurt.", 0),
        ("Another suspect was held after three clerks were shot.", 3),
    ],
)
def test_is_the_events_own(text: str, number: int) -> None:
    assert scope(text, number) == "event"
