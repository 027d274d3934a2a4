"""What a list of the dead or missing holds: "a list of the dead. *On it are 29 men*", "she had entered *22 names*"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.extract.claims.choose import member_of
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import Words, forms
from variorum.extract.speech.keepers import HOLDS, LISTS, PAPERS, REFERS
from variorum.kinds.base import load
from variorum.kinds.patterns import index
from variorum.text.tree import Parse

LIST = rf"(?:{PAPERS}|names)"
NAMED = frozenset(("pages", "names", *LISTS, *(f"{name}s" for name in LISTS)))
"""The words for it."""
HEAD = re.compile(rf"\b{LIST}\s+of\s+(?:all\s+)?(?:the\s+|those\s+)?(?P<who>\w+)", re.I)
BEHIND = re.compile(rf"(?:[^.;:]{{0,24}}?\s(?:{HOLDS}|is|are|was|were)|\s*:)\s+(?:now\s+|already\s+|at\s+)?$", re.I)
"""Between such a list and what it holds, in one sentence."""
OPENS = re.compile(rf"\W*{REFERS.pattern}\s+(?:now\s+|already\s+)?$", re.I)
"""What opens a sentence that tells what a list of the sentence before holds."""
ROW = re.compile(r"\s*(?:,|,?\s+and)\s+")
MEMORY = 2
"""Sentences behind the list in which it is still spoken of."""


def with_registers(
    parse: Parse, amounts: list[Counted], readings: list[Reading], table: Words, language: str
) -> list[Reading]:
    """The readings, with the amounts that a list of the dead, missing or hurt holds and nothing else tells of."""
    found = {(r.counted.start, r.counted.end): r for r in readings}
    for amount in amounts:
        if (amount.start, amount.end) not in found and (kind := _ahead(parse, amount, language)) is not None:
            found[amount.start, amount.end] = Reading(amount, kind, None, None, amount.noun)
    for kind, sentence, end in _lists(parse, language):
        held: Counted | None = None
        for amount in amounts:
            if amount.start < end or amount.sentence - sentence > MEMORY or (amount.start, amount.end) in found:
                continue
            row = held is not None and held.noun is not None and ROW.fullmatch(parse.text, held.noun.end, amount.start)
            if not row and not _held(parse, amount, sentence, end):
                continue
            if amount.negative or amount.partitive or not _persons(amount, table):
                continue
            found[amount.start, amount.end] = Reading(amount, kind, None, None, amount.noun)
            held = amount
    return sorted(found.values(), key=lambda r: (r.counted.start, r.counted.end))


AHEAD = re.compile(
    rf"(?:\s+(?:people|persons|individuals))?\s+(?:on|in)\s+(?:its|the|his|her|their|our)\s+{LIST}\s+of\s+(?:the\s+|those\s+)?(?P<who>\w+)"
    r"|\s+names\s+of\s+(?:the\s+|those\s+)?(?P<named>\w+)",
    re.I,
)
"""Behind a number, whose list it is: "34 people *on its list of injured*", "21 *names of the dead*"."""


def _ahead(parse: Parse, amount: Counted, language: str) -> str | None:
    sentence = parse.sentences[amount.sentence]
    match = AHEAD.match(parse.text, amount.end, sentence.end)
    if match is None or amount.negative or amount.single:
        return None
    starts = {match.start("who"), match.start("named")}
    who = next((t for t in parse.tokens_of(sentence) if t.start in starts), None)
    kind = member_of(who, index(language)) if who is not None else None
    return kind if kind is not None and load()[kind].people else None


def _lists(parse: Parse, language: str) -> Iterator[tuple[str, int, int]]:
    """The kind that each list is of, its sentence, and where its name ends."""
    for sentence in parse.sentences:
        if parse.said(sentence).isdisjoint(NAMED):
            continue
        for match in HEAD.finditer(parse.text, sentence.start, sentence.end):
            who = next((t for t in parse.tokens_of(sentence) if t.start == match.start("who")), None)
            kind = member_of(who, index(language)) if who is not None else None
            if kind is not None and load()[kind].people:
                yield kind, sentence.index, match.end()


def _held(parse: Parse, amount: Counted, sentence: int, end: int) -> bool:
    if amount.noun is not None and amount.noun.lemma == "name":
        return True
    if amount.sentence == sentence:
        return BEHIND.fullmatch(parse.text, end, amount.start) is not None
    return OPENS.fullmatch(parse.text, parse.sentences[amount.sentence].start, amount.start) is not None


def _persons(amount: Counted, table: Words) -> bool:
    noun = amount.noun
    return noun is not None and any(f in known for f in forms(noun) for known in (table.generic, table.classes))
