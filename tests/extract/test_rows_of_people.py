"""People told in rows: headlines with commas alone, a couple with others, one who killed the rest and himself."""

from __future__ import annotations

import pytest

from reading import claims


def dead(text: str) -> list[str | None]:
    """The single persons told as killed, in the order of the text."""
    return [c.person for c in claims(text) if c.kind == "killed" and c.person is not None]


def hurt(text: str) -> list[str | None]:
    """The single persons told as hurt."""
    return [c.person for c in claims(text) if c.kind == "injured" and c.person is not None]


@pytest.mark.parametrize(
    ("headline", "number"),
    [
        ("Father, daughter, 9, found dead in Tarrin", 2),
        ("Man, 14-month-old child dead in farmhouse", 2),
        ("Mother, toddler found dead", 2),
        ("Mother kills husband, son, baby, then herself", 4),
        ("Boy, 5, killed on pier", 1),
        ("Mother of boy, 9, killed on pier", 1),
    ],
)
def test_a_headlines_row_tells_of_each(headline: str, number: int) -> None:
    assert len(dead(f"{headline}\nThe village of Tarrin is shocked.")) == number


def test_the_age_behind_the_last_of_a_row_is_not_the_firsts() -> None:
    assert hurt("Man, boy, 6, shot outside store\nNobody was arrested.") == ["Man", "boy"]
    assert hurt("Teen, 15, shot in Tarrin\nNobody was arrested.") == ["Teen"]


def test_a_couple_and_their_sons_are_two_classes() -> None:
    found = claims("A couple and their two sons died in the fire on Tuesday.")
    assert [(c.value.number, c.subset) for c in found if c.kind == "killed"] == [(2, "couple"), (2, "sons")]
    alone = claims("A couple died in the fire on Tuesday.")
    assert [(c.value.number, c.subset) for c in alone if c.kind == "killed"] == [(2, None)]


def test_who_took_his_own_life_after_killing_is_told_of_too() -> None:
    found = dead("The siege ended with a man killing his nephew and then taking his own life.")
    assert sorted(p or "" for p in found) == ["a man", "his nephew"]
    text = "Friends say the man shot and killed an aunt and a niece before killing himself."
    assert len(dead(text)) == 3


def test_the_slain_leave_out_who_slew_them() -> None:
    text = "A farmer shot his infant daughter dead, then turned his rifle on himself, the mayor said."
    left_out = {c.person: c.exclusive_of for c in claims(text) if c.kind == "killed"}
    assert left_out["his infant daughter"] in left_out
    assert sum(who is not None for who in left_out.values()) == 1
    by_others = "A farmer and his daughter were shot dead in Tarrin."
    assert {c.exclusive_of for c in claims(by_others)} == {None}


def test_who_did_it_is_none_of_those_it_was_done_to() -> None:
    assert len(dead("Father kills son, then himself\nThe police of Tarrin were called.")) == 2
