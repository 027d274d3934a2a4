"""What nobody named holds: impressions, expectations, questions; and the article before words in marks."""

from __future__ import annotations

import pytest

from reading import article, tree
from variorum.extract.speech import find_speech
from variorum.model import Attribution


def attributions(text: str) -> tuple[Attribution, ...]:
    return find_speech(article(text), tree(text), ()).attributions


def unnamed(text: str) -> list[tuple[str, str]]:
    """Cue and content of the attributions without a source."""
    return [(a.cue[0].text, a.content[0].text) for a in attributions(text) if not a.source]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The old weir seems to hold, for now.", "seems", "The old weir seems to hold"),
        ("The miller appeared to know the way.", "appeared", "The miller appeared to know the way"),
        ("The council is expected to vote on Friday.", "is expected", "The council is expected to vote on Friday"),
        ("Asked whether the weir holds, she smiled.", "Asked", "whether the weir holds"),
        ("Asked about the weir, the miller left.", "Asked", "the weir"),
    ],
)
def test_without_a_source(text: str, cue: str, content: str) -> None:
    assert unnamed(text) == [(cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The miller appeared on the bridge at noon.",
        "The vote is expected by the council on Friday.",
        "She asked whether the weir holds, and left.",
        "The miller expected rain.",
    ],
)
def test_with_one_or_none_at_all(text: str) -> None:
    assert not unnamed(text)


def test_the_article_belongs_to_the_words_in_marks() -> None:
    (only,) = attributions("The reeve said the “great flood of Roan” was over.")
    assert only.content[0].text.startswith("the “great flood")
