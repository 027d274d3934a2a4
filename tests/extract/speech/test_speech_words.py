"""The language's word lists load and are what the rules take them for."""

from __future__ import annotations

from variorum.lang.base import read
from variorum.lang.media import Media
from variorum.lang.quotemarks import Quotemarks
from variorum.lang.saying import Saying


def test_word_lists_are_lower_case_lemmas() -> None:
    saying = read("en", "saying", Saying)
    for group in (saying.clause, saying.object, saying.stance, saying.describe, saying.deny, saying.nouns):
        assert group and all(w == w.lower() for w in group)
    assert saying.deny.isdisjoint(saying.clause)


def test_marks_and_media() -> None:
    marks = read("en", "quotemarks", Quotemarks)
    assert all(len(opening) == 1 for opening in marks.pairs)
    assert "Telegram" in read("en", "media", Media).platforms
