"""Who a figure or a statement is from, in a derived passage and in the one that it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from variorum.checks import figures
from variorum.checks.desk import Desk, Link
from variorum.checks.finder import Pair
from variorum.checks.line import Line
from variorum.checks.quoting import same_name
from variorum.lang.base import read
from variorum.lang.contrast import Contrast
from variorum.lang.places import Places
from variorum.model import Attribution, Claim, Source, Span
from variorum.text.words import words


class Voice(Struct, frozen=True):
    """What the derived article gives to `given` and its source to `true`, with the passages that name them."""

    fault: Span
    against: Span
    names: tuple[Span, ...]
    given: str
    true: str


def voices(desk: Desk) -> Iterator[Voice]:
    """Figures first, then statements out of quotation marks."""
    for link in desk.texts:
        seen: set[Span] = set()
        for claim in desk.claims(link.derived):
            pair = link.pair_at(claim.span)
            voice = _of_figure(desk, link, pair, claim) if pair and pair.derived.span not in seen else None
            if pair is not None and voice is not None:
                seen.add(pair.derived.span)
                yield voice
        for pair in link.pairs:
            told = _of_statement(desk, pair) if pair.derived.span not in seen else None
            if told is not None:
                yield told


ALIKE = 0.6
"""Share of the sentence's words that its source must hold."""


def _of_figure(desk: Desk, link: Link, pair: Pair, claim: Claim) -> Voice | None:
    """A number that the source has from another, where the source tells the two voices apart."""
    value = figures.number(claim)
    if pair.share < ALIKE or value is None or not claim.attribution:
        return None
    near = [c for c in figures.in_pair(desk, pair) if figures.same_thing(claim, c)]
    same = [c for c in near if figures.number(c) == value and c.attribution]
    if not same or not all(_others(desk, claim.attribution, c.attribution) for c in same):
        return None
    given = claim.attribution[0]
    if not _words(given).isdisjoint(desk.once(_media)):
        return None  # "according to Reuters": who passes it on
    new = _words(given).isdisjoint(p for w in pair.sources for p in w.plains)
    known = _words(given) <= desk.pages[link.source].plains
    every = [c for c in desk.claims(link.source) if figures.same_thing(claim, c) and figures.number(c) != value]
    swapped = any(c.attribution and not _others(desk, c.attribution[:1], (given,)) for c in every)
    if not (known and new) and not swapped:
        return None
    names = tuple(s for s in (given.span,) if s is not None)
    return Voice(claim.span, same[0].span, names, given.name, same[0].attribution[0].name)


def _media(desk: Desk) -> frozenset[str]:
    """The words of the names of agencies and publishers."""
    named = (n for a in desk.records.articles for n in (a.publisher, *(g.name for g in a.agencies)) if n)
    return frozenset(w.plain for n in named for w in words(n) if w.key)


def _others(desk: Desk, one: tuple[Source, ...], other: tuple[Source, ...]) -> bool:
    """Whether nobody may be among both: no word of a name or an office is shared, nor is a name the other's."""
    if any(not _words(s) for s in (*one, *other)):
        return False
    apart = all(_words(a).isdisjoint(_words(b)) for a in one for b in other)
    entities = {s.entity for s in one if s.entity} & {s.entity for s in other if s.entity}
    return apart and not entities and not any(_one(desk, a.name, b.name) for a in one for b in other)


def _one(desk: Desk, a: str, b: str) -> bool:
    return any({a, b} <= {e.name, *e.names} for e in desk.records.entities)


def _words(source: Source) -> frozenset[str]:
    """The words of its name and office that tell it from others; a country may be any of its bodies."""
    if source.name.lower() in _countries():
        return frozenset()
    stated = (source.name, source.stated, source.role)
    return frozenset(w.plain for part in stated if part for w in words(part) if w.key) - _table().anybody


@cache
def _countries() -> frozenset[str]:
    places: Places = read("en", "places", Places)
    return frozenset(n.lower() for c in places.countries.values() for n in (c.name, *c.also))


def _table() -> Contrast:
    found: Contrast = read("en", "contrast", Contrast)
    return found


def _of_statement(desk: Desk, pair: Pair) -> Voice | None:
    """What a person by name says, out of quotation marks, given to another by name."""
    if pair.share < ALIKE:
        return None
    mine = _told(desk, pair.derived)
    theirs = _told(desk, pair.sources[0])
    if mine is None or theirs is None:
        return None
    given, true = (a.speaker.name if a.speaker else "" for a in (mine, theirs))
    if same_name(desk, given, true) or _names(desk, pair.derived, true) or _names(desk, pair.sources[0], given):
        return None
    return Voice(mine.content[0], theirs.content[0], mine.source[:1], given, true)


def _told(desk: Desk, line: Line) -> Attribution | None:
    """The sentence's one statement, if a person by name in it makes it and none of it is quoted."""
    inside = desk.pages[line.span.article].told(line, sources=False)
    if len(inside) != 1 or inside[0].kind != "indirect" or inside[0].denied:
        return None
    persons = [m for m in desk.named(line.span.article) if line.span.contains(m.span)]
    named = any(m.span.overlaps(s) for m in persons for s in inside[0].source)
    return inside[0] if named and line.kind != "headline" else None


def _names(desk: Desk, line: Line, name: str) -> bool:
    """Whether the sentence names somebody so."""
    return bool(name) and name.split()[-1] in line.span.text
