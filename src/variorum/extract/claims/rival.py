"""A bare number of another voice for what was just counted: "police counted 9,000. Organisers spoke of 30,000"."""

from __future__ import annotations

import re

from variorum.extract.claims.choose import member_of
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import Words
from variorum.kinds.patterns import index
from variorum.text.tree import Parse, Token

ENDS = re.compile(r"\s*(?:[.;,:!?)”\"]|$|(?:and|but|while|in\s+all|in\s+total)\b)")
"""What follows a number that stands for itself."""
APART = 20
"""Times by which two counts of one thing may differ; police and organisers have been this far apart."""


def rival(
    parse: Parse, amount: Counted, previous: Reading | None, noun: Token | None, table: Words, language: str
) -> Reading | None:
    """Another voice's number for the count before it, or for what its own sentence says is counted."""
    if (topic := _of_topic(parse, amount, language)) is not None:
        return Reading(amount, topic, None, None, None)
    if not _told(parse, amount, table):
        return None
    if previous is not None and previous.link in {None, "ellipsis", "member"} and _comparable(amount, previous.counted):
        return Reading(amount, previous.kind, None, "ellipsis", noun, previous)
    kind = _counted_thing(parse, amount, language)
    return Reading(amount, kind, None, None, None) if kind is not None else None


TOPIC = re.compile(
    r"\b(?:on|about|as\s+for)\s+(?:the\s+number\s+of\s+)?(?:the\s+)?(\w+)(?:,\s|\s+(?:they|both|the\s+two)\s)", re.I
)
"""What several voices then speak of, each with its number."""
VOICED = re.compile(r",?\s+(?:according\s+to|say|says|said|[^;:.]{2,60}?\s(?:told|say|says|said))\b", re.I)


def _of_topic(parse: Parse, amount: Counted, language: str) -> str | None:
    """The kind of what a sentence is about whose voices give bare numbers: "on the missing they disagree: *three*, says
    the fire service; *six*, the union told us"."""
    if amount.noun is not None or amount.single or amount.negative or amount.increment:
        return None
    sentence = parse.sentences[amount.sentence]
    match = TOPIC.search(parse.text, sentence.start, amount.start)
    if match is None or VOICED.match(parse.text, amount.end, sentence.end) is None:
        return None
    topic = next((t for t in parse.tokens_of(sentence) if t.start == match.start(1)), None)
    return member_of(topic, index(language)) if topic is not None else None


def _told(parse: Parse, amount: Counted, table: Words) -> bool:
    """Whether a voice states the bare number: "hospitals reported 45"."""
    if amount.noun is not None or amount.single or amount.negative or amount.partitive or amount.increment:
        return False
    before = parse.text[parse.sentences[amount.sentence].start : amount.start]
    return table.rival_before.search(before) is not None and ENDS.match(parse.text, amount.end) is not None


def _comparable(amount: Counted, other: Counted) -> bool:
    """Whether the other count stands in the amount's sentence or the one before, and is of its order."""
    mine, theirs = (c.value.number or c.value.low for c in (amount, other))
    near = amount.sentence - other.sentence <= 1
    return near and bool(mine and theirs and 1 / APART <= mine / theirs <= APART)


def _counted_thing(parse: Parse, amount: Counted, language: str) -> str | None:
    """The kind whose counting word stands before in the sentence: "those who counted the *crowd* put it at 24,000"."""
    counters = index(language).by_word["counters"]
    for token in parse.tokens_of(parse.sentences[amount.sentence]):
        if token.start >= amount.start:
            return None
        found = next((p.kind for p in counters.get(token.lemma, ()) if p.alone), None)
        if found is not None:
            return found
    return None
