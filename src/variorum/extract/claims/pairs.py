"""Counts of men beside counts of women: two parts of a whole, though either word alone would stand for everyone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from variorum.extract.claims.read import Reading
from variorum.model import Claim
from variorum.text.tree import Parse

JOINED = re.compile(r"\s*(?:,|,?\s+and|,?\s+along with|,?\s+as well as|&)\s*$", re.I)
SEXES = frozenset(("man", "woman", "male", "female"))


def with_pairs(parse: Parse, told: Iterable[tuple[Reading, Claim]]) -> dict[str, Claim]:
    """Claim id → the claim with its own noun as the part it counts, where another count of other people is joined to it
    ("three men and two women")."""
    rows = sorted(told, key=lambda pair: (pair[0].counted.start, pair[1].id))
    found: dict[str, Claim] = {}
    for (a, first), (b, second) in pairwise(rows):
        if first.kind != second.kind or a.counted.sentence != b.counted.sentence:
            continue
        one, other = a.counted.noun, b.counted.noun
        if one is None or other is None or one.lemma == other.lemma or not {one.lemma, other.lemma} & SEXES:
            continue
        if not JOINED.fullmatch(parse.text[max(one.end, a.counted.end) : b.counted.start]):
            continue
        for claim, noun in ((first, one), (second, other)):
            if claim.subset is None and noun.lemma in SEXES:
                found[claim.id] = replace(found.get(claim.id, claim), subset=noun.text)
    return found
