"""Single persons in one row with a count, or told of in an aside behind "one"."""

from __future__ import annotations

import pytest

from reading import claims


def told(text: str, kind: str) -> list[tuple[object, bool]]:
    """Number of each claim of a kind, and whether it is of one person."""
    return sorted((c.value.number or 0, c.person is not None) for c in claims(text) if c.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "many"),
    [
        ("Nine tourists and their driver were killed in the gorge.", "killed", 9),
        ("The bomb wounded five civilians and their guide.", "injured", 5),
        ("Five pupils and their teacher were rescued.", "rescued", 5),
        ("Police arrested three men and the owner of the bar.", "detained", 3),
        ("Gunmen kidnapped five pupils and a teacher.", "kidnapped", 5),
        ("Six nurses and a technician have been infected.", "infected", 6),
        ("Six nurses and a technician were hospitalised.", "hospitalised", 6),
    ],
)
def test_one_beside_several(text: str, kind: str, many: int) -> None:
    assert told(text, kind) == [(1, True), (many, False)]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Two officers and the mayor said that nine people had died.", "killed", [(9, False)]),
        ("Nine tourists died. Their driver told police that the road was wet.", "killed", [(9, False)]),
        ("Six nurses were infected, and a technician closed the ward.", "infected", [(6, False)]),
        ("Six nurses and two cooks were infected.", "infected", [(2, False), (6, False)]),
    ],
)
def test_who_only_stands_near_is_not_counted(text: str, kind: str, found: list[tuple[object, bool]]) -> None:
    assert told(text, kind) == found


def test_the_aside_says_who_the_one_is() -> None:
    text = "Officers found two victims. One, a 45-year-old porter, was pronounced dead in hospital."
    assert [(c.kind, c.person) for c in claims(text)] == [("killed", "a 45-year-old porter")]


def test_the_other_in_an_aside_is_hurt() -> None:
    text = "One man died at once. The other, a 29-year-old guard, was wounded."
    assert ("injured", "a 29-year-old guard") in [(c.kind, c.person) for c in claims(text)]


def test_who_also_died_is_told_beside_a_count() -> None:
    text = "The army killed 11 people. A civilian who was driving past also died."
    assert told(text, "killed") == [(1, True), (11, False)]


def test_who_died_is_of_the_count() -> None:
    text = "The army killed 11 people. A civilian who was driving past died."
    assert [(c.value.number, c.partial) for c in claims(text)] == [(11, False), (1, True)]
