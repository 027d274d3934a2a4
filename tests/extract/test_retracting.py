"""Numbers that those who gave them took back."""

from __future__ import annotations

import pytest

from reading import claims

TAKEN_BACK = (
    "The prefect said on the radio that eight people were dead. She took it back within the hour.",
    "The prefect told a news conference that eight people were dead, then retracted it.",
    "The railway first spoke of eight dead, a figure it withdrew before noon.",
    "The railway's figure of eight dead was later withdrawn.",
    "The railway said eight people were dead, but corrected itself at noon.",
    "The railway said eight people were dead. It has since apologised for the mistake.",
    "The railway said eight people were dead. The railway withdrew its statement.",
)
LEFT = (
    "The railway said eight people were dead. The army withdrew.",
    "The railway said eight people were dead. The army withdrew its statement.",
    "The railway said eight people were dead. Relatives took the bodies back to the valley.",
    "The railway said eight people had died before a crane withdrew it from the river.",
)


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_is_taken_back_is_void(text: str) -> None:
    assert [(c.value.number, c.voided) for c in claims(text) if c.kind == "killed"] == [(8, True)]


@pytest.mark.parametrize("text", LEFT)
def test_what_others_withdraw_stands(text: str) -> None:
    assert [(c.value.number, c.voided) for c in claims(text) if c.kind == "killed"] == [(8, False)]


def test_a_correction_counts_those_in_a_state() -> None:
    found = [(c.kind, c.value.number) for c in claims("(Corrects number of people on the hydrofoil to 52 from 58)")]
    assert found == [("aboard", 52), ("aboard", 58)]


def test_what_holds_for_nobody_any_longer_was_so_before() -> None:
    text = "The agency had been searching for seven hikers. No one is being sought any longer, its chief said."
    found = {c.value.number: c.earlier for c in claims(text) if c.kind == "missing"}
    assert found == {7: True, 0: False}


def test_nobody_of_a_part_ends_no_state() -> None:
    text = "Seven hikers are missing. No child is missing, the agency said."
    assert [c.earlier for c in claims(text) if c.kind == "missing" and c.value.number == 7] == [False]
