"""Shootings and the like: the gravely hurt as a part, "another" alone, who did it, other events told beside."""

from __future__ import annotations

import pytest

from reading import claims
from variorum.model import Claim


def told(text: str) -> list[tuple[str, int | float | None]]:
    """Kind and number of the event's claims that are no part."""
    return [(c.kind, c.value.number) for c in claims(text) if c.scope == "event" and not c.partial and not c.negated]


def persons(text: str) -> list[tuple[str, str | None]]:
    """Kind and name of the single persons."""
    return [(c.kind, c.person) for c in claims(text) if c.person is not None and c.kind in ("killed", "injured")]


def of(text: str, kind: str) -> list[Claim]:
    """The counts of a kind that are of no single person."""
    return [c for c in claims(text) if c.kind == kind and c.person is None]


def test_the_gravely_hurt_are_a_part_of_those_shot() -> None:
    text = "Four people were shot in Tarrin.\nTwo people were critically injured, a nurse said."
    assert [(c.value.number, c.partial) for c in of(text, "injured")] == [(2, True)]
    alone = "Two people were critically injured in Tarrin."
    assert [(c.value.number, c.partial) for c in of(alone, "injured")] == [(2, False)]


def test_others_told_behind_them_are_no_whole() -> None:
    text = "One dead, one critically injured, three others hurt in Tarrin fire\nThe fire broke out on Monday."
    assert [c.partial for c in of(text, "injured")] == [False, False]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two people are in critical condition after a shooting in Tarrin.", 2),
        ("One sailor is dead and another is in serious condition in Tarrin.", 1),
        ("One sailor was killed and another wounded at the pier of Tarrin.", 1),
        ("A gunman killed one woman and critically injured another before he fled.", 1),
    ],
)
def test_who_is_in_a_condition_or_another_is_hurt(text: str, number: int) -> None:
    assert ("injured", number) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "One sailor is dead and another was questioned in Tarrin.",
        "One bullet hit a wall and another a lamp.",
        "Two lifts are in good condition.",
    ],
)
def test_another_of_whom_no_harm_is_told_is_no_count(text: str) -> None:
    assert not [c for c in of(text, "injured") if not c.negated]


@pytest.mark.parametrize(
    "text",
    [
        "A sailor of 30 lay in critical condition on Sunday in Tarrin.",
        "Tarrin woman in critical condition after shooting\nThe police seek a driver.",
        "A girl of nine was fighting for her life in Tarrin.",
    ],
)
def test_one_gravely_hurt_is_one_injured(text: str) -> None:
    assert [kind for kind, _ in persons(text)] == ["injured"]


@pytest.mark.parametrize(
    "text",
    [
        "Lev Dorn shot at six people in a van.",
        "Dorn fired shots at a van with nine people in it.",
        "WKL 9 News has learned that a shop was robbed.",
        "MS 13 members shot a dog in Tarrin.",
        "The officer was killed: 5 facts about her.",
    ],
)
def test_whom_nobody_hit_and_numbers_of_names_count_nobody(text: str) -> None:
    assert not [c for c in claims(text) if c.person is None and c.kind in ("shot", "killed", "injured")]


def test_shot_at_a_bar_is_hit() -> None:
    assert ("shot", 6) in told("Six people were shot at a bar in Tarrin.")


@pytest.mark.parametrize(
    "text",
    [
        "Arno Bel, 20, shot into a house in Tarrin.",
        "A cousin heard the gunshot, but had no idea that it was a gunshot.",
        "A few men tried to help the clerk, Ana Weld, who was taken away and slept.",
        "This is the eighth child of Sarn County to be injured or killed.",
        "Each victim suffered a gunshot wound.",
    ],
)
def test_nobody_is_hurt_by_these(text: str) -> None:
    assert not persons(text) and not [c for c in claims(text) if c.kind == "killed"]


def test_fatally_wounded_are_dead() -> None:
    text = "Arno Bel fatally wounded three friends and seriously wounded another in Tarrin."
    assert told(text) == [("killed", 3), ("injured", 1)]


def test_who_shot_is_left_out_of_those_shot() -> None:
    text = "A woman shot six neighbours in Tarrin, killing two, before turning the gun on herself."
    assert [c.exclusive_of for c in of(text, "shot")] == ["A woman"]
    assert [c.exclusive_of for c in of("A woman shot six neighbours in Tarrin and fled.", "shot")] == [None]


def test_the_gunman_who_killed_is_left_out_too() -> None:
    text = "Weld, the gunman who killed nine people at the pier, was shot dead by police."
    assert [c.exclusive_of for c in of(text, "killed") if c.value.number == 9] == ["the gunman"]


def test_wounds_of_the_dead_are_no_injuries() -> None:
    dead = "A family of four was found dead in Tarrin.\nAll four had gunshot wounds."
    assert not of(dead, "injured")
    assert [c.value.number for c in of("Four men had gunshot wounds.", "injured")] == [4]


def test_both_died() -> None:
    text = "The clerk and a customer were shot in Tarrin.\nBoth died."
    assert [kind for kind, _ in persons(text)] == ["killed", "killed"]
    assert [k for k, _ in persons("The clerk and a customer were shot in Tarrin.\nBoth walked away.")] == [
        "injured"
    ] * 2


def test_one_of_those_shot_is_a_part() -> None:
    text = "Ana Weld is one of five sailors shot in Tarrin."
    assert [(c.value.number, c.partial) for c in of(text, "shot")] == [(1, True), (5, False)]


def test_a_row_of_a_headline_is_several_persons() -> None:
    text = "Mother, toddler found dead in Tarrin\nThe police said so on Monday."
    assert [kind for kind, _ in persons(text)] == ["killed", "killed"]
    assert len(persons("Mother, 30, found dead in Tarrin\nThe police said so on Monday.")) == 1


def test_whose_son_was_killed_is_not_the_killer() -> None:
    text = (
        "Man kills his wife and her son, turns gun on himself in Tarrin\n"
        "Police say Lev Dorn, 40, shot his wife and her son, then turned the gun on himself."
    )
    assert len([p for k, p in persons(text) if k == "killed"]) == 3


def test_who_shot_somebody_is_not_the_one_shot() -> None:
    text = "A man was found dead in Tarrin.\nThe man had shot a boy.\nThe man shot the woman's son."
    assert ("killed", "A man") in persons(text)
    assert ("injured", "A man") not in persons(text)


def test_what_was_done_before_the_event_is_not_of_it() -> None:
    text = (
        "Ana Holt was killed in a shooting in Tarrin on Friday.\n"
        "Her aunt, Nora Hale, was killed in a shooting three days earlier."
    )
    assert persons(text) == [("killed", "Ana Holt")]
    alone = "Nora Hale was killed in a shooting three days earlier."
    assert persons(alone) == [("killed", "Nora Hale")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Weld was shot in Tarrin.\nShe mourned a sailor who was killed in a previous attack.",
        "Ana Weld was shot in Tarrin.\nA boy was killed in an earlier shooting.",
    ],
)
def test_previous_events_are_background(text: str) -> None:
    named = [(c.person, c.scope) for c in claims(text) if c.person is not None]
    assert named[0] == ("Ana Weld", "event")
    assert {scope for _, scope in named[1:]} == {"background"}


def test_a_period_of_the_clause_that_tells_the_harm_counts() -> None:
    text = "Police named the four sailors who were killed over the past month in Tarrin."
    assert [c.scope for c in of(text, "killed") if c.value.number == 4] == ["background"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarrin man charged after toddler opens drawer, shoots self\nPolice came on Monday.",
        "Father arrested after toddler accidentally shoots self\nPolice came on Monday.",
    ],
)
def test_who_is_held_after_it_did_not_shoot_himself(text: str) -> None:
    assert persons(text) == [("injured", "toddler")]


def test_whom_a_town_fears_for_is_dead() -> None:
    text = "Tarrin street in fear after girl, 14, is killed by robbers\nPolice came on Monday."
    assert persons(text) == [("killed", "girl")]
