"""Voices that go on: behind their clause, over the full stop to some of those they spoke of, and no further."""

from __future__ import annotations

import pytest

from reading import claims


def sources(text: str, kind: str, number: int) -> list[str]:
    """The names behind the first count of a kind and number."""
    found = next(c for c in claims(text) if c.kind == kind and c.value.number == number)
    return [s.name for s in found.attribution]


@pytest.mark.parametrize(
    ("text", "kind", "number", "name"),
    [
        ("Forty people died, wardens said, after seven of the wounded died at dawn.", "killed", 7, "wardens"),
        (
            "Twelve people have died, the abbey said at noon, after monks found two bodies.",
            "killed",
            2,
            "abbey",
        ),
        (
            "Twenty people are in hospital, Ana Bel said, five of them on oxygen.",
            "hospitalised",
            5,
            "Ana Bel",
        ),
        ("Six people drowned, according to the coast guard, including two children.", "killed", 2, "coast guard"),
        ("Thirty people were killed, the governor said. Ten of them were children.", "killed", 10, "governor"),
        (
            "Twenty miners were brought to hospital, said the mayor, Ana Bel. Eight were in critical condition.",
            "hospitalised",
            8,
            "Ana Bel",
        ),
    ],
)
def test_the_voice_goes_on(text: str, kind: str, number: int, name: str) -> None:
    assert sources(text, kind, number) == [name]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Five people were killed, the abbey said, as police detained two cooks.", "detained", 2),
        ("Six people died, the harbour office said, and police arrested two stokers.", "detained", 2),
        ("Twelve people died, police said. Thirty people were evacuated from the quay.", "evacuated", 30),
        ("Thirty people were killed, the governor said.\nTwelve people were rescued.", "rescued", 12),
    ],
)
def test_what_stands_beside_has_its_own_voice(text: str, kind: str, number: int) -> None:
    assert sources(text, kind, number) == []


@pytest.mark.parametrize(
    ("text", "kind", "number", "name"),
    [
        ("Some 9,200 marchers were counted by wardens of the town.", "protesters", 9200, "wardens of the town"),
        ("Some 4,100 deaths were recorded by the Tarrin Monitor.", "killed", 4100, "Tarrin Monitor"),
        ("The number of dead was put at 31 by the governor.", "killed", 31, "governor"),
        (
            "The village teacher, Mina Kolt, keeps a list of her own. It has eight dead by now.",
            "killed",
            8,
            "Mina Kolt",
        ),
        ("The teachers' union keeps its own list: 14 dead and nine missing.", "killed", 14, "teachers' union"),
        ("A list kept by the teachers' union names 14 dead.", "killed", 14, "teachers' union"),
        ("Ana Bel, a midwife, wrote down 36 wounded by dusk.", "injured", 36, "Ana Bel"),
    ],
)
def test_who_counts_or_keeps_the_list(text: str, kind: str, number: int, name: str) -> None:
    assert sources(text, kind, number) == [name]


def test_a_deed_done_by_somebody_is_no_count_of_theirs() -> None:
    assert sources("Twelve people were arrested by police.", "detained", 12) == []


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Ministry: 38 dead in market raid", "Ministry"),
        ("Quay blast: 38 dead (ministry)", "ministry"),
        ("Army says 38 rebels killed in clash", "Army"),
    ],
)
def test_voices_of_headlines(headline: str, name: str) -> None:
    assert sources(f"{headline}\nText follows.", "killed", 38) == [name]


@pytest.mark.parametrize(
    "headline", ["Coastal Storm Terror: 11 Killed", "Hotel Fire: 11 Dead", "Killing of 11-year-old"]
)
def test_a_topic_is_no_voice(headline: str) -> None:
    assert [s for c in claims(f"{headline}\nText follows.") for s in c.attribution] == []


def test_hearsay_that_the_next_sentence_calls_untrue() -> None:
    text = "Talk was that 60 pilgrims had died. That is false, said the abbot, Ana Bel."
    claim = next(c for c in claims(text) if c.value.number == 60)
    assert claim.negated
    assert [s.name for s in claim.attribution] == ["Ana Bel"]


def test_hearsay_that_the_next_sentence_confirms() -> None:
    text = "Posts online spoke of 60 dead. It is true, said the abbot, Ana Bel."
    assert not next(c for c in claims(text) if c.value.number == 60).negated


def test_a_number_set_against_a_newer_one_is_older() -> None:
    text = "The mayor put the number of injured at 55, against 47 on Friday."
    assert {c.value.number: c.earlier for c in claims(text) if c.kind == "injured"} == {55: False, 47: True}


def test_two_places_beside_each_other_are_both_of_now() -> None:
    text = "The storm killed 12 people in Hanley against three in Orsk."
    assert not any(c.earlier for c in claims(text))


def test_a_note_on_an_earlier_day_is_older() -> None:
    text = "(Corrects number of wounded on Friday to 47, not 74)\nFifty-five people are injured."
    found = {c.value.number: c.earlier for c in claims(text, "2024-05-14") if c.kind == "injured"}
    assert found[47] and not found[55]


def test_people_on_a_coach_are_not_the_dead_counted_before() -> None:
    text = "Fifteen people have died.\n(Corrects number of people aboard bus to 38.)"
    assert 38 not in [c.value.number for c in claims(text) if c.kind == "killed"]


def test_what_somebody_saw_before_the_comma_is_not_what_they_counted() -> None:
    text = "By the list, which they let us see, 13 men died in the prison."
    assert [c.partial for c in claims(text) if c.kind == "killed"] == [False]
