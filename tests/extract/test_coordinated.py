"""Several counts in one breath, lists that add up, and what raises a toll."""

from __future__ import annotations

import pytest

from reading import claims


def _parts(text: str) -> list[tuple[str, float | int | None, str | None, bool]]:
    return [(c.kind, c.value.number, c.subset, c.partial) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A clash in which three smugglers and two soldiers died was filmed.",
            [("killed", 3, "smugglers", False), ("killed", 2, "soldiers", False)],
        ),
        (
            "At least six herdsmen and 11 rebels died in the raid, the army said.",
            [("killed", 6, "herdsmen", False), ("killed", 11, "rebels", False)],
        ),
        (
            "The slide killed 12 villagers and injured 30 others.",
            [("killed", 12, None, False), ("injured", 30, None, False)],
        ),
    ],
)
def test_classes_in_one_breath_are_parts_of_the_whole(text: str, expected: list[tuple[str, int, str, bool]]) -> None:
    assert _parts(text) == expected


def test_a_list_that_adds_up_to_a_count_is_its_parts() -> None:
    found = _parts("Thirty-one bodies were recovered, 22 men, six women and three children.")
    assert found == [
        ("killed", 31, None, False),
        ("killed", 22, "men", True),
        ("killed", 6, "women", True),
        ("killed", 3, "children", True),
    ]


def test_a_list_that_does_not_add_up_is_left_alone() -> None:
    assert not any(part for _, _, _, part in _parts("Thirty-one people were killed, 22 men and six women were hurt."))


def test_all_of_a_list_after_including_are_parts() -> None:
    found = _parts("Nineteen people were injured, including two children and three women.")
    assert {(number, part) for _, number, _, part in found} == {(19, False), (2, True), (3, True)}


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("The toll rose to nine on Sunday after divers found the bodies of two missing sailors.", {9: False, 2: True}),
        ("The toll rose to nine as two people died in hospital.", {9: False, 2: True}),
        ("The toll stood at nine, including two children.", {9: False, 2: False}),
    ],
)
def test_what_raised_a_toll_adds_to_it(text: str, adds: dict[int, bool]) -> None:
    assert {c.value.number: c.increment for c in claims(text)} == adds


def test_a_person_beside_a_counted_class_is_counted_too() -> None:
    found = claims("Two engineers and a city official were arrested.")
    assert [(c.value.number, c.person) for c in found] == [(2, None), (1, "a city official")]


def test_those_who_die_later_are_a_part_where_more_were_counted() -> None:
    found = claims("The blast killed 12 people and wounded 30. Four died later.")
    assert [(c.kind, c.value.number, c.partial) for c in found] == [
        ("killed", 12, False),
        ("injured", 30, False),
        ("killed", 4, True),
    ]
    assert not any(c.partial for c in claims("Three men were shot. Two died."))
