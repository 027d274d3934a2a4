"""A count and the classes it is made of: "36 bodies were recovered, 29 men, four women and three children"."""

from __future__ import annotations

import re
from collections import defaultdict

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.parts import own_noun
from variorum.extract.claims.read import Reading
from variorum.kinds.base import load
from variorum.text.tree import Parse

OPEN = re.compile(r"[^\d]*[,:–—(-]\s*(?:(?:including|among\s+them|of\s+them)\s+)?", re.I)
NEXT = re.compile(r"(?:\s+[\w’'-]+){1,3}(?:,|;)?(?:\s+and)?\s+", re.I)


def broken_down(parse: Parse, amounts: list[Counted], readings: list[Reading]) -> list[Reading]:
    """The readings, with the amounts of a list behind a count as its parts where they add up to it.

    That the sum is right is what tells such a list from other counts of the sentence.
    """
    by_sentence: dict[int, list[Counted]] = defaultdict(list)
    for amount in amounts:
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
    for amount in amounts:
        if amount.start < whole.end:
            continue
        noun, number = own_noun(amount), amount.value.number
        before = parts[-1] if parts else whole
        gap = parse.text[before.end : amount.start]
        if noun is None or not number or (NEXT if parts else OPEN).fullmatch(gap) is None:
            return []
        parts.append(amount)
        told = sum(p.value.number or 0 for p in parts)
        if told >= total:
            return parts if told == total and len(parts) > 1 else []
    return []
