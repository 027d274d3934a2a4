"""Quotation marks: pairs of all styles, apostrophes, nesting, paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.extract.speech.marks import find_quoted
from variorum.model import Article, Section


def article(text: str) -> Article:
    sections, at = [], 0
    for line in text.split("\n"):
        sections.append(Section("body", at, at + len(line)))
        at += len(line) + 1
    return Article(id="a", text=text, sections=tuple(sections))


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quoted(article(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said: "Come in." She left.', ["Come in."]),
        ("“Come in,” he said, “and sit.”", ["Come in,", "and sit."]),
        ("‘Come in,’ he said.", ["Come in,"]),
        ("'Don't come in,' he said. 'It's late.'", ["Don't come in,", "It's late."]),
        ("«Come in», he said.", ["Come in"]),
        ("„Come in,“ said the guard. „Sit.“", ["Come in,", "Sit."]),
        ("»Come in«, he said.", ["Come in"]),
        ("« Come in », he said. « Sit down. »", ["Come in", "Sit down."]),
        ('“Come in," he said. "Sit down.”', ["Come in,", "Sit down."]),
        ("''Come in,'' he said.", ["Come in,"]),
        ("“He said ‘come in’ and left,” she said.", ["He said ‘come in’ and left,"]),
        ('"He said "come in" and left," she said.', ['He said "come in" and left,']),
        ("The miners' union and the '90s: it's nobody's business.", []),
        ("'The miners' union lied,' he said.", ["The miners' union lied,"]),
        ('A 6" pipe burst.', []),
        ("It was “tragic.”", ["tragic."]),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_quotation_over_two_paragraphs() -> None:
    first, second = find_quoted(article("She began: “The wall fell.\n“Then it was quiet.”"))
    assert first.open_ended and not first.continued
    assert second.continued and not second.open_ended


def test_unclosed_mark_in_mid_sentence_is_no_quotation() -> None:
    assert quoted('The so-called "expert was wrong about all of it.') == []


@given(st.text(alphabet="ab .,'\"“”‘’«»„\n", max_size=60))
def test_quotations_never_overlap_and_stay_in_their_section(text: str) -> None:
    made = article(text)
    found = find_quoted(made)
    for q in found:
        section = made.sections[q.section]
        assert section.start <= q.outer_start <= q.start < q.end <= q.outer_end <= section.end
        assert text[q.start : q.end] == text[q.start : q.end].strip()
    for before, after in pairwise(found):
        assert before.outer_end <= after.outer_start
