"""What kind of event a story is of: words that vote for a type, and compounds that do not."""

from __future__ import annotations

import pytest

from variorum.align.event import settle
from variorum.align.opening import lemmas
from variorum.model import Article, Extraction, Lineage, Section, Story, StoryRecords


def kind(text: str) -> str | None:
    article = Article(id="a", text=text, sections=(Section("body", 0, len(text)),))
    extraction = Extraction(article="a", sentences=(article.span(0, len(text)),))
    story = Story(id="s", articles=("a",))
    return settle(
        StoryRecords(story=story, articles=(article,), extractions=(extraction,), entities=(), lineage=Lineage())
    ).type


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two women were hurt when a footbridge gave way, the fire service said.", None),
        ("Two women were hurt when a footbridge gave way, a fire chief said.", None),
        ("Two women were hurt when a footbridge gave way, the fire and rescue service said.", None),
        ("Two women died when fire swept a hotel, a fire chief said.", "fire"),
        ("Two women died in a fire, officials said.", "fire"),
        ("Two women died in a crush at the gate of a stadium, officials said.", "crush"),
        ("Two women died after guests at a wedding drank methanol, officials said.", "poisoning"),
        ("A man was found dead at the police shooting range.", None),
        ("A man was found dead after a shooting at the range.", "shooting"),
        ("The flood defence minister has died.", None),
        ("The flood took the minister's house.", "flood"),
        ("An earthquake engineer and a bomb squad looked at the wall.", None),
        ("A bomb went off beside the squad.", "explosion"),
        ("Gunmen opened fire on a ferryman.", "shooting"),
        ("The club fired its coach.", None),
        ("Voters stormed the town hall.", None),
        ("A storm took the roof of the town hall.", "storm"),
    ],
)
def test_those_who_deal_with_events_tell_of_none(text: str, expected: str | None) -> None:
    assert kind(text) == expected


def test_a_comma_or_a_full_stop_ends_a_compound() -> None:
    assert "fire" in set(lemmas("They fled the fire. Service resumed."))
    assert "fire" not in set(lemmas("They fled the fire service."))
