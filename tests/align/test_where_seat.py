"""A capital that a dateline names is the place of the event only where words put the event there."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum import api
from variorum.text.gazetteer import of_several, sent_from

LIMA = "LIMA, 3 March 2021 (Reuters) - "
FIRST = "Miners blocked roads all over Peru and three of them were killed on Tuesday."


def place(tmp_path: Path, text: str) -> str | None:
    path = tmp_path / "report.txt"
    path.write_text(f"{LIMA}{text}\n", encoding="utf-8")
    (story,) = api.report([path]).stories
    found = story.event.place
    return found.name if found else None


@pytest.mark.parametrize(
    "more",
    [
        "",
        "\n\nTalks with the owners are due next week. Their union has an office in Lima.",
    ],
)
def test_a_capital_named_in_passing_yields_to_its_country(tmp_path: Path, more: str) -> None:
    assert place(tmp_path, FIRST + more) == "Peru"


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "\n\nA fourth was shot dead in Lima when police broke up a rally.",
        "Three miners were killed on Tuesday at a rally in Lima.",
        "Three miners were killed on Tuesday at a rally in the capital. Peru has seen many.",
    ],
)
def test_a_capital_where_deeds_were_done_stays(tmp_path: Path, text: str) -> None:
    assert place(tmp_path, text) == "Lima"


def test_several_countries_together_speak_for_none_of_them() -> None:
    assert of_several("Central America") and of_several("LATIN AMERICANS") and of_several("Central American")
    assert not any(map(of_several, ("South Africa", "South African", "Central African Republic", "The American")))


def test_the_dateline_of_a_capital_tells_its_country() -> None:
    assert {town: sent_from(town) for town in ("SAN SALVADOR", "LIMA, Ohio", None)} == {
        "SAN SALVADOR": "SV",
        "LIMA, Ohio": None,
        None: None,
    }
