"""Whom bullets hit, who lives, who is another's victim: reports of shootings."""

from __future__ import annotations

import pytest

from reading import claims


def told(text: str) -> list[tuple[str, object, str | None]]:
    """Kind, number and person of the event's claims of harm, in text order."""
    harm = [c for c in claims(text) if c.kind in ("killed", "injured", "shot") and c.scope == "event"]
    return [(c.kind, c.value.number, c.person) for c in harm]


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("Ana Weld was asleep when a stray bullet struck the back of her head.", [("injured", 1, "Ana Weld")]),
        ("A bullet struck the boy's arm, police in Tarrin said.", [("injured", 1, "the boy")]),
        ("A stray bullet struck the back of a chair.", []),
    ],
)
def test_whose_body_a_bullet_hits_is_hurt(text: str, hurt: list[tuple[str, int, str]]) -> None:
    assert told(text) == hurt


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("A boy was walking in Tarrin when someone fired shots, striking him in the leg.", ["A boy"]),
        ("A man was driving home when a gunman shot him in the arm.", ["A man"]),
        ("A woman was driving home when a gunman shot him in the arm.", ["him"]),
        ("Tomo Brack was angry when he shot him in the arm.", ["him"]),
    ],
)
def test_a_pronoun_stands_for_whom_the_clause_around_it_is_about(text: str, hurt: list[str]) -> None:
    assert [p for _, _, p in told(text)] in (hurt, [])


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        ("Both are expected to survive.", "injured"),
        ("All two are expected to be okay.", "injured"),
        ("All three are expected to survive.", "shot"),
        ("Both were taken away by car.", "shot"),
    ],
)
def test_those_hit_of_whom_all_live_are_hurt(after: str, kind: str) -> None:
    assert [k for k, n, _ in told(f"Two men were shot at a mill in Tarrin. {after}") if n == 2] == [kind]


def test_hit_means_by_gunfire_in_a_report_of_gunfire() -> None:
    assert [k for k, _, _ in told("The guard fired several shots. Two men from the barn were hit.")] == ["shot"]
    assert told("The storm came at noon. Two men from the barn were hit.") == []


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A clerk died on Sunday, killed in an officer-involved shooting near Tarrin.", ["A clerk"]),
        ("A clerk and an officer were killed in a shooting in Tarrin.", ["A clerk", "an officer"]),
    ],
)
def test_an_officer_involved_is_no_victim(text: str, dead: list[str]) -> None:
    assert [p or "" for k, _, p in told(text) if k == "killed"] in (dead, ["A clerk", ""])


def test_who_stands_beside_a_death_is_not_dead() -> None:
    text = "A red cart may be tied to Ana's death and Tomo Brack, police said. Ana Weld was shot dead in Tarrin."
    assert "Tomo Brack" not in [p for _, _, p in told(text)]


def test_parents_in_a_row_with_a_count_are_two() -> None:
    assert [n for k, n, _ in told("A boy fatally shot his parents and three younger siblings.") if k == "killed"] == [
        2,
        3,
    ]
    assert told("A boy phoned his parents and three neighbours.") == []


@pytest.mark.parametrize(
    ("headline", "left_out"),
    [
        ("3 members of a band fatally shot; suspect killed", True),
        ("3 members of a band fatally shot; barn burnt", False),
    ],
)
def test_the_dead_suspect_told_apart_is_none_of_those_counted(headline: str, left_out: bool) -> None:
    found = claims(f"{headline}\nThe suspect was shot dead by police near Tarrin.")
    count = next(c for c in found if c.value.number == 3)
    assert (count.exclusive_of is not None) is left_out


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tomo Brack killed his wife before shooting himself at a barn in Tarrin.", ["killed", "killed"]),
        ("Tomo Brack wounded his wife before shooting himself at a barn in Tarrin.", ["injured", "injured"]),
    ],
)
def test_who_kills_and_then_shoots_himself_dies(text: str, kinds: list[str]) -> None:
    assert [k for k, _, _ in told(text)] == kinds


@pytest.mark.parametrize("noun", ["victim", "man", "student"])
def test_a_headlines_third_to_die_makes_three_dead(noun: str) -> None:
    found = claims(f"Third {noun} dies after Tarrin shooting\nThe mill is closed.")
    assert [(c.value.number, c.value.stated) for c in found if c.kind == "killed"] == [(3, f"Third {noun}")]
