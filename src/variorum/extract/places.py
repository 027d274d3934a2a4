"""Coordinates for an article's places: each name's candidates, chosen by the countries that the article speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import cos, hypot, log10, radians

import msgspec

from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import Article, GeoPoint, Mention
from variorum.text.gazetteer import Candidate, country_of, country_point, is_demonym, lookup, villages
from variorum.text.translit import fold

_WIDE, _CLOSE = 1100.0, 300.0  # kilometres from a region's middle
_REACH = 500.0  # kilometres from the middle of a region within which its villages lie
_SEAT = 45.0  # kilometres from a county's middle to its towns
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
    regions = _called_regions(article, mentions)
    countries = named_countries(article, mentions, regions)
    company = _company(mentions)
    anchors = _anchors(mentions)
    homonyms = _towns_after_all(article, mentions, regions, company)
    points = {
        m.name: _choose(m.name, countries, (anchors, company), _beside(article, m), m.name in regions | homonyms)
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
        if not spoken[senses[0].country] and any(_km(c, o) < _SEAT for c in senses[1:] for o in counties):
            found.add(name)
    return frozenset(found)


@cache
def _region_behind() -> re.Pattern[str]:
    """A word for a region behind a name, and no office's name ("U.S. Department of …", "U.S. State Department")."""
    return re.compile(rf" (?i:{'|'.join(_region_words())})\b(?! of\b| [A-Z])")


def _region_words() -> tuple[str, ...]:
    words: tuple[str, ...] = read("en", "places", Places).region_words
    return words


def _anchors(mentions: Iterable[Mention]) -> tuple[Candidate, ...]:
    """Regions that the article names: its towns are likely near them."""
    names = sorted({_expanded(m.name) for m in mentions if m.type == "place"})
    firsts = [found[0] for name in names if (found := lookup(name)) and len(_regions(found)) == 1]
    return tuple(c for c in firsts if c.exact and c.kind == "region" and c.country)


def _regions(found: tuple[Candidate, ...]) -> list[Candidate]:
    """The regions and counties among the meanings of a name."""
    return [c for c in found if c.exact and c.kind == "region"]


def _company(mentions: Iterable[Mention]) -> dict[str, tuple[Candidate, ...]]:
    """The places that the names of the article may mean, by name (folded): towns of one report lie near each other."""
    said = Counter(_expanded(m.name) for m in mentions if m.type == "place")
    found: dict[str, tuple[Candidate, ...]] = {}
    for name, _ in sorted(said.items(), key=lambda item: (-item[1], item[0]))[:_NAMES]:
        towns = [c for c in lookup(name) if c.exact and c.kind == "city"][:_SENSES]
        if towns or _is_county(name):
            found[fold(name)] = tuple(towns or _regions(lookup(name)))
    return found


def _is_county(name: str) -> bool:
    return name.lower().rpartition(" ")[2] in read("en", "places", Places).counties


def _expanded(name: str) -> str:
    """The name of the region that an abbreviation stands for ("W. Va."), else the name."""
    abbreviations: dict[str, str] = read("en", "places", Places).abbreviations
    close = name.replace(" ", "")
    return abbreviations.get(name) or abbreviations.get(close) or abbreviations.get(close + ".") or name


def _beside(article: Article, mention: Mention) -> Candidate | None:
    """The region or country that stands behind the name and a comma ("X, Ill.")."""
    after = article.text[mention.span.end : mention.span.end + 32]
    if not after.startswith(", "):
        return None
    words = after[2:].split()
    for n in (2, 1):
        name = _expanded(" ".join(words[:n]).strip(",;:()")).strip(".")
        wide = [c for c in lookup(name) if c.exact and c.kind != "city"]
        if len(words) >= n and wide and len({c.kind for c in wide}) == len(wide):
            return wide[0]
    return None


def named_countries(
    article: Article, mentions: Iterable[Mention], regions: frozenset[str] = frozenset()
) -> Counter[str]:
    """How strongly the article speaks of each country: its name, its people, towns that are in no other country;
    `regions`: names of regions that are no countries here."""
    votes: Counter[str] = Counter(_published_in(article))
    for word, weight in _words(article):
        code = country_of(word, article.language)
        if code and len(_wide(word)) < 2 and word not in regions:
            votes[code] += weight
    for mention in mentions:
        if mention.type != "place" or is_demonym(mention.span.text, article.language):
            continue
        found = [c for c in lookup(mention.name, article.language) if c.exact]
        codes = {c.country for c in found}
        if len(_wide(mention.name)) > 1 or mention.name in regions:
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
    whole = [c for word in _region_words() for c in lookup(f"{name} {word}")] if region else []
    found = [*(c for c in whole if c.exact), *lookup(name)]
    found = [c for c in found if c.exact or c.population >= _SOUND_ALIKE or c.country in countries]
    if region or (len(_wide(name)) > 1 and _unspoken(found, countries)):
        found = [c for c in found if c.kind != "country"]
    found = _smaller(name, found, countries, beside) or _of_adjective(name)
    if not found:
        return None
    plain = fold(name)
    anchors, company = around
    others = [towns for other, towns in company.items() if other != plain] if len(found) > 1 else []

    def worth(c: Candidate) -> tuple[float, float, float]:
        return _worth(c, countries) + _near(c, anchors, beside, plain) + _among(c, others), c.lat, c.lon

    best = max(found, key=worth)
    return beside.point if beside is not None and _outside(best, beside, plain) else best.point


def _of_adjective(name: str) -> list[Candidate]:
    """The regions whose adjective the name is ("South Ossetian")."""
    return _regions(lookup(name[:-1])) if name.endswith("an") else []


def _smaller(name: str, found: list[Candidate], countries: Counter[str], beside: Candidate | None) -> list[Candidate]:
    """The candidates, or villages where no larger place has the name, or none in the region named behind it; only
    those of a country that the article speaks of, or the only one where it speaks of no other."""
    exact = [c for c in found if c.exact]
    wide = beside if beside is not None and beside.kind == "region" and beside.country else None
    if exact and (wide is None or any(c.kind != "city" or _km(c, wide) < _REACH for c in exact)):
        return found
    all_ = villages(name)
    only = len(all_) == 1 and not any(votes for code, votes in countries.items() if code != all_[0].country)
    least = 0 if only else _SPOKEN
    small = [c for c in all_ if countries[c.country] >= least or (beside and c.country == beside.country)]
    if wide is not None:
        small = [c for c in small if c.country == wide.country and _km(c, wide) < _REACH]
    return small or found


def _unspoken(found: list[Candidate], countries: Counter[str]) -> bool:
    """Whether the article speaks of the region's country, and of the country of the same name only by that name."""
    home = max((countries[c.country] for c in found if c.kind == "region"), default=0)
    return home >= _SPOKEN and not any(countries[c.country] for c in found if c.kind == "country")


def _among(c: Candidate, others: list[tuple[Candidate, ...]]) -> float:
    """More for a town or county with towns of the article around it; a name of many places says less."""
    if c.kind == "country":
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
