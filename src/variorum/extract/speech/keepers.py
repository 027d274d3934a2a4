"""Lists and notebooks, and what stands in them: "The teacher keeps a list of her own. *It has eight dead*", "the
midwife kept a diary. *In it are 20 dead*"."""

from __future__ import annotations

import re

from variorum.extract.speech.frames import offsets
from variorum.extract.speech.order import speaking
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Report
from variorum.extract.speech.subjects import find_subject, noun_phrase
from variorum.text.tree import Sentence, Token

LISTS = frozenset(
    ("list", "tally", "register", "notebook", "record", "count", "log", "ledger", "diary", "book", "roll", "roster",
     "database", "spreadsheet", "toll", "inventory", "journal", "table")
)  # fmt: skip
KEEPING = frozenset(
    (
        "keep",
        "maintain",
        "compile",
        "draw",
        "make",
        "hold",
        "run",
        "have",
        "carry",
        "write",
        "start",
        "publish",
        "assemble",
    )
)
PAPERS = rf"(?:(?:{'|'.join(sorted(LISTS))})s?|pages)"
HOLDS = (
    r"(?:has|have|had|holds?|held|lists?|contain(?:s|ed)?|count(?:s|ed)?|show(?:s|ed)?|name[sd]?|r[ua]ns?\s+to|st(?:ands?|ood)\s+at"
    r"|records?|include[sd]?|comprise[sd]?|reads?|gives?|gave|puts?|bears?|bore|carries|carried)"
)
"""What a list does with those it names."""
REFERS = re.compile(
    rf"(?:(?:on|in)\s+(?:it|them|its\s+pages|(?:the|this|that|her|his|their)\s+{PAPERS})\s+(?:is|are|was|were|stands?|stood|figures?)|"
    rf"(?:it|they|(?:the|that|her|his|their|its)\s+(?:\w+\s+)?{PAPERS})\s+(?:now\s+|already\s+)?{HOLDS})\b",
    re.I,
)
"""How the next sentence goes on with what stands in it."""


HOLDING = 6
"""Tokens behind a list within which "with" says what it holds, and that in which its first number must come."""


def keepers(reading: Reading) -> list[Report]:
    """A report for each list that somebody is said to keep and whose numbers follow."""
    found = []
    for token in reading.parse.named(LISTS):
        if token.lemma in LISTS and token.pos == "NOUN" and reading.inside[token.i] < 0:
            report = _kept(reading, token)
            if report is not None:
                found.append(report)
    return found


def _kept(reading: Reading, paper: Token) -> Report | None:
    verb = reading.parse.head(paper)
    if verb is None or verb.lemma not in KEEPING:
        return None
    sentence = reading.sentence(paper)
    if paper.relation == "obj" and paper.i > verb.i:
        subject = find_subject(reading, verb)
    elif reading.passive(verb) or verb.tag == "VBN":
        agent = next((c for c in reading.parse.children(verb, "obl") if _by(reading, c)), None)
        subject = noun_phrase(reading, agent) if agent is not None else None
    else:
        return None
    content = _content(reading, sentence, paper)
    if subject is None or content is None or not speaking(reading, subject.head):
        return None
    return Report(
        at=paper.i,
        kind="noun",
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, min(subject.first, verb.i), max(subject.last, paper.i + 1)),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=[content],
    )


def _by(reading: Reading, token: Token) -> bool:
    case = reading.parse.child(token, "case")
    return case is not None and case.lower == "by"


def _content(reading: Reading, sentence: Sentence, paper: Token) -> tuple[int, int] | None:
    """What stands in the list: behind a colon or "with", or in the next sentence that points back to it."""
    colon = next((t for t in reading.tokens[paper.i + 1 : min(sentence.last, paper.i + 4)] if t.text == ":"), None)
    if colon is not None:
        return _numbered(reading, colon.i + 1, sentence.last)
    holding = next(
        (t for t in reading.tokens[paper.i + 1 : min(sentence.last, paper.i + HOLDING)] if t.lower == "with"), None
    )
    if holding is not None and any(t.pos == "NUM" for t in reading.tokens[holding.i + 1 : holding.i + HOLDING]):
        return _numbered(reading, holding.i + 1, sentence.last)
    if sentence.index + 1 >= len(reading.parse.sentences):
        return None
    following = reading.parse.sentences[sentence.index + 1]
    if following.section != sentence.section or REFERS.match(reading.text, following.start, following.end) is None:
        return None
    return _numbered(reading, following.first, following.last)


def _numbered(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """The offsets of the tokens, where they give a number."""
    return offsets(reading, first, last) if any(t.pos == "NUM" for t in reading.tokens[first:last]) else None
