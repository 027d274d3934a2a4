"""Coordinates for an article's places: each name's candidates, chosen by the countries that the article speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log10

import msgspec

from variorum.model import Article, GeoPoint, Mention
from variorum.text.gazetteer import Candidate, country_of, lookup
from variorum.text.translit import fold

_SOUND_ALIKE = 100  # thousands of people a town needs before a mere likeness of sound names it


def locate(article: Article, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, places with their point where the gazetteer knows them."""
    countries = named_countries(article, mentions)
    points = {m.name: _choose(m.name, countries) for m in mentions if m.type == "place"}
    return tuple(
        msgspec.structs.replace(m, point=points[m.name]) if m.type == "place" and points[m.name] else m
        for m in mentions
    )


def named_countries(article: Article, mentions: Iterable[Mention]) -> Counter[str]:
    """How strongly the article speaks of each country: its name, its people, towns that are in no other country."""
    votes: Counter[str] = Counter()
    for word, weight in _words(article):
        code = country_of(word, article.language)
        if code:
            votes[code] += weight
    for mention in mentions:
        if mention.type != "place":
            continue
        found = [c for c in lookup(mention.name, article.language) if c.exact]
        codes = {c.country for c in found}
        if found and found[0].kind == "country":
            votes[found[0].country] += 3
        elif len(codes) == 1:
            votes[found[0].country] += 2
        elif found and found[0].population >= 1000:
            votes[found[0].country] += 1
    return votes


def _words(article: Article) -> Iterable[tuple[str, int]]:
    """Capitalised words and pairs of words, for demonyms and countries; the dateline counts three times."""
    for section in article.sections:
        weight = 6 if section.kind == "dateline" else 1
        text = article.text[section.start : min(section.end, section.start + 20_000)]
        before = ""
        for raw in text.split():
            word = raw.strip(".,;:!?()[]\"'“”‘’«»").removesuffix("'s").removesuffix("’s")
            if word[:1].isupper() and len(word) < 30:
                yield word, weight
                if before:
                    yield f"{before} {word}", weight
            before = word if word[:1].isupper() else ""


def _choose(name: str, countries: Counter[str]) -> GeoPoint | None:
    found = [c for c in lookup(name) if c.exact or c.population >= _SOUND_ALIKE or c.country in countries]
    if not found:
        return None
    best = max(found, key=lambda c: (_worth(c, countries, fold(name)), c.lat, c.lon))
    return best.point


def _worth(c: Candidate, countries: Counter[str], plain: str) -> float:
    """Log population (a country counts as a hundred million people, a region as two), and the article's countries."""
    size = {"country": 8.0, "region": 6.3}.get(c.kind) or log10(max(c.population, 1) * 1000)
    return size + 1.6 * log10(1 + 3 * countries[c.country]) + (1.0 if c.exact else 0.0) + (0.3 if c.main else 0.0)
