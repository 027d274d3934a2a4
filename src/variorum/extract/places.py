"""Coordinates for an article's places: each name's candidates, chosen by the countries that the article speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import cos, hypot, log10, radians

import msgspec

from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import Article, GeoPoint, Mention
from variorum.text.gazetteer import Candidate, country_of, country_point, is_demonym, lookup
from variorum.text.translit import fold

_WIDE, _CLOSE = 1100.0, 300.0  # kilometres from a region's middle
_AROUND, _COMPANY = 120.0, 2.0  # kilometres between towns of one report, and the points for such company at most
_NAMES, _SENSES = 16, 8  # names of an article, and places of one name, that are compared: bounds the time
_SPOKEN = 3  # votes of a country that an article speaks of
_HOME = 2  # votes of the publisher's domain
_EVERYWHERE = frozenset(
    {"co", "tv", "io", "me", "ly", "ai", "fm", "am", "to", "cc", "gg", "la", "vc", "ws", "su", "eu"}
)
"""Domains of countries that anybody uses."""
FIRST = re.compile(r"(?:^|(?<=\W))([A-Z]\w+)\s$")
_SOUND_ALIKE = 100  # thousands of people a town needs before a mere likeness of sound names it


def locate(article: Article, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, places with their point where the gazetteer knows them."""
    mentions = tuple(_whole(article, m) for m in mentions)
    countries = named_countries(article, mentions)
    company = _company(mentions)
    anchors = _anchors(mentions)
    regions = _called_regions(article, mentions)
    points = {
        m.name: _choose(m.name, countries, (anchors, company), _beside(article, m), m.name in regions)
        for m in reversed(mentions)
        if m.type == "place"
    }
    return tuple(
        msgspec.structs.replace(m, point=points[m.name]) if m.type == "place" and points[m.name] else m
        for m in mentions
    )


def _whole(article: Article, mention: Mention) -> Mention:
    """The mention with the first word of a country's name that reading left out ("EL SALVADOR" in capitals)."""
    before = FIRST.search(article.text, max(0, mention.span.start - 16), mention.span.start)
    if mention.type != "place" or before is None:
        return mention
    whole = article.span(before.start(1), mention.span.end)
    named = country_of(whole.text, article.language) is not None
    if not named or country_of(mention.name, article.language) is not None:
        return mention
    return msgspec.structs.replace(mention, span=whole, name=whole.text)


def _called_regions(article: Article, mentions: Iterable[Mention]) -> frozenset[str]:
    """Names that the article mostly calls states or provinces ("Niger state"): no countries then."""
    wide = tuple(f" {w}" for w in read("en", "places", Places).region_words)
    said: Counter[str] = Counter()
    for mention in mentions:
        if mention.type == "place":
            after = article.text[mention.span.end : mention.span.end + 14].lower()
            said[mention.name] += 1 if after.startswith(wide) else -1
    return frozenset(name for name, balance in said.items() if balance >= 0)


def _anchors(mentions: Iterable[Mention]) -> tuple[Candidate, ...]:
    """Regions that the article names: its towns are likely near them."""
    names = sorted({_expanded(m.name) for m in mentions if m.type == "place"})
    firsts = [found[0] for name in names if (found := lookup(name))]
    return tuple(c for c in firsts if c.exact and c.kind == "region" and c.country)


def _company(mentions: Iterable[Mention]) -> dict[str, tuple[Candidate, ...]]:
    """The places that the names of the article may mean, by name (folded): towns of one report lie near each other."""
    said = Counter(_expanded(m.name) for m in mentions if m.type == "place")
    found: dict[str, tuple[Candidate, ...]] = {}
    for name, _ in sorted(said.items(), key=lambda item: (-item[1], item[0]))[:_NAMES]:
        towns = [c for c in lookup(name) if c.exact and c.kind == "city"][:_SENSES]
        if towns:
            found[fold(name)] = tuple(towns)
    return found


def _expanded(name: str) -> str:
    abbreviations: dict[str, str] = read("en", "places", Places).abbreviations
    return abbreviations.get(name, name)


def _beside(article: Article, mention: Mention) -> Candidate | None:
    """The region or country that stands behind the name and a comma ("X, Ill.")."""
    after = article.text[mention.span.end : mention.span.end + 32]
    if not after.startswith(", "):
        return None
    words = after[2:].split()
    for n in (2, 1):
        name = _expanded(" ".join(words[:n]).strip(",;:()")).strip(".")
        wide = [c for c in lookup(name) if c.exact and c.kind != "city"]
        if len(words) >= n and wide:
            return wide[0]
    return None


def named_countries(article: Article, mentions: Iterable[Mention]) -> Counter[str]:
    """How strongly the article speaks of each country: its name, its people, towns that are in no other country."""
    votes: Counter[str] = Counter(_published_in(article))
    for word, weight in _words(article):
        code = country_of(word, article.language)
        if code and len(_wide(word)) < 2:
            votes[code] += weight
    for mention in mentions:
        if mention.type != "place" or is_demonym(mention.span.text, article.language):
            continue
        found = [c for c in lookup(mention.name, article.language) if c.exact]
        codes = {c.country for c in found}
        if len(_wide(mention.name)) > 1:
            continue
        if found and found[0].kind == "country":
            votes[found[0].country] += 3
        elif len(codes) == 1:
            votes[found[0].country] += 2
        elif found and found[0].population >= 1000:
            votes[found[0].country] += 1
    return votes


def _wide(name: str) -> frozenset[str]:
    """Countries that the name may mean or lie in as a region: two for "Georgia", which alone speaks for neither."""
    return frozenset(c.country for c in lookup(name) if c.exact and c.kind != "city" and c.country)


def _published_in(article: Article) -> dict[str, int]:
    """The country whose internet domain the publisher has."""
    host = (article.publisher or "").lower()
    ending = host.rpartition(".")[2]
    if "." not in host or " " in host or ending in _EVERYWHERE:
        return {}
    code = "GB" if ending == "uk" else ending.upper()
    return {code: _HOME} if country_point(code) else {}


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


def _choose(
    name: str,
    countries: Counter[str],
    around: tuple[tuple[Candidate, ...], dict[str, tuple[Candidate, ...]]],
    beside: Candidate | None,
    region: bool,
) -> GeoPoint | None:
    name = _expanded(name)
    found = [c for c in lookup(name) if c.exact or c.population >= _SOUND_ALIKE or c.country in countries]
    if region or (len(_wide(name)) > 1 and _unspoken(found, countries)):
        found = [c for c in found if c.kind != "country"]
    if not found:
        return None
    plain = fold(name)
    anchors, company = around
    others = [towns for other, towns in company.items() if other != plain] if len(found) > 1 else []

    def worth(c: Candidate) -> tuple[float, float, float]:
        return _worth(c, countries) + _near(c, anchors, beside, plain) + _among(c, others), c.lat, c.lon

    best = max(found, key=worth)
    return beside.point if beside is not None and _outside(best, beside, plain) else best.point


def _unspoken(found: list[Candidate], countries: Counter[str]) -> bool:
    """Whether the article speaks of the region's country, and of the country of the same name only by that name."""
    home = max((countries[c.country] for c in found if c.kind == "region"), default=0)
    return home >= _SPOKEN and not any(countries[c.country] for c in found if c.kind == "country")


def _among(c: Candidate, others: list[tuple[Candidate, ...]]) -> float:
    """More for a town with towns of the article around it; a name of many places says less."""
    if c.kind != "city":
        return 0.0
    near = (sum(_km(c, o) < _AROUND for o in towns) > 0 and 1 / len(towns) for towns in others)
    return _COMPANY * min(1.0, sum(near))


def _outside(c: Candidate, beside: Candidate, plain: str) -> bool:
    """Whether the place lies beyond the region that is named behind it: then no gazetteer has the town."""
    if beside.kind != "region" or not beside.country or fold(beside.name) == plain or c.kind != "city":
        return False
    return c.country != beside.country or _km(c, beside) > _WIDE


def _worth(c: Candidate, countries: Counter[str]) -> float:
    """Log population (a country counts as a hundred million people, a region as half a million), and the article's
    countries.
    """
    size = {"country": 8.0, "region": 5.7}.get(c.kind) or log10(max(c.population, 1) * 1000)
    return size + 1.6 * log10(1 + 3 * countries[c.country]) + (1.0 if c.exact else 0.0) + (0.3 if c.main else 0.0)


def _near(c: Candidate, anchors: tuple[Candidate, ...], beside: Candidate | None, plain: str) -> float:
    """More for a town of the region named behind it, a little for one near any region of the article."""
    points = 0.0
    if beside is not None and fold(beside.name) != plain:
        points += 4.0 if c.country == beside.country and (beside.kind == "country" or _km(c, beside) < _WIDE) else 0.0
        points -= _km(c, beside) / 1000 if beside.kind == "region" and c.country == beside.country else 0.0
    others = [_km(c, a) for a in anchors if fold(a.name) != plain and a.country == c.country]
    return points + (1.0 if others and min(others) < _CLOSE else 0.0)


def _km(a: Candidate, b: Candidate) -> float:
    """Kilometres, by a flat approximation that serves a few hundred of them."""
    return 111.2 * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2)))
