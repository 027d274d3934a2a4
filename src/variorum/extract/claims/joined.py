"""Single ones in one row with a count: "nine tourists and *their driver*", "two rifles and *a pistol*"."""

from __future__ import annotations

from functools import cache

from variorum.extract.claims.bearers import row_mates
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.lexicon import HARMED
from variorum.extract.claims.nouns import nouns
from variorum.extract.claims.singles import KINDS
from variorum.kinds.patterns import index
from variorum.model import Value
from variorum.text.tree import Parse, Token

LEADS = frozenset(("a", "an", "the", "one", "his", "her", "their", "its"))
"""What opens the words for one person."""


def with_joined(parse: Parse, amounts: list[Counted], language: str) -> list[Counted]:
    """The amounts, and the single persons that a row joins to one of several, in text order."""
    found: list[Counted] = []
    persons, things = nouns(language).persons, _things(language)
    taken = {a.noun.i for a in amounts if a.noun is not None}
    for amount in amounts:
        noun = amount.noun
        several = noun is not None and noun.tag in {"NNS", "NNPS"} and (amount.value.number or 0) > 1
        if noun is None or not several or amount.negative or amount.partitive:
            continue
        for other in row_mates(parse, noun):
            lead = _lead(parse, other)
            if (
                other.tag == "NN"
                and other.i not in taken
                and lead is not None
                and _counts(other, lead, persons, things)
            ):
                taken.add(other.i)
                found.append(single(parse, lead, other))
    return sorted([*amounts, *found], key=lambda c: (c.start, c.end)) if found else amounts


@cache
def _things(language: str) -> frozenset[str]:
    """All that is counted beside persons: houses, cars, weapons."""
    return frozenset().union(*index(language).things.values())


def _counts(noun: Token, lead: Token, persons: frozenset[str], things: frozenset[str]) -> bool:
    return noun.lemma in persons or (noun.lemma in things and lead.lower in {"a", "an"})


def joins(kind: str) -> bool:
    """Whether one of the kind is told nowhere else: the dead, hurt, held and rescued have readers of their own."""
    return kind not in HARMED and kind not in KINDS


def in_row(parse: Parse, counted: Counted) -> bool:
    """Whether a single person stands in a row with a count of several."""
    noun = counted.noun
    if noun is None or noun.relation not in {"conj", "nsubj"}:
        return False
    head = parse.head(noun)
    near = (head, *parse.children(head, "nsubj", "nsubj:pass")) if head is not None else ()
    many = (t for t in near if t.tag in {"NNS", "NNPS"} and t.i < noun.i and parse.child(t, "nummod") is not None)
    return any(m.i == noun.i for t in many for m in row_mates(parse, t))


def joined_person(parse: Parse, noun: Token, language: str) -> bool:
    """Whether a single person is joined to a noun for several."""
    persons = nouns(language).persons
    mates = (m for m in row_mates(parse, noun) if m.tag == "NN" and m.lemma in persons)
    return noun.tag in {"NNS", "NNPS"} and any(_lead(parse, m) is not None for m in mates)


def _lead(parse: Parse, noun: Token) -> Token | None:
    """The article or owner that the words for the person open with."""
    return next((c for c in parse.children(noun, "det", "nmod:poss") if c.i < noun.i and c.lower in LEADS), None)


def single(parse: Parse, lead: Token, noun: Token) -> Counted:
    """The amount of one that the words from `lead` to a noun are."""
    value = Value(parse.text[lead.start : noun.end], 1, 1, 1, "exactly")
    span = (lead.start, noun.end, lead.start, lead.end)
    return Counted(*span, value, noun.sentence, lead, noun, noun, single=True)
