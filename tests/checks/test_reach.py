"""Over how wide a ground a count holds: a county's beside the state's, and one toll under two places' names."""

from __future__ import annotations

import pytest

from stories import Draft
from variorum.checks.desk import Desk
from variorum.checks.reach import at_large, narrower, rung
from variorum.kinds.base import load


def desk_of(*texts: tuple[str, str, str, str | None]) -> Desk:
    """One report and one count of the sick each: text, number, words, place."""
    draft = Draft()
    for i, (text, stated, words, place) in enumerate(texts):
        draft.text(f"r{i}", text).claim(f"r{i}", "injured", stated, words, place=place)
    return Desk(draft.records(), load())


COUNTY = ("Nineteen people were hurt in Arl County by the storm.", "19", "Nineteen people were hurt", None)
STATE = ("Forty people were hurt in the state.", "40", "Forty people were hurt", None)
BOTH = ("Forty people were hurt in Arl and Bor counties.", "40", "Forty people were hurt", "Arl")
PLAIN = ("Twenty people were hurt by the storm.", "20", "Twenty people were hurt", None)


LED = ("Arl Province: 19 people hurt, two missing.", "19", "19 people hurt", None)
ALL = ("Nationwide 40 people were hurt.", "40", "40 people were hurt", None)


@pytest.mark.parametrize(("text", "step"), [(COUNTY, 2), (STATE, 3), (BOTH, 3), (LED, 3), (ALL, 4), (PLAIN, None)])
def test_the_ground_that_a_clause_names(text: tuple[str, str, str, str | None], step: int | None) -> None:
    desk = desk_of(text)
    assert rung(desk, desk.claims("r0")[0]) == step


def test_the_town_of_a_name_is_where_it_happened() -> None:
    desk = desk_of(("Nine people were hurt in the town of Roan.", "9", "Nine people were hurt", None))
    assert rung(desk, desk.claims("r0")[0]) is None


@pytest.mark.parametrize("wide", [STATE, BOTH])
def test_a_county_is_a_part_of_the_state(wide: tuple[str, str, str, str | None]) -> None:
    desk = desk_of(COUNTY, wide)
    assert narrower(desk, desk.claims("r0")[0], desk.claims("r1")[0])


def test_a_county_is_all_where_no_count_goes_beyond_it() -> None:
    desk = desk_of(COUNTY, PLAIN)
    assert not narrower(desk, desk.claims("r0")[0], desk.claims("r1")[0])


def test_a_county_is_a_part_where_a_third_report_counts_over_more() -> None:
    desk = desk_of(COUNTY, PLAIN, BOTH)
    assert narrower(desk, desk.claims("r0")[0], desk.claims("r1")[0])


def test_the_first_of_several_places_stands_for_all() -> None:
    desk = desk_of(COUNTY, BOTH)
    assert at_large(desk, desk.claims("r1")[0])
    desk = desk_of(("Nineteen people were hurt in Bor.", "19", "Nineteen people were hurt", "Bor"))
    assert not at_large(desk, desk.claims("r0")[0])


def test_a_number_told_of_no_place_too_is_the_whole() -> None:
    draft = Draft().text("a", "Storm leaves 19 people hurt\nNineteen people were hurt on the Roan river.")
    draft.claim("a", "injured", "19", "19 people hurt")
    draft.claim("a", "injured", "19", "Nineteen people were hurt", place="Roan")
    desk = Desk(draft.records(), load())
    assert all(at_large(desk, c) for c in desk.claims("a"))
