"""Sentences begin behind a mark, and the parser is held to it."""

from __future__ import annotations

import pytest

from variorum.text.parse import reader


def opened(text: str) -> list[str]:
    """The first word of each sentence of a paragraph."""
    (rows,) = reader("en").read([text])
    return [text[sentence[0][0] : sentence[0][1]] for sentence in rows]


@pytest.mark.parametrize(
    "text",
    [
        "Three dead, two hurt as crane falls on street",
        "Killed were Fanta Dialo, 33; her son, Alo, 4; and a guard.",
        "Warehouse blast sets quay ablaze, no casualties reported",
        "A gate was found open before dawn Thursday, killing all doubt.",
    ],
)
def test_no_sentence_begins_behind_a_plain_word_or_a_comma(text: str) -> None:
    assert len(opened(text)) == 1


def test_marks_quotes_and_lines_still_end_sentences() -> None:
    text = "The ferry sank. “Nobody came,” he said.\nThe crew swam. Did the harbour know?"
    assert opened(text) == ["The", "“", "The", "Did"]


def test_a_long_line_without_a_closing_mark_is_left_to_the_parser() -> None:
    menu = "The mayor resigned on Monday The council meets on Friday " * 4
    assert len(opened(menu.strip())) > 1
