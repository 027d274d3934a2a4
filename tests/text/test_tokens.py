"""Paragraphs split chunk by chunk have the tokens that spaCy's tokenizer gives them."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.text.parse import load
from variorum.text.tokens import Tokens

PIECES = st.sampled_from(
    ("can't", "he’ll", "U.S.", "a.m.", "p.m", ".", "5pm", "$1.2m", "(two", "—", "“No,”", "http://a.example", ":-)", "")
)  # fmt: skip
pipeline = cache(load)


@cache
def tokens() -> Tokens:
    return Tokens(pipeline("en"))


def as_spacy(text: str) -> None:
    ours, theirs = tokens()(text), pipeline("en").make_doc(text)
    assert [(t.text_with_ws, t.norm, t.idx) for t in ours] == [(t.text_with_ws, t.norm, t.idx) for t in theirs]


@settings(deadline=None)
@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_chunks_with_special_cases(text: str) -> None:
    as_spacy(text)


WORDS = st.sampled_from(("ferry", "Mr", "Inc", "cannot", "gonna", "id", "USA", "Jan", "km", "pm", "dont", "McKay", "x"))
MARKS = st.sampled_from(("", ",", ".", "!", "..", ".,"))


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, MARKS).map("".join), max_size=8).map(" ".join))
def test_words_with_marks(text: str) -> None:
    as_spacy(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    as_spacy(text)


@pytest.mark.parametrize("text", ["", " ", "Two  dead", " Two dead", "Two\ndead", "Two\u00a0dead", "can't can't won't"])
def test_other_space_is_left_to_spacy(text: str) -> None:
    as_spacy(text)
