"""The place of a story's event: the country that most speaks for, and the likeliest place in it.

Every place of the story has signs (`where_signs`): how articles name it and what it is. Their weighted sum gives each
place its chance; a country has the chances of all its places. The place is the likeliest of that country that is no
country itself. The dateline is where the reporter sat.
"""

from __future__ import annotations

from collections import defaultdict
from math import exp

from variorum.align.opening import triggers
from variorum.align.where_aside import agencies, in_credit
from variorum.align.where_naming import namings, told
from variorum.align.where_nature import Nature, country_shares, describe, natures
from variorum.align.where_signs import WEIGHTS, Signs
from variorum.lang.base import read
from variorum.lang.casing import common_words
from variorum.lang.media import Media
from variorum.lang.places import Places
from variorum.model import Entity, EventPlace, Span, StoryRecords
from variorum.text.gazetteer import country_name, country_point, is_seat, lookup, without_side

_MARGIN = 6.0  # how much more must speak for a country than for any place in it, to be named instead


def settle_place(records: StoryRecords, weights: dict[str, float], kind: str | None) -> EventPlace | None:
    """Where the event was; null where the story names no place."""
    shares = country_shares(records, weights)
    signs = _signs(records, weights, kind)
    known = {id_: n for id_, n in natures(records, frozenset(signs)).items() if not _no_place(n, signs[id_])}
    describe(signs, known, shares)
    if not known:
        return None
    score = {id_: signs[id_].weigh(WEIGHTS) for id_ in known}
    home = (
        None if _of_unknown_land(known, score) else min(shares, key=lambda c: (-round(shares[c], 6), c), default=None)
    )
    pool = _of_likeliest_country(score, known, home)
    best = min(_settled(pool, score, known), key=lambda id_: (-round(score[id_], 6), known[id_].entity.name))
    return _country_at(known[best], signs[best]) or _event_place(known[best], home)


def _of_unknown_land(known: dict[str, Nature], score: dict[str, float]) -> bool:
    """Whether the likeliest of the countries is one that the gazetteer lacks: its towns are of none that it has."""
    lands = [id_ for id_, n in known.items() if n.country]
    best = min(lands, key=lambda id_: (-round(score[id_], 6), known[id_].entity.name), default=None)
    return best is not None and known[best].entity.country is None


def _no_place(nature: Nature, signs: Signs) -> bool:
    """Whether a name that no gazetteer has is a word, a network's, a dateline's alone, or of a house where the hurt
    were taken."""
    name = nature.entity.name.lower()
    if nature.entity.lat is not None or nature.country:
        return False
    if nature.entity.name in read("en", "media", Media).platforms:
        return True
    return signs.aside == 1.0 or name in common_words("en") or not (told(signs) or signs.claim)


def _country_at(nature: Nature, signs: Signs) -> EventPlace | None:
    """The country, where news of the whole country is sent from the town, which is but named in passing otherwise."""
    entity = nature.entity
    if entity.country is None or not signs.dateline or _placed(signs) or not is_seat(entity.name, entity.country):
        return None
    point, name = country_point(entity.country), country_name(entity.country)
    return EventPlace(name, point.country, point.lat, point.lon, "country") if point and name else None


def _placed(signs: Signs) -> bool:
    """Whether some words place a deed in the town of the dateline, or title or first sentence name it."""
    by_deed = (signs.deed, signs.deeds, signs.close, signs.worded, signs.claim)
    return any((signs.title, signs.first, signs.here, *by_deed))


def _settled(pool: list[str], score: dict[str, float], known: dict[str, Nature]) -> list[str]:
    """The places that are no countries nor wider, unless all of them are far less likely than those."""
    narrow = [id_ for id_ in pool if not known[id_].country and not known[id_].world]
    most = max(score[id_] for id_ in pool)
    return narrow if narrow and max(score[id_] for id_ in narrow) > most - _MARGIN else pool


def _signs(records: StoryRecords, weights: dict[str, float], kind: str | None) -> dict[str, Signs]:
    """The signs of all articles, by entity."""
    articles, wires = {a.id: a for a in records.articles}, agencies(records.articles)
    places = ((s, e.id) for e in records.entities if e.type == "place" for s in e.mentions)
    of_span: dict[Span, str] = {s: id_ for s, id_ in places if not in_credit(articles[s.article], s, wires)}
    of_name = {n.lower(): e.id for e in records.entities if e.type == "place" for n in (*e.names, e.name)}
    all_ = sum(weights[a.id] for a in records.articles)
    found: dict[str, Signs] = defaultdict(Signs)
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        for id_, own in namings(article, extraction, triggers(kind), of_span, of_name).items():
            found[id_].add(own, weights[article.id] / all_)
    return found


def _of_likeliest_country(score: dict[str, float], known: dict[str, Nature], home: str | None) -> list[str]:
    """The places of the country whose places have the greatest chance together; `home`: that of unknown places."""
    most = max(score.values())
    chance: dict[str, float] = defaultdict(float)
    for id_, nature in known.items():
        chance[_country_of(nature, home)] += exp(score[id_] - most)
    code = min(chance, key=lambda c: (-round(chance[c], 6), c))
    return [id_ for id_, nature in known.items() if _country_of(nature, home) == code]


def _country_of(nature: Nature, home: str | None) -> str:
    return "" if nature.world else nature.entity.country or home or ""


def _event_place(nature: Nature, home: str | None) -> EventPlace:
    entity = nature.entity
    if entity.lat is None or entity.country is None:
        return EventPlace(entity.name, home if home and country_point(home) else None)
    places = read("en", "places", Places)
    same = (c for c in lookup(entity.name) if abs(c.lat - entity.lat) < 0.01 and c.country == entity.country)
    found = next(same, None)
    precision = "city" if found is None or entity.country in places.city_states else found.kind
    return EventPlace(
        _town_of_side(entity) if found is None else entity.name,
        places.sovereigns.get(entity.country, entity.country),
        entity.lat,
        entity.lon,
        precision,
    )


def _town_of_side(entity: Entity) -> str:
    """The town of "Southeast Bakersfield" where that is no place of its own, else the name."""
    rest = without_side(entity.name)
    rest = read("en", "places", Places).abbreviations.get(rest, rest)
    known = rest and any(c.lat == entity.lat and c.lon == entity.lon for c in lookup(rest))
    return rest if known else entity.name
