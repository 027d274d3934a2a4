"""How counts are told: from one value to another, at first, perhaps, of a nation, in a list; and what is no count."""

from __future__ import annotations

import pytest

from reading import claims, counts
from variorum.lang.subsets import key


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose from 14 to 21, the ministry said.",
        "The number of dead climbed from 14 to 21 on Friday.",
        "The ministry revised the death toll from 14 to 21.",
        "The toll went from 14 to 21 overnight.",
    ],
)
def test_from_one_value_to_another_are_an_older_and_a_newer_count(text: str) -> None:
    older, newer = claims(text)
    assert (older.value.number, older.earlier, newer.value.number, newer.earlier) == (14, True, 21, False)


def test_from_one_number_to_another_is_a_range_where_nothing_moves() -> None:
    (found,) = claims("From 14 to 21 people died in the mudslide.")
    assert (found.value.low, found.value.high, found.earlier) == (14, 21, False)


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("Earlier reports had put the number of dead at 16.", True),
        ("Early accounts spoke of 16 dead.", True),
        ("The mayor at first said 16 people had died.", True),
        ("The Red Crescent had earlier put the number of dead at 16.", True),
        ("The first accounts of the slide, which killed 16, came by radio.", False),
        ("At first light 16 people were found dead.", False),
    ],
)
def test_what_was_told_first_is_an_older_count(text: str, earlier: bool) -> None:
    (found,) = claims(text)
    assert (found.value.number, found.earlier) == (16, earlier)


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Some 26 people may be dead, the mayor said.", [True]),
        ("Divers fear 26 people may be missing.", [True]),
        ("26 people may have been killed, the mayor said.", [True]),
        ("26 people were killed, the mayor said.", [False]),
        ("26 people may die, the mayor said.", []),
        ("26 people could be killed, the mayor said.", []),
    ],
)
def test_what_may_be_so_is_doubted_and_what_may_come_is_no_count(text: str, hedged: list[bool]) -> None:
    assert [c.hedged for c in claims(text)] == hedged


@pytest.mark.parametrize(
    "text",
    [
        "He was beaten to death on 24 May when he opened the door.",
        "HE WAS BEATEN TO DEATH ON 24 MAY WHEN HE OPENED THE DOOR.",
        "The weaver suffered two broken ribs.",
    ],
)
def test_days_of_may_and_ribs_are_no_people(text: str) -> None:
    assert not any(c.value.number in {2, 24} for c in claims(text))


def test_people_who_may_have_died_are_no_date() -> None:
    assert counts("A crowd of 24 may have drowned, the mayor said.") == [("killed", 24)]


def test_locals_are_no_time_of_day() -> None:
    assert counts("Two local farmers were killed at 7.30 local time.") == [("killed", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "The nine climbers, all between 19 and 38, were killed.",
        "Nine climbers, aged from 19 to 38, were killed.",
    ],
)
def test_ages_between_two_numbers_are_no_people(text: str) -> None:
    assert counts(text) == [("killed", 9)]


def test_a_degree_belongs_to_the_count_before_it() -> None:
    found = counts("Two people were killed and five others wounded, one critically, when a wall fell.")
    assert found == [("killed", 2), ("injured", 5)]


def test_each_class_that_the_dead_included_is_counted() -> None:
    found = claims("The dead included five guards, six clerks and two children who sold water.")
    assert [(c.kind, c.value.number) for c in found] == [("killed", 5), ("killed", 6), ("killed", 2)]


def test_a_nation_tells_a_class() -> None:
    first, second = claims("The crash killed ten Kenyan citizens and two local pilots.")
    assert (first.value.number, first.subset) == (10, "Kenyan citizens")
    assert (second.value.number, second.kind) == (2, "killed")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Kenyans", "Kenyan citizens", True),
        ("U.S. tourists", "AMERICAN tourists", True),
        ("Costa Rican pilots", "pilots", False),
        ("Kenyan soldiers", "Kenyans", False),
        ("two of us", "U.S. citizens", False),
    ],
)
def test_words_for_a_nation_are_one(a: str, b: str, same: bool) -> None:
    assert (key(a) == key(b)) is same


@pytest.mark.parametrize(
    "text",
    [
        "The driver, Dora Wick, 36, and the passenger, Olga Tesk, 61, were injured.",
        "A lorry overturned, injuring the driver and a passenger.\n"
        "The driver, Dora Wick, 36, and the passenger, Olga Tesk, 61, both suffered minor injuries.",
    ],
)
def test_a_name_behind_a_description_is_that_person(text: str) -> None:
    assert {c.person for c in claims(text)} == {"Dora Wick", "Olga Tesk"}


def test_a_number_that_begins_a_sentence_is_nobodys_name() -> None:
    found = claims("Seven were wounded. Police shot and killed the gunman.")
    assert [c.person for c in found if c.kind == "killed"] == ["the gunman"]


def test_whether_somebody_was_hurt_is_open() -> None:
    assert counts("It is not known whether Dora Wick has been wounded.") == []


def test_a_number_between_commas_behind_one_person_is_an_age() -> None:
    assert not any(c.value.number == 67 for c in claims("A neighbor, 67, was treated for a gunshot wound."))


@pytest.mark.parametrize(
    ("text", "crew"),
    [
        ("The launch cast off with 58 passengers and six crew.", [("aboard", 58), ("aboard", 6)]),
        ("The coach left with 58 passengers and six crew members.", [("aboard", 58), ("aboard", 6)]),
        ("The captain told passengers that six crew members were late.", []),
    ],
)
def test_a_crew_beside_passengers_is_aboard(text: str, crew: list[tuple[str, int]]) -> None:
    assert counts(text) == crew


def test_what_the_dead_and_the_missing_are_put_at() -> None:
    assert counts("The prefect put the dead at 12 and the missing at three.") == [("killed", 12), ("missing", 3)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ten residents, the youngest 78 and the oldest 103, died in a fire.", {10}),
        ("Ann and Bob Wick, 93 and 91, were found dead.", {1}),
        ("Four of those killed were children from one family.", {4}),
    ],
)
def test_ages_of_the_oldest_and_of_couples_and_one_family_are_no_people(text: str, told: set[int]) -> None:
    assert {c.value.number for c in claims(text)} == told


def test_what_a_count_leaves_out_may_be_a_place_around_another() -> None:
    (found,) = claims("Apart from Tarrin and the surrounding district, six other regions were hit.")
    assert found.exclusive_of == "Tarrin and the surrounding district"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protesters burned a few cabins and several tyres in Tarrin.", []),
        ("Two people were burned in Tarrin.", [("injured", 2)]),
        ("Six officials were murdered in Tarrin. A team, including two judges, is at work there.", [("killed", 6)]),
        ("Six officials were murdered in Tarrin, including two judges.", [("killed", 6), ("killed", 2)]),
        (
            "Rebels abducted 20 people in Tarrin. Among the victims are four mayors and two cooks.",
            [("kidnapped", 20), ("kidnapped", 4), ("kidnapped", 2)],
        ),
        (
            "A bomb killed 20 people in Tarrin. Among the victims are four mayors and two cooks.",
            [("killed", 20), ("killed", 4), ("killed", 2)],
        ),
        ("The raid caused one death, as told earlier, to the grief of a large number of families.", [("killed", 1)]),
        (
            "Six monks -- four of them old -- and two women were murdered in Tarrin.",
            [("killed", 6), ("killed", 4), ("killed", 2)],
        ),
    ],
)
def test_what_is_counted_is_what_its_own_sentence_says(text: str, expected: list[tuple[str, int]]) -> None:
    assert counts(text) == expected
