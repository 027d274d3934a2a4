"""Single persons: who was killed or hurt, and that one person stays one."""

from __future__ import annotations

import pytest

from reading import claims
from variorum.model import Claim


def persons(text: str) -> list[tuple[str, str]]:
    """Kind and name of the claims of single persons."""
    return [(c.kind, c.person) for c in claims(text) if c.person is not None]


def kinds(text: str) -> list[str]:
    """The kinds of the claims of single persons."""
    return sorted(kind for kind, _ in persons(text))


@pytest.mark.parametrize(
    "text",
    [
        "Marek Dolan was shot dead outside a bar in Tarrin.",
        "The governor condemned the murder of Ana Belmore.",
        "A 34-year-old man was pronounced dead at the scene.",
        "Police found Peter Quill dead in his flat.",
        "Ana Lantos succumbed to her wounds on Monday.",
        "Gunmen fatally shot Carla Menes near the port.",
    ],
)
def test_a_death_is_one_killed(text: str) -> None:
    assert kinds(text) == ["killed"]


@pytest.mark.parametrize(
    "text",
    [
        "Marek Dolan was shot in the leg outside a bar.",
        "A woman was stabbed on Hill Street and is in stable condition.",
        "Jonas Brandt was wounded in the attack.",
        "The driver suffered a gunshot wound to the arm.",
    ],
)
def test_harm_without_death_is_one_injured(text: str) -> None:
    assert kinds(text) == ["injured"]


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Brandt was not injured.",
        "Police said the man tried to kill Carla Menes.",
        "He could have been shot, Jonas Brandt said.",
        "Jonas Brandt was charged with attempted murder.",
        "The library was burned.",
    ],
)
def test_what_did_not_happen_is_no_claim(text: str) -> None:
    assert persons(text) == []


def test_the_last_word_on_a_person_counts() -> None:
    text = "A 19-year-old man was shot on Elm Road.\nMarek Dolan, 19, was taken to a hospital, where he died."
    assert kinds(text) == ["killed"]


def test_a_description_and_a_name_are_one_person() -> None:
    text = "A woman was killed in Tarrin on Friday.\nShe was shot in the chest.\nAna Belmore, 41, died at the scene."
    assert persons(text) and {name for _, name in persons(text)} == {"Ana Belmore"}


def test_two_persons_in_one_row_are_two() -> None:
    text = "Gunmen killed Ana Belmore and Peter Quill in Tarrin."
    assert {name for kind, name in persons(text) if kind == "killed"} == {"Ana Belmore", "Peter Quill"}


def test_another_person_is_another() -> None:
    text = "A man was shot in the leg on Elm Road.\nAnother man was shot in the arm."
    assert kinds(text) == ["injured", "injured"]


def test_persons_are_parts_of_a_stated_total() -> None:
    text = "Five people were killed in Tarrin.\nAna Belmore and Peter Quill died at the scene."
    assert persons(text) == []


def test_the_graver_word_wins() -> None:
    found = [(c.kind, c.value.number) for c in claims("Three people were shot and killed in a park.")]
    assert found == [("killed", 3)]


def test_a_trial_tells_of_its_own_event() -> None:
    text = "A jury found him guilty of the 2019 shooting that killed two people in Tarrin."
    assert [c.scope for c in claims(text) if c.kind == "killed"] == ["event"]


def test_separate_events_are_background() -> None:
    text = "One man was hurt on Elm Road.\nTwo women were wounded in a separate attack."
    assert [c.scope for c in claims(text) if c.value.number == 2] == ["background"]


def test_capitals_are_read_like_sentences() -> None:
    text = "THE MAYOR OF TARRIN, MAREK DOLAN, WAS MURDERED BY UNIDENTIFIED GUNMEN ON THE ROAD TO OSK."
    found: list[Claim] = claims(text)
    assert [(c.kind, c.value.number) for c in found] == [("killed", 1)]
    assert all(text[c.span.start : c.span.end] == c.span.text for c in found)


def test_ages_in_a_row_are_no_counts() -> None:
    text = "The gunman wounded three people, Ana Belmore, 41; Peter Quill, 20; and Jonas Brandt, 33."
    assert {c.value.number for c in claims(text)} <= {3}


def test_a_house_number_is_no_count() -> None:
    assert [
        c for c in claims("Dolan was shot at the library, 951 W. Lark Blvd., on Friday.") if c.value.number == 951
    ] == []


def test_a_title_kills_nobody() -> None:
    text = "The actress spoke of the crash on the set of Kill Bill, a film that she had made with him years before."
    assert "killed" not in kinds(text)


@pytest.mark.xfail(reason="the parser takes a first name it has never seen for a common noun", strict=True)
def test_a_name_never_seen_before_the_verb() -> None:
    assert kinds("Ivo Lantos succumbed to his wounds on Monday.") == ["killed"]


def test_a_purpose_is_no_deed() -> None:
    assert kinds("In the last scene she drives to the farm to kill Peter Quill.") == []
