"""Trees keep their offsets and never leave their section."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import article, tree
from variorum.text import parse as parsing
from variorum.text.parse import Reader, parse, parse_all


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


def test_what_is_read_does_not_depend_on_what_was_read_before() -> None:
    first, second = "Nine people died in Orrel.\nThe mayor wept.", "The mayor wept.\nA bus burnt.\nThe mayor wept."
    alone = [(Reader("en").read(text.split("\n"))) for text in (first, second)]
    reader = Reader("en")
    for text, expected in ((first, alone[0]), (second, alone[1]), (first, alone[0])):
        assert reader.read(text.split("\n")) == expected


def test_articles_parsed_together_are_parsed_as_alone() -> None:
    sources = [
        article("Storm Hits Coast\nNine people died. Four are missing."),
        article("The mayor wept."),
        article(""),
    ]
    for together, source in zip(parse_all(sources), sources, strict=True):
        alone = parse(source)
        assert (together.text, together.tokens, together.sentences) == (alone.text, alone.tokens, alone.sentences)


def test_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "KEPT", 40)
    reader = Reader("en")
    texts = ["A bus burnt.", "The mayor wept.", "A bus burnt.", "Nine people died in Orrel on Monday, police said."]
    for text in (*texts, *texts):
        assert reader.read([text]) == Reader("en").read([text])
    assert list(reader._kept) == []
    reader.read(texts[:3])
    assert list(reader._kept) == ["The mayor wept.", "A bus burnt."]


def test_the_model_is_loaded_anew_after_many_words(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader("en")
    before = reader.read(["A bus burnt near Orrel."])
    monkeypatch.setattr(parsing, "WORDS", 1)
    old = reader._model
    reader._kept.clear()
    assert reader.read(["A bus burnt near Orrel."]) == before
    assert reader._model is not old
