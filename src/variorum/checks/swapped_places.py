"""Two numbers of one sentence that changed places: "five in Arl and two in Brod" for "two in Arl and five in Brod"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.checks.desk import Desk
from variorum.checks.finder import Pair
from variorum.checks.line import Line, at
from variorum.model import Span
from variorum.text.words import Word, fold

Held = dict[str, tuple[str, Word, int]]
"""Number → the place it is told of (folded), its word, and where the place's name ends."""

BETWEEN = re.compile(r"\s+(?:[\w-]+\s+){0,4}?(?:in|at|from)\s+(?:the\s+)?")
BEFORE = re.compile(r"(?:\s+(?:province|region|district))?(?::|\s+(?:[\w-]+\s+){0,2}?(?:with|had|recorded|has))\s+$")
SHARE = 0.3
"""Share of the sentence's words that its sources must hold: the two numbers and the two places do the rest."""


def swapped_places(desk: Desk) -> Iterator[tuple[Span, Span]]:
    """Passages of a derived sentence and of its source in which two numbers have each other's place."""
    for link in desk.texts:
        for pair in link.pairs:
            if pair.share >= SHARE and len(pair.derived.numbers) > 1:
                found = _swapped(desk, pair)
                if found is not None:
                    yield found


def _swapped(desk: Desk, pair: Pair) -> tuple[Span, Span] | None:
    mine = holders(desk, pair.derived)
    for source in pair.sources if len(mine) > 1 else ():
        theirs = holders(desk, source)
        both = sorted(mine.keys() & theirs.keys())
        for i, one in enumerate(both):
            for other in both[i + 1 :]:
                crossed = mine[one][0] == theirs[other][0] != mine[other][0] == theirs[one][0]
                if crossed:
                    return _passage(pair.derived, mine, one, other), _passage(source, theirs, one, other)
    return None


def _passage(line: Line, held: Held, one: str, other: str) -> Span:
    words = [held[one][1], held[other][1]]
    return at(line, min(w.start for w in words), max(max(w.end for w in words), held[one][2], held[other][2]))


def holders(desk: Desk, line: Line) -> Held:
    """The numbers that stand right before a place or right behind one, each with that place."""
    numbers = [w for w in line.words if w.number and w.key[1:].isdigit()]
    found: Held = {}
    for mention in sorted(desk.mentions(line), key=lambda m: m.span.start):
        if mention.type == "person":
            continue
        name = _name(desk, mention.span)
        before = [w for w in numbers if w.end <= mention.span.start]
        after = [w for w in numbers if w.start >= mention.span.end]
        text, start = line.span.text, line.span.start
        if before and BETWEEN.fullmatch(text[before[-1].end - start : mention.span.start - start]):
            found.setdefault(before[-1].key, (name, before[-1], mention.span.end))
        elif after and BEFORE.fullmatch(text[mention.span.end - start : after[0].start - start]):
            found.setdefault(after[0].key, (name, after[0], mention.span.end))
    return found


def _name(desk: Desk, span: Span) -> str:
    entity = desk.entity_at.get(span)
    return entity if isinstance(entity, str) else fold(span.text)
