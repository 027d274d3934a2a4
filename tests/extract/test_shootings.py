"""Reports of shootings: whom a number leaves out, who a word stands for, what is no count at all."""

from __future__ import annotations

import pytest

from reading import claims, counts
from variorum.model import Claim


def told(text: str) -> list[tuple[str, int | float | None]]:
    """Kind and number of the claims of the event, persons among them, without parts."""
    return [(c.kind, c.value.number) for c in claims(text) if c.scope == "event" and not c.partial]


def persons(text: str) -> list[tuple[str, str | None]]:
    """Kind and name of the single persons."""
    harm = ("killed", "injured")
    return [(c.kind, c.person) for c in claims(text) if c.person is not None and c.kind in harm]


def total(text: str, kind: str) -> Claim:
    """The one count of several."""
    return next(c for c in claims(text) if c.kind == kind and c.person is None)


@pytest.mark.parametrize(
    "text",
    [
        "A man killed three clerks before turning the gun on himself, police said.",
        "A gunman killed three people in Tarrin.\nThe gunman was found dead in his car.",
        "Lev Brandt, 42, killed three of his cousins.\nBrandt was found dead in a truck.",
    ],
)
def test_a_count_of_the_dead_names_the_attacker_it_leaves_out(text: str) -> None:
    assert total(text, "killed").exclusive_of is not None


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed, including the gunman, who shot himself.",
        "A gunman killed three people in Tarrin and was arrested.",
        "Suspect Sought After Three Killed in Tarrin\nThe suspect is 42.",
    ],
)
def test_nobody_is_left_out_where_the_attacker_lives_or_is_counted(text: str) -> None:
    assert total(text, "killed").exclusive_of is None


def test_two_others_leave_out_the_one_told_of_before() -> None:
    text = "A guard who was killed was hit first in a rampage that left two others dead."
    assert total(text, "killed").exclusive_of == "A guard"
    assert total("A rampage left two others dead.", "killed").exclusive_of is None


def test_men_and_women_are_two_parts() -> None:
    found = claims("The shooting left three men and two women injured.")
    assert [(c.value.number, c.subset) for c in found] == [(3, "men"), (2, "women")]
    assert [c.subset for c in claims("The shooting left three men injured.")] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police are looking into a triple shooting in Tarrin.", ("shot", 3)),
        ("A double homicide shocked Tarrin.", ("killed", 2)),
        ("Man charged in shooting death in Tarrin\nClose the window.", ("killed", 1)),
    ],
)
def test_the_name_of_the_deed_counts(text: str, expected: tuple[str, int]) -> None:
    assert expected in told(text)


def test_the_name_of_the_deed_gives_way_to_a_count() -> None:
    assert told("Two people were shot in a double shooting.") == [("shot", 2)]
    assert told("A double bill of films opened in Tarrin.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Five people were shot; the youngest was 17.",
        "Two victims, an 8- and 9-year-old boy, were shot.",
        "Two girls, 13 and 17 years of age, were shot.",
    ],
)
def test_ages_are_no_counts(text: str) -> None:
    assert not [n for _, n in told(text) if n and n > 5]


def test_seventeen_year_olds_are_counted() -> None:
    assert told("Two 17-year-olds were shot in Tarrin.") == [("shot", 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four people were shot, one fatally, in Tarrin.", [("shot", 4), ("killed", 1)]),
        ("The shooting left five dead and 11 others shot.", [("killed", 5), ("injured", 11)]),
        ("He left seven dead, among them a judge, and one wounded.", [("killed", 7), ("injured", 1)]),
        ("The attack left one dead and five others, including two guards, injured.", [("injured", 5)]),
    ],
)
def test_each_number_has_its_own_outcome(text: str, expected: list[tuple[str, int]]) -> None:
    assert set(expected) <= set(told(text))
    assert not {("killed", 11), ("killed", 5), ("injured", 7)} & set(told(text)) - set(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Weld was driving with three friends when she was shot at a red light.",
        "A man was charged with the murder of a clerk in front of three boys.",
        "Police called it an attempted murder of two guards.",
        "None of the injuries is serious.",
        "There is no word on the condition of the wounded.",
    ],
)
def test_no_count_of_the_harmed(text: str) -> None:
    assert not [c for c in claims(text) if c.person is None and c.subset is None and c.value.number != 1]


def test_no_one_else_leaves_open_who_was() -> None:
    none = next(c for c in claims("A boy was shot in Tarrin. No one else was hurt.") if c.negated)
    assert none.partial
    assert not next(c for c in claims("No one was hurt in Tarrin.") if c.negated).partial


@pytest.mark.parametrize(
    "text",
    [
        "Three shootings left five people dead in Tarrin overnight.",
        "A series of weekend shootings left five people dead.",
        "A boy is well after a fall. In that case, five people were killed.",
    ],
)
def test_several_events_or_another_are_background(text: str) -> None:
    assert {c.scope for c in claims(text) if c.value.number == 5} == {"background"}


def test_a_headline_is_of_what_its_body_says() -> None:
    text = "Five Dead in Violent Tarrin Night\nA series of shootings left five people dead.\nOne man died on Elm Road."
    assert {c.scope for c in claims(text) if c.value.number == 5} == {"background"}
    assert counts("Five Dead in Tarrin\nFive people were killed on Elm Road.")[0] == ("killed", 5)


def test_a_relative_is_of_the_one_who_acts() -> None:
    text = "A 10-month-old was shot in Tarrin.\nAn 8-year-old boy found the gun and shot his younger brother."
    assert len(persons(text)) == 1


def test_another_child_is_another_than_the_one_who_plays() -> None:
    text = "A toddler was killed in Tarrin.\nA child was playing with a gun that hit another child, who died."
    assert len({name for _, name in persons(text)}) == 1
    assert len(persons("A child was shot in Tarrin.\nAnother child was shot in Weld.")) == 2


def test_who_tells_of_a_death_has_not_died() -> None:
    text = "Spokesman Marek Dolan said the father shot both sons and then himself."
    assert "Marek Dolan" not in {name for _, name in persons(text)}


def test_the_clause_behind_after_has_its_own_subject() -> None:
    text = "A father is held after his son shot himself in the arm."
    assert persons(text) == [("injured", "his son")]


def test_an_upper_body_is_of_the_living() -> None:
    assert persons("The boy was struck by a bullet in his upper body.") in ([("injured", "The boy")], [])
    assert persons("The body of Ana Weld was found.") == [("killed", "Ana Weld")]


def test_police_of_a_headline_are_not_the_dead() -> None:
    assert not [c for c in claims("Police Name Boy Killed in Tarrin\nClose the window.") if c.value.stated == "Police"]


def test_a_present_state_of_several_is_no_count() -> None:
    assert counts("Our sons are hurt by this, she said.") == []
    assert [c.kind for c in claims("Neighbours were hurt in the blast.")] == ["injured"]
