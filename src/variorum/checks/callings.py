"""A calling just before a name ("the captain, Odd Vik"), in a copied sentence and in the one that it came from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from variorum.checks.desk import Desk
from variorum.checks.finder import Pair
from variorum.checks.line import Line, at
from variorum.model import Span
from variorum.text.words import Word


class Calling(Struct, frozen=True):
    """The passage from calling to name, its source's, and both callings."""

    fault: Span
    against: Span
    given: str
    true: str


def callings(desk: Desk) -> Iterator[Calling]:
    """Callings of two groups before one surname, the rest of the sentence being the same."""
    for link in desk.texts:
        for pair in link.pairs:
            if pair.share >= ALIKE:
                yield from _changed(desk, pair)


ALIKE = 0.75
"""Share of the sentence's words that its sources must hold."""


def _changed(desk: Desk, pair: Pair) -> Iterator[Calling]:
    mine = dict(_called(desk, pair.derived))
    theirs = dict(_called(desk, pair.sources[0])) if mine else {}
    for name in sorted(mine.keys() & theirs.keys()):
        one, other = mine[name], theirs[name]
        if _group(desk, one[0]) != _group(desk, other[0]):
            yield Calling(_passage(pair.derived, one), _passage(pair.sources[0], other), one[0].plain, other[0].plain)


def _called(desk: Desk, line: Line) -> Iterator[tuple[str, tuple[Word, Word]]]:
    """Surname → calling and last word of the name, of the persons in the sentence."""
    if line.plains.isdisjoint(desk.once(_groups)):
        return
    for mention in desk.mentions(line):
        before = [w for w in line.words if w.end <= mention.span.start][-1:]
        inside = [w for w in line.words if mention.span.start <= w.start < mention.span.end]
        if mention.type != "person" or not inside:
            continue
        if _group(desk, inside[0]) is not None and len(inside) > 1:
            yield inside[-1].plain, (inside[0], inside[-1])
        elif before and _group(desk, before[0]) is not None and _beside(line, before[0], mention.span.start):
            yield inside[-1].plain, (before[0], inside[-1])


def _beside(line: Line, word: Word, start: int) -> bool:
    between = line.span.text[word.end - line.span.start : start - line.span.start]
    return between.strip() in ("", ",")


def _group(desk: Desk, word: Word) -> int | None:
    return desk.once(_groups).get(word.plain)


def _groups(desk: Desk) -> dict[str, int]:
    return {w: number for number, group in enumerate(desk.contrast.callings) for w in group}


def _passage(line: Line, found: tuple[Word, Word]) -> Span:
    return at(line, found[0].start, found[1].end)
