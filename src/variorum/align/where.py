"""The place of a story's event: the country that the articles speak of most, and the town in it.

A town counts by the sentences that name it: headline, dateline and first sentences, then those with the event's words.
The dateline is where the reporter sat.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from variorum.align.opening import deeds, lead, lemmas, triggers
from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import Article, Entity, EventPlace, Extraction, Span, StoryRecords
from variorum.text.gazetteer import country_of, country_point, is_demonym, lookup

_WORDED, _ELSEWHERE, _DATELINE = 0.5, 0.1, 1.0
"""Votes of a place in a sentence with the event's words, in any other, and of the dateline: where the reporter sat."""
_FOUNDED = 0.3  # votes below which a place is not the event's when a country has some
_SAID, _OF_COUNTRY, _PEOPLE = 0.6, 3.0, 1.2
"""Votes for a country: a place of it anywhere; times this for its own name; a name or adjective of it in an opening."""
_UNKNOWN = 0.3  # factor for a name that no gazetteer has, with no preposition of place
_LEAST = 0.01  # share of a country that is named by this place alone
_SITE, _REGION = 0.3, 0.5
"""Factors for a place within a town, and for a region: the event's place is the town."""
_LOCATED, _DEED = 1.6, 0.3  # more behind a preposition of place; votes of a sentence that tells of any deed
_OPENING = 2500  # characters in which countries and datelines vote


def settle_place(records: StoryRecords, weights: dict[str, float], kind: str | None) -> EventPlace | None:
    score = _place_votes(records, weights, kind)
    entities = {e.id: e for e in records.entities}
    countries = _countries(records, weights)
    share = _shares(records, weights, countries)
    _gathered(score, entities)
    whole = {e for e in score if _is_country(entities[e], tuple(a.text for a in records.articles))}
    for id_ in score:
        score[id_] *= _breadth(entities[id_], records) * _fit(entities[id_], share, records)
    settled = [e for e in score if e not in whole and score[e] >= _FOUNDED]
    chosen = settled or [e for e in score if e in whole] or list(score)
    if not chosen:
        return None
    best = min(chosen, key=lambda e: (-round(score[e], 6), entities[e].name))
    return _event_place(entities[best], countries)


def _gathered(score: dict[str, float], entities: dict[str, Entity]) -> None:
    """Give the votes of a part of a town ("East X", "X North") to the town, where the articles name it; the part keeps
    less. A bare "East" is a part of some town and gets nothing."""
    directions = frozenset(read("en", "places", Places).sides)
    named = {entities[e].name.lower(): e for e in score}
    for id_ in sorted(score):
        words = entities[id_].name.lower().split()
        if len(words) == 1 and words[0] in directions:
            score[id_] = 0.0
        rest = words[1:] if words[0] in directions else words[:-1] if words[-1] in directions else []
        town = named.get(" ".join(rest))
        if town is not None:
            score[town] += score[id_]
            score[id_] *= _SITE


def _breadth(entity: Entity, records: StoryRecords) -> float:
    """Less for what lies within a town, and for what holds many; a town may be called after a park or a beach."""
    places = read("en", "places", Places)
    last = entity.name.lower().split()[-1]
    if last in places.counties:
        return _REGION
    if last in places.heads:
        return 1.0 if any(c.exact and c.kind == "city" for c in lookup(entity.name)) else _SITE
    return _REGION if _is_region(entity, records, _regions()) else 1.0


def _shares(records: StoryRecords, weights: dict[str, float], told: dict[str, float]) -> dict[str, float]:
    """How much the story speaks of each country, against the one it speaks of most: by its name, its towns and its
    people.
    """
    votes: dict[str, float] = defaultdict(float)
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        opening = dict(lead(article, extraction))
        starts = [s.start for s in extraction.sentences]
        for mention in extraction.mentions:
            adjective = is_demonym(mention.span.text)  # "U.S." votes among the people
            if mention.type == "place" and mention.point and mention.point.country and not adjective:
                at = bisect_right(starts, mention.span.start) - 1
                loud = opening.get(extraction.sentences[at], 0.0) if at >= 0 else 0.0
                sort = _OF_COUNTRY if mention.point.precision == "country" else 1.0
                votes[mention.point.country] += (_SAID + loud) * sort * weights[article.id]
    for code in sorted(told):
        votes[code] += _PEOPLE * told[code]
    most = max(votes.values(), default=0.0)
    return {code: v / most for code, v in votes.items()} if most else {}


def _fit(entity: Entity, share: dict[str, float], records: StoryRecords) -> float:
    """Less for a place of a country that the story speaks little of, and for an unknown name that no preposition of
    place precedes.
    """
    if entity.country is not None:
        return max(share.get(entity.country, 0.0), _LEAST)
    texts = {a.id: a.text for a in records.articles}
    located = any(_located(texts[s.article], s) for s in entity.mentions if s.article in texts)
    return 1.0 if located else _UNKNOWN


def _regions() -> tuple[str, ...]:
    return tuple(f" {word}" for word in read("en", "places", Places).region_words)


def _is_region(entity: Entity, records: StoryRecords, wide: tuple[str, ...]) -> bool:
    """Whether the texts call the place a region, or the gazetteer does."""
    texts = {a.id: a.text for a in records.articles}
    called = sum(
        texts[s.article][s.end : s.end + 14].lower().startswith(wide) for s in entity.mentions if s.article in texts
    )
    found = lookup(entity.name)
    return 2 * called >= len(entity.mentions) or bool(found and found[0].exact and found[0].kind == "region")


def _place_votes(records: StoryRecords, weights: dict[str, float], kind: str | None) -> dict[str, float]:
    of_span: dict[Span, str] = {s: e.id for e in records.entities if e.type == "place" for s in e.mentions}
    of_name = {n.lower(): e.id for e in records.entities if e.type == "place" for n in (*e.names, e.name)}
    trigger = triggers(kind)
    score: dict[str, float] = defaultdict(float)
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        own: dict[str, float] = defaultdict(float)
        for span, weight in _placings(article, extraction, trigger):
            if span in of_span:
                own[of_span[span]] += weight
        dateline = (article.dateline_place or "").partition(",")[0].strip(" .-–—").lower()
        if dateline in of_name:
            own[of_name[dateline]] += _DATELINE
        for claim in extraction.claims:
            if claim.scope == "event" and claim.place and claim.place.lower() in of_name:
                own[of_name[claim.place.lower()]] += 0.4
        for name, id_ in of_name.items():
            if article.title and len(name) > 3 and name in article.title.lower():
                own[id_] += 1.2
        for entity, points in own.items():
            score[entity] += min(points, 6.0) * weights[article.id]
    return score


def _placings(article: Article, extraction: Extraction, trigger: frozenset[str]) -> Iterator[tuple[Span, float]]:
    """Place names: weight by sentence of the opening, little after it unless the sentence has the event's words; more
    behind a locative preposition."""
    opening = dict(lead(article, extraction))
    starts = [s.start for s in extraction.sentences]
    worded: dict[Span, float] = {}
    for mention in extraction.mentions:
        at = bisect_right(starts, mention.span.start) - 1
        if mention.type != "place" or at < 0:
            continue
        sentence = extraction.sentences[at]
        if sentence not in worded:
            worded[sentence] = _loud(opening.get(sentence, 0.0), set(lemmas(sentence.text)), trigger)
        yield mention.span, worded[sentence] * (_LOCATED if _located(article.text, mention.span) else 1.0)


def _loud(opening: float, words: set[str], trigger: frozenset[str]) -> float:
    """Votes of a sentence's places."""
    return opening + (_WORDED if words & trigger else _DEED if words & deeds() else _ELSEWHERE)


def _located(text: str, span: Span) -> bool:
    """Whether a preposition of place stands before the name, or "of" ("the city of X")."""
    before = text[max(0, span.start - 24) : span.start].lower().split()
    return bool(before) and before[-1] in {*read("en", "places", Places).locative, "of", "on", "hit", "struck"}


def _is_country(entity: Entity, texts: tuple[str, ...]) -> bool:
    """By the gazetteer; a name that it lacks is one when the texts make an adjective of it, as of nations."""
    found = lookup(entity.name)
    if found and found[0].exact:
        return found[0].kind == "country" and found[0].country not in read("en", "places", Places).city_states
    forms = [entity.name + ending for ending in ("n ", "an ", "ian ", "n's", "ns ")]
    return any(form in text for text in texts for form in forms)


def _countries(records: StoryRecords, weights: dict[str, float]) -> dict[str, float]:
    """Countries by name, adjective or region in the openings."""
    votes: dict[str, float] = defaultdict(float)
    for article in records.articles:
        words = article.text[:_OPENING].split()
        for i, raw in enumerate(words):
            code = _country(words[i - 1] if i else "", raw)
            if code:
                votes[code] += weights[article.id]
    return votes


@lru_cache(maxsize=1 << 13)
def _country(before: str, raw: str) -> str | None:
    """The country that a word tells, alone or with the one before it."""
    word = raw.strip(",;:!?()[]\"'“”‘’«»").removesuffix("'s").removesuffix("’s")
    if not word[:1].isupper():
        return None
    abbreviations = read("en", "places", Places).abbreviations
    if before.endswith(",") and word in abbreviations:
        return lookup(abbreviations[word])[0].country
    plain = word.rstrip(".")
    code = country_of(f"{before} {plain}") or country_of(plain)
    wide = [c for name in (f"{before} {plain}", plain) for c in lookup(name)[:1] if c.exact and c.kind == "region"]
    return code or (wide[0].country or None if wide else None)


def _event_place(entity: Entity, countries: dict[str, float]) -> EventPlace:
    if entity.lat is not None and entity.country is not None:
        same = (c for c in lookup(entity.name) if abs(c.lat - entity.lat) < 0.01 and c.country == entity.country)
        found = next(same, None)
        return EventPlace(entity.name, entity.country, entity.lat, entity.lon, found.kind if found else "city")
    code = min(countries, key=lambda c: (-round(countries[c], 6), c), default=None)
    return EventPlace(entity.name, code if code and country_point(code) else None)
