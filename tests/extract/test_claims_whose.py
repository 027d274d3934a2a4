"""Whom a word of harm tells of, and whether it tells of anybody: rows, participles, exceptions, mere possibilities."""

from __future__ import annotations

import pytest

from reading import claims, quantities


def told(text: str) -> set[tuple[str, float | None, str | None]]:
    """Kind, number and person of the claims that are not denied."""
    return {(c.kind, c.value.number, c.person) for c in claims(text) if not c.negated}


def counts(text: str) -> set[tuple[str, float | None]]:
    return {(kind, number) for kind, number, person in told(text) if person is None}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least seven guards travelling on a bus were killed on Monday.", ("killed", 7)),
        ("Five passengers riding on the ferry were injured in the attack.", ("injured", 5)),
        ("Five passengers were travelling on the ferry when it caught fire.", ("aboard", 5)),
        ("A sergeant was charged over the death of six monks and their two cooks.", ("killed", 2)),
        ('A SERGEANT TRIED FOR THE DEATH OF SIX MONKS AND THEIR TWO COOKS "HAD HIS ORDERS".', ("killed", 2)),
        ("Riots led to the death of one soldier, the injuring of two policemen and 12 arrests.", ("injured", 2)),
    ],
)
def test_those_the_word_tells_of(text: str, found: tuple[str, float]) -> None:
    assert found in counts(text)
    assert not {kind for kind, number in counts(text) if number == found[1]} - {found[0]}


@pytest.mark.parametrize(
    "text",
    [
        "Neither the four monks nor the two cooks with them were hurt.",
        "None of the four monks and about 100 pilgrims was hurt when the rocket fell.",
        "The staff said the raiders had 31 casualties, dead and wounded among them.",
        "The monks could have been killed when the bomb went off.",
        "The officers and troops have neutralized the gang.",
    ],
)
def test_nobody_is_told_of(text: str) -> None:
    assert told(text) == set()


def test_a_plural_is_told_of_beside_an_auxiliary() -> None:
    assert ("killed", None) in counts("The villagers have died of hunger.")
    assert ("killed", None) in counts("The troops have been killed.")


def test_who_is_told_is_not_who_was_killed() -> None:
    text = "The deputies told reporters that Commander Weld was murdered on Sunday."
    assert told(text) == {("killed", 1, "Weld")}


def test_the_name_before_a_passive_is_its_subject() -> None:
    text = "Dunn, a farmer, became party leader after Roe Pell was murdered."
    assert told(text) == {("killed", 1, "Roe Pell")}


def test_a_name_that_is_a_plural_is_no_person() -> None:
    assert all(
        person is None for _, _, person in told("THE TROOPS BOMBED TOWNS AND MURDERED CARMELITE PRIESTS IN MAY.")
    )


def test_a_sum_over_days_is_no_count_of_the_event() -> None:
    scopes = [c.scope for c in claims("Two party leaders have been murdered in less than 15 days.")]
    assert scopes == ["background"]


def test_ordinals_of_armies() -> None:
    assert [q.value.number for q in quantities("Troops of the 2d and 33d Brigade lost 4 men.")] == [4]


def test_some_of_a_group_behind_the_word_for_a_deed() -> None:
    assert ("killed", 6) in counts("The abbot told of the killing of six of their brothers at the abbey.")


def test_a_sum_during_a_year() -> None:
    (whole, part) = claims("The group says 19,000 have died, of whom 700 have died during 2024.")
    assert (whole.scope, part.scope, part.rate) == ("event", "background", "during 2024")
