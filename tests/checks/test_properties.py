"""What holds of every result: spans quote exactly, ids and order depend on content alone."""

from __future__ import annotations

import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from stories import WIRE, Draft
from variorum.checks import check
from variorum.kinds.base import load

SENTENCES = [s for s in WIRE.replace("\n", " ").split(". ") if s]


def story(chosen: list[str]) -> Draft:
    draft = Draft().text("wire", WIRE, published="2031-03-03")
    draft.claim("wire", "killed", "≥14", "at least 14").claim("wire", "injured", "37", "injuring 37")
    draft.text("paper", ". ".join(chosen) + ".").made("paper", "wire")
    return draft.text("rival", "Nineteen people died in Ostrava.").claim(
        "rival", "killed", "19", "Nineteen people died"
    )


@given(st.lists(st.sampled_from([*SENTENCES, "Not one of 14 said it", "On Friday, 73 were hurt", "« ‹“'"]), max_size=6))
@settings(max_examples=40, deadline=None)
def test_spans_quote_their_articles(chosen: list[str]) -> None:
    records = story(chosen).records()
    for d in check(records, load()):
        assert d.spans and d.why and d.message
        assert all(records.article(s.article).text[s.start : s.end] == s.text for s in d.spans)


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_the_order_of_records_changes_nothing(shuffle: random.Random) -> None:
    records = story(["On Friday a gas explosion tore through a block of flats in northern Ostrava"]).records()
    expected = check(records, load())
    pairs = list(zip(records.articles, records.extractions, strict=True))
    shuffle.shuffle(pairs)
    claims = list(records.claims)
    shuffle.shuffle(claims)
    mixed = msgspec.structs.replace(
        records,
        articles=tuple(a for a, _ in pairs),
        extractions=tuple(e for _, e in pairs),
        claims=tuple(claims),
    )
    assert check(mixed, load()) == expected


def test_an_article_compared_with_its_copy_says_nothing() -> None:
    draft = Draft().text("wire", WIRE).text("copy", WIRE).made("copy", "wire", "copy")
    for name in ("wire", "copy"):
        draft.claim(name, "killed", "≥14", "at least 14").claim(name, "injured", "37", "injuring 37")
    assert check(draft.records(), load()) == ()


def test_an_empty_story_has_no_discrepancies() -> None:
    assert check(Draft().text("a", "").records(), load()) == ()
