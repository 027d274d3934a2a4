"""The count before an amount that leans on one: "four were destroyed", "which puts the figure at 40"."""

from __future__ import annotations

import re

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.parts import Link, own_noun
from variorum.extract.claims.reading import Earlier, Reading
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.text.tree import Parse, Token

MEMORY = 2
"""Sentences back that an ellipsis ("four were destroyed") may lean on."""


def antecedent(amount: Counted, earlier: Earlier, tie: Link | None) -> Reading | None:
    """The nearest reading before the amount, within a few sentences; a bare number in between that counts nothing
    ("63 people underground, of whom 38 …") cuts the amount off."""
    for other, reading in reversed(earlier):
        if amount.sentence - other.sentence > MEMORY:
            return None
        if reading is None:
            if (
                other.sentence == amount.sentence
                and not other.single
                and not other.partitive
                and tie in {"part", "void", "ellipsis"}
            ):
                return None
            continue
        if reading.link == "part" and tie == "part" and reading.choice is None and reading.antecedent is not None:
            return reading.antecedent
        if tie == "part" and not _may_hold(reading.counted, amount):
            continue
        return reading
    return None


def _may_hold(whole: Counted, part: Counted) -> bool:
    """Whether one count can be the whole of another: no part is larger ("four were killed and 21 hurt, *nine of them*
    guards")."""
    most, number = whole.value.high, part.value.number
    return whole.value.number != 0 and (most is None or number is None or number <= most)


ROUND = frozenset(("dozen", "score", "hundred", "thousand"))
"""Number words that the parser takes for what is counted: "several *hundreds* of others"."""


def left_out(amount: Counted, earlier: Earlier, previous: Reading | None) -> Token | None:
    """The noun that a bare amount leaves out: that of the amount before it in its sentence, whether or not that one
    counted anything ("91 villages lay in ruins, and *five* were abandoned"), else that of the count it leans on."""
    for other, reading in reversed(earlier):
        if other.sentence != amount.sentence or other.single:
            break
        if reading is not None and reading.choice is not None and reading.choice.thing is not None:
            return reading.choice.thing  # "fires broke out in five places, two of *which* …"
        if not other.negative and (noun := own_noun(other)) is not None and noun.lemma not in ROUND:
            return noun
    return previous.noun if previous is not None else None


FIGURES = re.compile(
    r"\b(?:figures?|numbers?|totals?|counts?|tall(?:y|ies))\s+(?:for|of)\s+(?:the\s+)?(?P<thing>[a-z-]+)\s*[,:(–-]",
    re.I,
)


def of_figures(parse: Parse, amount: Counted) -> Token | None:
    """What bare numbers are of by the words that open their list: "the figures for *drones*, 90 launched and 70 shot
    down"."""
    if amount.noun is not None or amount.single or amount.negative:
        return None
    start = parse.sentences[amount.sentence].start
    match = FIGURES.search(parse.text, start, amount.start)
    tokens = parse.tokens_of(parse.sentences[amount.sentence])
    return next((t for t in tokens if t.start == match.start("thing") and t.tag == "NNS"), None) if match else None


def follows(amount: Counted, earlier: Earlier) -> bool:
    """Whether the nearest sentence with amounts holds a count, that "put the figure at 40" can stand for: not so after
    "there were 300 on the bridge", which is none; "several houses" state no number."""
    before = [(other, reading) for other, reading in earlier if not other.single and other.value.number is not None]
    nearest = max((other.sentence for other, _ in before), default=amount.sentence)
    return any(reading is not None for other, reading in before if other.sentence == nearest)


def summed(parse: Parse, total: Token, previous: Reading, earlier: Earlier, table: Words) -> Reading | None:
    """What a bare total sums up: the count before it or, where a paragraph opens with it, what the report began with;
    None for a number of things ("takes the number of vehicles found to nine")."""
    of = [c for c in parse.children(total, "nmod") if c.pos in {"NOUN", "PROPN"} and parse.child(c, "case") is not None]
    of = [c for c in of if any(k.lower == "of" for k in parse.children(c, "case"))]
    if load()[previous.kind].people and ON_BOARD.match(parse.text, total.end):
        return None  # "corrects number of people *aboard bus* to 38"
    if load()[previous.kind].people and any(
        not any(f in k for f in forms(c) for k in (table.generic, table.classes)) for c in of
    ):
        return None
    sections = {parse.sentences[i].section for i in (previous.counted.sentence, total.sentence)}
    if len(sections) == 1 or previous.kind == "killed" or parse.child(total, "amod", "nmod:poss") is not None:
        return previous
    first = next((r for _, r in earlier if r is not None), previous)
    return first if first.kind == "killed" else previous


ON_BOARD = re.compile(
    r"\s+of\s+(?:the\s+)?(?:people|persons|those|individuals)\s+(?:on|aboard|inside|in|at|travelling|traveling)\b", re.I
)
"""Behind "number": people told apart by where they were, and not by what befell them."""


def countable(kind: str, noun: Token | None, table: Words) -> bool:
    """Whether a noun can be a part of what the kind counts."""
    if load()[kind].people:
        return noun is None or noun.lemma not in table.nonpersons
    return True
