"""Trees keep their offsets and never leave their section."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reading import article, tree
from variorum.text.parse import parse


def test_tokens_quote_the_text() -> None:
    text = "Storm Hits Coast\n“We ran,” said Ana Weld’s son. The toll: 12 dead."
    for token in tree(text).tokens:
        assert text[token.start : token.end] == token.text


def test_sentences_stay_in_their_sections() -> None:
    source = article("Storm hits coast\nNine people died. Four are missing.\nThe mayor wept.")
    for sentence in parse(source).sentences:
        section = source.sections[sentence.section]
        assert section.start <= sentence.start < sentence.end <= section.end


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_parsed(text: str) -> None:
    found = parse(article(text))
    for token in found.tokens:
        assert found.text[token.start : token.end] == token.text
        assert found.sentences[token.sentence].first <= token.head < found.sentences[token.sentence].last
