"""Another direction ("eastern" for "western") or another place name in the same passage."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rapidfuzz.fuzz import ratio

from variorum.checks.base import cite, found, versus
from variorum.checks.desk import Desk, Link
from variorum.checks.finder import Pair
from variorum.checks.line import Line, at
from variorum.checks.placed import placed
from variorum.checks.swapped_places import swapped_places
from variorum.model import Discrepancy, Mention, Span
from variorum.text.words import fold


def changed_place(desk: Desk) -> Iterator[Discrepancy]:
    """Directions first; names only in a slot that is otherwise the same; then numbers that traded their
    places, and the places of numbers, names and grounds that stayed."""
    hits = [hit for link in desk.texts for pair in link.pairs if (hit := _changed(desk, link, pair)) is not None]
    known = [fault for fault, _ in hits]
    for hit in chain(swapped_places(desk), placed(desk)):
        if not any(hit[0].overlaps(span) for span in known):
            known.append(hit[0])
            hits.append(hit)
    for fault, against in hits:
        message = f"{cite(fault)} where the source has {cite(against)}"
        yield found("changed_place", "error", (fault, against), message, versus(fault, against))


def _changed(desk: Desk, link: Link, pair: Pair) -> tuple[Span, Span] | None:
    return _direction(desk, pair) or _name(desk, link, pair)


def _direction(desk: Desk, pair: Pair) -> tuple[Span, Span] | None:
    mine = _directions(desk, pair.derived)
    for source in pair.sources:
        theirs = _directions(desk, source)
        for group, (after, fault) in mine.items():
            for other, (next_, against) in theirs.items():
                if group not in theirs and other not in mine and after[:ROOT] == next_[:ROOT]:
                    return fault, against
    return None


ROOT = 5
"""Letters that a country and its adjective share ("Bulgaria", "Bulgarian")."""


def _directions(desk: Desk, line: Line) -> dict[int, tuple[str, Span]]:
    """Per group of directions: the content word that follows, and the passage up to it."""
    out: dict[int, tuple[str, Span]] = {}
    groups = desk.once(_groups)
    if groups.keys().isdisjoint(line.plains):
        return out
    for place, word in enumerate(line.words):
        group = groups.get(word.plain)
        if place and line.words[place - 1].plain in groups:
            continue  # "north west"
        after = next((w for w in line.words[place + 1 : place + 4] if w.key), None)
        if group is not None and after is not None:
            out.setdefault(group, (after.key, at(line, word.start, after.end)))
    return out


def _groups(desk: Desk) -> dict[str, int]:
    """The group of every word for a direction."""
    return {word: i for i, group in enumerate(desk.contrast.directions) for word in group}


def _name(desk: Desk, link: Link, pair: Pair) -> tuple[Span, Span] | None:
    """One new place name against one that is gone, with the same words around; the source nowhere has the new one."""
    if pair.share < SLOT:
        return None
    mine = [m for m in _places(desk, pair.derived) if not _known(desk, link.source, m)]
    source = pair.sources[0]
    theirs = [m for m in _places(desk, source) if not any(_same(desk, m, o) for o in _places(desk, pair.derived))]
    for new in mine:
        for gone in theirs:
            if _slot(pair.derived, new.span) & _slot(source, gone.span):
                return new.span, gone.span
    return None


SLOT = 0.55
"""Share of the sentence's words that its source must hold before another name is a change and no new passage."""


def _places(desk: Desk, line: Line) -> list[Mention]:
    return [m for m in desk.mentions(line) if m.type == "place"]


def _known(desk: Desk, article: str, mention: Mention) -> bool:
    words = desk.pages[article].plains
    own = [fold(p) for p in mention.span.text.replace("-", " ").split()]
    return any(o in words or any(ratio(o, w) >= SPELLING for w in words if w[:1] == o[:1]) for o in own)


SPELLING = 70.0
"""Of 100 letters that agree in two spellings of a name."""


def _same(desk: Desk, one: Mention, other: Mention) -> bool:
    a, b = sorted((fold(one.span.text), fold(other.span.text)), key=len)
    if ratio(a, b) >= SPELLING or (len(a) > 2 and b.startswith(a)):
        return True  # "Calif." is California
    return any({one.span.text, other.span.text} <= {e.name, *e.names} for e in desk.records.entities)


def _slot(line: Line, span: Span) -> set[str]:
    """The preposition and the content word before the name, together, and the content word after it."""
    before = [w for w in line.words if w.end <= span.start][-3:]
    after = next((w.key for w in line.words if w.start >= span.end and w.key), "")
    word = next((w.key for w in reversed(before) if w.key), "")
    lead = before[-1].plain if before else ""
    if lead == "and" or line.span.text[: span.start - line.span.start].rstrip().endswith(","):
        return set()  # one of a list
    return {s for s in (f"{lead} {word}" if word and lead else "", f"{lead}…{after}" if after and lead else "") if s}
