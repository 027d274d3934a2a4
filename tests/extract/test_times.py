"""Time expressions and the days they cover."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reading
from name_trees import tree
from variorum.extract.times import find_times, patterns
from variorum.extract.times.patterns import find
from variorum.model import Article, DateCandidate, Section
from variorum.text.tree import Parse


def times(text: str, published: str | None = "2022-06-15") -> list[tuple[str, str | None, str | None]]:
    """2022-06-15 was a Wednesday."""
    article = Article(id="a", text=text, sections=(Section("body", 0, len(text)),), published=published)
    found = find_times(article, Parse(text, (), ()))
    assert all(text[t.span.start : t.span.end] == t.span.text for t in found)
    return [(t.span.text, t.start, t.end) for t in found]


@pytest.mark.parametrize(
    ("text", "phrase", "start", "end"),
    [
        ("It fell on Sunday.", "Sunday", "2022-06-12", "2022-06-12"),
        ("It fell on Wednesday.", "Wednesday", "2022-06-15", "2022-06-15"),
        ("It fell late on Saturday.", "late on Saturday", "2022-06-11", "2022-06-11"),
        ("It fell early Tuesday.", "early Tuesday", "2022-06-14", "2022-06-14"),
        ("It fell overnight.", "overnight", "2022-06-15", "2022-06-15"),
        ("It fell yesterday.", "yesterday", "2022-06-14", "2022-06-14"),
        ("It fell on June 3.", "June 3", "2022-06-03", "2022-06-03"),
        ("It fell on 28 December.", "28 December", "2021-12-28", "2021-12-28"),
        ("It fell on March 4, 1999.", "March 4, 1999", "1999-03-04", "1999-03-04"),
        ("It fell on the 4th of March 1999.", "the 4th of March 1999", "1999-03-04", "1999-03-04"),
        ("On the night of 7 to 8 May it fell.", "the night of 7 to 8 May", "2022-05-07", "2022-05-08"),
        ("It fell in April.", "April", "2022-04-01", "2022-04-30"),
        ("It fell in October.", "October", "2021-10-01", "2021-10-31"),
        ("It fell in 2009.", "2009", "2009-01-01", "2009-12-31"),
        ("It fell in March last year.", "March last year", "2021-03-01", "2021-03-31"),
        ("It fell on 5 May last year.", "5 May last year", "2021-05-05", "2021-05-05"),
        ("It fell last year.", "last year", "2021-01-01", "2021-12-31"),
        ("It fell this year.", "this year", "2022-01-01", "2022-12-31"),
        ("It fell in the spring of last year.", "the spring of last year", "2021-03-01", "2021-05-31"),
        ("It fell 44 days ago.", "44 days ago", "2022-05-02", "2022-05-02"),
        ("It fell three months ago.", "three months ago", "2022-03-01", "2022-03-31"),
        ("It fell since February 2020.", "February 2020", "2020-02-01", "2020-02-29"),
        ("It fell last week.", "last week", "2022-06-06", "2022-06-12"),
        ("It fell at 4.12 a.m. on Monday.", "4.12 a.m. on Monday", "2022-06-13", "2022-06-13"),
        ("It fell 2020-11-05.", "2020-11-05", "2020-11-05", "2020-11-05"),
        ("The night from Friday to Saturday was loud.", "night from Friday to Saturday", "2022-06-10", "2022-06-11"),
    ],
)
def test_days(text: str, phrase: str, start: str, end: str) -> None:
    assert (phrase, start, end) in [(p.removeprefix("The "), s, e) for p, s, e in times(text)]


def test_clause_about_the_future_takes_the_next_weekday() -> None:
    article, parse = tree("Talks/NOUN will/AUX resume/VERB/VB on/ADP Monday/PROPN ./PUNCT", published="2022-06-15")
    assert [t.start for t in find_times(article, parse)] == ["2022-06-20"]


def test_the_day_before_counts_from_the_day_last_spoken_of() -> None:
    assert times("It fell on Monday. The day before it was quiet.")[1][1] == "2022-06-12"


def test_without_publication_only_full_dates() -> None:
    assert times("On Monday, and on 3 May 2011.", None) == [
        ("Monday", None, None),
        ("3 May 2011", "2011-05-03", "2011-05-03"),
    ]


@pytest.mark.parametrize(
    "text", ["They may come.", "Troops march on.", "It cost 2,000 crowns.", "A second chance.", "No. 2010-06-CA-051."]
)
def test_other_words_and_numbers(text: str) -> None:
    assert times(text) == []


def test_the_number_of_a_block_is_no_year() -> None:
    words = "Fire/NOUN broke/VERB out/ADP in/ADP the/DET {}/NUM {}/NOUN of/ADP Elm/PROPN Street/PROPN ./PUNCT"
    for year, noun, number in (("1900", "block", 0), ("1900", "season", 1)):
        article, parse = tree(words.format(year, noun), published="2022-06-15")
        assert len(find_times(article, parse)) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A call on Friday led the men to a barn.", "2022-06-10"),
        ("No date had been set on Friday.", "2022-06-10"),
        ("A trial is set for Friday.", "2022-06-17"),
        ("He had planned to go to the lake on Friday.", "2022-06-10"),
        ("He plans to go to the lake on Friday.", "2022-06-17"),
        ("By Friday evening, only one of the men had been found.", "2022-06-10"),
        ("They hope to be done by Friday evening.", "2022-06-17"),
        ("The girl who was hurt on Friday is expected to go home.", "2022-06-10"),
        ("The men stood in the barn that Friday evening.", "2022-06-10"),
        ("The men will meet this Friday.", "2022-06-17"),
        ("The barn was shut following Friday night's fire.", "2022-06-10"),
    ],
)
def test_weekdays_past_and_to_come(text: str, day: str) -> None:
    found = find_times(reading.article(text, "2022-06-15"), reading.tree(text))
    assert [t.start for t in found] == [day]


def test_impossible_days_keep_their_span_only() -> None:
    assert times("On 31 February 2021 nothing happened.") == [("31 February 2021", None, None)]


@given(st.text(alphabet="0123456789 -/.:,abMonday JuneMarch20thagoyearslast", max_size=60))
def test_any_text(text: str) -> None:
    for _, start, end in times(text):
        assert (start is None) == (end is None)
        assert start is None or start <= (end or "")


def test_a_release_without_a_date_counts_from_its_dateline() -> None:
    text = "Release 2010-09-114\nOSLO (Sept. 29) - It fell yesterday."
    dates = (DateCandidate("--09-29", "dateline", None, False),)
    article = Article(id="a", text=text, sections=(Section("body", 20, len(text)),), dates=dates)
    found = {t.span.text: t.start for t in find_times(article, Parse(text, (), ()))}
    assert found["yesterday"] == "2010-09-28"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The jetty was closed the weekend before last summer.", "last summer"),
        ("They met at noon behind the mill.", "noon"),
        ("She sailed two decades ago.", "two decades ago"),
        ("The jetty was closed by its owner.", None),
    ],
)
def test_a_word_of_time_without_a_digit_is_enough(text: str, stated: str | None) -> None:
    found = [f.text for f in find(text, "en")]
    assert (stated in found) if stated else not found


WORDS = """the a on at that last next this about some 12 2014 3 pm may March Sunday night day week years ago year
earlier first half of early in to and police mayor noon two dozen '90s same quarter"""
SAID = st.sampled_from(sorted(WORDS.split()))


@given(st.lists(st.tuples(SAID, st.sampled_from((" ", " ", " ", ", ", "-", "’s ", ". "))), max_size=9))
def test_no_expression_is_lost_by_looking_at_words_before(words: list[tuple[str, str]]) -> None:
    text = "".join(part for pair in words for part in pair)
    tried, at = [], 0
    for place in patterns.PLACE.finditer(text):
        match = patterns._pattern("en").match(text, place.start()) if place.start() >= at else None
        if match is not None and place[0].lower() not in patterns._WITHIN:
            tried.append(match.span())
            at = match.end()
    assert [(f.start, f.end) for f in patterns.find(text, "en")] == tried
