"""Negations of a sentence, what they govern, and whether another sentence says the same without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks.desk import Desk
from variorum.checks.forms import forms
from variorum.checks.line import Line, at
from variorum.model import Span
from variorum.text.words import Word

CLAUSE = re.compile(r"[,;:.!?()“”\"«»–—]")
REACH = 6
"""Content words after a negation that it may govern within its clause."""


class Cue(Struct, frozen=True):
    """A negation: its place in the sentence and the content words it governs; `bare`: "no" right before its noun."""

    place: int
    verb: bool
    bare: bool
    governed: tuple[Word, ...]


def cues(desk: Desk, line: Line) -> tuple[Cue, ...]:
    """The sentence's negations in order."""
    known = desk.once(_Cues).known
    if line.span not in known:
        known[line.span] = tuple(_cues(desk, line))
    return known[line.span]


class _Cues:
    """The negations found so far, by sentence."""

    def __init__(self, desk: Desk) -> None:
        self.known: dict[Span, tuple[Cue, ...]] = {}


def _cues(desk: Desk, line: Line) -> Iterator[Cue]:
    for place, word in enumerate(line.words):
        verb = word.plain in desk.negation.verbs
        if verb or _negates(desk, line, place):
            governed = tuple(_governed(desk, line, place))
            bare = word.plain == "no" and bool(governed) and governed[0] is line.words[place + 1]
            yield Cue(place, verb, bare and not governed[0].common, governed)


def _negates(desk: Desk, line: Line, place: int) -> bool:
    word, after = line.words[place], line.words[place + 1 : place + 2]
    if word.plain not in desk.negation.words and not (after and after[0].plain == "t" and word.plain.endswith("n")):
        return False
    scarce = word.plain in desk.negation.scarce and bool(after) and after[0].plain in desk.negation.amounts
    return not (after and (after[0].plain in desk.negation.idle or after[0].number or scarce))


def _governed(desk: Desk, line: Line, place: int) -> Iterator[Word]:
    count, last = 0, line.words[place]
    verb, short = last.plain in desk.negation.verbs, last.plain == "without"
    for word in line.words[place + 1 :]:
        between = line.span.text[last.end - line.span.start : word.start - line.span.start]
        if CLAUSE.search(between) or word.plain in desk.negation.breaks or word.plain in desk.negation.verbs:
            return
        if word.plain == "and" and count == 0:
            return  # "stop and drop it"
        if word.plain == "that" and count >= 2:
            return  # "can no longer afford a subsidy that costs millions"
        if (short or (count == 0 and verb)) and word.plain in forms().placing:
            return  # "failed at a hospital", "without parole for the shooting"
        last = word
        if word.key:
            yield word
            count += not word.number
            if count == REACH:
                return


def asserted(desk: Desk, cue: Cue, line: Line, share: float) -> Span | None:
    """Where `line` says what the cue negates, without any negation by it; None when it does not.

    `share`: how much of the two sentences agrees; the more, the fewer of the negated words are asked for.
    """
    if cue.verb and (share < CLOSE or not cue.governed or cue.governed[0].name):
        return None  # "stopping Smith" is no negation
    governed = [w.key for w in cue.governed if not w.number and not w.name]
    spots = _run([i for i, w in enumerate(line.words) if w.key in governed], 3 * REACH)
    held = {line.words[i].key for i in spots}
    if (
        not spots
        or share < AKIN
        or not (_told(cue, governed, held, line, spots, share) or _same_count(cue, governed, line))
    ):
        return None
    if _guarded(desk, line, spots) or any(_negated_there(c, line, spots) for c in cues(desk, line) if not c.verb):
        return None
    return at(line, line.words[spots[0]].start, line.words[spots[-1]].end)


def _negated_there(cue: Cue, line: Line, spots: list[int]) -> bool:
    """Whether a negation of this sentence reaches the words at `spots`, however far it stands from them."""
    reached = {w.start for w in cue.governed}
    return any(line.words[i].start in reached for i in spots)


def _told(cue: Cue, governed: list[str], held: set[str], line: Line, spots: list[int], share: float) -> bool:
    """Whether the line holds the negated words: the first, most in all, and in order unless all else agrees."""
    if governed[0] not in held:
        return False
    if cue.bare and len(set(governed)) <= 2:
        return not governed[0].startswith("=") or _written_alike(cue, line, spots)
    if len(set(governed)) == 1:
        return share >= CLOSE and governed[0].startswith("=") and _written_alike(cue, line, spots)
    ordered = share >= CLOSE or _in_order([k for k in governed if k in held], [line.words[i].key for i in spots])
    return ordered and len(held) >= max(2 if share >= CLOSE else 3, HELD * len(set(governed)))


def _written_alike(cue: Cue, line: Line, spots: list[int]) -> bool:
    """Whether a word of the line begins like the first that the cue governs: another of its meaning alone says little
    ("the first victim" beside "no fatality", "power plants" beside "without electricity")."""
    begun = {next(w.plain[:ALIKE] for w in cue.governed if not w.number and not w.name)}
    return any(line.words[i].plain[:ALIKE] in begun for i in spots)


ALIKE = 4
"""Letters by which two forms of one word agree."""

AKIN = 0.4
CLOSE = 0.55
"""Shares of a sentence's words that the other holds: enough to compare them; enough to be its rewording."""


def _same_count(cue: Cue, governed: list[str], line: Line) -> bool:
    """ "None of the 20 was hurt" against "the 20 were hurt": the number and the predicate."""
    numbers = {w.key for w in cue.governed if w.number and w.key not in SMALL}
    return bool(numbers & line.numbers) and governed[-1] in line.keys


SMALL = frozenset(f"#{n}" for n in range(10))


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
    if any(w.plain in negation.leaving for w in line.words[max(0, spots[0] - 2) : spots[0]]):
        return True  # "left the counting"
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
    """Whether the verb before has an object of its own and "and" leads on ("stopping the march and burning…")."""
    between = line.words[verb + 1 : first]
    return verb < first and any(w.plain == "and" for w in between) and any(w.key for w in between)
