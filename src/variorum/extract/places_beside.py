"""What stands behind a place's name and a comma: the region or country that it lies in ("X, Ill.", "X, Norway")."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, hypot, radians

from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import Article, Mention
from variorum.text.gazetteer import Candidate, lookup, villages
from variorum.text.translit import fold

WIDE = 1100.0
"""Kilometres from a region's middle to its towns, at most."""
_BEHIND = 32  # characters behind a name in which its region stands


def expanded(name: str) -> str:
    """The name of the region that an abbreviation stands for ("W. Va."), else the name."""
    abbreviations: dict[str, str] = read("en", "places", Places).abbreviations
    close = name.replace(" ", "")
    return abbreviations.get(name) or abbreviations.get(close) or abbreviations.get(close + ".") or name


def besides(article: Article, mentions: Iterable[Mention]) -> dict[str, Candidate]:
    """For each name of a place what first stands behind it."""
    found: dict[str, Candidate] = {}
    for mention in mentions:
        if mention.type == "place" and mention.name not in found:
            wide = _beside(article, mention)
            if wide is not None:
                found[mention.name] = wide
    return found


def _beside(article: Article, mention: Mention) -> Candidate | None:
    after = article.text[mention.span.end : mention.span.end + _BEHIND]
    if not after.startswith(", "):
        return None
    words = after[2:].split()
    for n in (2, 1):
        stated = " ".join(words[:n]).strip(",;:()")
        name = expanded(stated)
        short = name != stated and name.lower() != stated.lower()
        towns = {"city", "country"} if short else {"city"}  # "Ga." is no country
        wide = [c for c in lookup(name.strip(".")) if c.exact and c.kind not in towns]
        if len(words) >= n and wide and len({c.kind for c in wide}) == len(wide):
            return _holding(expanded(mention.name), wide)
    return None


def _holding(name: str, wide: list[Candidate]) -> Candidate:
    """Of a country and a region of one name that which has the largest town of this name ("Augusta, Georgia")."""
    if len(wide) < 2:
        return wide[0]
    towns = [c for c in lookup(name) if c.exact and c.kind == "city"] or villages(name)
    return max(wide, key=lambda w: max((c.population + 1 for c in towns if holds(w, c)), default=0))


def holds(wide: Candidate, place: Candidate) -> bool:
    """Whether the place may lie in the country or region."""
    return place.country == wide.country and (wide.kind == "country" or km(place, wide) < WIDE)


def outside(place: Candidate, wide: Candidate, plain: str) -> bool:
    """Whether the town `plain` lies beyond the region that is named behind it: then no gazetteer has the town."""
    if wide.kind != "region" or not wide.country or fold(wide.name) == plain or place.kind != "city":
        return False
    return not holds(wide, place)


def km(a: Candidate, b: Candidate) -> float:
    """Kilometres, by a flat approximation that serves a few hundred of them."""
    return 111.2 * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2)))
