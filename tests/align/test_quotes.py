# ruff: noqa: E501 (the lines are paragraphs)
"""Quotes of the fictional festival bridge: one cluster per utterance, and how each rendering departs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from festival import article, story
from variorum.align.quotes import align
from variorum.lineage import trace
from variorum.model import (
    AlignedPassage,
    Article,
    Derivation,
    Drift,
    Extraction,
    Lineage,
    Quotation,
    Quote,
    Relation,
    Source,
)

MARKS = re.compile(r"[\"“«]([^\"”»\n]+)[\"”»]")
PEOPLE = ("Wechter", "Wächter", "Aumann", "Auman", "Brandes", "Marsh", "Zoller")


def extraction(article: Article) -> Extraction:
    """Everything between quotation marks; the speaker is the first known name near it."""
    found = []
    for match in MARKS.finditer(article.text):
        line = article.text[article.text.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
        name = next((n for n in PEOPLE if n in line), None)
        found.append(
            Quotation(span=article.span(*match.span(1)), kind="direct", speaker=Source(name=name) if name else None)
        )
    return Extraction(article=article.id, quotations=tuple(found))


def quotes_of(articles: tuple[Article, ...], lineage: Lineage | None = None) -> tuple[Quote, ...]:
    return align(articles, tuple(extraction(a) for a in articles), lineage or trace(articles))


def variants(quotes: tuple[Quote, ...], words: str) -> dict[str, tuple[str, Drift]]:
    """The cluster that has a variant with these words: article → text and drift."""
    quote = next(q for q in quotes if any(words in v.text for v in q.variants))
    return {v.span.article: (v.text, v.drift) for v in quote.variants}


def test_one_cluster_through_copy_update_paraphrase_and_translation() -> None:
    found = variants(quotes_of(story()), "We heard one crack")
    assert {a: d for a, (_, d) in found.items()} == {
        "a-wire": "none",
        "a-copy": "none",
        "a-update": "none",
        "a-paraphrase": "none",
        "a-translation": "translated",
    }


def test_pieces_parted_by_the_attribution_are_two_utterances() -> None:
    quotes = quotes_of(story())
    assert variants(quotes, "fell like apples").keys() == {"a-wire", "a-copy", "a-update", "a-translation"}


def test_a_local_voice_stands_alone() -> None:
    assert variants(quotes_of(story()), "packed up the drums") == {
        "a-copy": ("We had packed up the drums and gone for soup,", "none")
    }


def pair(source: str, derived: str, relation: Relation = "rewrite", **agency: str) -> dict[str, tuple[str, Drift]]:
    """The variants of the derived text's first quotation, where every line is aligned with the same line."""
    one = article("a-1", source, "2024-05-03", **agency)
    two = article("a-2", derived, "2024-05-04", **agency)
    passages = []
    for mine, theirs in zip(derived.split("\n"), source.split("\n"), strict=False):
        here, there = derived.find(mine), source.find(theirs)
        passages.append(AlignedPassage(two.span(here, here + len(mine)), one.span(there, there + len(theirs)), 0.8))
    edge = Derivation(
        derived="a-2", source="a-1", relation=relation, coverage=0.9, confidence=1.0, passages=tuple(passages)
    )
    quotes = quotes_of((one, two), Lineage((edge,)))
    quote = next(q for q in quotes if any(v.span.article == "a-2" for v in q.variants))
    return {v.span.article: (v.text, v.drift) for v in quote.variants}


@pytest.mark.parametrize(
    ("source", "derived", "drift"),
    [
        ('"We left at dawn," Marsh said.', '"We left at dawn," said Marsh.', "none"),
        ('"Ring the bell, ring it now!" Marsh said.', '"Sound the bell, sound it now!" Marsh said.', "altered"),
        ('"We left at dawn because the road was wet," Marsh said.', '"We left at dawn," Marsh said.', "shortened"),
        ('"All 40 of them sang," Marsh said.', '"All 14 of them sang," Marsh said.', "altered"),
    ],
)
def test_drift_in_a_rewrite(source: str, derived: str, drift: Drift) -> None:
    found = pair(source, derived)
    assert found.keys() == {"a-1", "a-2"} and found["a-2"][1] == drift


def test_reworded_quote_in_a_translation_is_translated() -> None:
    found = pair(
        '"We left at dawn, before anybody woke," Marsh said.',
        "«At the dawn we are gone, when no one was awake,» told Marsh.",
        "translation",
    )
    assert found["a-2"][1] == "translated" and "a-1" in found


def test_splice_stands_with_its_first_half() -> None:
    found = pair(
        '"We left at dawn with the drums," Marsh said.\n"That signature is a hole in the law," Brandes told parliament.',
        '"We left at dawn with the drums. That signature is a hole," Marsh said.\nBrandes spoke, too.',
    )
    assert found["a-1"][0] == "We left at dawn with the drums,"
    assert found["a-2"][1] == "spliced"


def test_neighbouring_pieces_joined_are_no_splice() -> None:
    found = pair(
        '"We left at dawn with the drums," Marsh said, "because the road was wet."',
        '"We left at dawn with the drums because the road was wet," Marsh said.',
    )
    assert found["a-2"][1] == "none"


def test_update_with_another_number_is_a_new_utterance() -> None:
    source, derived = '"Sixty men are safe on the bank," Marsh said.', '"Seventy men are safe on the bank," Marsh said.'
    assert pair(source, derived, credit="dateline").keys() == {"a-2"}
    assert pair(source, derived).keys() == {"a-1", "a-2"}


def test_unrelated_reports_of_one_utterance_are_one_quote_without_drift() -> None:
    one = article("a-1", 'Brandes: "That signature is the hole through which they fell."')
    two = article("a-2", '"That signature is the hole through which they fell", Brandes told the chamber.')
    (quote,) = quotes_of((one, two), Lineage())
    assert [v.drift for v in quote.variants] == ["none", "none"] and quote.speaker == "Brandes"


def test_same_words_of_two_speakers_stay_apart() -> None:
    one = article("a-1", '"We were not told about the loose anchor," Brandes said.')
    two = article("a-2", '"We were not told about the loose anchor," Zoller said.')
    assert len(quotes_of((one, two), Lineage())) == 2


def test_headline_and_body_of_one_article_are_one_quote() -> None:
    text = '"Nobody ever told me a number": the warden of the bridge\n"Nobody ever told me a number at which to say stop," Zoller said.'
    (quote,) = quotes_of((article("a-1", text),), Lineage())
    assert len(quote.variants) == 2


@settings(max_examples=20, deadline=None)
@given(st.permutations(story()))
def test_every_quotation_is_in_one_quote_and_order_does_not_matter(articles: list[Article]) -> None:
    expected = quotes_of(story())
    quotes = quotes_of(tuple(articles))
    assert quotes == expected
    spans = [v.span for q in quotes for v in q.variants]
    assert len(spans) == len(set(spans)) == sum(len(extraction(a).quotations) for a in articles)
    assert len({q.id for q in quotes}) == len(quotes)
