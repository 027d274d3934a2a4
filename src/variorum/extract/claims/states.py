"""States told right behind an amount without a verb of their own ("11 under arrest", "over 2,000 in relief camps"), and
what stands right before one ("damage was found in *17 buildings*", "a boat with *61 migrants*")."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.extract.claims.choose import Choice
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.fits import fits
from variorum.extract.claims.frame import Frame
from variorum.extract.claims.state_phrases import any_lead, leads, states
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import index
from variorum.text.tree import Parse, Token


def state_behind(
    parse: Parse, counted: Counted, choice: Choice | None, thing: Token | None, table: Words, language: str
) -> Choice | None:
    """The choice; where the amount's words gave none, the kind of the state behind it or of what stands before it.

    `thing` is what the kinds of things count, which the amount may leave out.
    """
    bare = choice is not None and choice.frame is None
    of_whom = parse.text.startswith(" of whom ", counted.core_end)  # whose clause the tree may hang on the main verb
    if of_whom and choice is not None and not counted.negative and not counted.single:
        return _behind(parse, counted, thing, table, language) or choice
    if (choice is not None and not bare) or counted.negative or counted.partitive or counted.single:
        return choice
    return _behind(parse, counted, thing, table, language) or _before(parse, counted, thing, table, language) or choice


def _behind(parse: Parse, counted: Counted, thing: Token | None, table: Words, language: str) -> Choice | None:
    noun, end = counted.noun, counted.end
    if noun is not None and noun.start >= end:
        if noun.start > end + 20:
            return None
        end = noun.end
    stop = parse.sentences[counted.sentence].end
    for kind, phrase in states(language):
        match = phrase.match(parse.text, end, stop)
        if match is not None and _countable(parse, kind, counted, thing, table, language):
            return _choice(parse, counted, kind, match.end(), f"“{match.group().strip()}” behind it")
    return None


def _before(parse: Parse, counted: Counted, thing: Token | None, table: Words, language: str) -> Choice | None:
    first = parse.sentences[counted.sentence].start
    start, at = max(first, counted.start - REACH), _row_start(parse, counted)
    row = max(first, at - REACH)
    known = any_lead(language)
    if known.search(parse.text, start, counted.start) is None and known.search(parse.text, row, at) is None:
        return None
    for kind, phrase in leads(language):
        match = phrase.search(parse.text, start, counted.start)
        if match is None and at < counted.start and not load()[kind].people:
            match = phrase.search(parse.text, row, at)
        if match is None:
            continue
        why = f"“{match.group().strip()}” before it"
        if _countable(parse, kind, counted, thing, table, language):
            return _choice(parse, counted, kind, match.end() - 1, why)
        if (named := _scattered(parse, kind, counted, match, language)) is not None:
            return replace(_choice(parse, counted, kind, match.end() - 1, why), thing=named)
    return None


SPOTS = frozenset(("place", "spot", "location", "site", "point", "area"))
"""Where things are that are told of before: "fires broke out in five *places*"."""


def _scattered(parse: Parse, kind: str, counted: Counted, match: re.Match[str], language: str) -> Token | None:
    """The thing that is in as many places as are counted, where what stands before them names it."""
    things = index(language).things.get(kind, frozenset())
    if counted.noun is None or counted.noun.lemma not in SPOTS:
        return None
    lead = (t for t in parse.tokens_of(parse.sentences[counted.sentence]) if match.start() <= t.start < match.end())
    return next((t for t in lead if any(f in things for f in forms(t))), None)


def _row_start(parse: Parse, counted: Counted) -> int:
    """Where the row begins that the amount stands in: "damage to *12 houses*, three schools and a clinic"."""
    token = counted.anchor
    while token.relation == "conj" and (head := parse.head(token)) is not None and head.pos in {"NOUN", "PROPN"}:
        token = head
    number = parse.child(token, "nummod") if token.i != counted.anchor.i else None
    return number.start if number is not None else counted.start


REACH = 100
"""Characters before an amount in which what decides must stand, so that seeking takes no time."""


def _countable(parse: Parse, kind: str, counted: Counted, thing: Token | None, table: Words, language: str) -> bool:
    """Whether the amount's noun can be of the kind; people may have none."""
    return fits(parse, kind, counted.noun if load()[kind].people else thing, index(language), table)


def _choice(parse: Parse, counted: Counted, kind: str, end: int, why: str) -> Choice:
    tokens = parse.tokens_of(parse.sentences[counted.sentence])
    word = next(t for t in reversed(tokens) if t.start < end and t.end <= max(end, tokens[0].end))
    return Choice(kind, Frame("modifier", word, 1), why, "adjectives")
