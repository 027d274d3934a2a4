"""Counts that add to persons told before them, and to counts in the same row."""

from __future__ import annotations

import pytest

from reading import claims


def told(text: str, kind: str) -> list[tuple[object, str | None, bool]]:
    """Number (or the stated words), person and whether it adds, of the claims of a kind."""
    found = [c for c in claims(text) if c.kind == kind]
    return [(c.value.number if c.value.number is not None else c.value.stated, c.person, c.increment) for c in found]


@pytest.mark.parametrize(
    ("text", "kind", "adds"),
    [
        ("Troops captured a courier and two of his friends near Dolva.", "detained", 2),
        ("Police arrested a dealer. Two other men were detained later.", "detained", 2),
        ("Police arrested a dealer on Monday. They also detained three suspects.", "detained", 3),
        ("Police arrested a dealer. An officer said four additional suspects were held.", "detained", 4),
        ("The bomb killed Ana Belmore and two others.", "killed", 2),
        ("Troops detained the courier along with several suspected insurgents.", "detained", "several"),
    ],
)
def test_others_add_to_a_person(text: str, kind: str, adds: object) -> None:
    assert [n for n, person, more in told(text, kind) if more and person is None] == [adds]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police detained two couriers near Dolva.", "detained"),
        ("A guard was killed and two others were wounded.", "injured"),
        ("Police arrested five men, among them two other dealers.", "detained"),
        ("Two others were hurt. Ana Belmore, 22, was wounded in the leg.", "injured"),
        ("A man was shot in the leg. He was wounded in a row with one or more people.", "injured"),
        ("Ana Belmore was wounded. Also hurt in the row were three men.", "injured"),
    ],
)
def test_nobody_of_the_kind_stands_before(text: str, kind: str) -> None:
    assert not any(more for _, _, more in told(text, kind))


def test_what_restates_an_addition_adds_as_well() -> None:
    text = "Troops detained a courier and several insurgents. The team held several insurgents for questioning."
    assert [(n, more) for n, person, more in told(text, "detained") if person is None] == [("several", True)] * 2


def test_a_row_of_counts() -> None:
    text = "Two couriers and three other militants were captured in Golbin."
    assert [(n, more) for n, _, more in told(text, "detained")] == [(2, False), (3, True)]


@pytest.mark.parametrize("text", ["Both men were detained for questioning.", "The brothers ran. Both were arrested."])
def test_both_are_two(text: str) -> None:
    assert told(text, "detained") == [(2, None, False)]


@pytest.mark.parametrize("text", ["Both cars were seized.", "Both the guard and his son were arrested."])
def test_both_of_other_things(text: str) -> None:
    assert 2 not in [n for n, _, _ in told(text, "detained")]


def test_the_dead_are_told_one_by_one() -> None:
    assert not told("Police came to the house of the brothers. Both later died.", "killed")


def test_a_plan_to_kill_is_no_killing() -> None:
    assert not told("The notes speak of plans to help in the assassinations of union leaders.", "killed")
    assert told("The note speaks of the assassination of the union leaders.", "killed")
