"""The fallback splitter."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.quoted import quoted
from variorum.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


def test_ends_and_abbreviations() -> None:
    text = 'Dr. Voss spoke on Oct. 4. "It held," she said. Nobody believed J. Marr.\nThe end'
    assert split(text) == ["Dr. Voss spoke on Oct. 4.", '"It held," she said.', "Nobody believed J. Marr.", "The end"]


def test_closing_marks_stay_with_their_sentence() -> None:
    assert split("“It fell.” He wept.") == ["“It fell.”", "He wept."]


@given(st.text(max_size=120))
def test_spans_are_ordered_and_trimmed(text: str) -> None:
    spans = sentences(text)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_quoted_marks_of_several_languages() -> None:
    text = "He said “one”, «two», „three“ and 'four'; it's five."
    assert [text[a:b] for a, b in quoted(text)] == ["“one”", "«two»", "„three“", "'four'"]


def test_embedded_posts_are_quoted() -> None:
    post = "Our tram 9 has learnt to swim! Look at it go — Harbour Trams (@harbourtrams) May 5, 2021"
    text = (
        f"The operator told its riders on Friday:\n{post}\nNobody was hurt — (the doors were shut) and all got home.\n"
    )
    assert [text[a:b] for a, b in quoted(text)] == [post]


def test_an_address_or_a_dash_makes_no_post() -> None:
    text = "Write to the desk — Mona Felt (mona@harbour.example) — or call.\nThe tram (No. 9) was late — again.\n"
    assert quoted(text) == []
