"""Numbers that an update takes back in words ("46 people, not 48"), whatever they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from variorum.checks.desk import Desk
from variorum.checks.forms import forms
from variorum.checks.line import Line, at
from variorum.model import Span
from variorum.text.words import Word


class Correction(Struct, frozen=True):
    """Where the earlier text has the number, and where the update takes it back."""

    earlier: Span
    later: Span
    number: str
    now: str


def corrections(desk: Desk) -> Iterator[Correction]:
    """Numbers of an agency's first text that its update names as wrong."""
    for derivation in desk.derivations:
        if (derivation.derived, derivation.source) not in desk.updates:
            continue
        for line in desk.lines(derivation.derived):
            for wrong, right in _taken_back(line):
                first = _earlier(desk, derivation.source, line, wrong)
                if first is not None:
                    now = right.key[1:] if right is not None else "withdrawn"
                    yield Correction(first, line.span, wrong.key[1:], now)


def _taken_back(line: Line) -> Iterator[tuple[Word, Word | None]]:
    """(wrong number, the right one) for "46 people, not 48" and "corrected to 46 from 48", (wrong, None) for "withdrew
    its figure of 48"."""
    numbers = [w for w in line.words if w.number]
    for one, other in pairwise(numbers):
        before = line.span.text[: other.start - line.span.start]
        if forms().taken_back.search(before) or forms().corrected.search(before):
            yield other, _of_whom(line, numbers, one)
    for word in numbers:
        if forms().withdrawn.search(line.span.text[: word.start - line.span.start]):
            yield word, None


def _of_whom(line: Line, numbers: list[Word], one: Word) -> Word:
    """The number before, where this one only tells of how many that was ("two of the first four were women")."""
    before = next((n for n in reversed(numbers) if n.end <= one.start), None)
    between = line.span.text[before.end - line.span.start : one.start - line.span.start] if before is not None else ""
    return before if before is not None and OF.fullmatch(between) else one


OF = re.compile(r"\s+of\s+(?:the|its|their|those|these)\s+(?:\w+\s+)?")


def _is_taken_back(line: Line, number: Word) -> bool:
    """Whether the sentence itself takes the number back: then it holds it no longer."""
    before = line.span.text[: number.start - line.span.start]
    return any(p.search(before) for p in (forms().taken_back, forms().corrected, forms().withdrawn))


def _earlier(desk: Desk, source: str, line: Line, wrong: Word) -> Span | None:
    """The first text's passage from the number to its noun, which the correction has too, in a sentence that shares
    words with it."""
    best: tuple[int, Span] | None = None
    for candidate in desk.lines(source):
        shared = len((candidate.keys & line.keys) - {wrong.key})
        spot = next((i for i, w in enumerate(candidate.words) if w.key == wrong.key), None)
        if spot is None or shared < 2 or (best is not None and shared <= best[0]):
            continue
        noun = next((w for w in candidate.words[spot + 1 : spot + 4] if w.key), candidate.words[spot])
        if noun.key not in line.keys or _is_taken_back(candidate, candidate.words[spot]):
            continue
        best = (shared, at(candidate, candidate.words[spot].start, noun.end))
    return best[1] if best is not None else None
