"""Fatal wounds, those found with wounds, and numbers that are names."""

from __future__ import annotations

import pytest

from reading import claims


def told(text: str, kind: str) -> list[object]:
    """The counts of a kind, without single persons and parts."""
    return [c.value.number for c in claims(text) if c.kind == kind and c.person is None and not c.partial]


@pytest.mark.parametrize(
    "text",
    [
        "The raid left one guard fatally wounded and two others hurt.",
        "The raid left two guards mortally wounded.",
    ],
)
def test_the_fatally_wounded_are_dead(text: str) -> None:
    assert any(c.kind == "killed" for c in claims(text))
    assert not any(c.kind == "injured" and (c.value.number or 0) == 1 for c in claims(text))


def test_left_wounded_alone_is_hurt() -> None:
    assert told("The raid left two guards wounded.", "killed") == []
    assert told("The raid left two guards wounded.", "injured") == [2]


def test_those_found_with_gunshot_wounds_were_hit() -> None:
    assert told("Three drovers were found behind the mill with gunshot wounds, the mayor told us.", "shot") == [3]
    assert told("They found three casings behind the mill.", "shot") == []
    assert told("They found one drover with a gunshot wound behind the mill.", "shot") == []


@pytest.mark.parametrize(
    "text",
    [
        "OK -- News 9 has received word of a shooting that left the guards wounded.",
        "Rescue Unit #14 rushed James Orr to hospital after shots fell; he is in critical condition.",
        "The victim was mocked over a pair of boots before the fight, neighbours think.",
    ],
)
def test_a_number_in_a_name_or_of_things_counts_nobody(text: str) -> None:
    numbers = {9, 14, 2, 3}
    assert not any(c.value.number in numbers and c.kind in {"injured", "hospitalised", "shot"} for c in claims(text))


def test_the_headlines_deed_counts_more_than_its_parts_below() -> None:
    text = (
        "Quadruple Shooting in Tarrin\nA waiter was shot through the foot. Another waiter was shot through the knee. "
        "Two cooks were shot through the hand."
    )
    assert 4 in told(text, "shot")
    assert 2 not in told("Double Shooting in Tarrin\nFour cooks were shot through the hand.", "shot")


def test_others_in_a_row_with_a_class_come_on_top() -> None:
    found = claims("Two police officers and three others were wounded in Tarrin.")
    assert [(c.value.number, c.increment) for c in found] == [(2, False), (3, True)]
    apart = claims("Two police officers were wounded. Three people were wounded in Tarrin.")
    assert not any(c.increment for c in apart)


@pytest.mark.parametrize(
    ("headline", "number"),
    [
        ("5th person dies after May murder-suicide in Tarrin", 5),
        ("Third victim dies after shooting at dice game", 3),
    ],
)
def test_the_nth_to_die_in_a_headline_makes_n(headline: str, number: int) -> None:
    assert told(f"{headline}\nThe village of Tarrin is quiet.", "killed") == [number]


def test_one_who_dies_in_a_headline_is_one() -> None:
    found = claims("Man dies after shooting at dice game\nThe village of Tarrin is quiet.")
    assert [c.value.number for c in found if c.kind == "killed"] == [1]


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Bullet grazes teen after skate park row in Tarrin", "teen"),
        ("Woman critical after shooting in Tarrin", "Woman"),
        ("Woman critical of mayor after shooting in Tarrin", None),
    ],
)
def test_headlines_tell_shortly_who_was_hurt(headline: str, who: str | None) -> None:
    found = claims(f"{headline}\nThe village of Tarrin is quiet.")
    assert [c.person for c in found if c.kind == "injured"] == ([] if who is None else [who])
