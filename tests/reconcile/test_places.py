"""Counts of other reach never meet in one figure."""

from __future__ import annotations

import msgspec

from reconcile.stories import KINDS, PLACE, Draft
from variorum.model import Event, EventPlace, GeoPoint, Mention
from variorum.reconcile import reconcile


def by_place(draft: Draft) -> dict[tuple[str | None, str], tuple[object, object, object]]:
    return {(f.place, f.kind): (f.low, f.best, f.high) for f in reconcile(draft.records(), "ucdp", KINDS)}


def test_a_count_without_a_place_and_one_at_the_events_place_are_one_figure() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 8)
    draft.claim(draft.article("two", "2031-05-02"), 8, place=PLACE)
    assert by_place(draft) == {(PLACE, "killed"): (8, 8, 8)}


def test_a_region_and_a_single_site_have_figures_of_their_own() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 8, place=PLACE)
    draft.claim(article, 10, place="Larkhaven region")
    draft.claim(article, 27, place="the harbour clinic")
    assert by_place(draft) == {
        (PLACE, "killed"): (8, 8, 8),
        ("Larkhaven region", "killed"): (10, 10, 10),
        ("the harbour clinic", "killed"): (27, 27, 27),
    }


def test_the_events_town_is_a_part_where_a_report_splits_its_total() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 18)
    draft.claim(article, 14, place=PLACE)
    draft.claim(article, 4, place="Skerrow")
    assert by_place(draft) == {
        (None, "killed"): (18, 18, 18),
        (PLACE, "killed"): (14, 14, 14),
        ("Skerrow", "killed"): (4, 4, 4),
    }


def test_a_lower_count_at_the_events_place_alone_is_no_part() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 12, "at least")
    draft.claim(article, 8, place=PLACE, by="the mayor")
    assert by_place(draft) == {(PLACE, "killed"): (12, 12, 12)}


def test_a_headline_takes_the_place_that_the_body_gives_to_its_number() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-03")
    draft.claim(article, 48, section="headline")
    draft.claim(article, 48, place="Farwick county")
    draft.claim(article, 27, place=PLACE)
    draft.claim(article, 17, kind="missing")
    assert by_place(draft) == {
        ("Farwick county", "killed"): (48, 48, 48),
        (PLACE, "killed"): (27, 27, 27),
        ("Farwick county", "missing"): (17, 17, 17),
    }


def test_a_place_that_most_of_a_line_do_not_name_with_the_number_is_none() -> None:
    draft = Draft()
    for name, place in (("wire", "Oslo"), ("paper", None), ("mirror", None)):
        draft.claim(draft.article(name, "2031-05-02", origin="wire"), 12, place=place)
    assert by_place(draft) == {(PLACE, "killed"): (12, 12, 12)}


def test_the_events_country_holds_the_whole_event() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 12, place="Norway")
    draft.claim(draft.article("two", "2031-05-02"), 12)
    point = GeoPoint(60.0, 10.0, "NO", "country")
    mention = Mention(span=draft.articles[0].span(90, 96), type="place", name="Norway", point=point)
    records = draft.records()
    first = msgspec.structs.replace(records.extractions[0], mentions=(mention,))
    records = msgspec.structs.replace(records, extractions=(first, *records.extractions[1:]))
    (figure,) = reconcile(records, "ucdp", KINDS)
    assert (figure.place, figure.low, figure.high, figure.origins) == (PLACE, 12, 12, 2)


def with_region(draft: Draft, words: str) -> dict[tuple[str | None, str], tuple[object, object, object]]:
    """The figures where the first article places the event's town by `words` and the region behind them."""
    town, region = GeoPoint(13.6, 24.1, "NO", "city"), GeoPoint(13.5, 24.0, "NO", "region")
    text = f"{PLACE}{words}Skerrow" + "." * 300
    first = msgspec.structs.replace(draft.articles[0], text=text)
    at = len(PLACE + words)
    mentions = (
        Mention(span=first.span(0, len(PLACE)), type="place", name=PLACE, point=town),
        Mention(span=first.span(at, at + 7), type="place", name="Skerrow", point=region),
    )
    records = draft.records()
    event = Event(place=EventPlace(PLACE, "NO", 13.6, 24.1, "city"))
    found = msgspec.structs.replace(records.extractions[0], mentions=mentions)
    records = msgspec.structs.replace(
        records,
        articles=(first, *records.articles[1:]),
        extractions=(found, *records.extractions[1:]),
        event=event,
    )
    return {(f.place, f.kind): (f.low, f.best, f.high) for f in reconcile(records, "ucdp", KINDS)}


def test_a_region_holds_the_town_that_a_report_places_in_it() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 12, place="Skerrow")
    draft.claim(draft.article("two", "2031-05-02"), 12, place=PLACE)
    draft.claim(draft.article("three", "2031-05-02"), 12, place="Skerrow province")
    assert with_region(draft, " in Norland's northern ") == {(PLACE, "killed"): (12, 12, 12)}


def test_a_region_that_nobody_places_the_town_in_is_another_ground() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 15, place="Skerrow")
    draft.claim(draft.article("two", "2031-05-02"), 12, place=PLACE)
    draft.claim(draft.article("three", "2031-05-02"), 14, place="Skerrow province")
    assert len(with_region(draft, " was calm, unlike ")) == 3


def test_a_region_counted_beside_its_town_stays_apart() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 12, place="Skerrow")
    draft.claim(article, 9, place=PLACE)
    assert with_region(draft, ", ") == {("Skerrow", "killed"): (12, 12, 12), (PLACE, "killed"): (9, 9, 9)}


def test_families_are_no_persons() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 1200, kind="killed", subset="families")
    assert [(f.subset, f.best) for f in reconcile(draft.records(), "ucdp", KINDS)] == [("families", 1200)]
    other = Draft()
    other.claim(other.article("one", "2031-05-02"), 12, kind="killed", subset="dockers")
    assert {f.subset for f in reconcile(other.records(), "ucdp", KINDS)} == {None, "dockers"}


def test_all_but_the_named_agrees_with_all() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 8, kind="fires")
    draft.claim(draft.article("two", "2031-05-02"), 7, kind="fires", exclusive_of="the old port and the quay")
    (figure,) = reconcile(draft.records(), "ucdp", KINDS)
    assert (figure.low, figure.best, figure.high, figure.status, figure.origins) == (8, 8, 8, "agreed", 2)


def test_all_but_the_named_alone_gives_no_total() -> None:
    draft = Draft()
    draft.claim(draft.article("two", "2031-05-02"), 7, kind="fires", exclusive_of="the old port")
    assert by_place(draft) == {}
