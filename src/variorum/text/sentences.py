"""Sentences of a text that nobody has parsed: a fallback by punctuation, bounded and without a model."""

from __future__ import annotations

import re
from itertools import pairwise

END = re.compile(r"[.!?…]+[\"”’'»“)\]]*(?=\s+[\"“„«‘'(\[]?[^\Wa-z_])")
SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Sgt|Gen|Col|Lt|Capt|Gov|Sen|Rep|Prof|No|vs|etc"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.$"
)
LINE = re.compile(r"[^\n]+")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Offsets of the sentences of `text[start:end]`; a line end ends one, an abbreviation's dot does not."""
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    for line in LINE.finditer(text, start, stop):
        found.extend(_line(text, *line.span()))
    return found


def _line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ends = END.finditer(text, start, end)
    cuts = [m.end() for m in ends if not SHORT.search(text[max(start, m.start() - 6) : m.start() + 1])]
    spans = (_strip(text, a, b) for a, b in pairwise([start, *cuts, end]))
    return [(a, b) for a, b in spans if a < b]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
