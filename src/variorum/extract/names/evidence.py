"""What speaks for a candidate being a person, an organisation or a place: points from its words and its neighbours.

The weights are ordered by how rarely a cue errs (a title before a name hardly ever, a preposition often); their
sizes were set by hand and checked on the development part of UNER English EWT (`benchmarks/names.py`).
"""

from __future__ import annotations

from itertools import pairwise

from variorum.extract.names.beside import after, before
from variorum.extract.names.points import Points, Scores
from variorum.extract.names.runs import Seen, Segment, opens
from variorum.extract.names.split import Candidate
from variorum.extract.names.words import Words
from variorum.text.gazetteer import lookup
from variorum.text.translit import fold
from variorum.text.tree import Parse, Token

_CAPITAL_INSIDE = ("Mc", "Mac", "De", "O'", "O’", "La", "Le", "Di", "Fitz")
"""Beginnings of surnames that have a capital inside."""
_HOLIDAY = "day"
_TOWN = 4.0
_TOWNS = ((1000, _TOWN), (200, 3.0), (50, 2.0), (15, 1.2), (0, 0.6))
"""Least thousands of people, and the points for a town's name."""


def score(parse: Parse, candidate: Candidate, part: Segment, words: Words, vocabulary: Seen) -> Scores:
    """The points of one mention."""
    points = Points()
    _name(parse, candidate, words, points)
    _vocabulary(parse, candidate, part, vocabulary, words, points)
    before(parse, candidate, part, words, points)
    after(parse, candidate, part, words, points)
    return points.scores


def _vocabulary(
    parse: Parse, candidate: Candidate, part: Segment, vocabulary: Seen, words: Words, points: Points
) -> None:
    """What the article's other words tell: a capital that any word would have here, adjectives of the name."""
    lower = candidate.text.lower()
    if candidate.last - candidate.first == 1 and lower not in vocabulary.capital:
        if candidate.case != "normal" or opens(parse, candidate.first, part):
            points.add(none=1.0)
    elif lower not in vocabulary.lower:
        points.add(organisation=0.3)
    endings = words.nation_endings
    if len(lower) > 4 and any(lower + e in vocabulary.capital for e in endings):
        points.add(place=3.0)  # "Ruritania", when the article has "Ruritanian"
    stems = (lower[: -len(e)] for e in endings if lower.endswith(e)) if lower.endswith(endings) else ()
    if any(len(stem) > 4 and stem in vocabulary.capital for stem in stems):
        points.add(none=6.0)  # "Ruritanian" itself


def _name(parse: Parse, candidate: Candidate, words: Words, points: Points) -> None:
    """Cues in the name itself."""
    content = [t for t in parse.tokens[candidate.first : candidate.last] if t.text[0].isalnum()]
    folded = fold(candidate.text)
    if folded in words.world:
        points.add(place=6.0)
    if folded in words.known_orgs:
        points.add(organisation=6.0, place=0.0 if folded in words.world else -6.0)  # "membership in NATO"
    if len(content) > 1 and content[0].lower in words.storms:
        points.add(person=-6.0, none=6.0)  # "Cyclone Ada"
    if len(content) == 1 and folded in words.staffs:
        points.add(person=-8.0, organisation=3.0)  # "the General Staff" is no general
    if len(content) > 1:
        _personal(content, words, points)
        _corporate(content, words, points)
        _local(content, words, points)
    elif folded in words.given:
        points.add(person=2.0)
    elif candidate.text.isupper() and 2 <= len(candidate.text) <= 6 and candidate.case == "normal":
        points.add(organisation=2.0)
    _shape(candidate.text, content[-1], points)
    if candidate.text in words.abbreviations and _after_comma(parse, candidate):
        points.add(place=6.0)
    known = listed(candidate.text, len(content))
    acronym = len(content) == 1 and len(candidate.text) > 1 and candidate.text.isupper() and candidate.case == "normal"
    points.add(place=0.0 if acronym and known <= _TOWN else known)  # towns are not written in capitals


def _shape(text: str, last: Token, points: Points) -> None:
    """Numbers, file names, capitals inside words."""
    if last.text.isdigit():
        points.add(person=-4.0, none=2.5)
    if any(c in text for c in "_@/<>|=") or text[0].isdigit():
        points.add(none=6.0)
    inside = not text.istitle() and any(a.islower() and b.isupper() for a, b in pairwise(text))
    if inside and not text.startswith(_CAPITAL_INSIDE):
        points.add(organisation=1.5)


def _after_comma(parse: Parse, candidate: Candidate) -> bool:
    """After a town's name and a comma, as abbreviations of regions stand."""
    i = candidate.first - 1
    return i > 0 and parse.tokens[i].text == "," and parse.tokens[i - 1].text[0].isupper()


def _personal(content: list[Token], words: Words, points: Points) -> None:
    """A given name, initials, particles, or simply two or three plain words."""
    middle = content[1:-1]
    if content[-1].lower == _HOLIDAY and content[0].lower not in words.given:
        points.add(person=-4.0, none=2.0)  # "Bastille Day"
    if content[0].lower in words.given:
        points.add(person=3.0)
    if len(content) in (2, 3) and all(t.text.isalpha() for t in content):
        points.add(person=1.2)
    if any(len(t.text.strip(".")) == 1 for t in (content[0], *middle)):
        points.add(person=1.5)
    if content[-1].lower.strip(".") in words.suffixes or any(t.lower in words.particles for t in middle):
        points.add(person=1.0)


def _corporate(content: list[Token], words: Words, points: Points) -> None:
    """A noun of organisations at either end or inside, small words between."""
    last, first = content[-1].lower.strip("."), content[0].lower.strip(".")
    if last in words.place_heads:
        return  # "Parliament Square"
    if last in words.org_heads or first in words.org_heads or last in words.legal or first in words.legal_first:
        points.add(organisation=5.0)
    elif any(t.lower in words.org_heads for t in content[1:]):
        points.add(organisation=3.0)
    if any(t.lower in {"of", "for", "&", "and"} for t in content):
        points.add(organisation=1.0)


def _local(content: list[Token], words: Words, points: Points) -> None:
    """A noun of places at the end, a word that names of places begin with."""
    last, first = content[-1].lower.strip("."), content[0].lower.strip(".")
    if last in words.place_heads or last in words.areas:
        points.add(place=4.0)
    if first in words.place_first:
        points.add(place=1.0)
    if first in words.ways:
        points.add(place=4.0)


def listed(name: str, length: int) -> float:
    """The gazetteer's voice: countries and regions strongly, towns by their size, like sounds hardly."""
    found = lookup(name)
    if not found:
        return 0.0
    best = found[0]
    if not best.exact:
        return 1.5 if best.population >= 300 else 0.4
    if best.kind != "city":
        return 6.0 if best.kind == "country" or length > 1 else 4.0
    if length > 1:
        return 4.5 if best.population >= 15 else 3.0
    size = next(worth for least, worth in _TOWNS if best.population >= least)
    return size if best.main else size / 2
