"""Headline capitals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.model import Article, Section
from variorum.text.truecase import casing, truecase


def cased(headline: str, body: str) -> str:
    text = f"{headline}\n{body}"
    sections = (Section("headline", 0, len(headline)), Section("body", len(headline) + 1, len(text)))
    source = Article(id="a-1", text=text, sections=sections)
    return truecase(source, sections[0], casing(source))


def test_title_case_is_lowered_but_names_stay() -> None:
    body = "The storm reached Brankovo at dawn. In Brankovo nine miners perished."
    assert cased("Nine Miners Perish as Storm Hits Brankovo", body) == "nine miners perish as storm hits Brankovo"


def test_upper_case_names_get_their_capital() -> None:
    assert cased("NINE DEAD IN BRANKOVO FIRE", "The fire in Brankovo killed nine.") == "nine dead in Brankovo fire"


def test_sentence_case_is_left_alone() -> None:
    headline = "Nine miners die as storm hits Brankovo"
    assert cased(headline, "The storm in Brankovo killed nine.") == headline


@given(st.text(max_size=80), st.text(max_size=80))
def test_length_never_changes(headline: str, body: str) -> None:
    assert len(cased(headline.replace("\n", " "), body)) == len(headline.replace("\n", " "))
