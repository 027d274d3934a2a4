"""What stands above a story: headline, masthead, byline, dateline."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from variorum.model import Article

Read = Callable[..., Article]

STORY = "Two barges collided on the Orle river on Tuesday, leaving nine crew members injured, the harbour police said."
MORE = "The pilot of the first barge was taken to hospital with a broken arm, a doctor said on Tuesday evening."


def kinds(article: Article) -> list[str]:
    return [s.kind for s in article.sections]


def part(article: Article, kind: str) -> str:
    return next(article.text[s.start : s.end] for s in article.sections if s.kind == kind)


@pytest.mark.parametrize(
    ("opening", "place", "agency", "date"),
    [
        ("ORLEVAR, Norland, March 5 (NPB) - ", "ORLEVAR, Norland", "NPB", "--03-05"),
        ("ORLEVAR - ", "ORLEVAR", None, None),
        ("ORLEVAR, Norland — ", "ORLEVAR, Norland", None, None),
        ("Orlevar, 5 March. – ", "Orlevar", None, "--03-05"),
        ("Orlevar, 5 of March. ", "Orlevar", None, "--03-05"),
        ("ORLE-VAR, 5 March. ", "ORLE-VAR", None, "--03-05"),
        ("ORLEVAR, the 5 March 2024 (NPB) – ", "ORLEVAR", "NPB", "2024-03-05"),
        ("(CNN) — ", None, "CNN", None),
        ("ORLEVAR (Reuters) - ", "ORLEVAR", "Reuters", None),
        ("ORLEVAR, Sept. 5, 2023 (Harbour News)_ ", "ORLEVAR", "Harbour News", "2023-09-05"),
        ("Orlevar (Norland), 5 Mar (Harbour News) - ", "Orlevar, Norland", "Harbour News", "--03-05"),
        ("ORLEVAR (NORLAND), 5 MAR 91 (AFP) -- [TEXT] ", "ORLEVAR, NORLAND", "AFP", "1991-03-05"),
        ("ORLEVAR, 5 Nov. (NPB) - ", "ORLEVAR", "NPB", "--11-05"),
        ("ORLEVAR, March 5. /TASS/. ", "ORLEVAR", "TASS", "--03-05"),
        ("ORLEVAR. March 5 (Interfax) - ", "ORLEVAR", "Interfax", "--03-05"),
        ("ORLEVAR: ", "ORLEVAR", None, None),
        ("ORLEVAR/VANDA, March 5 (NPB) - ", "ORLEVAR/VANDA", "NPB", "--03-05"),
        ("NPB, Orlevar, 5 March - ", "Orlevar", "NPB", "--03-05"),
        ("ORLEVAR, March 5, NPB - ", "ORLEVAR", "NPB", "--03-05"),
        ("ORLE, March 5 (NPB) - ", "ORLE", "NPB", "--03-05"),
        ("ORLE, Norland, March 5 (AP) — ", "ORLE, Norland", "Associated Press", "--03-05"),
        ("Orlevar (dpa) - ", "Orlevar", "dpa", None),
        ("(Orlevar) – ", "Orlevar", None, None),
        ("SÃO ÓRLE, March 5 (NPB) —", "SÃO ÓRLE", "NPB", "--03-05"),
    ],
)
def test_datelines(read_text: Read, opening: str, place: str | None, agency: str | None, date: str | None) -> None:
    article = read_text(f"Barges collide on Orle river\n\n{opening}{STORY}\n\n{MORE}")
    assert kinds(article) == ["headline", "dateline", "body", "body"]
    assert part(article, "dateline") == opening.strip()
    assert part(article, "body") == STORY
    assert article.dateline_place == place
    assert [m.name for m in article.agencies if m.credit == "dateline"] == ([agency] if agency else [])
    assert [d.date for d in article.dates] == ([date] if date else [])


@pytest.mark.parametrize(
    "opening",
    [
        "Rescuers - some of them volunteers - worked all night, the harbour police said on Tuesday morning.",
        "On March 5, two barges collided on the river and nine crew members were hurt, police said.",
        "Police said on Tuesday that two barges had collided. The river was closed to traffic for hours.",
        "NATO, the EU and the UN sent their sympathy after two barges collided on the Orle river.",
        "Harbour chief Ivo Lund (58) said two barges had collided on the river in thick fog on Tuesday.",
        "Nine people were hurt - two of them badly - when two barges collided on the river on Tuesday.",
    ],
)
def test_a_sentence_is_no_dateline(read_text: Read, opening: str) -> None:
    article = read_text(f"{opening}\n\n{MORE}")
    assert kinds(article) == ["body", "body"]
    assert article.dates == ()


@pytest.mark.parametrize(
    ("line", "byline", "publisher", "agencies", "date"),
    [
        (" date 2024-03-06 By Ivo Lund, CNN", ("Ivo Lund",), "CNN", (), "2024-03-06"),
        ("The Vanda Examiner, March 6, 2024", (), "The Vanda Examiner", (), "2024-03-06"),
        ("6 March 2024 | The Vanda Messenger", (), "The Vanda Messenger", (), "2024-03-06"),
        ("VANDA OBSERVER | 6 Mar 2024", (), "Vanda Observer", (), "2024-03-06"),
        (
            "Published: March 6, 2024. By Ivo Lund, The Vanda Review",
            ("Ivo Lund",),
            "The Vanda Review",
            (),
            "2024-03-06",
        ),
        ("By Ivo Lund in Orlevar", ("Ivo Lund",), None, (), None),
        ("By Ivo Lund and Ana de la Vega", ("Ivo Lund", "Ana de la Vega"), None, (), None),
        ("By staff and agencies, Wednesday 6 March 2024", (), None, (), "2024-03-06"),
        ("By NorPress staff", (), None, ("NorPress",), None),
        ("By Harbour News", (), None, ("Harbour News",), None),
        (
            "World desk, with NPB and Gulf Wire - Wednesday 6 March 2024, 18:05",
            (),
            None,
            ("NPB", "Gulf Wire"),
            "2024-03-06",
        ),
        (
            "Wednesday, 6 March 2024 - The Vanda Daily Mirror with NPB",
            (),
            "The Vanda Daily Mirror",
            ("NPB",),
            "2024-03-06",
        ),
        ("From our correspondent Ivo Lund, Radio Orle. 6 March, 7.40 a.m.", ("Ivo Lund",), "Radio Orle", (), None),
        ("Compiled from agency reports by the foreign desk | 6 March 2024", (), None, (), "2024-03-06"),
        ("Last updated: 6 March 2024 at 10:15 GMT", (), None, (), "2024-03-06"),
        ("Mar 6, 2024 / 10:20 AM EST / CBS News", (), "CBS News", (), "2024-03-06"),
        ("2024-03-06T10:00:00Z", (), None, (), "2024-03-06"),
        ("Daily Flame", (), "Daily Flame", (), None),
        ("Ivo Flame", ("Ivo Flame",), None, (), None),
        ("Source: The Vanda Times", (), "The Vanda Times", (), None),
        ("Author: Ivo Lund", ("Ivo Lund",), None, (), None),
    ],
)
def test_credit_lines(
    read_text: Read,
    line: str,
    byline: tuple[str, ...],
    publisher: str | None,
    agencies: tuple[str, ...],
    date: str | None,
) -> None:
    article = read_text(f"Barges collide on Orle river\n{line}\n\n{STORY}\n\n{MORE}")
    assert kinds(article) == ["headline", "byline", "body", "body"]
    assert (article.byline, article.publisher, article.published) == (byline, publisher, date)
    assert tuple(m.name for m in article.agencies if m.credit == "byline") == agencies


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Police Target Barges with New Rules",
        "Nine hurt as barges collide",
        "“Nobody saw the other boat”: a night on the Orle",
        "ORLEVAR: NINE HURT AS BARGES COLLIDE",
        "Did the pilot sleep?",
        "Fog, Speed and Sleep: How Two Barges Met.",
    ],
)
def test_headlines(read_text: Read, line: str) -> None:
    article = read_text(f"{line}\n{STORY}\n{MORE}")
    assert kinds(article) == ["headline", "body", "body"]
    assert article.title == line


@pytest.mark.parametrize("slug", ["UPDATE 2-", "WRAPUP 1 - ", "BREAKING: ", "REFILE-"])
def test_what_an_agency_puts_before_a_headline_is_none_of_it(read_text: Read, slug: str) -> None:
    article = read_text(f"{slug}Nine hurt as barges collide\n{STORY}\n{MORE}")
    assert kinds(article) == ["headline", "body", "body"]
    headline = article.sections[0]
    assert article.text[headline.start : headline.end] == article.title == "Nine hurt as barges collide"


def test_masthead_above_the_headline(read_text: Read) -> None:
    article = read_text(
        f"The Vanda Daily\nBarges collide on Orle river\nBy Ivo Lund, Wednesday 6 March 2024\n\n{STORY}\n\n{MORE}"
    )
    assert kinds(article) == ["byline", "headline", "byline", "body", "body"]
    assert (article.publisher, article.title) == ("The Vanda Daily", "Barges collide on Orle river")


def test_deck_below_the_headline(read_text: Read) -> None:
    article = read_text(
        f"Barges collide on Orle river\nNine crew members injured, pilot in hospital\n\n{STORY}\n\n{MORE}"
    )
    assert kinds(article) == ["headline", "headline", "body", "body"]
    assert article.title == "Barges collide on Orle river"


def test_agency_and_city_alone(read_text: Read) -> None:
    article = read_text(f"Barges collide on Orle river\nVanda Times, March 6, 2024\nNPB, ORLEVAR\n\n{STORY}\n\n{MORE}")
    assert kinds(article) == ["headline", "byline", "dateline", "body", "body"]
    assert (article.publisher, article.dateline_place) == ("Vanda Times", "ORLEVAR")
    assert [m.name for m in article.agencies] == ["NPB"]


def test_dateline_line_followed_by_an_author(read_text: Read) -> None:
    article = read_text(f"Night on the river\nOrlevar (Norland), 6 Mar (Gulf Wire). By Ana Vega.\n\n{STORY}\n\n{MORE}")
    assert kinds(article) == ["headline", "dateline", "body", "body"]
    assert article.byline == ("Ana Vega",)
    assert article.dateline_place == "Orlevar, Norland"


def test_stamp_dateline_and_note_before_the_first_word(read_text: Read) -> None:
    article = read_text(
        f"date 2024-03-06 ORLEVAR, Norland, March 6 (NPB) - (Corrects number of crew to nine from 12) {STORY}\n\n{MORE}"
    )
    assert kinds(article) == ["byline", "dateline", "note", "body", "body"]
    assert part(article, "body") == STORY
    assert article.published == "2024-03-06"


def test_one_paragraph_is_the_story(read_text: Read) -> None:
    assert kinds(read_text("Nine hurt as barges collide on the Orle river")) == ["body"]


def test_a_stated_title_is_the_headline_above_the_text(read_text: Read) -> None:
    article = read_text(json.dumps({"id": "r1", "title": "Barges collide", "text": STORY}), "records.jsonl")
    assert (article.title, article.text) == ("Barges collide", f"Barges collide\n\n{STORY}")
    assert kinds(article) == ["headline", "body"]


def test_dateline_on_a_line_of_its_own(read_text: Read) -> None:
    article = read_text(f"Barges collide on Orle river\n\nORLEVAR, Norland -\n\n{STORY}\n\n{MORE}")
    assert kinds(article) == ["headline", "dateline", "body", "body"]


@pytest.mark.parametrize(
    ("line", "byline", "publisher"),
    [
        ("STAFF REPORT", (), None),
        ("12/10/2022 - 09:45", (), None),
        ("Posted by admin on October 12, 2022", (), None),
        ("Story by Ana Vega for the Nordic Tribune", ("Ana Vega",), "Nordic Tribune"),
        ("Special to the Nordic Tribune", (), "Nordic Tribune"),
        ("By ANA VEGA, Gulf Wire correspondent", ("ANA VEGA",), None),
        ("Ana Vega", ("Ana Vega",), None),
    ],
)
def test_more_credit_lines(read_text: Read, line: str, byline: tuple[str, ...], publisher: str | None) -> None:
    article = read_text(f"Barges collide on Orle river\n{line}\n\n{STORY}\n\n{MORE}")
    assert kinds(article) == ["headline", "byline", "body", "body"]
    assert (article.byline, article.publisher) == (byline, publisher)
