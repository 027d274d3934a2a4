"""What the places of a story are, and how much it speaks of each country."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from math import cos, hypot, inf, log, log10, radians

from msgspec import Struct

from variorum.align.opening import lead
from variorum.align.where_aside import agencies, in_credit
from variorum.align.where_signs import Signs
from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import Entity, Span, StoryRecords
from variorum.text.gazetteer import (
    Candidate,
    country_of,
    is_demonym,
    is_seat,
    lookup,
    of_several,
    regions,
    sent_from,
    villages,
    without_side,
)

_SAID, _OF_COUNTRY, _PEOPLE = 0.6, 3.0, 1.2
"""Votes for a country: a place of it anywhere; times this for its own name; a name or adjective of it in an opening."""
_HEARD = 0.4  # votes of an article from which a story speaks of a country at all
_SENT = 1.5  # votes of a capital's dateline for its country
_LEAST = 0.01  # share of a country that is named by this place alone
_OPENING = 2500  # characters in which countries vote
_BESIDE = 30.0  # kilometres between a town and its suburbs
_TOWN = (
    30  # thousands of people from which a town is no likelier for being larger: a capital is named for other reasons
)
_COUNTY = 45.0  # kilometres from a county's middle to its towns
_LARGER, _LARGE = 8, 50  # how many times larger a town with suburbs is, and its least thousands of people


class Nature(Struct, frozen=True, kw_only=True):
    """What a place is; `people` in thousands, 0 where unknown; `world`: a region of several countries."""

    entity: Entity
    country: bool
    region: bool
    county: bool
    site: bool
    world: bool
    people: int

    @property
    def town(self) -> bool:
        """Neither wider than a town nor within one."""
        return not (self.country or self.region or self.county or self.site)


def natures(records: StoryRecords, ids: frozenset[str]) -> dict[str, Nature]:
    """The nature of these entities of the story, in the order of its entities."""
    texts = {a.id: a.text for a in records.articles}
    datelines = (a.dateline_place or "" for a in records.articles)
    lands = frozenset(d.partition(",")[2].strip(" .-–—").lower() for d in datelines)
    return {e.id: _nature(e, texts, lands) for e in records.entities if e.id in ids}


def _nature(entity: Entity, texts: dict[str, str], lands: frozenset[str]) -> Nature:
    """`lands`: what stands behind the town in datelines, in lower case."""
    places = read("en", "places", Places)
    county = entity.name.lower().split()[-1] in places.counties
    found = lookup(entity.name)
    wide = bool(found and found[0].exact and found[0].kind == "region" and not found[0].country)
    country = _is_country(entity, tuple(texts.values()))
    here = (c for c in found if entity.lat is not None and abs(c.lat - entity.lat) < 0.01)
    return Nature(
        entity=entity,
        country=country,
        region=not (country or county) and (entity.name.lower() in lands or _is_region(entity, texts)),
        county=county,
        site=entity.name.lower().split()[-1] in places.heads and not _is_town(entity, found),
        world=wide and entity.country is None,
        people=next((c.population for c in here if c.country == entity.country), 0),
    )


def _is_town(entity: Entity, found: tuple[Candidate, ...]) -> bool:
    """Whether a town has the name ("Granite Falls"); a village only where the entity lies."""
    if any(c.exact and c.kind == "city" for c in found):
        return True
    return entity.lat is not None and any(abs(c.lat - entity.lat) < 0.01 for c in villages(entity.name))


def _is_country(entity: Entity, texts: tuple[str, ...]) -> bool:
    """By the gazetteer; a name that it lacks is one when the texts make an adjective of it, as of nations."""
    found = lookup(entity.name)
    if found and found[0].exact:
        return found[0].kind == "country" and found[0].country not in read("en", "places", Places).city_states
    forms = [entity.name + ending for ending in ("n ", "an ", "ian ", "n's", "ns ")]
    return any(form in text for text in texts for form in forms)


def _is_region(entity: Entity, texts: dict[str, str]) -> bool:
    """Whether the texts call the place a region, or the gazetteer does."""
    wide = tuple(f" {word}" for word in read("en", "places", Places).region_words)
    called = sum(
        texts[s.article][s.end : s.end + 14].lower().startswith(wide) for s in entity.mentions if s.article in texts
    )
    found = lookup(entity.name)
    return 2 * called >= len(entity.mentions) or bool(found and found[0].exact and found[0].kind == "region")


def describe(signs: dict[str, Signs], known: dict[str, Nature], shares: dict[str, float]) -> None:
    """Add to the signs what the places are and which others are named."""
    sides = frozenset(read("en", "places", Places).sides)
    named = {n.entity.name.lower() for n in known.values()}
    whole = {rest for name in named if (rest := without_side(name))}
    for id_, nature in known.items():
        own, name = signs[id_], nature.entity.name.lower()
        own.country, own.region = float(nature.country), float(nature.region)
        own.county, own.site = float(nature.county), float(nature.site)
        own.people = log10(min(nature.people, _TOWN)) if nature.people else 0.0
        own.bare, own.side = float(name in sides), float(without_side(name) in named)
        own.whole = float(nature.town and name in whole)
        seat = nature.town and is_seat(nature.entity.name, nature.entity.country or "")
        idle = seat and not own.deed + own.deeds + own.close
        own.idle = float(idle and any(o.town and signs[i].deed > 0 for i, o in known.items() if i != id_))
        own.suburb = float(nature.town and any(_beside(nature, other) for other in known.values()))
        own.inside = float(nature.town and any(o.county and _km(nature, o) < _COUNTY for o in known.values()))
        own.seat = float(nature.county and any(o.town and _km(nature, o) < _COUNTY for o in known.values()))
        own.sat *= any(signs[o].called for o in known if o != id_)
        own.holds = float(_wide(nature) and any(_holds(nature, known[o], signs[o]) for o in known))
        if nature.entity.country is not None and not nature.site:
            own.share = log(max(shares.get(nature.entity.country, 0.0), _LEAST))
        elif not nature.country:
            own.unknown = 1.0


def _wide(nature: Nature) -> bool:
    return nature.country or nature.region or nature.county


def _holds(wide: Nature, other: Nature, signs: Signs) -> bool:
    """Whether a deed is placed in a town that the wider place may hold."""
    return other.town and signs.deed > 0 and other.entity.country in (wide.entity.country, None)


def _beside(nature: Nature, other: Nature) -> bool:
    """Whether the other is a far larger town close by."""
    return other.town and other.people >= max(_LARGE, _LARGER * nature.people) and _km(nature, other) < _BESIDE


def _km(one: Nature, other: Nature) -> float:
    """Kilometres between two places of one country; infinite where the gazetteer does not know both."""
    a, b = one.entity, other.entity
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or a.country != b.country:
        return inf
    return 111.2 * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2)))


def country_shares(records: StoryRecords, weights: dict[str, float]) -> dict[str, float]:
    """How much the story speaks of each country, against the one it speaks of most: by its name, its towns and its
    people. Empty where it hardly speaks of any: a lone name in a corner of one report is no country of the event.
    """
    votes: dict[str, float] = defaultdict(float)
    wires = agencies(records.articles)
    lands = {s: e.country for e in records.entities if e.type == "place" for s in e.mentions}
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        opening = dict(lead(article, extraction))
        starts = [s.start for s in extraction.sentences]
        away: set[str | None] = set()
        if sent := sent_from(article.dateline_place):
            votes[sent] += _SENT * weights[article.id]
        for mention in extraction.mentions:
            adjective = is_demonym(mention.span.text)  # "U.S." votes among the people
            if (
                mention.type != "place"
                or adjective
                or _by_sound(mention.name)
                or in_credit(article, mention.span, wires)
            ):
                continue
            if article.text.startswith("-based", mention.span.end):
                continue  # where a group sits
            land = lands.get(mention.span, mention.point.country) if mention.point else None
            if _origin(article.text, mention.span):
                away.add(land)
                continue
            if mention.point and land:
                at = bisect_right(starts, mention.span.start) - 1
                loud = opening.get(extraction.sentences[at], 0.0) if at >= 0 else 0.0
                sort = _OF_COUNTRY if mention.point.precision == "country" else 1.0
                votes[land] += (_SAID + loud) * sort * weights[article.id]
        words = article.text[:_OPENING].split()
        for before, raw, after in zip(("", *words), words, (*words[1:], ""), strict=False):
            code = None if raw.islower() else _country(before, raw)  # names have capitals: asked of few words
            if (
                code
                and code not in away
                and not _of_region(raw, after)
                and not _abroad(after)
                and not _AGED.fullmatch(before)
            ):
                votes[code] += _PEOPLE * weights[article.id]
    most = max(votes.values(), default=0.0)
    heard = most >= _HEARD * sum(weights[a.id] for a in records.articles)
    return {code: votes[code] / most for code in sorted(votes)} if heard and most else {}


_AGED = re.compile(r"(?:\d+-year-old|young|unnamed|unidentified)", re.I)
"""Before a nation that only tells who somebody is: "a 19-year-old *Sudanese*"."""
_FROM = re.compile(r"\bfrom\s+(?:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?(?:,\s+(?:and\s+)?|\s+and\s+))*$")
_ALSO = re.compile(r",?\s+(?:and\s+)?[A-Z]|,\s+[A-Z]")


def _origin(text: str, span: Span) -> bool:
    """Whether the name is one of several that people come from ("from Eritrea, *Sudan* and Bangladesh")."""
    lead = _FROM.search(text, max(0, span.start - 80), span.start)
    return lead is not None and (lead.group() != "from " or _ALSO.match(text, span.end) is not None)


def _by_sound(name: str) -> bool:
    """Whether the gazetteer has only places that sound like the name."""
    found = lookup(name)
    return bool(found) and not found[0].exact


def _of_region(raw: str, after: str) -> bool:
    """Whether the next word makes the name a region's ("Niger State")."""
    return raw.isalpha() and after.lower().strip(",.;:") in read("en", "places", Places).region_words


def _abroad(after: str) -> bool:
    """Whether the next word says that they are away from home: "two Danish *tourists*", "the Chinese *embassy*"."""
    return after.lower().strip(",.;:!?'’\"”)").removesuffix("'s") in read("en", "places", Places).abroad


@lru_cache(maxsize=1 << 13)
def _country(before: str, raw: str) -> str | None:
    """The country that a word tells, alone or with the one before it; none for the name of a country and of a part of
    another ("Georgia")."""
    word = raw.strip(",;:!?()[]\"'“”‘’«»").removesuffix("'s").removesuffix("’s")
    if not word[:1].isupper():
        return None
    abbreviations = read("en", "places", Places).abbreviations
    if before.endswith(",") and word in abbreviations:
        return lookup(abbreviations[word])[0].country
    plain = word.rstrip(".")
    if of_several(f"{before} {plain}"):
        return None
    wide = [c for name in (f"{before} {plain}", plain) for c in regions(name)]
    code = country_of(f"{before} {plain}") or country_of(plain)
    if code is not None:
        return code if all(c.country == code for c in wide) else None
    return wide[0].country or None if wide else None
