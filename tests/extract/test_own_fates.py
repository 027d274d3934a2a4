"""Whose fate a word tells: rows with a participle each, one more victim, headlines that end in a bare verb."""

from __future__ import annotations

import pytest

from reading import claims


def persons(text: str) -> list[tuple[str, str]]:
    """Kind and name of the claims of single persons."""
    return [(c.kind, c.person) for c in claims(text) if c.person is not None]


def kinds(text: str) -> list[str]:
    """The kinds of the claims of single persons."""
    return sorted(kind for kind, _ in persons(text))


def test_each_of_a_row_has_a_fate_of_its_own() -> None:
    text = "A quarrel at the mill ended with a boy killed and a nurse wounded, the sheriff said."
    assert persons(text) == [("killed", "a boy"), ("injured", "a nurse")]


def test_a_row_shares_one_fate() -> None:
    assert kinds("Police in Tarrin found a man and a woman killed.") == ["killed", "killed"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A third victim was taken on a farm cart to Tarrin Medical Center.", ["injured"]),
        ("A third neighbour was taken by private car to Tarrin Medical Center.", []),
        ("A third victim was taken to Tarrin General Hospital, where he died.", ["killed"]),
    ],
)
def test_one_more_victim_in_hospital_is_hurt(text: str, told: list[str]) -> None:
    assert kinds(f"The shooting left two dead. {text}") == told


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("12-year-old Tarrin boy shot in the neck, killed", ["killed"]),
        ("Sheriff: rifle lay in hay before 12-year-old shot, killed", ["killed"]),
        ("Tarrin man shot in leg, killed two dogs", ["injured"]),
    ],
)
def test_a_bare_killed_ends_a_headlines_row(headline: str, told: list[str]) -> None:
    assert [kind for kind, person in persons(f"{headline}\nThe town is quiet.") if person] == told


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("5th person dies after harvest shooting in Tarrin\nThe mill is closed.", [5]),
        ("Fifth person dies after Tarrin shooting\nThe mill is closed.", [5]),
        ("Tarrin shooting\nA fifth person died of cancer in May.", [1]),
        ("Fifth person hurt in Tarrin shooting\nThe mill is closed.", []),
    ],
)
def test_the_fifth_to_die_makes_five_dead(text: str, counted: list[int]) -> None:
    assert [c.value.number for c in claims(text) if c.kind == "killed"] == counted
