"""Statements that lost their source: a derived sentence says the same in nearly the same words, as a fact."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz.distance import Indel

from variorum.checks.desk import Desk
from variorum.checks.finder import Pair
from variorum.checks.forms import forms
from variorum.checks.line import Line
from variorum.model import Attribution, Quotation, Span


class Unsourced(Struct, frozen=True):
    """The sentence without a source, what it was made from, and who says so there."""

    fault: Span
    against: Span
    voice: str


def unsourced(desk: Desk) -> Iterator[Unsourced]:
    """In texts that were retold as a whole: there, a source left out is missed."""
    for link in desk.remade:
        for pair in link.pairs:
            if pair.share >= ALIKE and pair.derived.kind != "headline":
                yield from _lost(desk, pair)


ALIKE = 0.8
"""Share of the sentence's words that its sources must hold."""


def _lost(desk: Desk, pair: Pair) -> Iterator[Unsourced]:
    told, line = pair.sources[0], pair.derived
    given = next((a for a in _inside(desk, told) if _indirect(told, a)), None)
    if given is None or not line.plains.isdisjoint(forms().hearsay):
        return
    if _inside(desk, line) or not _same(line, told, given):
        return
    voice = given.speaker.name if given.speaker else " ".join(given.source[0].text.split())
    stated = " ".join(s.text for s in given.source)
    if _names(desk, line, stated if len(stated) > LONGEST_PRONOUN else voice):
        return
    yield Unsourced(line.span, told.span, voice)


def unspoken(desk: Desk) -> Iterator[Unsourced]:
    """Words in quotation marks that nobody says, in a statement that is nobody's, where the source has them from a
    named voice: its claim became a fact."""
    for link in (k for k in desk.remade if not k.translated):
        for quotation in desk.quotations(link.derived):
            line = desk.line_at(quotation.span)
            if line is None or line.kind == "headline" or quotation.speaker is not None or _inside(desk, line):
                continue
            given = next((q for q in desk.quotations(link.source) if q.speaker and _holds(q, quotation)), None)
            told = desk.line_at(given.span) if given is not None else None
            if given is not None and given.speaker is not None and told is not None:
                near = {p for w in desk.neighbours(line, 1, 0) for p in w.plains}
                if near.isdisjoint(w.lower() for w in given.speaker.name.split() if len(w) > len("the")):
                    yield Unsourced(line.span, told.span, given.speaker.name)


def _holds(whole: Quotation, part: Quotation) -> bool:
    """Whether the one quotation has all words of the other, three at least, in a row."""
    mine, theirs = ([w.strip(MARKS).casefold() for w in q.span.text.split()] for q in (part, whole))
    return len(mine) >= SHORT and f" {' '.join(mine)} " in f" {' '.join(theirs)} "


MARKS = "\"'“”‘’.,;:!?"
SHORT = 3


def _inside(desk: Desk, line: Line) -> tuple[Attribution, ...]:
    """What is told in somebody's name in the sentence."""
    return desk.pages[line.span.article].told(line, sources=True)


def _indirect(line: Line, told: Attribution) -> bool:
    """Whether source and statement stand in the sentence, the statement without quotation marks, not denied and no
    ruling, which is true by being said."""
    whole = bool(told.source and told.cue) and all(line.span.contains(s) for s in (*told.source, *told.cue))
    ruled = any(w in forms().performing for s in told.cue for w in s.text.lower().split())
    return told.kind == "indirect" and whole and not told.denied and not ruled


def _same(line: Line, told: Line, given: Attribution) -> bool:
    """Whether the sentence has the statement's words in their order, and none of those that name its source."""
    said = [w.plain for w in told.words if any(s.start <= w.start < s.end for s in given.content)]
    mine = [w.plain for w in line.words]
    if min(len(said), len(mine)) < LONG or Indel.normalized_similarity(said, mine) < SAME:
        return False
    source = {w.key for w in told.words if w.key and any(s.start <= w.start < s.end for s in given.source)}
    return source.isdisjoint(line.keys)


def _names(desk: Desk, line: Line, voice: str) -> bool:
    """Whether the sentences around it name the source, who may be telling still."""
    near = desk.neighbours(line, 1, 1)
    speakers = (a.speaker.name for w in near for a in _inside(desk, w) if a.speaker)
    said = {p for name in speakers for p in name.lower().split()}.union(*(w.plains for w in near))
    return any(w.lower() in said for w in voice.split() if len(w) > len("the"))


LONGEST_PRONOUN = len("they")
LONG = 5
SAME = 0.8
"""Words of a statement that is compared, and how alike the two must be word by word."""
