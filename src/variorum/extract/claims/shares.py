"""Wholes and shares: "of *58 drones*, 44 were brought down", "21 of the passengers were Greek", "40 houses were
*partly* destroyed"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.extract.claims.callings import nation
from variorum.extract.claims.choose import Choice
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.extract.claims.parts import own_noun
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import Words, forms
from variorum.kinds.patterns import index, kind_of_whole
from variorum.text.tree import Parse, Token

OF_FRONT = re.compile(
    r"(?:^\W*|[;:,.–—-]\s+|\band\s+)(?:out\s+)?of\s+(?:(?:the|all|its|their|these|those|some|about|around|nearly|almost)\s+"
    r"|(?:the\s+)?[\w-]+['’]s?\s+)*$",
    re.I,
)
"""Before a whole that opens its clause: "*of the village's* 120 houses, 90 burned"."""


def own_frames(parse: Parse, counted: Counted, found: list[Frame]) -> list[Frame]:
    """The frames; of a whole that opens its clause only those before the number of its part, whose verb the rest is."""
    sentence = parse.sentences[counted.sentence]
    if counted.horizon >= sentence.end or OF_FRONT.search(parse.text, sentence.start, counted.start) is None:
        return found
    return [f for f in found if f.word.start < counted.horizon]


PARTLY = re.compile(r"\b(?:partially|partly|half|in\s+part)[\s-]+$", re.I)
WHOLLY = re.compile(r"\b(?:totally|fully|completely|entirely|wholly|irreparably)[\s-]+$", re.I)


def extent(parse: Parse, choice: Choice | None) -> Choice | None:
    """The choice: what was destroyed in part is damaged, what was "fully damaged" is destroyed."""
    if choice is None or choice.frame is None or choice.kind not in {"buildings_damaged", "buildings_destroyed"}:
        return choice
    start = choice.frame.word.start
    if choice.kind == "buildings_destroyed" and PARTLY.search(parse.text, max(0, start - 14), start):
        return replace(choice, kind="buildings_damaged", why=f"{choice.why}, in part")
    whole = choice.frame.word.lower == "damaged" and WHOLLY.search(parse.text, max(0, start - 14), start)
    return replace(choice, kind="buildings_destroyed", why=f"{choice.why}, wholly") if whole else choice


OF_WHOLE = re.compile(
    r"\s+(?:of\s+(?:the|those|its|their)\s+(?:[\d,]+\s+)?)?(?P<whole>[a-z]+)(?:\s+(?:on\s+board|aboard))?\s+"
    r"(?:were|are|was|is|had\s+been|c[ao]me\s+from|held)\s+(?:all\s+|from\s+)?(?P<who>[\w-]+)"
)
FRONT_WHOLE = re.compile(
    r"\W*(?:Of|Among)\s+(?:the|those|its|their)\s+(?:[\d,]+\s+)?(?P<whole>[a-z]+)(?:\s+(?:on\s+board|aboard))?,?\s+[^.;]*$"
)
ARE = re.compile(r"\s+(?:were|are|was|is|c[ao]me\s+from|held)\s+(?:all\s+|from\s+)?(?P<who>[\w-]+)")


def participle(noun: Token, language: str) -> bool:
    """Whether what the parser took for the counted noun only says what befell: "left the remaining four *damaged*"."""
    return noun.lower.endswith("ed") and noun.lower in index(language).by_word["adjectives"]


AMONG = re.compile(r"\s+(?:were|was|are|is)\s+among\s+(?:the|those|its)\s+(?:[\d,]+\s+)?(?P<whole>[a-z]+)\b")
AMONG_FRONT = re.compile(
    r"\W*(?:Among\s+(?:the|those|its)\s+(?:[\d,]+\s+)?(?P<whole>[a-z]+)(?:\s+(?:on\s+board|aboard))?\s+(?:were|was|are|is)"
    r"|The\s+(?:[\d,]+\s+)?(?P<others>[a-z]+)(?:\s+(?:on\s+board|aboard))?\s+included)\s+(?:[^.;]*(?:,|and)\s+)?$"
)
"""Those aboard before or behind some of them: "*among the passengers were* 13 Greeks"."""


def among(parse: Parse, counted: Counted, language: str) -> Reading | None:
    """Some of those aboard: "13 Greeks were among the passengers"."""
    if counted.single or counted.negative or counted.pair:
        return None
    sentence, noun = parse.sentences[counted.sentence], own_noun(counted)
    front = AMONG_FRONT.fullmatch(parse.text[sentence.start : counted.start])
    end = noun.end if noun is not None and noun.start >= counted.core_end else counted.core_end
    match = front or AMONG.match(parse.text, end, sentence.end)
    whole = next((w for w in match.groups() if w is not None), None) if match is not None else None
    return Reading(counted, "aboard", None, "member", noun) if whole is not None and _aboard(whole, language) else None


def by_nation(parse: Parse, counted: Counted, words: Words, language: str) -> Reading | None:
    """Some of those aboard, by where they come from or who they are: "21 of the passengers were Greek"."""
    if counted.single or counted.negative or counted.pair:
        return None
    sentence = parse.sentences[counted.sentence]
    match = OF_WHOLE.match(parse.text, counted.core_end, sentence.end)
    if match is None and own_noun(counted) is None:
        match = ARE.match(parse.text, counted.core_end, sentence.end)
        front = FRONT_WHOLE.match(parse.text[sentence.start : counted.start])
        whole = front["whole"] if front is not None else None
    else:
        whole = match["whole"] if match is not None else None
    if match is None or whole is None or not _aboard(whole, language):
        return None
    who = next((t for t in parse.tokens_of(sentence) if t.start == match.start("who")), None)
    if who is None or not _origin(who, words):
        return None
    noun = replace(counted, noun=None, anchor=counted.number)
    return Reading(noun, "aboard", None, "part", None)


def _aboard(word: str, language: str) -> bool:
    return kind_of_whole((word, word[:-1]), index(language)) == "aboard"


def _origin(token: Token, words: Words) -> bool:
    return nation(token) or any(f in words.classes for f in forms(token))
