"""Rows with single members that say who those of a count are."""

from __future__ import annotations

import pytest

from reading import claims


def told(text: str, kind: str) -> list[tuple[object, str | None]]:
    """Number and words of each part of a kind, by its words."""
    parts = [(c.value.number, c.subset) for c in claims(text) if c.kind == kind and c.subset is not None]
    return sorted(parts, key=lambda part: text.index(part[1] or ""))


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        (
            "Those killed were two Swedes, a Finnish man and a Norwegian woman, the ministry said.",
            "killed",
            [(2, "Swedes"), (1, "Finnish man"), (1, "Norwegian woman")],
        ),
        (
            "Among the dead are two Swedes, a diver from Oslo and a Dane, according to police.",
            "killed",
            [(2, "Swedes"), (1, "diver"), (1, "Dane")],
        ),
        (
            "The dead were identified as five Danes, two Finns and a porter, while four await a name.",
            "killed",
            [(5, "Danes"), (2, "Finns"), (1, "porter")],
        ),
        (
            "Prosecutors announced the arrest of three people: the plant director and two electricians.",
            "detained",
            [(1, "director"), (2, "electricians")],
        ),
        ("In custody are the site manager and two foremen.", "detained", [(1, "site manager"), (2, "foremen")]),
        (
            "Two employees, a conductor and a cook, were killed.",
            "killed",
            [(2, "employees"), (1, "conductor"), (1, "cook")],
        ),
        (
            "Among the dead are both pilots of the mail plane and a cook, the ministry said.",
            "killed",
            [(2, "pilots"), (1, "cook")],
        ),
        (
            "Among the dead are two citizens of Austria, a man from Spain and a Dane.",
            "killed",
            [(2, "citizens of Austria"), (1, "man from Spain"), (1, "Dane")],
        ),
        (
            "Fifteen people are now dead after divers found three bodies. Nine were Polish, four Dutch and two Swiss.",
            "killed",
            [(9, "Polish"), (4, "Dutch"), (2, "Swiss")],
        ),
        (
            "None of the dead was a child, the ministry said. Seventeen were Danes and eight Finns.",
            "killed",
            [(17, "Danes"), (8, "Finns")],
        ),
        (
            "The police put the number of Indian dead at four. There were also five Danes, two Finns and two Swedes.",
            "killed",
            [(4, "Indian"), (5, "Danes"), (2, "Finns"), (2, "Swedes")],
        ),
        (
            "On board were 40 pupils, three teachers and a coach driver.",
            "aboard",
            [(40, "pupils"), (3, "teachers"), (1, "coach driver")],
        ),
        ("Police said the dead were two guards and an intruder.", "killed", [(2, "guards"), (1, "intruder")]),
        ("The number of foreigners on board was put at 26.", "aboard", [(26, "foreigners")]),
        (
            "Five people were killed, including a nurse, two of her patients and a conductor.",
            "killed",
            [(1, "nurse"), (2, "patients"), (1, "conductor")],
        ),
    ],
)
def test_members_of_a_row_are_counted_one_by_one(text: str, kind: str, found: list[tuple[object, str]]) -> None:
    assert told(text, kind) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Eleven people died. Nine were pensioners, the others a nurse and a guard who had run back.",
            [(9, "pensioners"), (1, "nurse"), (1, "guard")],
        ),
        (
            "The explosion killed eight people. Six were dockers, the other two a crane driver and his son.",
            [(6, "dockers"), (1, "crane driver"), (1, "son")],
        ),
        (
            "Five people, including an off-duty nurse and two children, were killed.",
            [(1, "off-duty nurse"), (2, "children")],
        ),
        (
            "Eleven people died, nine of them patients. The others were a doctor and a caretaker.",
            [(9, "patients"), (1, "doctor"), (1, "caretaker")],
        ),
        (
            "Eleven people died, nine of them patients, the remainder being a doctor and a porter.",
            [(9, "patients"), (1, "doctor"), (1, "porter")],
        ),
        ("The storm killed three people. The third was a volunteer lifeguard.", [(1, "volunteer lifeguard")]),
        ("Three died in the storm: two drowned, while a diver was the third fatality.", [(1, "diver")]),
    ],
)
def test_who_the_rest_of_a_count_are(text: str, found: list[tuple[object, str]]) -> None:
    assert told(text, "killed") == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Five people were killed, including two girls, and a driver was arrested.", "killed", [(2, "girls")]),
        ("Eleven people died, nine of them patients. The others were hurt.", "killed", [(9, "patients")]),
        ("The storm killed three people. The third was found in a ditch.", "killed", []),
        ("One man died and two others, a cook and a porter, were taken to hospital.", "killed", []),
        ("The dead were taken to two hospitals and a morgue.", "killed", []),
        ("Three died. The others were a nurse and a guard, who are in hospital.", "killed", []),
        ("Police held two people, the owner and a guard.", "detained", []),
        ("Nine died. The third was a mistake, the mayor said.", "killed", []),
    ],
)
def test_who_only_stands_near_is_no_member(text: str, kind: str, found: list[tuple[object, str]]) -> None:
    assert told(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("Who were the dead? Two came from Serbia, the ministry said.", "killed", [2]),
        ("He killed three people in May 2019 and wounded a fourth.", "injured", [1]),
        ("They damaged three houses and a quarter of a fourth of the crop.", "buildings_damaged", [3]),
    ],
)
def test_numbers_that_lean_on_a_question_or_a_count(text: str, kind: str, numbers: list[int]) -> None:
    assert [c.value.number for c in claims(text) if c.kind == kind] == numbers


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("The garrison holds 90 people; 23 are under 18.", "detained", [(23, "under 18")]),
        ("Of the 61 detained, nine are in their teens.", "detained", [(9, "in their teens")]),
        (
            "Police arrested 40 people. Twelve were aged between 14 and 17.",
            "detained",
            [(12, "aged between 14 and 17")],
        ),
        ("He owns 40 goats; nine are over 3.", "detained", []),
    ],
)
def test_an_age_tells_a_part(text: str, kind: str, found: list[tuple[int, str]]) -> None:
    assert told(text, kind) == found
