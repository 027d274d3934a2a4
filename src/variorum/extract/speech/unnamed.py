"""What is held by nobody who is named: "X seems to …", "X is expected to …", "Asked whether …, she …".

The reporter passes on an impression, an expectation or a question without saying whose. Such an attribution has no
source: it takes no part in who said what, but shows which words are not the article's own knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.extract.speech.frames import LONGEST, offsets
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Report
from variorum.text.tree import Token


def find_unnamed(reading: Reading, taken: frozenset[int]) -> list[Report]:
    """Reports without a source, in text order; `taken`: cues that are read already."""
    return list(_found(reading, taken))


def _found(reading: Reading, taken: frozenset[int]) -> Iterator[Report]:
    words = reading.saying.unnamed
    for token in reading.tokens:
        if token.pos not in ("VERB", "AUX") or token.i in taken:
            continue
        first, last = reading.bounds(token)
        if last - first > LONGEST:
            continue
        report = None
        if token.lemma in words.seeming:
            report = _whole(reading, token, token) if _evident(reading, token) else None
        elif token.lemma in words.expecting and token.tag == "VBN":
            helper = reading.parse.child(token, "aux:pass", "aux")
            if helper is not None and helper.lemma == "be" and not _agent(reading, token):
                report = _whole(reading, token, helper)
        elif token.lower in words.asked and token.i == first:
            report = _question(reading, token, first, last)
        if report is not None:
            yield report


def _evident(reading: Reading, verb: Token) -> bool:
    """Whether the verb tells an impression ("seems to", "appeared that"): nobody came into sight ("appeared on")."""
    following = reading.tokens[verb.i + 1] if verb.i + 1 < len(reading.tokens) else None
    if following is None or verb.tag in ("VB", "VBG"):
        return False
    if following.lower in ("to", "that"):
        return reading.tokens[min(following.i + 1, len(reading.tokens) - 1)].pos in ("VERB", "AUX") or (
            following.lower == "that"
        )
    return verb.lemma == "seem" and following.pos in ("ADJ", "ADV", "ADP", "SCONJ", "DET")


def _agent(reading: Reading, verb: Token) -> bool:
    """Whether "by" tells who expects."""
    following = reading.tokens[verb.i + 1 : verb.i + 2]
    return bool(following) and following[0].lower == "by"


def _whole(reading: Reading, verb: Token, cue: Token) -> Report | None:
    """The clause of the verb, its subject first."""
    subject = reading.parse.child(verb, "nsubj", "nsubj:pass", "expl", "csubj")
    if subject is None or subject.i >= verb.i or verb.i - subject.i > CLAUSE:
        return None
    first = min(t.i for t in reading.parse.subtree(subject))
    last = verb.i + 1
    for child in reading.parse.children(verb):
        if child.i > verb.i and child.pos != "PUNCT" and child.relation not in ASIDE:
            last = max(last, *(t.i + 1 for t in reading.parse.subtree(child)))
    comma = next((t.i for t in reading.tokens[verb.i + 1 : last] if t.text in BREAKS and reading.inside[t.i] < 0), last)
    last = min(last, comma)
    while last > verb.i + 1 and reading.tokens[last - 1].pos in ("PUNCT", "CCONJ"):
        last -= 1
    if last == verb.i + 1 or reading.inside[first] != reading.inside[last - 1]:
        return None
    return _report(reading, verb, offsets(reading, cue.i, verb.i + 1), offsets(reading, first, last))


CLAUSE = 25
"""Tokens between a subject and its verb."""

BREAKS = frozenset({",", ";", "–", "—"})
ASIDE = frozenset({"conj", "parataxis"})
"""What is joined to the clause and no part of it."""


def _question(reading: Reading, verb: Token, first: int, last: int) -> Report | None:
    """ "Asked whether the dam holds, the engineer …": up to the comma before the main clause."""
    begin = first + 1
    if begin >= last or reading.tokens[begin].lower not in reading.saying.unnamed.questions:
        return None
    commas = [i for i in range(begin + 1, min(last, begin + QUESTION)) if reading.tokens[i].text == ","]
    ends = [i for i in commas if reading.inside[i] < 0 and _main(reading, i + 1, last)]
    if not ends:
        return None
    begin, end = begin + (reading.tokens[begin].lower == "about"), ends[-1]
    return _report(reading, verb, (verb.start, verb.end), offsets(reading, begin, end))


QUESTION = 40
"""Tokens of a question that is told."""


def _main(reading: Reading, first: int, last: int) -> bool:
    """Whether the main clause begins here: somebody, and what they did right behind."""
    subject = first < last and reading.tokens[first].pos in ("PRON", "PROPN", "DET", "NOUN")
    return subject and reading.finite_in(first + 1, min(last, first + 7))


def _report(reading: Reading, verb: Token, cue: tuple[int, int], content: tuple[int, int]) -> Report:
    return Report(at=verb.i, kind="stance", cue=[cue], clause=cue, content=[content], inside=reading.inside[verb.i])
