"""Where a story's event was, from the reports' text: no place is made of a network, an agency or a corner's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.api import report
from variorum.model import EventPlace

WIRE = (
    "Gunmen stop bus in {land}\n\nVELLARUM, {land}, March 6 (Meridian Newswire) - Gunmen stopped a bus near Vellarum "
    "on Thursday, killing six people, a local official told Meridian.{more}\n"
)


def place(folder: Path, *texts: str) -> EventPlace | None:
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(text)
    return report(sorted(folder.iterdir())).stories[0].event.place


def test_an_agency_and_a_network_are_no_places(tmp_path: Path) -> None:
    more = " A list of the dead circulated on WhatsApp. It was posted on WhatsApp at noon."
    found = place(tmp_path, WIRE.format(land="Zondria", more=more))
    assert found is not None and (found.name, found.country) == ("Vellarum", None)


@pytest.mark.parametrize(("more", "country"), [("", "KE"), (" A nurse in Lyon wept.", "KE")])
def test_the_country_that_reports_speak_of_is_that_of_an_unknown_town(tmp_path: Path, more: str, country: str) -> None:
    found = place(tmp_path, WIRE.format(land="Kenya", more=more))
    assert found is not None and (found.name, found.country) == ("Vellarum", country)


def test_a_name_in_a_corner_of_one_report_gives_no_country(tmp_path: Path) -> None:
    filler = " The road was closed until noon. Two lorries stood behind the bus. Nobody has said why it was stopped."
    more = f"{filler}\n\nThe bus line was founded in 1950. Its first driver later moved to Lyon and never came back."
    others = (WIRE.format(land="Zondria", more=f" {said} officials are on their way." * 2) for said in ("Six", "Nine"))
    found = place(tmp_path, WIRE.format(land="Zondria", more=more), *others)
    assert found is not None and (found.name, found.country) == ("Vellarum", None)


def test_a_town_of_a_country_that_no_gazetteer_has_is_of_no_other(tmp_path: Path) -> None:
    told = (
        "Cyclone kills six in Vaitoa\n\nPORT LISSANDRE, Vaitoa (Reefline) - Six people died as a cyclone hit Port "
        "Lissandre, the Vaitoan disaster office said. Vaitoans spent the night in churches.\n\nNew Zealand sent aid.\n"
    )
    found = place(tmp_path, told)
    assert found is not None and (found.name, found.country) == ("Port Lissandre", None)
