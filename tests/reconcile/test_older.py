"""Counts that the reports themselves call older, moved or taken back; and those that only look so."""

from __future__ import annotations

import msgspec
import pytest

from reconcile.stories import KINDS, PLACE, Draft
from variorum.lang.movement import moved
from variorum.model import Article, DateCandidate, Figure, Source, StoryRecords
from variorum.reconcile import reconcile


def total(records: StoryRecords, kind: str = "killed") -> Figure:
    found = reconcile(records, "ucdp", KINDS)
    return next(f for f in found if f.kind == kind and f.subset is None and f.place in (None, PLACE))


def numbers(draft: Draft, kind: str = "killed") -> tuple[object, object, object]:
    figure = total(draft.records(), kind)
    return figure.low, figure.best, figure.high


def worded(draft: Draft, article: str, text: str) -> None:
    """Gives the article this text and the last claim of it the whole as its span, ending in the number."""
    at = next(i for i, a in enumerate(draft.articles) if a.id == article)
    new = msgspec.structs.replace(draft.articles[at], text=text)
    draft.articles[at] = new
    last = draft.claims[article][-1]
    stated = msgspec.structs.replace(last.value, stated=str(last.value.number))
    draft.claims[article][-1] = msgspec.structs.replace(last, value=stated, span=new.span(0, len(text)))


def test_an_older_count_named_by_one_report_overtakes_that_of_an_undated_one() -> None:
    draft = Draft()
    newer = draft.article("newer", "2031-05-02")
    draft.claim(newer, 7)
    draft.claim(newer, 3, earlier=True)
    older = draft.claim(draft.article("older", None), 3)
    assert numbers(draft) == (7, 7, 7)
    assert older in total(draft.records()).superseded


def test_a_report_of_a_later_day_may_know_better_than_the_one_that_calls_its_count_older() -> None:
    draft = Draft()
    newer = draft.article("newer", "2031-05-02")
    draft.claim(newer, 7)
    draft.claim(newer, 3, earlier=True)
    draft.claim(draft.article("later", "2031-05-03"), 3)
    assert numbers(draft) == (3, 3, 7)


def test_a_voice_that_takes_a_number_back_takes_it_back_everywhere() -> None:
    draft = Draft()
    late = draft.article("late", "2031-05-02")
    draft.claim(late, 22, by="surgeon")
    draft.claim(late, 26, by="surgeon", voided=True)
    draft.claim(draft.article("early", "2031-05-02"), 26)
    assert numbers(draft) == (22, 22, 22)


def test_what_a_total_was_before_it_was_added_to_is_older() -> None:
    draft = Draft()
    newer = draft.article("newer", None)
    draft.claim(newer, 16)
    draft.claim(newer, 2, increment=True)
    draft.claim(draft.article("older", None), 14)
    draft.claim(draft.article("other", None), 15)
    assert numbers(draft) == (15, 15, 16)


def test_an_undated_report_shares_the_fate_of_the_dated_one_with_its_number() -> None:
    draft = Draft()
    for name, day, number in (("first", "2031-05-02", 41), ("second", "2031-05-03", 61), ("undated", None, 41)):
        draft.claim(draft.article(name, day), number)
    assert numbers(draft) == (61, 61, 61)
    draft.claim(draft.article("another", None), 40)
    assert numbers(draft) == (40, 61, 61)


def test_two_voices_of_one_article_disagree_whatever_a_later_report_repeats() -> None:
    draft = Draft()
    both = draft.article("both", "2031-05-02")
    draft.claim(both, 31, by="police")
    draft.claim(both, 27, by="fire brigade")
    draft.claim(draft.article("later", "2031-05-03"), 31, by="police")
    assert numbers(draft) == (27, 31, 31)
    glimpse = Draft()
    both = glimpse.article("both", "2031-05-02")
    glimpse.claim(both, 31, by="police")
    glimpse.claim(both, 2, by="a neighbour")
    glimpse.claim(glimpse.article("later", "2031-05-03"), 31, by="police")
    assert numbers(glimpse) == (31, 31, 31)


def test_one_voice_replaces_its_own_count_of_an_earlier_day() -> None:
    def told(day: str, number: int, entity: str) -> StoryRecords:
        draft = Draft()
        for name, when, count, who in (("a", "2031-05-02", 30, "e-1"), ("b", day, number, entity)):
            article = draft.article(name, when)
            draft.claim(article, count, kind="missing")
            said = (Source(name="administrator", entity=who),)
            draft.claims[article][-1] = msgspec.structs.replace(draft.claims[article][-1], attribution=said)
        return draft.records()

    for day, number, entity, low in (("2031-05-03", 4, "e-1", 4), ("2031-05-03", 4, "e-2", 4)):
        figure = total(told(day, number, entity), "missing")
        assert (figure.low, figure.high) == (low, 4 if entity == "e-1" else 30)


def test_a_vague_older_word_is_no_rival_of_a_count_that_changes() -> None:
    draft = Draft()
    draft.claim(draft.article("a", "2031-05-02"), None, "vague", low=40, kind="missing")
    draft.claim(draft.article("b", "2031-05-03"), 4, kind="missing")
    assert numbers(draft, "missing") == (4, 4, 4)


def test_who_had_been_missing_makes_no_figure() -> None:
    draft = Draft()
    draft.claim(draft.article("a", "2031-05-02"), 1, kind="missing", earlier=True)
    assert not reconcile(draft.records(), "ucdp", KINDS)


@pytest.mark.parametrize(
    ("lead", "way"),
    [
        ("The death toll rose to ", "up"),
        ("Two more died, bringing the number of dead to at least ", "up"),
        ("The toll has risen to more than ", "up"),
        ("Officials lowered the toll from Monday's fire to ", "down"),
        ("The ministry revised the toll down to ", "down"),
        ("The bus fell. It was driven to ", None),
        ("The toll stood at ", None),
        ("They took part in the search. The toll came to ", None),
    ],
)
def test_the_words_before_a_number_say_which_way_a_count_moved(lead: str, way: str | None) -> None:
    assert moved(lead) == way


def test_a_count_that_rose_is_newer_than_a_lower_one_without_a_day() -> None:
    draft = Draft()
    risen = draft.article("risen", None)
    draft.claim(risen, 14)
    worded(draft, risen, "The toll rose to 14")
    draft.claim(draft.article("plain", None), 9)
    assert numbers(draft) == (14, 14, 14)


def test_a_count_that_was_lowered_is_newer_than_a_higher_one_of_nobody_else() -> None:
    draft = Draft()
    lowered = draft.article("lowered", "2031-05-03")
    draft.claim(lowered, 22)
    worded(draft, lowered, "Officials lowered the toll to 22")
    draft.claim(draft.article("plain", "2031-05-03"), 26)
    assert numbers(draft) == (22, 22, 22)


def test_another_bodys_lower_count_of_the_same_day_stays_beside_one_that_rose() -> None:
    draft = Draft()
    risen = draft.article("risen", "2031-05-02")
    draft.claim(risen, 8, by="interior ministry")
    worded(draft, risen, "The toll rose to 8")
    draft.claim(draft.article("other", "2031-05-02"), 7, by="ambulance service")
    assert numbers(draft) == (7, 7, 8)


def dated(draft: Draft, article: str, day: str) -> None:
    at = next(i for i, a in enumerate(draft.articles) if a.id == article)
    given: Article = draft.articles[at]
    found = (DateCandidate(day, "dateline", None, False),)
    draft.articles[at] = msgspec.structs.replace(given, dates=found)


@pytest.mark.parametrize(("first", "second"), [("--03-04", "--03-05"), ("--12-31", "--01-01")])
def test_datelines_without_a_year_order_the_reports(first: str, second: str) -> None:
    draft = Draft()
    for name, day, number in (("a", first, 9), ("b", second, 14)):
        article = draft.article(name, None)
        draft.claim(article, number)
        dated(draft, article, day)
    assert numbers(draft) == (14, 14, 14)


def test_a_follow_up_of_a_later_day_is_no_distortion() -> None:
    def follow(day: str, coverage: float) -> Draft:
        draft = Draft()
        source = draft.article("source", "2031-05-02", origin="wire")
        draft.claim(source, 3)
        later = draft.article("later", day, origin="wire")
        draft.claim(later, 4)
        draft.edge(later, source, coverage=coverage)
        return draft

    assert numbers(follow("2031-05-03", 0.3)) == (4, 4, 4)
    assert numbers(follow("2031-05-02", 0.3)) == (3, 3, 3)
    assert numbers(follow("2031-05-03", 0.8)) == (3, 3, 3)


def test_a_derived_text_whose_count_moved_on_has_news() -> None:
    draft = Draft()
    source = draft.article("source", None, origin="wire")
    draft.claim(source, 3)
    later = draft.article("later", "2031-05-03", origin="wire")
    draft.claim(later, 4)
    worded(draft, later, "He died, bringing the toll to 4")
    draft.edge(later, source)
    assert numbers(draft) == (4, 4, 4)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Nobody is missing any longer, the harbour master said.", "2031-05-03", (0, 0, 0)),
        ("Nobody is missing, the harbour master said.", "2031-05-03", (0, 0, 6)),
        ("Nobody is missing. The pier is no longer safe.", "2031-05-03", (0, 0, 6)),
        ("Nobody is missing any longer, the harbour master said.", "2031-05-02", (0, 0, 6)),
    ],
)
def test_nobody_any_longer_overtakes_an_earlier_days_count(text: str, day: str, expected: tuple[int, int, int]) -> None:
    draft = Draft()
    draft.claim(draft.article("first", "2031-05-02"), 6, kind="missing", by="captain")
    second = draft.article("second", day)
    draft.claim(second, 0, kind="missing", by="harbour master", negated=True)
    at = next(i for i, a in enumerate(draft.articles) if a.id == second)
    draft.articles[at] = msgspec.structs.replace(draft.articles[at], text=text)
    assert numbers(draft, "missing") == expected


def test_a_count_told_as_an_older_one_is_no_better_than_a_current_one() -> None:
    draft = Draft()
    draft.claim(draft.article("first", "2031-05-02"), 4, kind="missing")
    draft.claim(draft.article("second", "2031-05-03"), 2, kind="missing", earlier=True)
    assert numbers(draft, "missing") == (2, 4, 4)


@pytest.mark.parametrize(("restated", "open_"), [(True, (13, 15)), (False, (15, 15))])
def test_a_later_report_that_sets_two_voices_against_each_other_overtakes_neither(
    restated: bool, open_: tuple[int, int]
) -> None:
    draft = Draft()
    draft.claim(draft.article("first", "2031-05-02", origin="wire"), 13, by="fire service")
    later = draft.article("later", "2031-05-03", origin="wire")
    if restated:
        draft.claim(later, 13, by="fire service")
    draft.claim(later, 15, by="broadcaster")
    low, _, high = numbers(draft)
    assert (low, high) == open_
