"""Numbers that count nobody: each form beside one that does count."""

from __future__ import annotations

import pytest

from reading import claims


def numbers(text: str) -> set[float | None]:
    """The numbers that any claim of harm has, single persons left out."""
    kinds = ("killed", "injured", "shot", "hospitalised")
    return {c.value.number for c in claims(text) if c.kind in kinds and c.person is None}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The nurse, who was 24, was shot in the elbow, and the guard, who was 46, was shot in the leg.", set()),
        ("Officers found a cook, 31, shot in the hip and a second, 18, shot in the hand.", set()),
        ("He was killed along with his sister, 34, and four girls.", {4}),
        ("The victims — ages 21, 33, 34 and 48 — were driven to a clinic.", set()),
        ("Five cooks between the ages of 23 and 61 were shot.", {5}),
        ("The raid claimed the life of the 23–year–old Jose Lima.", set()),
        ("Around 11 Friday night, four people were shot in Tarrin.", {4}),
        ("The guard suffered three gunshot wounds.", set()),
        ("A child was left dead pic.twitter.com/3wjm4XYbnU on Friday.", set()),
        ("Boy dies in shooting 1 / 3 Back to Gallery", set()),
    ],
)
def test_ages_hours_wounds_and_counters_count_nobody(text: str, counted: set[float]) -> None:
    assert numbers(text) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("31 sustained wounds.", {31}),
        ("In Tarrin, 24 people were shot, and two died.", {24, 2}),
        ("Around 10 people were shot in Tarrin.", {10}),
        ("Another 37 were injured on Friday.", {37}),
    ],
)
def test_counts_beside_them_stay_counts(text: str, counted: set[float]) -> None:
    assert counted <= numbers(text)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The boy was taken to Mercy One where he later died.", set()),
        ("Mill row in Tarrin: cook kills man, 23 Peter Lomax fatally wounded at the loom.", set()),
        ("Seven people were shot at the flats in Tarrin. Six survived but her nephew, Dario, did not.", {7}),
        ("In two months nine children were hurt or killed by strays in Tarrin.", set()),
    ],
)
def test_names_ages_and_open_sums_count_no_dead(text: str, counted: set[float]) -> None:
    assert numbers(text) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The shots were fired in Tarrin. One man died.", {1}),
        ("Police in Tarrin said 23 people were fatally wounded inside the mill.", {23}),
        ("Seven people were shot in Tarrin. Six did not survive.", {7, 6}),
        ("Nine children have been hurt and two were killed by gunfire in Tarrin.", {9, 2}),
    ],
)
def test_their_likes_count(text: str, counted: set[float]) -> None:
    assert numbers(text) == counted
