"""Whom a count is of: the part in the report's own word, and no part where all are meant or only a place is told."""

from __future__ import annotations

import pytest

from reading import claims


def subsets(text: str, kind: str, number: int) -> list[str | None]:
    """The parts of the counts of a kind and number."""
    return [c.subset for c in claims(text) if c.kind == kind and (c.value.number or 0) == number]


@pytest.mark.parametrize(
    ("text", "kind", "number", "part"),
    [
        ("Six Britons were among those killed.", "killed", 6, "Britons"),
        ("The blast killed 11 Ostravans and hurt four Merovians.", "killed", 11, "Ostravans"),
        ("Two Dutchmen were injured in the lift.", "injured", 2, "Dutchmen"),
        ("Six of the dead were Danish, three Greek and one a Swiss.", "killed", 3, "Greek"),
        ("Twelve people died. Six were Danish, three Greek and two Finnish.", "killed", 6, "Danish"),
        ("Thirty people died, the ministry said. Eleven were women.", "killed", 11, "women"),
        ("Ten of the patients were Swedes and four were Danish.", "hospitalised", 4, "Danish"),
        ("Eighteen of the passengers were Poles.", "aboard", 18, "Poles"),
        ("The guild said two of its members had died.", "killed", 2, "members"),
        ("Thirty members of the coast patrol were hurt.", "injured", 30, "members of the coast patrol"),
        ("The envoy put at eight the number of his compatriots killed.", "killed", 8, "compatriots"),
        ("Officers injured: 43", "injured", 43, "Officers"),
        ("Eight of the dead were members of one choir.", "killed", 8, "members of one choir"),
        ("Six geologists were killed in the landslide.", "killed", 6, "geologists"),
        ("Nine people died: four guests and five members of staff.", "killed", 5, "members of staff"),
        ("Forty people are in hospital. Twelve are in intensive care.", "hospitalised", 12, "intensive care"),
        ("All nine hostages are free. Two got hurt on the way.", "injured", 2, "hostages"),
        ("Twelve soldiers and 30 rebels were killed on the pass.", "killed", 12, "soldiers"),
    ],
)
def test_the_part_has_its_word(text: str, kind: str, number: int, part: str) -> None:
    assert part in subsets(text, kind, number)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Seven fishermen are missing after their boat overturned.", "missing", 7),
        ("Police freed the twelve hostages.", "rescued", 12),
        ("Some 2,000 students marched through the capital.", "protesters", 2000),
        ("Six of the dead were from Hanley and two from Ross.", "killed", 6),
        ("Ten of the fatalities came from Malton, where the fair was held, six from Ilford.", "killed", 6),
        ("Thirty are in hospital, nine of whom lie in the capital.", "hospitalised", 9),
        ("Six of the wounded succumbed by noon.", "killed", 6),
        ("Four bodies were dug from a cellar.", "killed", 4),
        ("Three people died in the fire.", "killed", 3),
        ("Twelve of the injured, including three children, were kept in.", "injured", 12),
    ],
)
def test_all_of_them_or_a_place_are_no_part(text: str, kind: str, number: int) -> None:
    found = subsets(text, kind, number)
    assert found and set(found) == {None}


def test_fishermen_are_a_part_where_others_are_missing_too() -> None:
    text = "Nineteen people are missing. Seven fishermen are missing with their boat."
    assert subsets(text, "missing", 7) == ["fishermen"]


def test_soldiers_alone_are_all() -> None:
    assert subsets("Twelve soldiers were killed when their truck rolled over.", "killed", 12) == [None]


def test_a_row_that_counts_nobody_stays_unread() -> None:
    text = "Fifteen people died. Nine were open, four shut."
    assert [c.value.number for c in claims(text) if c.kind == "killed"] == [15]
