"""Keys of words: numbers, stems, synonyms, transliterated names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.words import merge_names, number, skeleton, stem, words, words_of


def keys(text: str) -> list[str]:
    return [w.key for w in words(text) if w.key]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,260 crates", "1.260 crates"),
        ("1 260 crates", "1260 crates"),
        ("magnitude 6,8", "magnitude 6.8"),
        ("sixty-four sailors", "64 sailors"),
        ("Sixty-one sailors", "61 sailors"),
        ("a dozen sailors", "12 sailors"),
        ("two people perished", "two people were killed"),
        ("the wounded", "the injured"),
        ("evacuation", "evacuated"),
        ("collapsing", "collapse"),
    ],
)
def test_same_keys(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(("one", "other"), [("64 sailors", "65 sailors"), ("north gate", "south gate")])
def test_other_keys(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brezhnev", "Breschnev"),
        ("Kowalik", "Kovalik"),
        ("Chernow", "Khernov"),
        ("Saïd", "Said"),
        ("Tzvetan", "Tsvetan"),
    ],
)
def test_names_that_sound_alike(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_spellings_of_a_name_get_one_key() -> None:
    assert merge_names([("kovalik", "kovalik"), ("kowalik", "kowalik"), ("brandes", "brand")]) == {"kowalik": "kovalik"}


def test_offsets_quote_the_text() -> None:
    text = "“Over 1 200 of the U.S. sailors’ wives,” O’Brien said."
    for word in words(text):
        assert text[word.start : word.end].strip()
    assert [text[w.start : w.end] for w in words(text)][1] == "1 200"


@given(st.text(max_size=80))
def test_words_are_inside_the_text_and_in_order(text: str) -> None:
    found = words(text)
    assert all(0 <= w.start < w.end <= len(text) for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_words_of_a_sentence_are_the_same_when_asked_again(text: str, start: int, length: int) -> None:
    found = words_of(text, "en", start, start + length)
    assert found == words_of(text, "en", start, start + length) == tuple(words(text, start=start, end=start + length))


@given(st.from_regex(r"[a-z]{1,15}", fullmatch=True))
def test_stem_keeps_three_letters(word: str) -> None:
    assert len(stem(word)) >= min(3, len(word))


def test_grouped_digits() -> None:
    assert number("30,000") == number("30.000") == number("30 000") == "30000"
    assert number("2,5") == "2.5"
