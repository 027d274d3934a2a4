"""Counts of several classes in one breath ("three kidnappers and one soldier died"): each is a part of the whole."""

from __future__ import annotations

import re

from variorum.extract.claims.callings import of_group
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.joined import joined_person
from variorum.extract.claims.parts import PRONOUNS
from variorum.extract.claims.parts import own_noun as counted_noun
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.text.tree import Parse, Token

AND = re.compile(r"\s*(?:,|,?\s(?:and|or|&|along\s+with|as\s+well\s+as|plus))\s+(?:another\s+|their\s+|his\s+|her\s+)?")


def class_of(parse: Parse, reading: Reading, mates: list[Reading], words: Words, language: str) -> str | None:
    """The counted noun as the class of a part, or of a count that another of its kind is joined to; None for counts
    alone. `mates`: the readings of its sentence."""
    noun = _class(reading, words)
    if noun is not None and reading.link == "breakdown":
        return of_group(parse, noun) or parse.text[_first(parse, noun).start : noun.end]
    if noun is None or not load()[reading.kind].people:
        return None
    if joined_person(parse, noun, language) and not _further(parse, noun):
        return noun.text
    for other in mates:
        mate = own_noun(other.counted) if other.link is None else None
        alike = other.kind == reading.kind and mate is not None and mate.lemma != noun.lemma
        if _further(parse, noun) or (mate is not None and _further(parse, mate)):
            continue
        if alike and _joined(parse, reading.counted, other.counted):
            return noun.text
    return None


def _first(parse: Parse, noun: Token) -> Token:
    """The noun, or what says of a member of what ("*crew* members")."""
    own = parse.children(noun, "compound") if noun.lemma == "member" else []
    return min([noun, *own], key=lambda t: t.i)


COUPLE = "couple"
"""Two by themselves: "*a couple* and their two sons"."""


def own_noun(counted: Counted) -> Token | None:
    """What is counted; a couple is its own noun."""
    noun = counted_noun(counted)
    return counted.number if noun is None and counted.number.lemma == COUPLE else noun


def _class(reading: Reading, words: Words) -> Token | None:
    """The counted noun, where it says more than "people"."""
    noun = own_noun(reading.counted) if reading.link in {None, "breakdown"} else None
    return None if noun is None or any(f in words.anybody for f in forms(noun)) else noun


def _further(parse: Parse, noun: Token) -> bool:
    """ "Two couriers and three other militants": those come on top, whatever they are called."""
    return any(c.lower in PRONOUNS for c in parse.children(noun, "amod", "det"))


def _joined(parse: Parse, one: Counted, other: Counted) -> bool:
    """Whether one amount's noun is joined to the other's, by the tree or by nothing but "and" between them."""
    a, b = sorted((one, other), key=lambda c: c.start)
    if b.anchor.relation == "conj" and b.anchor.head == a.anchor.i:
        return True
    noun = own_noun(a)
    return noun is not None and AND.fullmatch(parse.text, noun.end, b.start) is not None
