"""Who speaks where the clause is set off, turned round or far from the name. Sentences of our own."""

from __future__ import annotations

import pytest

from reading import article
from variorum.extract import extract

CASES = [
    # the clause inside the marks, between dashes
    (
        "“We stand in water, – said the baker Ana Torvik. – Nobody has come.”",
        [("We stand in water,", "Ana Torvik"), ("Nobody has come.", "Ana Torvik")],
    ),
    ("“The pumps work, – noted the engineer Pavel Grom.”", [("The pumps work,", "Pavel Grom")]),
    (
        "“He – my brother – thinks that the dam – the old one – holds,” said Ana Torvik.",
        [("He – my brother – thinks that the dam – the old one – holds,", "Ana Torvik")],
    ),
    # a past form that looks like another word
    ("“We are counting boats now,” lamented harbourmaster Ana Torvik.", [("We are counting boats now,", "Ana Torvik")]),
    # the name behind a reduced clause
    (
        "“The rope was cut,” said the officer leading the search, Captain Pavel Grom.",
        [("The rope was cut,", "Pavel Grom")],
    ),
    # by the name one is known under
    (
        "The Marsh Front denied it. “We took nobody,” its spokesman, known as Commander Baku, said in a message.",
        [("We took nobody,", "Baku")],
    ),
    # she whom the paragraph is about, though no sentence has her as its subject
    (
        "An officer said the boats were safe.\nFor Maria Torvik, it ended in joy. “I had sold his coat,” she said.",
        [("I had sold his coat,", "Maria Torvik")],
    ),
    # a platform is no group, and a staff no general
    (
        "The Marsh Front differed. In a statement posted on Telegram, the group said the crew “died of thirst”.",
        [("died of thirst", "Marsh Front")],
    ),
    (
        "Visiting the hurt, the Chief of the General Staff, General Pavel Grom, declared: “Every drop counts.”",
        [("Every drop counts.", "Pavel Grom")],
    ),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_speaker(text: str, found: list[tuple[str, str]]) -> None:
    quotations = extract(article(text)).quotations
    assert [(q.span.text, q.speaker.name if q.speaker else "") for q in quotations] == found


def test_a_storm_is_nobody() -> None:
    mentions = extract(article("Cyclone Adele hit Roan on Monday. Cyclone Adele killed two.")).mentions
    assert all(m.type != "person" for m in mentions)
