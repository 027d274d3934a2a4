"""A count and the classes it is made of: "36 bodies were recovered, 29 men, four women and three children"."""

from __future__ import annotations

import re
from collections import defaultdict

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.parts import own_noun
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.text.tree import Parse

OPEN = re.compile(
    r"[^\d]*[,:–—(-]\s*(?:(?:including|among\s+them|of\s+them|comprising|namely|made\s+up\s+of|consisting\s+of)\s+)?",
    re.I,
)
COMPRISING = re.compile(r"\b(?:comprising|namely|made\s+up\s+of|consisting\s+of)\b", re.I)
"""What says that a list is whole, so that "four others" will do for a noun."""
NEXT = re.compile(r"(?:\s+[\w’'-]+){1,3}(?:,|;)?(?:\s+and)?\s+", re.I)


def broken_down(parse: Parse, amounts: list[Counted], readings: list[Reading], table: Words) -> list[Reading]:
    """The readings, with the amounts of a list behind a count as its parts where they add up to it.

    That the sum is right is what tells such a list from other counts of the sentence.
    """
    by_sentence: dict[int, list[Counted]] = defaultdict(list)
    for amount in amounts:
        if amount.single and amount.noun is not None and any(f in table.ones for f in forms(amount.noun)):
            continue  # "a rocket" is nobody
        by_sentence[amount.sentence].append(amount)
    found = {(r.counted.start, r.counted.end): r for r in readings}
    for whole in readings:
        number = whole.counted.value.number
        if number is None or number < 3 or not load()[whole.kind].people:
            continue
        for part in _parts(parse, by_sentence[whole.counted.sentence], whole.counted, number):
            found[part.start, part.end] = Reading(part, whole.kind, None, "breakdown", own_noun(part), whole)
    return sorted(found.values(), key=lambda r: (r.counted.start, r.counted.end))


def _parts(parse: Parse, amounts: list[Counted], whole: Counted, total: float) -> list[Counted]:
    """The amounts right behind the count, each with a noun of its own, that add up to it; none where they do not."""
    parts: list[Counted] = []
    colon = _colon(parse, amounts, whole)
    for amount in amounts:
        if amount.start < (colon or whole.end):
            continue
        noun, number = own_noun(amount), amount.value.number
        gap = parse.text[parts[-1].end if parts else colon or whole.end : amount.start]
        if (
            (
                noun is None
                and not _placed(parse, amount)
                and not COMPRISING.search(parse.text[whole.end : amount.start])
            )
            or not number
            or (NEXT if parts else OPEN).fullmatch(gap) is None
        ):
            return []
        parts.append(amount)
        told = sum(p.value.number or 0 for p in parts)
        if told >= total:
            return parts if told == total and len(parts) > 1 else []
    return []


def _colon(parse: Parse, amounts: list[Counted], whole: Counted) -> int:
    """Where the list begins that stands behind a colon and another count: "21 were killed and 134 hurt: nine in …";
    0 where the list would stand right behind the count."""
    behind = next((a for a in amounts if a.start >= whole.end), None)
    colon = parse.text.find(": ", whole.end, parse.sentences[whole.sentence].end)
    return colon if behind is not None and behind.start < colon else 0


PLACE = re.compile(r"\s+(?:in|at|near|on|from)\s+(?:(?:the\s+)?(?:\w+\s+){0,3}[A-Z]|abroad\b|elsewhere\b)")


def _placed(parse: Parse, amount: Counted) -> bool:
    """ "nine *in Orsk*": a place stands for the noun."""
    return PLACE.match(parse.text, amount.end) is not None
