"""A bare number of another voice for what was just counted: "police counted 9,000. Organisers spoke of 30,000"."""

from __future__ import annotations

import re

from variorum.extract.claims.callings import is_class
from variorum.extract.claims.choose import member_of
from variorum.extract.claims.context import spoken_of, stands
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.state_phrases import state_in
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import Relation as Trigger
from variorum.kinds.patterns import index
from variorum.text.tree import Parse, Sentence, Token

ENDS = re.compile(
    r"\s*(?:[.;,:!?)”\"]|$|(?:and|but|while|in\s+all|in\s+total|(?:had\s+|were\s+|have\s+)?(?:come|came|attended|turned\s+out|taken\s+part|took\s+part|marched|joined|present|participated|there)|by\s+(?:the\s+)?[a-z]+(?=[.,;]|\s+(?:and|but)\b))(?!\w))"
)
"""What follows a number that stands for itself."""
APART = 20
"""Times by which two counts of one thing may differ; police and organisers have been this far apart."""


def rival(
    parse: Parse, amount: Counted, previous: Reading | None, noun: Token | None, table: Words, language: str
) -> Reading | None:
    """Another voice's number for the count before it, or for what its own sentence says is counted."""
    if (topic := _of_topic(parse, amount, table, language)) is not None:
        return Reading(amount, topic, None, None, None)
    if not _told(parse, amount, table):
        return None
    if previous is not None and previous.link in {None, "ellipsis", "member"} and _comparable(amount, previous.counted):
        return Reading(amount, previous.kind, None, "ellipsis", noun, previous)
    kind = _counted_thing(parse, amount, language) or _of_march(parse, amount)
    return Reading(amount, kind, None, None, None) if kind is not None else None


TOPIC = re.compile(
    r"\b(?:on|about|as\s+for)\s+(?:the\s+number\s+of\s+)?(?:the\s+)?(\w+)(?:,\s|\s+(?:they|both|the\s+two)\s)", re.I
)
"""What several voices then speak of, each with its number."""
VOICED = re.compile(r",?\s+(?:according\s+to|say|says|said|[^;:.]{2,60}?\s(?:told|say|says|said))\b", re.I)


def _of_topic(parse: Parse, amount: Counted, table: Words, language: str) -> str | None:
    """The kind of what a sentence is about whose voices give bare numbers: "on the missing they disagree: *three*, says
    the fire service; *six*, the union told us", "as for the wounded, the mayor *spoke of 34 guards*"."""
    if amount.single or amount.negative or amount.increment:
        return None
    sentence = parse.sentences[amount.sentence]
    match = TOPIC.search(parse.text, sentence.start, amount.start)
    if match is None:
        return None
    told = table.rival_before.search(parse.text[sentence.start : amount.start]) is not None
    voiced = amount.noun is None and VOICED.match(parse.text, amount.end, sentence.end) is not None
    if not voiced and not (told and (amount.noun is None or is_class(amount.noun, table))):
        return None
    topic = next((t for t in parse.tokens_of(sentence) if t.start == match.start(1)), None)
    return member_of(topic, index(language)) if topic is not None else None


HOW_MANY = re.compile(r"\bhow\s+many\b[^.?!]*\?", re.I)
"""A question that the numbers behind it answer."""
UNCLEAR = re.compile(r"\bhow\s+many\b[^.?!:;]*(?=:|;|\s[–—-]\s)", re.I)
"""The same within one sentence: "*how many were on the ferry* is unclear: the owner says 64"."""
ANSWERS = 5
"""Sentences of its paragraph in which a question is answered."""


def asked(parse: Parse, amount: Counted, table: Words, language: str) -> Reading | None:
    """What the paragraph asked for: "How many marched? The union *says 40,000*; the police, *fewer than 15,000*"."""
    if amount.single or amount.negative or amount.partitive:
        return None
    noun = amount.noun
    if noun is not None and not any(f in table.generic for f in forms(noun)):
        return None
    if noun is None and ENDS.match(parse.text, amount.core_end) is None:
        return None
    here = parse.sentences[amount.sentence]
    if (open_ := UNCLEAR.search(parse.text, here.start, amount.start)) is not None:
        of = state_in(open_.group(), language)
        return Reading(amount, of, None, None, noun) if of is not None else None
    for sentence in reversed(parse.sentences[max(0, here.index - ANSWERS) : here.index]):
        if sentence.section != here.section:
            return None
        if HOW_MANY.search(parse.text, sentence.start, sentence.end):
            question = parse.text[sentence.start : sentence.end]
            kind = _of_question(parse, sentence, language) or state_in(question, language)
            return Reading(amount, kind, None, None, noun) if kind is not None else None
    return None


def _of_question(parse: Parse, sentence: Sentence, language: str) -> str | None:
    """The kind of people whose number a question asks for."""
    tokens, table = parse.tokens_of(sentence), index(language).by_word
    for token in tokens:
        passive = token.tag == "VBN" or parse.child(token, "aux:pass") is not None
        triggers: tuple[Trigger, ...] = ("object_of",) if passive else ("subject_of", "adjectives")
        for pattern in (p for t in triggers for f in forms(token) for p in table[t].get(f, ())):
            if load()[pattern.kind].people and stands(parse, token, pattern):
                return pattern.kind
    return None


def _told(parse: Parse, amount: Counted, table: Words) -> bool:
    """Whether a voice states the bare number: "hospitals reported 45"."""
    if amount.noun is not None or amount.single or amount.negative or amount.partitive or amount.increment:
        return False
    before = parse.text[parse.sentences[amount.sentence].start : amount.start]
    told = table.rival_before.search(before) or ONE_OF.search(before)
    return told is not None and ENDS.match(parse.text, amount.end) is not None


ONE_OF = re.compile(r"\b(?:figure|number|total|estimate|count)\s+of\b[^.;]{2,60}\bone\s+of\s+$", re.I)
"""Another voice's figure behind the first: "police gave a figure of 4,000, the union *one of* 25,000"."""
ORGANISERS = re.compile(r"\b(?:organi[sz]ers?|conven[eo]rs?)\b", re.I)
MARCHES = frozenset(("march", "protest", "rally", "demonstration"))


def _of_march(parse: Parse, amount: Counted) -> str | None:
    """ "*The organisers* say 40,000": those who marched, where the report is of a march."""
    sentence = parse.sentences[amount.sentence]
    told = ORGANISERS.search(parse.text, sentence.start, amount.start) is not None
    return "protesters" if told and not MARCHES.isdisjoint(spoken_of(parse)) else None


def _comparable(amount: Counted, other: Counted) -> bool:
    """Whether the other count stands in the amount's sentence or the one before, and is of its order."""
    mine, theirs = (c.value.number or c.value.low for c in (amount, other))
    near = amount.sentence - other.sentence <= 1
    return near and bool(mine and theirs and 1 / APART <= mine / theirs <= APART)


def _counted_thing(parse: Parse, amount: Counted, language: str) -> str | None:
    """The kind whose counting word stands before in the sentence, or in the one before it in its paragraph: "those who
    counted the *crowd* put it at 24,000"."""
    counters = index(language).by_word["counters"]
    here = parse.sentences[amount.sentence]
    back = parse.sentences[max(0, here.index - 1)]
    first = back.first if back.section == here.section else here.first
    for token in parse.tokens[first : here.last]:
        if token.start >= amount.start:
            return None
        found = next((p.kind for p in counters.get(token.lemma, ()) if p.alone), None)
        if found is not None:
            return found
    return None
