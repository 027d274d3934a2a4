"""Claims that must not hang on one way of drawing a sentence's tree: each rule beside a case that it leaves alone."""

from __future__ import annotations

import pytest

from reading import claims

HARM = ("killed", "injured", "shot")


def numbers(text: str) -> set[float | None]:
    """The numbers that any claim of harm has, single persons left out."""
    return {c.value.number for c in claims(text) if c.kind in HARM and c.person is None}


def persons(text: str) -> list[tuple[str, str]]:
    """Kind and name of the claims of single persons."""
    return [(c.kind, c.person) for c in claims(text) if c.person is not None]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Bela Orsk, four, was shot at a farm in Tarrin.", set()),
        ("In Upper Tarrin, four were shot on Sunday.", {4}),
        ("Ana Weld, 69 (wife of the mayor, killed in a hallway)", set()),
        ("The clerk shot his cousin at the family's 1240 Miller’s Ferry Road home.", set()),
        ("The girl was shot in the jaw at ten.", set()),
        ("Police put the number of dead at ten.", {10}),
        ("Eight officers opened fire and shot Bela Orsk dead.", set()),
        ("Two men fired shots, killing Bela Orsk.", set()),
        ("Two men suffered shots to the leg and were injured.", {2}),
        ("Killed in the fight was a guard, one of seven wardens who patrol the park.", {1}),
        ("One of five people hurt in a blast in Tarrin has died.", {1, 5}),
    ],
)
def test_numbers_of_the_harmed(text: str, counted: set[float]) -> None:
    assert numbers(text) == counted


def test_the_whole_keeps_its_own_fate() -> None:
    found = {(c.kind, c.value.number) for c in claims("One of five people hurt in a blast in Tarrin has died.")}
    assert ("killed", 5) not in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Four men suffered gunshot wounds on Monday.", "shot"),
        ("Four men suffered burns on Monday.", "injured"),
    ],
)
def test_bullets_leave_open_who_lived(text: str, kind: str) -> None:
    assert [(c.kind, c.value.number) for c in claims(text)] == [(kind, 4)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A nurse and mother of two was killed on Friday.", 1),
        ("A nurse and mother of two was shot and killed on Friday.", 1),
        ("A nurse and a guard were killed on Friday.", 2),
    ],
)
def test_a_verb_in_the_singular_tells_of_one(text: str, count: int) -> None:
    found = [c for c in claims(text) if c.kind == "killed"]
    assert len(found) == count


def test_another_than_the_headlines_is_the_headlines() -> None:
    text = "Gun goes off in bakery, hitting woman\n\nA gun went off in a bakery in Tarrin and injured another customer."
    assert len(persons(text)) == 1


def test_another_than_one_in_the_body_is_a_second_one() -> None:
    text = "Two hurt in bakery\n\nA nurse was wounded in Tarrin. The bullet also injured another customer."
    assert len(persons(text)) == 2


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Troops seized 2,400 (1,090 kgs) of nitrate on Monday.", set()),
        ("Troops seized 24 (two in Tarrin) fighters on Monday.", {24, 2}),
    ],
)
def test_a_number_set_again_in_a_unit_is_a_measure(text: str, held: set[float]) -> None:
    assert {c.value.number for c in claims(text) if c.kind == "detained"} <= held


def test_one_more_is_beside_the_one_named() -> None:
    text = "The force returned fire, killing Karim Noor and one additional insurgent."
    assert len([c for c in claims(text) if c.kind == "killed"]) == 2


def test_all_of_the_dead_are_no_part() -> None:
    (claim,) = claims("All eight of the dead came from that house.")
    assert (claim.kind, claim.value.number, claim.partial, claim.subset) == ("killed", 8, False, None)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("In addition to the capture of a leader, two suspected insurgents were detained.", None),
        ("Besides the driver, two people were killed.", "the driver"),
    ],
)
def test_what_a_count_leaves_out_is_somebody(text: str, left_out: str | None) -> None:
    (claim,) = (c for c in claims(text) if c.value.number == 2)
    assert claim.exclusive_of == left_out


def test_one_of_a_class_beside_another_class_is_no_person() -> None:
    found = [c for c in claims("Two males and one female suffered minor injuries in Tarrin.") if c.person is not None]
    assert found == []
