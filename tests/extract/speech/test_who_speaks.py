"""Speakers that the words around hide: behind a pronoun, a relative clause, an audience, a place of work."""

from __future__ import annotations

import pytest

from reading import article
from variorum.extract import extract


def speakers(text: str) -> list[str | None]:
    """The speaker of each quotation."""
    return [q.speaker.name if q.speaker is not None else None for q in extract(article(text)).quotations]


def voices(text: str) -> list[str]:
    """Who is reported, in text order."""
    return [a.speaker.name for a in extract(article(text)).attributions if a.speaker is not None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The widow, 50, sat at the gate. "We will wait," she told a guard.', "widow"),
        ('The headman, Oto Lan, whom the agency quoted as saying: "We shall stay here."', "Oto Lan"),
        ('A corporal in the mine squad, who gave no name, said they "ran like hares".', "corporal"),
        ('"Not one plane was there," has told to the radio its secretary, the engineer Oto Lan.', "Oto Lan"),
        ('"We lit the stove," has told by letter its manager, Oto Lan.', "Oto Lan"),
        ('Six rowed in the boat, according to its owner, Ana Bel, who was hurt. "I ran," she said.', "Ana Bel"),
    ],
)
def test_the_speaker_is_found(text: str, name: str) -> None:
    found = speakers(text)[-1]
    assert found is not None
    assert name in found


def test_a_woman_told_of_does_not_take_the_words_of_the_one_named() -> None:
    text = 'Dr Ana Bel runs the ward. A girl was brought in. "We have beds," she said.'
    assert speakers(text) == ["Ana Bel"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Four were killed in Tarrin, the group's director, Ana Bel, told Agence Tamar.", "Ana Bel"),
        ("Agence Tamar, citing the club's director, Ana Bel, said the roll stood at 12 names.", "Ana Bel"),
        ("Office director Ana Bel detailed that six of the drowned came from Tarrin.", "Ana Bel"),
        (
            "Nine persons died, has confirmed the chamber of Trade which rules this port, reports Kel News.",
            "chamber",
        ),
        ("By the information of the ministry, eleven persons died.", "ministry"),
    ],
)
def test_who_is_reported(text: str, name: str) -> None:
    assert any(name in v for v in voices(text))


def test_the_audience_is_not_the_speaker() -> None:
    assert "Agence Tamar" not in voices("Four were killed, the group's director, Ana Bel, told Agence Tamar.")
