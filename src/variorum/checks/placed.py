"""Another place for the same number, the same name or the same ground, between a sentence and the one it came from.

Rewrites change nearly every word, so that the slot of a place says little; what stands beside it and did not change
does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from variorum.checks.desk import Desk, Link
from variorum.checks.finder import Pair
from variorum.checks.forms import forms
from variorum.checks.line import Line, at
from variorum.checks.swapped_places import holders
from variorum.lang import subsets
from variorum.model import Span
from variorum.text.gazetteer import lookup, seat_of
from variorum.text.words import Word, fold


def placed(desk: Desk) -> Iterator[tuple[Span, Span]]:
    """Passages of a derived sentence and of its source: a number's place, a name's land, a ground's name, a seat."""
    for link in desk.texts:
        for pair in link.pairs:
            hit = _counted(desk, link, pair) or _lying(desk, link, pair) or _ground(desk, link, pair)
            hit = hit or _house(desk, link, pair)
            if hit is not None:
                yield hit
        yield from _seat(desk, link)
        yield from _region(desk, link)


def _gone(desk: Desk, article: str, name: str) -> bool:
    """Whether the article has no word of the name."""
    words = desk.pages[article].plains
    return all(fold(part) not in words for part in name.replace("-", " ").split() if len(part) > SMALL)


SPELLING = 65.0
"""Of 100 letters that agree in two spellings of a name."""

SMALL = 2
"""Letters of parts of a name that tell nothing ("de", "el")."""


def _counted(desk: Desk, link: Link, pair: Pair) -> tuple[Span, Span] | None:
    """ "Two from Arl" for "two from Brod": the source's place is nowhere in the derived text."""
    mine = holders(desk, pair.derived)
    for source in pair.sources if mine else ():
        theirs = {**dict(_written(source)), **holders(desk, source)}
        for number in sorted(mine.keys() & theirs.keys()):
            (new, word, end), (old, other, last) = mine[number], theirs[number]
            here, there = _last(pair.derived, end), _last(source, last)
            away = new != old and not _alike(here, there) and _gone(desk, link.derived, there)
            if away and not _told(desk, link.source, number, new):
                return at(pair.derived, word.start, end), at(source, other.start, last)
    return None


def _last(line: Line, end: int) -> str:
    """The last word of the name that ends there."""
    return line.article.text[:end].rsplit(None, 1)[-1]


def _alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one, or a land and its adjective."""
    a, b = sorted((fold(one), fold(other)), key=len)
    return ratio(a, b) >= SPELLING or a[:ROOT] == b[:ROOT]


ROOT = 5
"""Letters that a country and its adjective share."""


def _written(line: Line) -> Iterator[tuple[str, tuple[str, Word, int]]]:
    """The numbers right before a capitalised name that was not taken for a place."""
    for word in line.words:
        found = FROM.match(line.span.text, word.end - line.span.start) if word.number else None
        if found is not None:
            yield word.key, (fold(found[1]), word, line.span.start + found.end())


FROM = re.compile(r"\s+(?:[a-z-]+\s+){0,3}?(?:in|at|from)\s+(?:the\s+)?([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)")


def _told(desk: Desk, article: str, number: str, place: str) -> bool:
    """Whether some sentence of the article has the number with that place."""
    return any(held[number][0] == place for line in desk.lines(article) if number in (held := holders(desk, line)))


def _lying(desk: Desk, link: Link, pair: Pair) -> tuple[Span, Span] | None:
    """ "Arl in Utria" for "Arl in Norland": each land is in one of the texts alone."""
    mine = dict(_lands(desk, pair.derived))
    for source in pair.sources if mine else ():
        for name, (old, span) in _lands(desk, source):
            if name in mine and mine[name][0] != old:
                new, fault = mine[name]
                if not _alike(new, old) and _gone(desk, link.source, new) and _gone(desk, link.derived, old):
                    return fault, span
        for name, (new, fault) in mine.items():
            nation, theirs = subsets.key(new) or "", _nations(source)
            told = name in source.plains and nation.isupper() and theirs and nation not in theirs
            if told and not any(nation in _nations(w) for w in desk.lines(link.source)):
                return fault, source.span
    return None


def _nations(line: Line) -> frozenset[str]:
    """The codes of all nations that the sentence names, by noun or adjective."""
    found = (subsets.key(w.plain) or "" for w in line.words if w.name)
    return frozenset(k for k in found if k.isupper())


def _lands(desk: Desk, line: Line) -> Iterator[tuple[str, tuple[str, Span]]]:
    """A name → the place right behind it ("Arl in Utria", "Arl, Utria"), and the passage of both."""
    named = sorted((m for m in desk.mentions(line) if m.type == "place"), key=lambda m: m.span.start)
    for one, other in pairwise(named):
        between = line.article.text[one.span.end : other.span.start]
        if LIES.fullmatch(between):
            yield fold(one.span.text), (other.span.text, at(line, one.span.start, other.span.end))


LIES = re.compile(r",\s+|,?\s+in\s+(?:the\s+)?")


def _ground(desk: Desk, link: Link, pair: Pair) -> tuple[Span, Span] | None:
    """ "The Ionian island" for "the Aegean island": a name before one noun for a ground, of which each text has one."""
    mine = dict(_grounds(pair.derived))
    for source in pair.sources if mine else ():
        for noun, (old, span) in _grounds(source):
            if noun in mine and mine[noun][0].plain != old.plain:
                new, fault = mine[noun]
                if _alike(new.plain, old.plain):
                    continue
                if _gone(desk, link.source, new.plain) and _gone(desk, link.derived, old.plain):
                    return fault, span
    return None


def _grounds(line: Line) -> Iterator[tuple[str, tuple[Word, Span]]]:
    for before, word, noun in zip(line.words, line.words[1:], line.words[2:], strict=False):
        if word.name and not before.name and noun.plain in forms().grounds:
            yield noun.plain, (word, at(line, word.start, noun.end))


def _house(desk: Desk, link: Link, pair: Pair) -> tuple[Span, Span] | None:
    """ "Arl's own hospital" for "a hospital in Brod", a town of which the derived text has no word."""
    for mine in HOUSE.finditer(pair.derived.span.text):
        for source in pair.sources:
            theirs = next((m for m in IN_TOWN.finditer(source.span.text) if m["house"] == mine["house"]), None)
            if theirs is None or _alike(mine["town"], theirs["town"]):
                continue
            town = not any(c.kind != "city" for c in lookup(mine["town"]))
            named = re.compile(rf"{re.escape(mine['town'])}\W+(?:\w+\W+){{0,2}}?{mine['house']}", re.IGNORECASE)
            told = any(named.search(w.span.text) for w in pair.sources)
            if town and not told and _gone(desk, link.derived, theirs["town"]):
                return _passage(pair.derived, mine), _passage(source, theirs)
    return None


HOUSE = re.compile(
    r"\b(?P<town>[A-Z][\w-]+)[’']s (?:(?:own|main|general|local|district|city|central) )*(?P<house>[a-z]+)\b"
)
IN_TOWN = re.compile(r"\b(?:an?|the) (?:[a-z]+ )?(?P<house>[a-z]+) in (?P<town>[A-Z][\w-]+)\b")
"""A house by the town it stands in, before and behind."""


def _passage(line: Line, match: re.Match[str]) -> Span:
    return at(line, line.span.start + match.start(), line.span.start + match.end())


def _region(desk: Desk, link: Link) -> Iterator[tuple[Span, Span]]:
    """ "Arl, Minnesota" where another report has "Arl, in Missouri" and none a word of Minnesota."""
    made = desk.descendants(link.derived)
    others = [a for a in desk.order if a not in made]
    for line in desk.lines(link.derived):
        for name, (new, fault) in _lands(desk, line):
            where = _region_of(new)
            if where is None or not all(_gone(desk, a, new) for a in others):
                continue
            held = (hit for a in others for w in desk.lines(a) for hit in _lands(desk, w) if hit[0] == name)
            other = next((span for _, (old, span) in held if _region_of(old) == where and not _alike(new, old)), None)
            if other is not None:
                yield fault, other


def _region_of(name: str) -> str | None:
    """The country that the region of this name lies in."""
    return next((c.country for c in lookup(name) if c.kind == "region" and c.exact), None)


def _seat(desk: Desk, link: Link) -> Iterator[tuple[Span, Span]]:
    """ "The capital, Arl" or "the capital's Arl district", where no other report speaks of a capital and the source has
    Arl as something else. That a real capital is one anybody may add."""
    made = desk.descendants(link.derived)
    if any(w in desk.pages[a].plains for a in desk.order if a not in made for w in ("capital", "capitals")):
        return
    for line in desk.lines(link.derived):
        for match in _capital().finditer(line.span.text):
            name = match["a"] or match["b"] or match["c"]
            known = next((w for w in desk.lines(link.source) if fold(name.split()[-1]) in w.plains), None)
            if known is not None and seat_of(name) is None:
                start = known.span.text.find(name.split()[-1])
                against = at(known, known.span.start + start, known.span.start + start + len(name.split()[-1]))
                yield at(line, line.span.start + match.start(), line.span.start + match.end()), against
                return


@cache
def _capital() -> re.Pattern[str]:
    name = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
    return re.compile(
        rf"\bthe capital(?:,| city,?| of)? (?P<a>{name})|(?P<b>{name}), (?:the|its) capital\b"
        rf"|\bthe capital[’']s (?P<c>{name})"
    )
