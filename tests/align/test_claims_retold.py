"""Numbers that only another report's words explain."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from variorum.align.claims_retold import retold
from variorum.model import (
    Article,
    Attribution,
    Claim,
    Extraction,
    Quantity,
    Source,
    Span,
    Story,
    StoryRecords,
    Value,
)

PLAIN = (
    "A coach left the road near Orvelin. "
    "Police chief Dana Horvat said 31 pilgrims had died in the ravine below Orvelin. "
    "Four of the injured are on the staff."
)
VEILED = "The notice that Horvat pinned up in Orvelin after the ravine was searched bore 31 names. It rained all day."


class Told:
    """Reports: each a text, the counts its words tell, and other numbers in it."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.extractions: list[Extraction] = []

    def report(
        self,
        text: str,
        counts: Iterable[tuple[str, str, int, str | None]] = (),
        numbers: Iterable[tuple[str, int, str | None]] = (),
    ) -> None:
        """`counts`: kind, words, number, part; `numbers`: words, number, noun."""
        name = f"a{len(self.articles)}"
        claims = tuple(
            Claim(
                id=f"{name}-{words}",
                kind=kind,
                value=_value(n),
                unit="people",
                span=_span(name, text, words),
                subset=part,
            )
            for kind, words, n, part in counts
        )
        quantities = tuple(
            Quantity(span=_span(name, text, words), value=_value(n), unit=noun, noun=noun) for words, n, noun in numbers
        )
        sentences = tuple(Span(name, m.start(), m.end(), m[0]) for m in re.finditer(r"[^.\n]+\.", text))
        self.articles.append(Article(id=name, text=text))
        self.extractions.append(Extraction(article=name, sentences=sentences, quantities=quantities, claims=claims))

    def found(self) -> list[Claim]:
        story = Story(id="s", articles=tuple(a.id for a in self.articles))
        records = StoryRecords(story=story, articles=tuple(self.articles), extractions=tuple(self.extractions))
        return retold([c for e in self.extractions for c in e.claims], records)


def _span(name: str, text: str, words: str) -> Span:
    at = text.index(words)
    return Span(name, at, at + len(words), words)


def _value(n: int) -> Value:
    return Value(str(n), n, n, n)


def told() -> Told:
    reports = Told()
    reports.report(PLAIN, [("killed", "31 pilgrims", 31, "pilgrims"), ("injured", "Four", 4, "staff")])
    return reports


def test_the_number_among_the_same_words_counts_the_same() -> None:
    reports = told()
    reports.report(VEILED, numbers=[("31", 31, None)])
    (claim,) = reports.found()
    assert (claim.kind, claim.value.number, claim.span.text, claim.span.article) == ("killed", 31, "31", "a1")
    assert "31 pilgrims had died" in claim.why[0]


def test_a_number_among_other_words_counts_nothing() -> None:
    reports = told()
    reports.report(
        "The museum of the capital bought 31 paintings at an auction last spring.", numbers=[("31", 31, None)]
    )
    assert reports.found() == []


def test_a_small_number_asks_for_more_than_a_great_one() -> None:
    text = "Below the ravine of Orvelin the bells of the old church rang {} times."
    few, many = told(), told()
    few.report(text.format("4"), numbers=[("4", 4, None)])
    assert few.found() == []
    many.report(PLAIN.replace("31", "431"), [("killed", "431 pilgrims", 431, None)])
    many.report(text.format("431"), numbers=[("431", 431, None)])
    assert [c.value.number for c in many.found()] == [431]


def test_what_the_number_stands_before_must_be_what_is_counted() -> None:
    reports = told()
    reports.report(VEILED.replace("names", "nails"), numbers=[("31 nails", 31, "nail")])
    assert reports.found() == []


def test_an_age_counts_nobody() -> None:
    reports = told()
    reports.report(
        "Police chief Dana Horvat said a man of 31 had died in the ravine below Orvelin.",
        numbers=[("31", 31, "year of age")],
    )
    assert reports.found() == []


def test_two_kinds_among_the_same_words_leave_it_open() -> None:
    reports = told()
    reports.report(PLAIN.replace("died", "been hurt"), [("missing", "31 pilgrims", 31, None)])
    reports.report(VEILED, numbers=[("31", 31, None)])
    assert reports.found() == []


def test_one_sentence_alone_explains_no_several() -> None:
    reports = told()
    reports.report(VEILED, numbers=[("31", 31, None)])
    reports.report(VEILED.replace("bore 31 names", "had 31 lines"), numbers=[("31", 31, None)])
    assert reports.found() == []


def test_a_number_that_its_own_words_tell_stays_as_it_is() -> None:
    reports = told()
    reports.report(VEILED, [("missing", "31 names", 31, None)], [("31 names", 31, "name")])
    assert reports.found() == []


def test_a_sentence_with_its_own_number_of_these_has_no_second() -> None:
    reports = told()
    text = "Police chief Dana Horvat said 33 pilgrims had died in the ravine below Orvelin, at pole 31."
    reports.report(text, [("killed", "33 pilgrims", 33, "pilgrims")], [("31", 31, None)])
    assert reports.found() == []


def test_a_part_has_the_articles_own_word_and_builds_no_sum() -> None:
    reports = told()
    reports.report("Of the injured four cooks are still in bed.", numbers=[("four cooks", 4, "cook")])
    (claim,) = reports.found()
    assert (claim.kind, claim.subset, claim.partial) == ("injured", "cooks", True)


def test_whoever_says_it_is_its_source_and_a_denial_denies() -> None:
    reports = told()
    reports.report(VEILED, numbers=[("31", 31, None)])
    source = Source(name="Horvat")
    said = Attribution(
        id="s1",
        source=(_span("a1", VEILED, "Horvat"),),
        cue=(),
        content=(_span("a1", VEILED, "bore 31 names"),),
        kind="indirect",
        speaker=source,
        denied=True,
    )
    reports.extractions[1] = replace(reports.extractions[1], attributions=(said,))
    (claim,) = reports.found()
    assert claim.attribution == (source,)
    assert claim.negated


@given(st.integers(1, 4), st.randoms())
def test_copies_and_order_change_nothing(copies: int, random: object) -> None:
    once, often = told(), told()
    once.report(VEILED, numbers=[("31", 31, None)])
    for _ in range(copies):
        often.report(VEILED, numbers=[("31", 31, None)])
        often.report(PLAIN, [("killed", "31 pilgrims", 31, "pilgrims")])
    random.shuffle(often.extractions)  # type: ignore[attr-defined]
    assert len(often.found()) == copies
    assert {(c.kind, c.span.text, c.why) for c in often.found()} == {(c.kind, c.span.text, c.why) for c in once.found()}
