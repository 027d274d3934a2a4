"""Two counts beside two others: "91 homes were damaged and five destroyed, *up from 63 and three*"."""

from __future__ import annotations

import re
from itertools import pairwise

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import Words
from variorum.text.tree import Parse

AND = re.compile(r"\s+and\s+")


def with_compared(parse: Parse, amounts: list[Counted], readings: list[Reading], table: Words) -> list[Reading]:
    """The readings; two bare numbers that are set beside a pair of counts are of their kinds, one by one."""
    found = {(r.counted.start, r.counted.end): r for r in readings}
    several = [a for a in amounts if not a.single]
    for one, other in pairwise(several):
        pair = _pair(one, other, readings) if _bare(parse, one, other, table) else None
        if pair is None:
            continue
        for amount, model in zip((one, other), pair, strict=True):
            found[amount.start, amount.end] = Reading(amount, model.kind, None, None, model.noun, model)
    return sorted(found.values(), key=lambda r: (r.counted.start, r.counted.end))


def _bare(parse: Parse, one: Counted, other: Counted, table: Words) -> bool:
    """Whether two numbers without a noun of their own stand behind words that compare."""
    if one.noun is not None or one.negative or other.negative or one.sentence != other.sentence:
        return False
    lead = parse.text[parse.sentences[one.sentence].start : one.start]
    joined = AND.fullmatch(parse.text, one.end, other.start) is not None
    return joined and table.beside.search(lead) is not None


def _pair(one: Counted, other: Counted, readings: list[Reading]) -> tuple[Reading, Reading] | None:
    """The two counts of different kinds that end last before the numbers, in their sentence or the one before."""
    before = [r for r in readings if r.counted.end <= one.start and one.sentence - r.counted.sentence <= 1]
    before = [r for r in before if not r.counted.negative and r.link in {None, "ellipsis"}][-2:]
    whole = len(before) == 2 and before[0].counted.sentence == before[1].counted.sentence
    return (before[0], before[1]) if whole and before[0].kind != before[1].kind else None
