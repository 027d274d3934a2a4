"""Coordinates for an article's places: each name's candidates, chosen by the countries that the article speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log10

import msgspec

from variorum.extract.places_beside import WIDE, besides, expanded, holds, km, outside
from variorum.lang.base import read
from variorum.lang.casing import common_words
from variorum.lang.places import Places
from variorum.model import Article, GeoPoint, Mention, Section
from variorum.text.gazetteer import (
    Candidate,
    country_of,
    country_point,
    is_demonym,
    lookup,
    of_several,
    sent_from,
    villages,
    without_side,
)
from variorum.text.translit import fold

_CLOSE = 300.0  # kilometres from a region's middle
_REACH = 500.0  # kilometres from the middle of a region within which its villages lie
_SEAT = 45.0  # kilometres from a county's middle to its towns
_AROUND, _COMPANY = 120.0, 2.0  # kilometres between towns of one report, and the points for such company at most
_NAMES, _SENSES = 16, 8  # names of an article, and places of one name, that are compared: bounds the time
_SPOKEN = 3  # votes of a country that an article speaks of
_OFTEN = 2  # mentions of a town that vote for a country: a name must not settle its own
_HOME = 2  # votes of the publisher's domain
_SENT = 4  # votes of a capital's dateline
_EVERYWHERE = frozenset(
    {"co", "tv", "io", "me", "ly", "ai", "fm", "am", "to", "cc", "gg", "la", "vc", "ws", "su", "eu"}
)
"""Domains of countries that anybody uses."""
FIRST = re.compile(r"(?:^|(?<=\W))([A-Z]\w+)\s$")
_SOUND_ALIKE = 100  # thousands of people a town needs before a mere likeness of sound names it


def locate(article: Article, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, places with their point where the gazetteer knows them."""
    mentions = tuple(_whole(article, m) for m in mentions)
    regions = _called_regions(article, mentions)
    beside = besides(article, mentions)
    countries = named_countries(article, mentions, regions)
    for wide in {w.name: w for w in beside.values()}.values():
        countries[wide.country] += _SPOKEN if wide.country else 0
    company = _company(mentions)
    anchors = _anchors(mentions, beside, countries)
    homonyms = _towns_after_all(article, mentions, regions, company)
    points = {
        name: _choose(name, countries, (anchors, company), beside.get(name), name in regions | homonyms)
        for name in dict.fromkeys(m.name for m in mentions if m.type == "place")
    }
    for name in _mere_words(article, mentions, points, regions):
        points[name] = None
    return tuple(
        msgspec.structs.replace(m, point=points[m.name]) if m.type == "place" and points[m.name] else m
        for m in mentions
    )


def _mere_words(
    article: Article, mentions: tuple[Mention, ...], points: dict[str, GeoPoint | None], regions: frozenset[str]
) -> list[str]:
    """Names of towns that are words too ("General", "Surprise"), behind no preposition of place, in countries of which
    nothing else in the article speaks."""
    words = common_words(article.language)
    doubtful = [n for n, p in points.items() if p is not None and p.precision == "city" and n.lower() in words]
    found = []
    for name in doubtful:
        own = [m for m in mentions if m.name == name]
        if any(article.text.endswith(_IN, max(0, m.span.start - 9), m.span.start) for m in own):
            continue
        point = points[name]
        spoken = named_countries(article, [m for m in mentions if m.name != name], regions)
        if point is not None and point.country and not spoken[point.country]:
            found.append(name)
    return found


_IN = (" in ", " near ", " outside ", "In ", "Near ")


def _whole(article: Article, mention: Mention) -> Mention:
    """The mention with the first word of the name of a country, or of several, that reading left out ("EL SALVADOR",
    "CENTRAL AMERICA" in capitals)."""
    before = FIRST.search(article.text, max(0, mention.span.start - 16), mention.span.start)
    if mention.type != "place" or before is None:
        return mention
    whole = article.span(before.start(1), mention.span.end)
    named = country_of(whole.text, article.language) is not None
    known = country_of(mention.name, article.language) is not None
    if not (named and not known) and not of_several(whole.text):
        return mention
    return msgspec.structs.replace(mention, span=whole, name=whole.text)


def _called_regions(article: Article, mentions: Iterable[Mention]) -> frozenset[str]:
    """Names that the article mostly calls states or provinces ("Niger state"): no countries then."""
    said: Counter[str] = Counter()
    for mention in mentions:
        if mention.type == "place":
            called = _region_behind().match(article.text, mention.span.end, mention.span.end + 24)
            said[mention.name] += 1 if called else -1
    return frozenset(name for name, balance in said.items() if balance >= 0)


def _towns_after_all(
    article: Article,
    mentions: tuple[Mention, ...],
    regions: frozenset[str],
    company: dict[str, tuple[Candidate, ...]],
) -> frozenset[str]:
    """Names of countries that mean towns: of a county that the article names ("Lebanon", beside "Lebanon County"),
    where nothing else speaks of the country."""
    found = set()
    counties = [c for name, senses in company.items() if _is_county(name) for c in senses]
    for name in sorted({m.name for m in mentions if m.type == "place" and counties}):
        senses = [c for c in lookup(name) if c.exact]
        if len(senses) < 2 or senses[0].kind != "country":
            continue
        others = tuple(m for m in mentions if m.name != name)
        spoken = named_countries(article, others, regions | {name})
        if not spoken[senses[0].country] and any(km(c, o) < _SEAT for c in senses[1:] for o in counties):
            found.add(name)
    return frozenset(found)


@cache
def _region_behind() -> re.Pattern[str]:
    """A word for a region behind a name, and no office's name ("U.S. Department of …", "U.S. State Department")."""
    return re.compile(rf" (?i:{'|'.join(_region_words())})\b(?! of\b| [A-Z])")


def _region_words() -> tuple[str, ...]:
    words: tuple[str, ...] = read("en", "places", Places).region_words
    return words


def _anchors(
    mentions: Iterable[Mention], beside: dict[str, Candidate], countries: Counter[str]
) -> tuple[Candidate, ...]:
    """Regions that the article names: its towns are likely near them. A region that has the name of a country is one
    where nothing else speaks of the country."""
    names = sorted({expanded(m.name) for m in mentions if m.type == "place"})
    found = [(senses, regions[0]) for name in names if len(regions := _regions(senses := lookup(name))) == 1]
    named = [r for senses, r in found if senses[0] is r or _unspoken(list(senses), countries)]
    behind = sorted({w for w in beside.values() if w.kind == "region"}, key=lambda c: (c.name, c.lat))
    return tuple(dict.fromkeys(c for c in (*named, *behind) if c.country))


def _regions(found: tuple[Candidate, ...]) -> list[Candidate]:
    """The regions and counties among the meanings of a name."""
    return [c for c in found if c.exact and c.kind == "region"]


def _company(mentions: Iterable[Mention]) -> dict[str, tuple[Candidate, ...]]:
    """The places that the names of the article may mean, by name (folded): towns of one report lie near each other."""
    said = Counter(expanded(m.name) for m in mentions if m.type == "place")
    found: dict[str, tuple[Candidate, ...]] = {}
    for name, _ in sorted(said.items(), key=lambda item: (-item[1], item[0]))[:_NAMES]:
        towns = [c for c in lookup(name) if c.exact and c.kind == "city"][:_SENSES]
        if towns or _is_county(name):
            found[fold(name)] = tuple(towns or _regions(lookup(name)))
    return found


def _is_county(name: str) -> bool:
    return name.lower().rpartition(" ")[2] in read("en", "places", Places).counties


def named_countries(
    article: Article, mentions: Iterable[Mention], regions: frozenset[str] = frozenset()
) -> Counter[str]:
    """How strongly the article speaks of each country: its name, its people, towns that are in no other country;
    `regions`: names of regions that are no countries here."""
    votes: Counter[str] = Counter(_published_in(article))
    if sent := sent_from(article.dateline_place):
        votes[sent] += _SENT
    for word, code, weight in _countries_said(article.text, article.sections, article.language):
        if word not in regions:
            votes[code] += weight
    said: Counter[str] = Counter()
    for mention in mentions:
        if mention.type != "place" or said[mention.name] >= _OFTEN or is_demonym(mention.span.text, article.language):
            continue
        if _of_wider(article, mention):
            continue
        found = [c for c in lookup(mention.name, article.language) if c.exact]
        codes = {c.country for c in found}
        if len(_wide(mention.name)) > 1 or mention.name in regions:
            continue
        if found and found[0].kind == "country":
            votes[found[0].country] += 3
            continue
        said[mention.name] += 1
        if len(codes) == 1:
            votes[found[0].country] += 2
        elif found and found[0].population >= 1000:
            votes[found[0].country] += 1
    return votes


def _of_wider(article: Article, mention: Mention) -> bool:
    """Whether the word before a name makes it a region of several countries ("Central *America*")."""
    before = FIRST.search(article.text, max(0, mention.span.start - 16), mention.span.start)
    return before is not None and of_several(f"{before.group(1)} {mention.span.text}")


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


@lru_cache(maxsize=2)
def _countries_said(text: str, sections: tuple[Section, ...], language: str) -> tuple[tuple[str, str, int], ...]:
    """The words of an article that mean one country, its code and what they weigh; kept, since the country is asked
    for again without one name or another."""
    said = _countries_named(text, sections, language)
    return tuple((word, code, weight) for word, code, weight in said if len(_wide(word)) < 2)


def _countries_named(whole: str, sections: tuple[Section, ...], language: str) -> Iterable[tuple[str, str, int]]:
    """Capitalised words and pairs of words that are demonyms or names of countries; the dateline counts three times."""
    for section in sections:
        weight = 6 if section.kind == "dateline" else 1
        text = whole[section.start : min(section.end, section.start + 20_000)]
        before = ""
        for raw in text.split():
            if raw.islower():
                before = ""
                continue
            word = raw.strip(".,;:!?()[]\"'“”‘’«»").removesuffix("'s").removesuffix("’s")
            if word[:1].isupper() and len(word) < 30:
                pair = f"{before} {word}" if before else ""
                if (code := country_of(word, language)) and not (pair and of_several(pair)):
                    yield word, code, weight
                if pair and (code := country_of(pair, language)):
                    yield pair, code, weight
            before = word if word[:1].isupper() else ""


def _choose(
    name: str,
    countries: Counter[str],
    around: tuple[tuple[Candidate, ...], dict[str, tuple[Candidate, ...]]],
    beside: Candidate | None,
    region: bool,
) -> GeoPoint | None:
    name = expanded(name)
    whole = [c for word in _region_words() for c in lookup(f"{name} {word}")] if region else []
    found = [*(c for c in whole if c.exact), *lookup(name)]
    found = [c for c in found if c.exact or c.population >= _SOUND_ALIKE or c.country in countries]
    if region or (len(_wide(name)) > 1 and _unspoken(found, countries)):
        found = [c for c in found if c.kind != "country"]
    if beside is not None and beside.kind == "region" and any(c.kind == "city" and holds(beside, c) for c in found):
        found = [c for c in found if c.kind != "country"]  # "Lebanon, Tenn."
    found = _smaller(name, found, countries, beside) or _of_adjective(name) or _of_side(name, countries)
    if not found:
        return None
    plain = fold(name)
    anchors, company = around
    others = [towns for other, towns in company.items() if other != plain] if len(found) > 1 else []

    def worth(c: Candidate) -> tuple[float, float, float]:
        return _worth(c, countries) + _near(c, anchors, beside, plain) + _among(c, others), c.lat, c.lon

    best = max(found, key=worth)
    return beside.point if beside is not None and outside(best, beside, plain) else best.point


def _of_adjective(name: str) -> list[Candidate]:
    """The regions whose adjective the name is ("South Ossetian")."""
    return _regions(lookup(name[:-1])) if name.endswith("an") else []


def _of_side(name: str, countries: Counter[str]) -> list[Candidate]:
    """The towns of which the name is a side ("Southeast Bakersfield"): large ones, or of a country spoken of.

    A part of a land is none ("South Venezuela").
    """
    rest = without_side(name)
    found = lookup(expanded(rest)) if rest else ()
    if not found or found[0].kind != "city":
        return []
    return [c for c in found if c.exact and (c.population >= _SOUND_ALIKE or countries[c.country])]


def _smaller(name: str, found: list[Candidate], countries: Counter[str], beside: Candidate | None) -> list[Candidate]:
    """The candidates, or villages where no larger place has the name, or none in the region named behind it; only
    those of a country that the article speaks of, or the only one where it speaks of no other."""
    exact = [c for c in found if c.exact]
    wide = beside if beside is not None and beside.kind == "region" and beside.country else None
    if exact and (wide is None or any(c.kind != "city" or km(c, wide) < _REACH for c in exact)):
        return found
    all_ = villages(name)
    only = len(all_) == 1 and not any(votes for code, votes in countries.items() if code != all_[0].country)
    least = 0 if only else _SPOKEN
    small = [c for c in all_ if countries[c.country] >= least or (beside and c.country == beside.country)]
    if wide is not None:
        small = [c for c in small if c.country == wide.country and km(c, wide) < _REACH]
    return small or found


def _unspoken(found: list[Candidate], countries: Counter[str]) -> bool:
    """Whether the article speaks of the region's country, and of the country of the same name only by that name."""
    home = max((countries[c.country] for c in found if c.kind == "region"), default=0)
    return home >= _HOME and not any(countries[c.country] for c in found if c.kind == "country")


def _among(c: Candidate, others: list[tuple[Candidate, ...]]) -> float:
    """More for a town or county with towns of the article around it; a name of many places says less."""
    if c.kind == "country":
        return 0.0
    near = (sum(km(c, o) < _AROUND for o in towns) > 0 and 1 / len(towns) for towns in others)
    return _COMPANY * min(1.0, sum(near))


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
        points += 4.0 if c.country == beside.country and (beside.kind == "country" or km(c, beside) < WIDE) else 0.0
        points -= km(c, beside) / 1000 if beside.kind == "region" and c.country == beside.country else 0.0
    others = [km(c, a) for a in anchors if fold(a.name) != plain and a.country == c.country]
    return points + (1.0 if others and min(others) < _CLOSE else 0.0)
