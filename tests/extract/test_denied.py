"""Counts that the report's own sentence calls untrue, and counts beside such a sentence that stand."""

from __future__ import annotations

import pytest

from reading import claims


def denied(text: str) -> dict[object, bool]:
    """Number of each count of the dead to whether the report denies it."""
    return {c.value.number: c.negated for c in claims(text) if c.kind == "killed"}


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that 80 miners have died, the warden said.",
        "“It is simply untrue that 80 miners have died,” the warden said.",
        "Posts on the net of 80 dead in the lower gallery are false.",
        "Rumours that 80 miners had been killed were baseless.",
        "Messages that told of 80 dead in the lower gallery are completely unfounded.",
    ],
)
def test_what_the_sentence_calls_untrue_is_denied(text: str) -> None:
    assert denied(text)[80] is True


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that nobody was warned, but 80 miners have died.",
        "It is true that 80 miners have died, the warden said.",
        "Reports of 80 dead were confirmed; claims of a second blast are false.",
        "Reports of a blast were true, and 80 miners died.",
        "The papers of the 80 miners killed in the blast were false.",
        "Reports of 80 dead reached the capital. The lists there are false.",
    ],
)
def test_what_stands_beside_it_is_not(text: str) -> None:
    assert denied(text)[80] is False
