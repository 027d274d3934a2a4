"""Counts that say themselves that they are some of more."""

from __future__ import annotations

import pytest

from reading import claims


def parts(text: str, kind: str) -> list[tuple[int | float | None, bool]]:
    """Number and partial of the counts of a kind that are of no single person."""
    return [(c.value.number, c.partial) for c in claims(text) if c.kind == kind and c.person is None]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("One of six people shot and wounded in Tarrin had left the pier early.", "injured", 1),
        ("Two of those wounded men were hurt again in Tarrin.", "injured", 2),
        ("Ana Bel was one of nine people killed in Tarrin that spring.", "killed", 1),
    ],
)
def test_some_of_more_are_a_part(text: str, kind: str, number: int) -> None:
    assert (number, True) in parts(text, kind)
    assert (number, False) not in parts(text, kind)


def test_the_others_behind_one_are_a_part() -> None:
    text = "One of the bakers was badly burned at the mill, and the other three were wounded by glass."
    assert (3, True) in parts(text, "injured")


def test_a_count_of_all_is_no_part() -> None:
    assert parts("Three clerks were wounded in Tarrin.", "injured") == [(3, False)]
    assert parts("Two of them died in Tarrin.", "killed") == [(2, False)]


def test_of_those_hit_one_has_died_so_they_are_not_all_wounded() -> None:
    text = "A 15-year-old girl, one of four villagers hit by gunfire in Tarrin on Monday, has died."
    assert 4 in [n for n, _ in parts(text, "shot")]
    assert 4 not in [n for n, _ in parts(text, "injured")]


def test_of_those_hit_one_is_named() -> None:
    text = "A 15-year-old girl is one of four villagers hit by gunfire in Tarrin on Monday. A guard died."
    assert 4 in [n for n, _ in parts(text, "shot")]
