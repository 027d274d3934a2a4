"""What a source denies, leaves open, or passes on: never its own word for it. Sentences of our own."""

from __future__ import annotations

import pytest

from reading import article, claims
from variorum.extract import extract
from variorum.model import Attribution


def attributions(text: str) -> tuple[Attribution, ...]:
    return extract(article(text)).attributions


@pytest.mark.parametrize(
    "text",
    [
        "Police could not confirm that 12 people were killed.",
        "Police would not confirm reports that 12 people were killed.",
        "The army would neither confirm nor deny that it killed 12 people.",
        "Police declined to confirm that 12 people were killed.",
    ],
)
def test_what_is_left_open_is_nobodys_claim(text: str) -> None:
    (claim,) = claims(text)
    assert claim.value.number == 12 and claim.attribution == () and not claim.negated


def test_what_is_confirmed_has_its_source() -> None:
    (claim,) = claims("Police confirmed that 12 people were killed.")
    assert [s.name for s in claim.attribution] == ["Police"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Reports that 40 people died are false, the police said.", "police"),
        ("Claims that 40 people died were untrue, the ministry said on Monday.", "ministry"),
    ],
)
def test_reports_that_open_a_sentence_and_are_false(text: str, source: str) -> None:
    (claim,) = claims(text)
    assert claim.negated and [s.name for s in claim.attribution] == [source]


def test_reports_that_are_true_are_not_negated() -> None:
    (claim,) = claims("Reports that 40 people died are true, the police said.")
    assert not claim.negated


@pytest.mark.parametrize(
    "text",
    [
        "According to the ministry, as quoted by Tass, two ships sank.",
        "Two ships sank, according to the ministry, as quoted by Tass.",
    ],
)
def test_who_is_quoted_by_an_agency_is_the_source(text: str) -> None:
    (told,) = attributions(text)
    assert told.source[0].text == "the ministry"
    assert [s.name for s in told.via] == ["Tass"]
    assert "ships sank" in told.content[0].text and "Tass" not in told.content[0].text


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The spokesman declined to comment but said in a statement it was “a sad day.”", "it was “a sad day.”"),
        ("Hospital staff said on Monday at a briefing nine people had died.", "nine people had died"),
    ],
)
def test_when_and_where_it_was_said_stands_before_the_content(text: str, content: str) -> None:
    assert [c.text for a in attributions(text) if a.cue[0].text == "said" for c in a.content] == [content]
