"""Type, date and place of a story's event."""

from __future__ import annotations

from typing import Literal

import pytest
from msgspec.structs import replace

from reading import claims
from variorum.align.entities import resolve
from variorum.align.event import settle
from variorum.model import (
    Article,
    DateRange,
    Extraction,
    GeoPoint,
    Lineage,
    Mention,
    Origin,
    Section,
    Span,
    Story,
    StoryRecords,
    TimeMention,
)

POINTS = {
    "Bergen": GeoPoint(60.39, 5.32, "NO", "city"),
    "Norway": GeoPoint(62.0, 10.0, "NO", "country"),
    "Paris": GeoPoint(48.85, 2.35, "FR", "city"),
    "Hong Kong": GeoPoint(22.25, 114.17, "HK", "country"),
    "Oak Park": GeoPoint(41.89, -87.78, "US", "city"),
}


def time(span: Span, day: str | None, coarse: tuple[str, Literal["month", "year"]] | None) -> TimeMention:
    if coarse is None:
        return TimeMention(span=span, start=day, end=day)
    return TimeMention(span=span, start=day, end=coarse[0], precision=coarse[1])


def records(
    *texts: tuple[str, str | None, dict[str, str | None], tuple[str, ...]],
    one: bool = False,
    coarse: dict[str, tuple[str, Literal["month", "year"]]] | None = None,
) -> StoryRecords:
    """Each text with its publication day, its time words with their (first) day, and its places; `coarse`: last day and
    precision of time words that are no days.
    """
    articles, extractions = [], []
    for n, (text, published, times, places) in enumerate(texts):
        lines = text.split("\n")
        sections, at = [], 0
        for i, line in enumerate(lines):
            sections.append(Section("headline" if i == 0 and len(lines) > 1 else "body", at, at + len(line)))
            at += len(line) + 1
        article = Article(id=f"a-{n}", text=text, published=published, sections=tuple(sections))
        spans = {w: article.span(text.index(w), text.index(w) + len(w)) for w in (*times, *places)}
        extractions.append(
            Extraction(
                article=article.id,
                sentences=tuple(article.span(s.start, s.end) for s in sections),
                times=tuple(
                    sorted(
                        (time(spans[w], d, (coarse or {}).get(w)) for w, d in times.items()), key=lambda t: t.span.start
                    )
                ),
                mentions=tuple(Mention(span=spans[p], type="place", name=p, point=POINTS.get(p)) for p in places),
            )
        )
        articles.append(article)
    lineage = Lineage((), (Origin("o-1", "", tuple(a.id for a in articles)),)) if one else Lineage()
    return StoryRecords(
        story=Story(id="s-1", articles=tuple(a.id for a in articles)),
        articles=tuple(articles),
        extractions=tuple(extractions),
        entities=resolve(articles, extractions),
        lineage=lineage,
    )


def test_what_when_and_where() -> None:
    event = settle(
        records(
            (
                "Quake shakes west coast\nAn earthquake hit Bergen in Norway on Monday, officials said on Tuesday.",
                "2021-03-09",
                {"Monday": "2021-03-08", "Tuesday": "2021-03-09"},
                ("Bergen", "Norway"),
            )
        )
    )
    assert event.type == "earthquake"
    assert event.date == DateRange("2021-03-08", "2021-03-08")
    assert event.place is not None
    assert (event.place.name, event.place.country, event.place.lat) == ("Bergen", "NO", 60.39)


def test_unknown_place_takes_the_country_of_the_openings_and_no_coordinates() -> None:
    event = settle(records(("A blast tore through Veldmark, Norway.", "2021-03-09", {}, ("Veldmark", "Norway"))))
    assert event.place is not None
    assert (event.place.name, event.place.country, event.place.lat) == ("Veldmark", "NO", None)


def test_no_time_named_falls_back_on_the_first_publication() -> None:
    event = settle(records(("Fire.", "2021-03-09", {}, ()), ("Fire.", "2021-03-08", {}, ())))
    assert event.date == DateRange("2021-03-08", "2021-03-08")


def test_nothing_known_stays_null() -> None:
    event = settle(records(("Words.", None, {}, ())))
    assert (event.type, event.date, event.place) == (None, None, None)


def test_later_days_of_updates_do_not_win() -> None:
    event = settle(
        records(
            ("A ferry sank on Monday.", "2021-03-08", {"Monday": "2021-03-08"}, ()),
            ("Divers found a ferry's crew on Tuesday.", "2021-03-09", {"Tuesday": "2021-03-09"}, ()),
        )
    )
    assert event.date == DateRange("2021-03-08", "2021-03-08")
    assert event.type == "shipwreck"


def test_an_undated_storys_look_back_gives_no_year() -> None:
    text = "Bus falls into ravine\nNine people died on Tuesday.\nIn 2018 a lorry killed 36 people on the same road."
    year = {"2018": ("2018-12-31", "year")}
    found = settle(records((text, None, {"2018": "2018-01-01"}, ()), coarse=year))  # type: ignore[arg-type]
    assert found.date is None


def test_people_and_bodies_abroad_speak_for_no_country() -> None:
    for text, country in (
        ("Three people, two of them Danish citizens, drowned off Veldmark on Sunday.", None),
        ("The Danish embassy said three people had drowned off Veldmark.", None),
        ("Three people drowned off Veldmark, Danish police said.", "DK"),
    ):
        event = settle(records((text, "2021-03-09", {}, ("Veldmark",))))
        assert event.place is not None
        assert (event.place.name, event.place.country) == ("Veldmark", country)


def test_where_a_group_sits_is_not_where_it_happened() -> None:
    text = "A Paris-based group said 12 people died in an air strike on Veldmark."
    event = settle(records((text, "2021-03-09", {}, ("Paris", "Veldmark"))))
    assert event.place is not None
    assert (event.place.name, event.place.country) == ("Veldmark", None)


def test_a_capital_in_the_dateline_alone_yields_to_the_town_that_is_so_called() -> None:
    def placed(text: str) -> str | None:
        made = records((f"PARIS – {text}", "2021-03-09", {}, ("PARIS", "Veldmark")))
        body = Section("body", 8, 8 + len(text))
        first = replace(made.articles[0], dateline_place="PARIS", sections=(Section("dateline", 0, 7), body))
        mention = replace(made.extractions[0].mentions[0], name="Paris", point=POINTS["Paris"])
        mentions = (mention, made.extractions[0].mentions[1])
        read = replace(made.extractions[0], mentions=mentions, sentences=(first.span(8, len(first.text)),))
        made = replace(made, articles=(first,), extractions=(read,), entities=resolve((first,), (read,)))
        place = settle(made).place
        return place.name if place else None

    assert placed("Gunmen killed 35 people in the town of Veldmark.") == "Veldmark"
    assert placed("Gunmen killed 35 people, and Veldmark mourned.") == "France"  # where correspondents sit


def test_publication_day_that_is_none() -> None:
    assert settle(records(("Words.", "unknown", {}, ()))).date is None


def test_a_past_deed_outweighs_the_day_of_a_ruling() -> None:
    event = settle(
        records(
            (
                "Court rejects appeal over reporter's murder\n"
                "A court on Tuesday dismissed the appeal of two men.\n"
                "The reporter Ana Lund was abducted and murdered in May 2009 near Bergen.",
                "2021-03-09",
                {"Tuesday": "2021-03-09", "May 2009": "2009-05-01"},
                ("Bergen",),
            ),
            coarse={"May 2009": ("2009-05-31", "month")},
        )
    )
    assert event.date == DateRange("2009-05-01", "2009-05-31")


def test_a_day_within_the_year_that_the_opening_names() -> None:
    event = settle(
        records(
            (
                "Inquiry into 2009 abduction\nA judge reopened the case of the 2009 abduction of a printer.\n"
                "Gunmen abducted him on May 3, 2009, as he left home.",
                "2021-03-09",
                {"2009": "2009-01-01", "May 3, 2009": "2009-05-03"},
                (),
            ),
            coarse={"2009": ("2009-12-31", "year")},
        )
    )
    assert event.date == DateRange("2009-05-03", "2009-05-03")


def test_years_beside_fresh_news_stay_background() -> None:
    event = settle(
        records(
            (
                "Ferry sinks\nA ferry sank on Monday and nine people died.\nA sister ship sank in 2009.",
                "2021-03-09",
                {"Monday": "2021-03-08", "2009": "2009-01-01"},
                (),
            ),
            coarse={"2009": ("2009-12-31", "year")},
        )
    )
    assert event.date == DateRange("2021-03-08", "2021-03-08")


def test_a_town_of_a_country_spoken_of_in_passing_loses() -> None:
    text = (
        "Norway arrests editor\nNorway detained an editor in Bergen, Norway's second city.\n"
        "A court in Norway will hear her.\nParis called for her release."
    )
    event = settle(records((text, "2021-03-09", {}, ("Norway", "Bergen", "Paris"))))
    assert event.place is not None
    assert (event.place.name, event.place.country) == ("Bergen", "NO")


def test_who_tells_at_the_end_is_no_part_of_what_the_day_dates() -> None:
    event = settle(
        records(
            (
                "Protest in Ardal\nOne man was shot dead when police fired on a large crowd in the centre of Ardal on"
                " Friday, witnesses said.\nIn Thursday's smaller march nobody was hurt.",
                "2025-11-21",
                {"Friday": "2025-11-21", "Thursday": "2025-11-20"},
                (),
            )
        )
    )
    assert event.date == DateRange("2025-11-21", "2025-11-21")


def place(text: str, *places: str) -> str | None:
    found = settle(records((text, "2021-05-06", {}, places))).place
    return found.name if found else None


def test_a_town_beats_its_county_and_what_lies_in_it() -> None:
    text = "Two hurt in Tarrow County\nA shed fell on two men in Milford, Tarrow County, on Quarry Street."
    assert place(text, "Tarrow County", "Milford", "Quarry Street") == "Milford"
    assert place("Two hurt\nA shed fell on two men in Tarrow County.", "Tarrow County") == "Tarrow County"


def test_a_town_called_after_a_park_is_no_park() -> None:
    text = "A shed fell on two men in {}, a week after the Bergen fire."
    assert place(text.format("Oak Park"), "Oak Park", "Bergen") == "Oak Park"
    assert place(text.format("Tulip Park"), "Tulip Park", "Bergen") == "Bergen"


def test_a_part_of_a_town_votes_for_the_town_that_is_named() -> None:
    text = "Shed falls in East Bergen\nA shed fell on two men in East Bergen, said a fireman who came from Bergen."
    assert place(text, "East Bergen", "Bergen") == "Bergen"
    assert place("Shed falls in East Tarrow\nA shed fell in East Tarrow.", "East Tarrow") == "East Tarrow"


def test_the_town_where_a_deed_was_done_beats_the_larger_one_of_the_court() -> None:
    text = "Baker freed\nA court sat in Paris on Monday and the baker spoke.\nHe was {} in Bergen."
    assert place(text.format("arrested"), "Paris", "Bergen") == "Bergen"
    assert place(text.format("married"), "Paris", "Bergen") == "Paris"


def test_a_region_of_several_countries_is_no_place_of_an_event() -> None:
    text = "Norway shuts its mills\nNorway shut its mills on Monday, the first land in Europe to do so."
    assert place(text, "Europe", "Norway") == "Norway"


def test_a_land_with_a_code_of_its_own_counts_as_its_states() -> None:
    found = settle(records(("Fire\nA fire broke out in Hong Kong.", "2021-05-06", {}, ("Hong Kong",)))).place
    assert found is not None and (found.name, found.country, found.precision) == ("Hong Kong", "CN", "city")


def test_a_state_that_is_called_like_a_country_does_not_speak_for_it() -> None:
    told = "A shed fell in Veldmark, Niger {}, as {} officials said."
    for word, people, code in (("State", "Nigerian", "NG"), ("itself", "Nigerien", "NE")):
        found = settle(records((told.format(word, people), "2021-05-06", {}, ("Veldmark",)))).place
        assert found is not None and found.country == code


def test_a_day_far_before_the_one_that_most_speaks_for_is_another_events() -> None:
    text = (
        "Bridge falls again\nThe bridge fell on Monday and two men died on Monday.\n"
        "It fell on 4 May 2009, killing a man, and on 4 May 2009 nobody was warned."
    )
    event = settle(records((text, "2021-03-09", {"Monday": "2021-03-08", "4 May 2009": "2009-05-04"}, ())))
    assert event.date == DateRange("2021-03-08", "2021-03-08")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("A baker was found guilty of murder {} over the death of his aunt on 3 March.", "2021-03-03"),
        ("A baker was seen before the murder {}, and the funeral was on 3 March.", "2021-03-08"),
    ],
)
def test_a_deed_that_is_a_charge_does_not_date_the_day_of_the_court(said: str, day: str) -> None:
    text = said.format("on Monday")
    event = settle(records((text, "2021-03-09", {"Monday": "2021-03-08", "3 March": "2021-03-03"}, ())))
    assert event.date == DateRange(day, day)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bus crash near Bergen in March drew a crowd of onlookers.", "accident"),
        ("The council voted to buy forty buses and a ferry.", None),
        ("The council met on 4 March before a small crowd.", None),
        ("Thousands marched through Bergen, and a crowd gathered at the hall.", "protest"),
        ("A train derailed near Bergen.", "derailment"),
    ],
)
def test_a_thing_is_no_event_by_itself(text: str, kind: str | None) -> None:
    assert settle(records((text, "2021-03-09", {}, ()))).type == kind


def test_a_lone_count_of_a_crowd_does_not_make_a_protest() -> None:
    text = "Lorry rams market\nA lorry rammed a market where 900 people had gathered, killing nine and wounding 30."
    made = records((text, "2021-03-09", {}, ()))
    told = replace(made, extractions=(replace(made.extractions[0], claims=claims(text)),))
    assert "protesters" in {c.kind for c in told.extractions[0].claims}
    assert settle(told).type == "attack"


def test_a_thing_counts_where_people_came_to_harm() -> None:
    made = records(("A train hit a lorry near Bergen, killing two.", "2021-03-09", {}, ()))
    assert settle(made).type is None
    claim = claims("A train hit a lorry near Bergen, killing two.")[0]
    told = replace(made, extractions=(replace(made.extractions[0], claims=(claim,)),))
    assert settle(told).type == "derailment"


def test_a_hospital_is_no_place_of_an_event() -> None:
    text = "Two hurt by shed\nA shed fell on two men{}. They are in critical condition at St Tarrow hospital."
    assert place(text.format(""), "St Tarrow") is None
    assert place(text.format(" in Veldmark"), "St Tarrow", "Veldmark") == "Veldmark"


def test_a_mere_word_or_a_dateline_unknown_to_the_gazetteer_is_no_place() -> None:
    assert place("A shed fell on General Roe's men.", "General") is None
    assert place("A shed fell in Veldmark on two men.", "Veldmark") == "Veldmark"


def test_the_stamp_of_a_page_dates_no_event() -> None:
    text = "Two men hurt by shed\n{} March 9, 2021 7:14 PM\nA shed fell on two men on Sunday, and both died on Monday."
    days: dict[str, str | None] = {"March 9, 2021": "2021-03-09", "Sunday": "2021-03-07", "Monday": "2021-03-08"}
    for stamp, day in (("Posted:", "2021-03-07"), ("Shed falls,", "2021-03-07")):
        event = settle(records((text.format(stamp), "2021-03-10", days, ())))
        assert event.date == DateRange(day, day)
    died = "Two men die\n{} March 9, 2021\nBoth were hit by a shed."
    alone: dict[str, str | None] = {"March 9, 2021": "2021-03-09"}
    event = settle(records((died.format("They died on"), "2021-03-10", alone, ())))
    assert event.date == DateRange("2021-03-09", "2021-03-09")
    event = settle(records((died.format("Updated:"), "2021-03-10", alone, ())))
    assert event.date == DateRange("2021-03-10", "2021-03-10")


def test_a_weekday_of_six_days_ago_is_seldom_meant() -> None:
    text = "Shed hit on Monday\nTwo men died on {} when a shed fell.\nA lorry hit the shed that day."
    days: dict[str, str | None] = {"Tuesday": "2021-03-02", "Monday": "2021-03-08"}
    event = settle(records((text.format("Tuesday"), "2021-03-08", days, ())))
    assert event.date == DateRange("2021-03-08", "2021-03-08")
    said: dict[str, str | None] = {"last Tuesday": "2021-03-02", "Monday": "2021-03-08"}
    event = settle(records((text.format("last Tuesday"), "2021-03-08", said, ())))
    assert event.date == DateRange("2021-03-02", "2021-03-02")
