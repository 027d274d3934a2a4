"""Counts at a spot of the event's ground are the event's, unless a report sets them beside another."""

from __future__ import annotations

import msgspec
import pytest

from reconcile.stories import KINDS, PLACE, Draft
from variorum.model import Entity, Event, EventPlace
from variorum.reconcile import reconcile
from variorum.reconcile.joined import spots


def by_place(draft: Draft) -> dict[str | None, tuple[object, object, object, int]]:
    return {f.place: (f.low, f.best, f.high, f.origins) for f in reconcile(draft.records(), "ucdp", KINDS)}


def test_one_number_told_of_two_names_of_the_ground_is_one_figure() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 4, place=PLACE)
    draft.claim(draft.article("two", "2031-05-02"), 4, place="Corn Market")
    assert by_place(draft) == {PLACE: (4, 4, 4, 2)}


def test_other_numbers_of_an_unknown_place_stay_apart() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 9, place=PLACE)
    draft.claim(draft.article("two", "2031-05-02"), 4, place="Corn")
    assert by_place(draft) == {PLACE: (9, 9, 9, 1), "Corn": (4, 4, 4, 1)}


def test_what_one_report_sets_beside_each_other_stays_apart() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 4, place=PLACE)
    draft.claim(article, 2, place="Corn Market")
    assert set(by_place(draft)) == {PLACE, "Corn Market"}


def test_two_spots_without_a_total_go_by_the_name_that_more_reports_give() -> None:
    draft = Draft()
    for name, place in (("one", "Corn"), ("two", "Upper Corn"), ("three", "Upper Corn")):
        draft.claim(draft.article(name, "2031-05-02"), 4, place=place)
    assert by_place(draft) == {"Upper Corn": (4, 4, 4, 3)}


@pytest.mark.parametrize(
    ("name", "at", "is_spot"),
    [
        ("South Larkhaven", None, True),
        ("Larkhaven region", None, False),
        ("Corn Market", None, True),
        ("Mercy Hospital", None, False),
        ("Corn", None, False),
        ("Corn", (60.05, 10.0), True),
        ("Corn", (60.5, 10.0), False),
    ],
)
def test_quarters_and_sites_of_the_events_town_are_spots(
    name: str, at: tuple[float, float] | None, is_spot: bool
) -> None:
    lat, lon = at if at is not None else (None, None)
    entity = Entity(id="e-1", type="place", name=name, names=(name,), mentions=(), lat=lat, lon=lon)
    event = Event(place=EventPlace(PLACE, "NO", 60.0, 10.0, "city"))
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 4)
    records = msgspec.structs.replace(draft.records(), entities=(entity,), event=event)
    assert (name.casefold() in spots(records)) is is_spot
