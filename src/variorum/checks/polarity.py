"""Negations of a sentence, what they govern, and whether another sentence says the same without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks.desk import Desk, Line, at
from variorum.model import Span
from variorum.text.words import Word

CLAUSE = re.compile(r"[,;:.!?()“”\"«»–—]")
REACH = 6
"""Content words after a negation that it may govern within its clause."""


class Cue(Struct, frozen=True):
    """A negation: its place among the sentence's words, and the content words it governs."""

    place: int
    verb: bool
    governed: tuple[Word, ...]


def cues(desk: Desk, line: Line) -> Iterator[Cue]:
    """The sentence's negations in order."""
    for place, word in enumerate(line.words):
        verb = word.plain in desk.negation.verbs
        if verb or _negates(desk, line, place):
            yield Cue(place, verb, tuple(_governed(desk, line, place)))


def _negates(desk: Desk, line: Line, place: int) -> bool:
    word, after = line.words[place], line.words[place + 1 : place + 2]
    if word.plain not in desk.negation.words and not (after and after[0].plain == "t" and word.plain.endswith("n")):
        return False
    return not (after and (after[0].plain in desk.negation.idle or after[0].number))


def _governed(desk: Desk, line: Line, place: int) -> Iterator[Word]:
    count, last = 0, line.words[place]
    for word in line.words[place + 1 :]:
        between = line.span.text[last.end - line.span.start : word.start - line.span.start]
        if CLAUSE.search(between) or word.plain in desk.negation.breaks or word.plain in desk.negation.verbs:
            return
        last = word
        if word.key and not word.number:
            yield word
            count += 1
            if count == REACH:
                return


def asserted(desk: Desk, cue: Cue, line: Line) -> Span | None:
    """Where `line` says what the cue negates, without any negation by it; None when it does not."""
    keys = {w.key for w in cue.governed}
    spots = _run([i for i, w in enumerate(line.words) if w.key in keys], 3 * REACH)
    held = {line.words[i].key for i in spots}
    if len(keys) < 2 or len(held) < max(2, HELD * len(keys)) or cue.governed[0].key not in held:
        return None
    if not _in_order([w.key for w in cue.governed if w.key in held], [line.words[i].key for i in spots]):
        return None
    if _guarded(desk, line, spots):
        return None
    first, last = line.words[spots[0]], line.words[spots[-1]]
    return at(line, first.start, last.end)


def _in_order(mine: list[str], theirs: list[str]) -> bool:
    """Whether the words come in one order in both, as they do when only the negation went."""
    rest = iter(theirs)
    return all(any(k == other for other in rest) for k in dict.fromkeys(mine))


HELD = 0.66
"""Share of the negated content words that the other sentence must hold."""


def _run(spots: list[int], reach: int) -> list[int]:
    """The densest part of `spots` within `reach` words."""
    runs = ([s for s in spots if start <= s <= start + reach] for start in spots)
    return max(runs, key=len, default=[])


def _guarded(desk: Desk, line: Line, spots: list[int]) -> bool:
    """Whether anything near may negate the words: a negation or a covert one around, or a verb that governs them."""
    negation = desk.negation
    around = line.words[max(0, spots[0] - GUARD) : _clause_end(line, spots[-1])]
    start = max(0, spots[0] - GUARD)
    for offset, word in enumerate(around):
        if word.plain in negation.covert or _negates(desk, line, start + offset):
            return True
        if word.plain in negation.verbs and not _done(line, start + offset, spots[0]):
            return True
    return False


def _clause_end(line: Line, place: int) -> int:
    """The word that begins the next clause, at most `GUARD` words on."""
    for i in range(place + 1, min(len(line.words), place + GUARD)):
        if CLAUSE.search(
            line.span.text[line.words[i - 1].end - line.span.start : line.words[i].start - line.span.start]
        ):
            return i
    return place + GUARD


GUARD = 8
"""Words around a statement within which a negation may belong to it."""


def _done(line: Line, verb: int, first: int) -> bool:
    """Whether the verb before has an object of its own and "and" leads on ("stopping the war and taking…")."""
    between = line.words[verb + 1 : first]
    return verb < first and any(w.plain == "and" for w in between) and any(w.key for w in between)
