"""Publication dates: candidates, the best one, and years that other articles supply."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum import ingest
from variorum.ingest.calendar import written_dates
from variorum.ingest.dates import field_date, url_date
from variorum.model import Article
from variorum.settings import Settings

Read = Callable[..., Article]

STORY = "Two barges collided on the Orle river on Tuesday, leaving nine crew members injured, the harbour police said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 14, 2023", "2023-03-14"),
        ("14 March 2023", "2023-03-14"),
        ("14th of March 2023", "2023-03-14"),
        ("the 9 September 2024", "2024-09-09"),
        ("Sept. 9, 2024", "2024-09-09"),
        ("3 JAN 90", "1990-01-03"),
        ("2024-08-12T10:00:00+02:00", "2024-08-12"),
        ("08.03.2021", "2021-03-08"),
        ("25/12/2021", "2021-12-25"),
        ("12/25/2021", "2021-12-25"),
        ("Wednesday, 8 February 2023", "2023-02-08"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_written_forms(text: str, expected: str) -> None:
    assert [d.iso() for d in written_dates(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["03/04/2021", "31 February 2023", "in 2023", "version 2.10.2023.1", "may 200 people", "1-800-555-0148"]
)
def test_no_date(text: str) -> None:
    assert [d for d in written_dates(text) if d.iso()] == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%d.%m.%Y"):
        assert [d.iso() for d in written_dates(day.strftime(form))] == [day.isoformat()]


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    ends = [0, *itertools.chain.from_iterable((d.start, d.end) for d in written_dates(text))]
    assert ends == sorted(ends)
    field_date(text)
    url_date(text)


def test_fields_and_addresses() -> None:
    assert field_date("2024-08-12T23:30:00Z") == "2024-08-12"
    assert field_date("Mon, 12 Aug 2024 10:00:00 GMT") == "2024-08-12"
    assert field_date("last week") is None
    assert url_date("https://vanda.example/2014/01/20/barges") == "2014-01-20"
    assert url_date("https://vanda.example/story-2014") is None


def test_order_of_belief(read_text: Read) -> None:
    record = {
        "published": "2024-03-07T01:00:00Z",
        "url": "https://v.example/2024/03/09/x",
        "text": f"The Vanda Times, March 6, 2024\n\nORLEVAR, March 5 (NPB) - {STORY}",
    }
    article = read_text(json.dumps(record), "r.jsonl")
    assert [(d.date, d.origin) for d in article.dates] == [
        ("2024-03-07", "field"),
        ("2024-03-06", "line"),
        ("2024-03-05", "dateline"),
        ("2024-03-09", "url"),
    ]
    assert article.published == "2024-03-07"


def test_first_publication_comes_before_an_update(read_text: Read) -> None:
    head = "Updated: 8 March 2024\nPublished: 6 March 2024"
    assert read_text(f"Barges collide on river\n{head}\n\n{STORY}").published == "2024-03-06"


def test_dates_of_the_story_are_not_taken(read_text: Read) -> None:
    article = read_text(
        f"{STORY}\n\nOn 5 March 2019, a ferry had sunk there.\n\n“Never again,” he wrote on April 2, 2020."
    )
    assert (article.dates, article.published) == ((), None)


def test_a_day_without_year_stays_open(read_text: Read) -> None:
    article = read_text(f"ORLEVAR, March 5 (NPB) - {STORY} In 2019, a ferry sank there.")
    assert article.published is None
    assert [(d.date, d.year_stated) for d in article.dates] == [("--03-05", False)]


def test_weekday_and_a_near_date_fix_the_year(read_text: Read) -> None:
    # 5 March 2024 was a Tuesday
    near = "The river had been closed on February 27, 2024, because of fog."
    assert read_text(f"Barges collide on river\nTuesday, 5 March, 18:05\n\n{STORY}\n\n{near}").published == "2024-03-05"
    assert read_text(f"Barges collide on river\nFriday, 5 March, 18:05\n\n{STORY}\n\n{near}").published is None


def write(folder: Path, **texts: str) -> list[Article]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [a for a in ingest.read([folder], Settings()) if isinstance(a, Article)]


def test_years_come_from_the_story(tmp_path: Path) -> None:
    articles = write(
        tmp_path,
        a=f"ORLEVAR, Dec 31 (NPB) - {STORY}",
        b=f"Barges collide on river\n2 January 2025\n\n{STORY}",
        c=f"VANDA, Aug 3 (NPB) - {STORY}",
    )
    done = ingest.complete_years(articles)
    assert [a.published for a in done] == ["2024-12-31", "2025-01-02", None]
    assert [a.id for a in done] == [a.id for a in articles]
    assert done[0].dates[0].year_stated is False
    for order in itertools.permutations(articles):
        assert sorted(ingest.complete_years(order), key=lambda a: a.id) == sorted(done, key=lambda a: a.id)


def test_no_year_anywhere(tmp_path: Path) -> None:
    articles = write(tmp_path, a=f"ORLEVAR, Dec 31 (NPB) - {STORY}", b=STORY)
    assert ingest.complete_years(articles) == tuple(articles)
    assert ingest.complete_years([]) == ()


RIVER = "Two barges collided on the Orle river, leaving nine crew members injured, the harbour police said.\n"


@pytest.mark.parametrize(
    "head",
    [
        "Harbour Live\nOrle collision: what is known\nLast updated: 7 March 2031, 19:40 GMT\n\nKEY POINTS\n",
        "Relief Desk\nFlash Update No. 2\n(as of 7 March 2031, 18:00)\n\n",
        "TWO BARGES COLLIDE ON THE ORLE\n\n7 March 2031, 18:05. ",
    ],
)
def test_a_date_below_a_standfirst_or_before_the_first_word(read_text: Callable[..., Article], head: str) -> None:
    assert read_text(head + RIVER + "Divers were called.\n").published == "2031-03-07"


def test_a_date_that_a_sentence_goes_on_from_is_no_stamp(read_text: Callable[..., Article]) -> None:
    assert read_text("TWO BARGES\n\n7 March 2031 was a dark day. " + RIVER).published is None


BULLETIN = "HARBOUR BOARD OF ORLE\n{}\n\n" + RIVER + "Divers were called, and the locks were closed until noon.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Bulletin No. 4 | 7 March 2031, 1830 hrs",
        "Bulletin No. 4 | 7 March 2031",
        "Bulletin No. 4 - issued 7 March 2031",
        "Collision on the Orle: state of things on Friday 7 March 2031, 18:30",
    ],
)
def test_a_bulletin_has_its_day_in_its_heading(read_text: Callable[..., Article], line: str) -> None:
    assert read_text(BULLETIN.format(line)).published == "2031-03-07"


@pytest.mark.parametrize(
    "line",
    [
        "What happened on the Orle on 7 March 2031",
        "The Orle collision of 7 March 2031 at 18:30",
        "Orle: from 3 March 2031 to 7 March 2031, 18:30",
        "Bulletin No. 4 | the collision of 7 March 2031",
        "Bulletin No. 4 | 7 March",
    ],
)
def test_a_headline_tells_the_day_of_its_event(read_text: Callable[..., Article], line: str) -> None:
    assert read_text(BULLETIN.format(line)).published is None


def test_a_bulletins_heading_gives_way_to_a_stated_day(read_text: Callable[..., Article]) -> None:
    head = "State of things on 7 March 2031, 18:30\nPublished: 9 March 2031"
    assert read_text(BULLETIN.format(head)).published == "2031-03-09"
