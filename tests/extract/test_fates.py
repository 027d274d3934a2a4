"""Who came to harm, by set phrases and rows: each with a sentence that must not be read so."""

from __future__ import annotations

import pytest

from reading import claims


def persons(text: str) -> list[tuple[str, str]]:
    """Kind and label of the single persons."""
    return [(c.kind, c.person) for c in claims(text) if c.person is not None and c.kind in ("killed", "injured")]


def counts(text: str) -> list[tuple[str, float | None]]:
    """Kind and number of the counts."""
    return [(c.kind, c.value.number) for c in claims(text) if c.person is None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A stray round hit the girl in the side, but the surgeons were not able to save her.",
            [("killed", "the girl")],
        ),
        ("The boy was in a coma until Sunday and passed away.", [("killed", "The boy")]),
        ("The mother of an 8-year-old boy who fatally shot himself was held.", [("killed", "an 8-year-old boy")]),
        ("Man held after Tarrin teen shot in foot\nPolice came.", [("injured", "Tarrin teen")]),
        ("Tarrin County boy, 4, shoots self in foot\nPolice came.", [("injured", "Tarrin County boy")]),
        (
            "Rangers said a 12-year-old girl, two cooks and a man were shot.",
            [("injured", "a 12-year-old girl"), ("injured", "a man")],
        ),
        (
            "A guard was shot in Tarrin by a woman who is believed to have killed herself afterwards.",
            [("injured", "A guard"), ("killed", "a woman")],
        ),
    ],
)
def test_harm_is_told_of_the_right_person(text: str, found: list[tuple[str, str]]) -> None:
    assert persons(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Doctors were able to save her.",
        "The family of four came to a Father's Day murder trial.",
        "Brandt attempted to take her own life and is under guard.",
        "The boy lay on the sand and his body was limp, a fisherman said.",
        "A girl, two cooks and a man were not shot.",
    ],
)
def test_nobody_died_of_what_did_not_happen(text: str) -> None:
    assert not [p for p in persons(text) if p[0] == "killed"]


def test_those_behind_the_dead_are_read_by_their_own_state() -> None:
    found = counts("The raid left one dead and two more in critical condition.")
    assert sorted(found) == [("injured", 2), ("killed", 1)]
    assert ("injured", 14) in counts("An attack on a wedding, leaving one dead and 14 others shot, was filmed.")
    assert ("killed", 2) in counts("The raid left one hurt and two others dead.")


def test_a_verb_with_a_number_of_its_own_tells_of_others() -> None:
    assert ("shot", 4) in counts("4 people shot on Columbus Street, 2 die")
    assert ("killed", 4) in counts("4 people shot and killed on Columbus Street")


def test_victims_of_a_deed_in_front_of_them_are_counted() -> None:
    text = "The owner of a club was killed on Sunday.\nNothing is known of the other four shooting victims."
    assert ("injured", 4) in counts(text)
    assert counts("Four victims spoke of the shooting in court.") == []


def test_the_name_of_a_deed_counts_more_than_a_class() -> None:
    text = "Teen, 3 adults shot at Tarrin home\nPolice are investigating a quadruple shooting."
    assert ("shot", 4) in counts(text)
    text = "3 adults shot at Tarrin home\nPolice are investigating a triple shooting."
    assert counts(text).count(("shot", 3)) == 1


def test_who_is_accused_of_a_deed_is_denied_bond_not_the_deed() -> None:
    found = claims("The court denied bond for a Lindau woman charged with killing her father.")
    assert [c.negated for c in found if c.kind == "killed"] == [False]
    found = claims("The army denied that it had killed three villagers.")
    assert [c.negated for c in found if c.kind == "killed"] == [True]


def test_one_other_person_is_counted_once() -> None:
    found = [c for c in claims("The raid injured one other person.") if c.kind == "injured" and c.person is None]
    assert not any(c.increment for c in found)


def test_some_of_the_hurt_are_a_part() -> None:
    (found,) = (c for c in claims("Three of those injured had minor wounds.") if c.value.number == 3)
    assert found.partial


def test_a_street_is_no_place_of_a_count() -> None:
    assert [c.place for c in claims("Four people were shot on Warren Avenue.")] == [None]
    assert [c.place for c in claims("Four people were shot in Lima.")] == ["Lima"]


def test_a_word_before_its_noun_tells_of_that_alone() -> None:
    assert ("injured", "a clerk") not in persons("Deputies found a clerk in Tarrin holding the wounded girl.")
    assert ("injured", "a clerk") in persons("Deputies found a clerk in Tarrin wounded by glass.")
