"""Numbers said twice, "nineteen (19) persons": the repeat in brackets stays out of the sentence that is parsed.

Police, courts and ministries of many countries write every number in words and again in digits. No parser has learnt
that, and it tears the number from what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from variorum.lang.base import any_of, read
from variorum.lang.numbers import Numbers

Cut = tuple[int, int]
"""Where a piece that was left out began in the text, and its end."""


def repeats(text: str, language: str) -> list[Cut]:
    """The brackets that say again the number before them, in text order, each with the white space before it."""
    if "(" not in text:
        return []
    return [m.span("again") for pattern in _patterns(language) for m in pattern.finditer(text)]


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    data = read(language, "numbers", Numbers)
    word = any_of([*data.units, *data.scales])
    run = rf"(?:{word})(?:[\s-]{{1,2}}(?:and\s)?(?:{word})){{0,7}}"
    return (
        re.compile(rf"\b(?:{word})(?P<again>\s?\(\d{{1,3}}(?:,?\d{{3}}){{0,3}}\))", re.I),
        re.compile(rf"(?<![\w.,])\d{{1,3}}(?:,?\d{{3}}){{0,3}}(?P<again>\s?\({run}\))", re.I),
    )


def without(text: str, cuts: Iterable[Cut]) -> str:
    """The text without these pieces."""
    last, kept = 0, []
    for start, end in sorted(cuts):
        kept.append(text[last:start])
        last = end
    return "".join((*kept, text[last:]))


def placed(cuts: Iterable[Cut]) -> list[Cut]:
    """For each piece left out, where it was in the remaining text, and by how much what follows has moved."""
    ordered = sorted(cuts)
    moved = list(accumulate(end - start for start, end in ordered))
    return [(start - (moved[n] - (end - start)), moved[n]) for n, (start, end) in enumerate(ordered)]


def shift(offset: int, places: Iterable[Cut]) -> int:
    """By how much an offset of the remaining text lies further on in the whole one."""
    return max((moved for place, moved in places if place <= offset), default=0)
