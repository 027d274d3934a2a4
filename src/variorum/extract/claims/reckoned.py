"""Bare numbers whose kind the counts around them give away: by a sum, by what a hospital or morgue took in."""

from __future__ import annotations

import re

from variorum.extract.claims.antecedents import countable
from variorum.extract.claims.choose import Choice
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.parts import THE_REST, Link
from variorum.extract.claims.reading import Earlier, Reading
from variorum.extract.claims.words import Words, forms
from variorum.text.tree import Parse, Token

TOOK_IN = re.compile(r"\b(?:t(?:ook|ake|akes|aken|aking)\s+in|receiv(?:ed|es|ing)|h(?:as|ave|ad)\s+received)\s+$", re.I)
IN_ALL = re.compile(r"(?:\s+[\w-]+){0,2}\s+(?:in\s+all|in\s+total|altogether|all\s+told)\b", re.I)
MAKING = re.compile(r"\bmaking\s+(?:it\s+|for\s+)?(?:a\s+total\s+of\s+)?$", re.I)
OPEN = frozenset(("may", "might", "could", "would", "will"))
REACH = 2
"""Sentences back to the counts that a number completes."""


def reckoned(
    parse: Parse, amount: Counted, earlier: Earlier, previous: Reading | None, noun: Token | None, table: Words
) -> Reading | None:
    """What a bare number counts by the counts before it, where its own words leave it open; None where they do not
    tell either."""
    if previous is None or amount.single or amount.negative or amount.partitive or not amount.value.number:
        return None
    if amount.noun is None and THE_REST.search(parse.text, max(0, amount.start - 20), amount.start):
        whole = _whole(amount, earlier, previous)
        return Reading(amount, previous.kind, None, "part", noun, whole) if whole is not None else None
    told = IN_ALL.match(parse.text, amount.core_end) or MAKING.search(parse.text, 0, amount.start)
    kind = _summed(amount, earlier) if told else None
    return Reading(amount, kind, None, None, noun) if kind and countable(kind, noun, table) else None


def rest_of(parse: Parse, amount: Counted, earlier: Earlier, noun: Token | None, table: Words) -> Reading | None:
    """ "Sixteen of the dead are civilians. *The other three* wore a uniform": the rest of a whole that a part was told
    of; not "two of the men were shot. The other three …"."""
    told = THE_REST.search(parse.text, max(0, amount.start - 20), amount.core_start)
    previous = next((r for _, r in reversed(earlier) if r is not None), None)
    if told is None or previous is None or previous.link != "part":
        return None
    whole = previous.antecedent
    if previous.choice is not None and (whole is None or whole.kind != previous.kind):
        return None  # what befell the part, not the whole
    if amount.sentence - previous.counted.sentence > 1 or not countable(previous.kind, noun, table):
        return None
    return Reading(amount, previous.kind, None, "part", noun, previous)


def took_bodies(parse: Parse, amount: Counted, previous: Reading | None, table: Words) -> bool:
    """Whether a place took in some of the bodies counted before: "morgues hold 22 … the hospital took in *13*"."""
    if previous is None or amount.noun is not None or amount.single or amount.negative:
        return False
    lead = parse.text[parse.sentences[amount.sentence].start : amount.start]
    return _of_bodies(previous, table) and TOOK_IN.search(lead) is not None


def as_patients(
    parse: Parse, amount: Counted, choice: Choice | None, tie: Link | None, previous: Reading | None
) -> bool:
    """Whether those said to be badly hurt are some of the patients counted before: "58 were taken to hospital. *Eleven*
    were in critical condition"."""
    if choice is None or choice.kind != "injured" or previous is None or previous.kind != "hospitalised":
        return False
    frame = choice.frame
    if frame is not None and any(c.lower in OPEN for c in parse.children(frame.word, "aux")):
        return False  # "five may lose an eye"
    number, whole = amount.value.number, previous.counted.value.number
    fewer = number is not None and (whole is None or 0 < number < whole)
    return fewer and (tie == "part" or (amount.noun is None and frame is None))


REMAIN = re.compile(
    r"\s+(?:of\s+(?:them|whom)\s+)?(?:still\s+)?remain(?:s|ed)?(?:\s+(?:there|behind))?\s*(?:[.;,)]|$)", re.I
)
LASTING = frozenset(("hospitalised", "missing", "trapped", "kidnapped"))


def still_there(parse: Parse, amount: Counted, earlier: Earlier) -> Reading | None:
    """The count of a state in which a bare number still is: "of the 31 admitted, 12 were sent home and *19 remain*"."""
    if amount.noun is not None or amount.single or not amount.value.number:
        return None
    if REMAIN.match(parse.text, amount.end, parse.sentences[amount.sentence].end) is None:
        return None
    near = (r for _, r in reversed(earlier) if r is not None and amount.sentence - r.counted.sentence <= REACH)
    return next((r for r in near if r.kind in LASTING and (r.counted.value.number or 0) > amount.value.number), None)


def _whole(amount: Counted, earlier: Earlier, previous: Reading) -> Reading | None:
    """The count that the number makes up with the one before it: "26 bodies lay in four morgues … took in 15 … *the
    remaining 11*"."""
    sum_ = (previous.counted.value.number or 0) + (amount.value.number or 0)
    alike = (r for _, r in earlier if r is not None and r.kind == previous.kind)
    return next((r for r in alike if r.counted.value.number == sum_ and r is not previous), None)


def _of_bodies(previous: Reading, table: Words) -> bool:
    noun = previous.noun
    return previous.kind == "killed" and noun is not None and any(f in table.remains for f in forms(noun))


def _summed(amount: Counted, earlier: Earlier) -> str | None:
    """The kind of the last counts of one kind that add up to the number: "46 drones and seven missiles, *53 in
    all*"."""
    near = [r for _, r in earlier if r is not None and amount.sentence - r.counted.sentence <= REACH]
    near = [r for r in near if r.counted.value.number and not r.counted.negative and r.link != "void"]
    for kind in dict.fromkeys(r.kind for r in reversed(near)):
        told = 0.0
        for n, reading in enumerate(r for r in reversed(near) if r.kind == kind):
            told += reading.counted.value.number or 0
            if told == amount.value.number and n:
                return kind
    return None
