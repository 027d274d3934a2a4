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
    ],
)
def test_no_arrest_of_this_event(text: str) -> None:
    assert not persons(text)


def test_those_beside_a_person_are_counted() -> None:
    found = [(c.kind, c.value.number) for c in claims("Police detained the captain along with two managers.")]
    assert found == [("detained", 2)]
