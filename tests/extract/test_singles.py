"""Single persons arrested, kidnapped, missing or rescued, where no count of them is stated."""

from __future__ import annotations

import pytest

from reading import claims


def persons(text: str) -> list[tuple[str, str]]:
    return [(c.kind, c.person) for c in claims(text) if c.person is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested Ali Noor on Sunday.", [("detained", "Ali Noor")]),
        ("A rebel leader was captured near Tarrin.", [("detained", "A rebel leader")]),
        ("Gunmen kidnapped a priest and a nurse.", [("kidnapped", "a priest"), ("kidnapped", "a nurse")]),
        ("Ana Belmore, 9, is still missing.", [("missing", "Ana Belmore")]),
        ("Firefighters rescued a girl from the river.", [("rescued", "a girl")]),
        ("Police arrested Ali Noor. Noor was detained at his house.", [("detained", "Ali Noor")]),
    ],
)
def test_one_person_is_one(text: str, found: list[tuple[str, str]]) -> None:
    assert persons(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Police held a news conference.",
        "Police want to arrest Ali Noor.",
        "Police did not arrest Ali Noor.",
        "The team captured the trophy.",
        "Police arrested Ali Noor in 2009.",
        "Police arrested five people, among them Ali Noor.",
        "Troops went out in search of a rebel leader.",
    ],
)
def test_no_arrest_of_this_event(text: str) -> None:
    assert not persons(text)


def test_those_beside_a_person_are_counted() -> None:
    found = claims("Police detained the captain along with two managers.")
    assert [(c.kind, c.value.number, c.person) for c in found] == [
        ("detained", 1, "the captain"),
        ("detained", 2, None),
    ]
    assert [c.increment for c in found] == [False, True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministry confirmed the capture of a rebel leader in Medvin.", [("detained", "a rebel leader")]),
        ("The arrest of Ali Noor angered the town.", [("detained", "Ali Noor")]),
    ],
)
def test_the_noun_says_it_too(text: str, found: list[tuple[str, str]]) -> None:
    assert persons(text) == found


def test_wounds_are_not_the_wounded() -> None:
    assert not [c for c in claims("He suffered multiple injuries.") if c.value.number is None]
    assert [c.kind for c in claims("The blast caused several injuries.")] == ["injured"]
