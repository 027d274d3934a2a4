"""Quotations whose marks hold the reporting clause too, set off by dashes: "“It burns, – said Bel. – Come quickly.”"

So newsrooms of many languages set quotations, and translations keep it. The words are what stands on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from variorum.extract.speech.marks import Quoted
from variorum.lang.base import any_of, read
from variorum.lang.saying import Saying

DASHES = re.compile(r"[-–—]\s")
DASH = r"\s*[-–—]\s+"
LONGEST = 110
"""Characters of a reporting clause between dashes."""


def split_marks(text: str, passages: tuple[Quoted, ...], language: str) -> tuple[Quoted, ...]:
    """The passages, those with a reporting clause between dashes in pieces without it."""
    return tuple(piece for q in passages for piece in _pieces(text, q, language))


def _pieces(text: str, q: Quoted, language: str) -> Iterator[Quoted]:
    here = q
    if DASHES.search(text, q.start, q.end) is None:
        yield q
        return
    while (found := _clause(language).search(text, here.start, here.end)) is not None:
        first_end, rest = found.start() + 1, found.end()
        yield msgspec.structs.replace(here, end=first_end, outer_end=first_end, open_ended=False)
        if rest >= here.end:
            return
        here = msgspec.structs.replace(here, start=rest, outer_start=rest, continued=True)
    yield here


@cache
def _clause(language: str) -> re.Pattern[str]:
    """A stop, a dash, a verb of saying and who said it (or the other way round), a stop, and a dash or the end."""
    saying = read(language, "saying", Saying)
    verbs = any_of({*saying.words.told, *(form for lemma in saying.clause for form in _forms(lemma))})
    name = r"[A-Z][^\n.!?–—“”«»\"]{1,40}"
    inverted = rf"(?:{verbs})\b(?!\s+(?:that|not|to)\b)[^\n!?–—“”«»\"]{{0,{LONGEST}}}?"
    straight = rf"(?:he|she|they|{name})\s+(?:has\s+|have\s+|had\s+)?(?:{verbs})"
    closing = rf"(?:[.,]{DASH}(?=\w)|\.?$)"
    return re.compile(rf"[.,!?…]{DASH}(?:{inverted}|{straight}){closing}")


def _forms(lemma: str) -> tuple[str, ...]:
    """A regular verb's past and present forms."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied", lemma[:-1] + "ies"
    return lemma + ("d" if lemma.endswith("e") else "ed"), lemma + "s"
