"""An article whose day of publication is learnt later reads as if it had been known from the start."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace

from reading import article
from variorum import ingest
from variorum.extract import article as extraction
from variorum.extract import extract, extract_again, undated
from variorum.model import Article
from variorum.settings import Settings
from variorum.text.parse import parse

QUALITY = sorted((Path(__file__).parents[1] / "quality").glob("*/a[02].txt"))
DAYS = (None, "2011-03-07", "2019-05-14", "2024-05-10", "2031-12-31")
WRITTEN = (
    "Ferry sinks, nine dead\nNine people drowned when a ferry sank on Sunday night. Twelve are missing.",
    "In 2014 a flood killed 40 people in the town. In July another 12 died there. Last week three people drowned.",
    "The landslide killed 30 people, up from Tuesday's figure of nearly 20. Two years ago 15 had died there.",
    "Six workers were hurt on 4 May and two more died at 3 pm on Friday. On Monday five had been injured in a fire.",
    "Feb. 16: Two dead in a fire\nThe fire of February 16, 2019 killed two people. By Wednesday a third had died.",
    "The Black Friday's count of 30 injured shoppers shocked the town. Nobody was killed.",
)
TIMELESS = "Two miners died and five were hurt when a gallery fell in. The mayor said help was on its way."


def _all() -> list[Article]:
    own = [a for a in ingest.read([str(p) for p in QUALITY], Settings()) if isinstance(a, Article)]
    return [*own, *map(article, (*WRITTEN, TIMELESS))]


def test_whatever_day_was_known_before_the_article_reads_the_same() -> None:
    changed = 0
    for one in _all():
        tree = parse(one)
        read = {day: extract(replace(one, published=day), tree) for day in DAYS}
        for before, after in product(DAYS, DAYS):
            assert extract_again(replace(one, published=after), read[before], tree) == read[after]
        changed += any(read[day] != read[None] for day in DAYS)
    assert changed > len(QUALITY) / 2  # else the comparison shows nothing


def test_an_article_without_times_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    one = article(TIMELESS, None)
    known = extract(one)
    assert known.claims and undated(one, known)
    monkeypatch.setattr(extraction, "parse", None)
    assert extract_again(replace(one, published="2024-05-10"), known) is known


@pytest.mark.parametrize("text", WRITTEN)
def test_a_time_a_weekday_or_a_year_is_read_again(text: str) -> None:
    one = article(text, None)
    assert not undated(one, extract(one))
