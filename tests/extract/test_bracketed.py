"""Counts with their source behind in brackets, and lists that hold a number."""

from __future__ import annotations

import pytest

from reading import claims


def sources(text: str) -> list[tuple[object, list[str]]]:
    return [(c.value.number, [s.name for s in c.attribution]) for c in claims(text)]


def test_each_count_of_a_row_has_its_own_source() -> None:
    text = "Injured: 14 (ministry of health), 22 (Red Cross), 25 (parish)."
    assert sources(text) == [(14, ["ministry of health"]), (22, ["Red Cross"]), (25, ["parish"])]


@pytest.mark.parametrize("text", ["He counted 12 dead (two of them children).", "Twelve people died (Oslo)."])
def test_a_part_or_a_place_in_brackets_is_no_source(text: str) -> None:
    assert all(names == [] for _, names in sources(text))


def test_whoever_has_a_list_gives_its_numbers() -> None:
    text = "The miners' league has a list of its own with 52 dead, among them 12 women."
    assert [(n, "league" in " ".join(names)) for n, names in sources(text)] == [(52, True), (12, True)]
