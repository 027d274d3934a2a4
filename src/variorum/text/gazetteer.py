"""Where places are: countries, regions and towns by name, whatever the spelling.

Towns, regions and counties lie in `data/places.tsv.gz`, villages in `data/villages.tsv.gz` (built by
`training/gazetteer/build.py` from GeoNames, CC BY 4.0), sorted by sound key and searched by bisection; the text is
unpacked once, when first needed, and no record is made until asked for.
Countries' coordinates are those of the CIA World Factbook (public domain); their names are language data.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct

from variorum.errors import DataError
from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import GeoPoint
from variorum.text.translit import fold, sound

PlaceKind = Literal["country", "region", "city"]
_KINDS: dict[str, PlaceKind] = {"c": "city", "r": "region"}


class Candidate(Struct, frozen=True):
    """A place that a name may mean; `country` is empty for what lies in several. `population` in thousands (0:
    unknown); `exact`: spelled so in the gazetteer,
    else only sounding alike; `main`: its usual name."""

    name: str
    kind: PlaceKind
    country: str
    lat: float
    lon: float
    population: int
    exact: bool
    main: bool

    @property
    def point(self) -> GeoPoint:
        """The place as the model's record."""
        return GeoPoint(self.lat, self.lon, self.country or None, self.kind)


@lru_cache(maxsize=16384)
def lookup(name: str, language: str = "en") -> tuple[Candidate, ...]:
    """What `name` may mean: countries, then regions, then towns by population; exact spellings before like sounds."""
    plain = fold(name)
    if not plain or len(plain) > 60:
        return ()
    found = [*_countries_named(plain, language), *_towns_named(sound(name), plain, "places")]
    if any(c.exact for c in found):
        found = [c for c in found if c.exact]
    elif other := _spelled_out(plain):
        return lookup(other, language)
    return tuple(sorted(found, key=_order))


def regions(name: str) -> tuple[Candidate, ...]:
    """The regions spelled so: what `lookup` says of them, without searching for names that no region has."""
    plain = fold(name)
    if plain not in _regions() and _spelled_out(plain) not in _regions():
        return ()
    return tuple(c for c in lookup(name) if c.exact and c.kind == "region")


@cache
def _regions() -> frozenset[str]:
    rows = (line.split("\t") for line in _lines("places") if "\tr\t" in line)
    return frozenset(fold(row[1]) for row in rows if row[2] == "r")


_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
"""First words of names that are often cut short ("St. Albans"); most that the gazetteer has are spelled out."""


def _spelled_out(plain: str) -> str | None:
    first, space, rest = plain.partition(" ")
    return f"{_SHORT[first]} {rest}" if space and first in _SHORT else None


@lru_cache(maxsize=4096)
def villages(name: str) -> tuple[Candidate, ...]:
    """The villages (500 to 5,000 people) spelled so. Many share their name with people, words and towns: only a name
    that is surely a place's, and no larger place's, may be asked for."""
    plain = fold(name)
    if not plain or len(plain) > 60:
        return ()
    found = tuple(sorted((c for c in _towns_named(sound(name), plain, "villages") if c.exact), key=_order))
    other = _spelled_out(plain) if not found else None
    return villages(other) if other else found


def without_side(name: str, language: str = "en") -> str:
    """The town whose side the name is ("East X", "X North"), else nothing."""
    words, sides = name.split(), read(language, "places", Places).sides
    if len(words) < 2:
        return ""
    first, last = words[0].lower() in sides, words[-1].lower() in sides
    return " ".join(words[1:] if first else words[:-1] if last else [])


@lru_cache(maxsize=1 << 14)
def country_of(word: str, language: str = "en") -> str | None:
    """The ISO code of a country named by a name or a demonym ("Ukrainian" gives UA); None for anything else."""
    plain = fold(word)
    return _names(language).get(plain) or _demonyms(language).get(plain)


@lru_cache(maxsize=1 << 14)
def of_several(name: str) -> bool:
    """Whether the name, or that from which an adjective is made, is of a region of several countries ("Latin American",
    which speaks of no United States)."""
    forms = (name, name.removesuffix("s").removesuffix("S")[:-1])
    return any(r.country == "" for form in forms for r in regions(form))


def is_demonym(word: str, language: str = "en") -> bool:
    """Whether the word is an adjective of a country or of its people ("Ukrainian", "Ukrainians")."""
    return fold(word) in _demonyms(language)


def country_point(code: str) -> GeoPoint | None:
    """A country's middle."""
    at = _centres().get(code)
    return GeoPoint(at[0], at[1], code, "country") if at else None


def country_name(code: str, language: str = "en") -> str | None:
    """The usual name of the country with this ISO code."""
    country = read(language, "places", Places).countries.get(code)
    return country.name if country else None


def is_seat(name: str, code: str, language: str = "en") -> bool:
    """Whether news of the whole country with this ISO code is sent from the town."""
    country = read(language, "places", Places).countries.get(code)
    return country is not None and fold(name) in {fold(seat) for seat in country.seats}


def sent_from(dateline: str | None) -> str | None:
    """The country from whose capital a dateline says that the report was sent: "SAN SALVADOR, 4 May", whatever other
    towns have the name."""
    town, _, rest = (dateline or "").partition(",")
    return None if rest.strip() else seat_of(town.strip(" .-–—"))


def seat_of(name: str, language: str = "en") -> str | None:
    """The ISO code of the country of which news is sent from the town; none for a name that two such towns share."""
    return _seats(language).get(fold(name))


@cache
def _seats(language: str) -> dict[str, str]:
    places = read(language, "places", Places)
    named = [(fold(seat), code) for code, country in places.countries.items() for seat in country.seats]
    often = Counter(seat for seat, _ in named)
    return {seat: code for seat, code in named if often[seat] == 1}


def _order(c: Candidate) -> tuple[bool, int, int, bool, str, float]:
    rank = {"country": 0, "region": 1, "city": 2}[c.kind]
    return (not c.exact, rank, -c.population, not c.main, c.country, c.lat)


def _countries_named(plain: str, language: str) -> list[Candidate]:
    code = _names(language).get(plain)
    point = country_point(code) if code else None
    if code is None or point is None:
        return []
    return [Candidate(country_name(code, language) or plain, "country", code, point.lat, point.lon, 0, True, True)]


def _towns_named(key: str, plain: str, sizes: Literal["places", "villages"]) -> list[Candidate]:
    lines, prefix, found = _lines(sizes), key + "\t", []
    for i in range(bisect_left(lines, prefix), len(lines)):
        if not lines[i].startswith(prefix):
            break
        _, name, kind, country, lat, lon, population, rank = lines[i].split("\t")
        exact = fold(name) == plain
        found.append(
            Candidate(name, _KINDS[kind], country, float(lat), float(lon), int(population), exact, rank == "0")
        )
    return found


@cache
def _lines(sizes: Literal["places", "villages"]) -> list[str]:
    return gzip.decompress(_data(f"{sizes}.tsv.gz")).decode().split("\n")


@cache
def _centres() -> dict[str, tuple[float, float]]:
    rows = (line.split("\t") for line in _data("countries.tsv").decode().splitlines())
    return {code: (float(lat), float(lon)) for code, lat, lon in rows}


def _data(name: str) -> bytes:
    try:
        return files("variorum.text").joinpath("data", name).read_bytes()
    except OSError as error:
        raise DataError(f"gazetteer file {name} cannot be read: {error}", fix="reinstall variorum") from error


@cache
def _names(language: str) -> dict[str, str]:
    places = read(language, "places", Places)
    return {fold(name): code for code, c in places.countries.items() for name in (c.name, *c.also)}


@cache
def _demonyms(language: str) -> dict[str, str]:
    """Adjectives, and their plurals as nouns; the first country in the file has the word."""
    found: dict[str, str] = {}
    for code, country in read(language, "places", Places).countries.items():
        for word in country.adjectives:
            found.setdefault(fold(word), code)
            found.setdefault(fold(word) + "s", code)
    return found
