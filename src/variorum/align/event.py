"""What the story's event is: its type, its days, its place, by votes of the articles' openings, one vote per origin.

News says what, when and where at the top (the inverted pyramid), so headline, dateline and first sentences vote, the
earlier the
stronger. The time of a speech verb is the report's, not the event's, and votes little.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from math import sqrt

from variorum.lang.base import read
from variorum.lang.events import Events
from variorum.lang.places import Places
from variorum.lang.times import Times
from variorum.model import (
    Article,
    DateRange,
    Entity,
    Event,
    EventPlace,
    Extraction,
    Span,
    StoryRecords,
    TimeMention,
)
from variorum.text.gazetteer import country_of, country_point, lookup

_LEAD = 4  # sentences of the body that vote
_WORDED, _ELSEWHERE, _DATELINE = 0.5, 0.1, 0.8
"""Votes of a place in a sentence with the event's words, in any other, and of the dateline: where the reporter sat."""
_FOUNDED = 0.5  # votes below which a place is not the event's when a country has some
_OPENING = 1200  # characters in which countries and datelines vote
_CLOSE = 0.55
"""An earlier day with this share of the most votes is the event's."""
_FINE = frozenset({"day", "time"})


def settle(records: StoryRecords) -> Event:
    """Type, dates and place of the story's event; what the texts leave open stays null."""
    weights = _weights(records)
    return Event(type=_type(records, weights), date=_date(records, weights), place=_place(records, weights))


def _weights(records: StoryRecords) -> dict[str, float]:
    """Votes by origin: an origin of n articles has √n of them, so that copies do not outvote the others one by one, and
    one lone feature does not weigh as much as a story that many thought worth printing."""
    shared = {a: 1.0 / sqrt(len(o.articles)) for o in records.lineage.origins for a in o.articles}
    return {a.id: shared.get(a.id, 1.0) for a in records.articles}


def _lead(article: Article, extraction: Extraction) -> Iterator[tuple[Span, float]]:
    """The headline's and the first sentences with their weight."""
    body = 0
    for sentence in extraction.sentences:
        section = article.section_at(sentence.start)
        if section is None or section.kind in {"headline", "bullet"}:
            if section is not None and section.kind == "headline":
                yield sentence, 1.5
            continue
        if section.kind != "body":
            continue
        yield sentence, (2.0, 1.0, 0.7, 0.5)[body]
        body += 1
        if body >= _LEAD:
            return


def _type(records: StoryRecords, weights: dict[str, float]) -> str | None:
    events = read("en", "events", Events)
    kind_of = {word: kind for kind, words in reversed(events.types.items()) for word in words}
    score: dict[str, float] = defaultdict(float)
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        for sentence, weight in _lead(article, extraction):
            found = {kind_of[w] for w in _lemmas(sentence.text) if w in kind_of}
            for kind in found:
                score[kind] += weight * weights[article.id]
        kinds = {c.kind for c in extraction.claims if c.scope == "event"}
        for kind, signs in events.kinds.items():
            if kinds & set(signs):
                score[kind] += 3 * weights[article.id]
    order = list(events.types)
    return min(score, key=lambda k: (-round(score[k], 6), order.index(k)), default=None)


_INFLECTIONS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"))


def _lemmas(text: str) -> Iterator[str]:
    """Words, and what they may be inflections of."""
    for raw in text.lower().replace("’", "'").split():
        word = raw.strip(".,;:!?()[]\"'“”‘«»-").removesuffix("'s")
        yield word
        for ending, instead in _INFLECTIONS:
            if word.endswith(ending) and len(word) > len(ending) + 3:
                yield word[: -len(ending)] + instead


def _date(records: StoryRecords, weights: dict[str, float]) -> DateRange | None:
    """The earliest of the days with most votes: reports of what came after name later days as well, never earlier."""
    trigger = _triggers(_type(records, weights))
    score: dict[str, float] = defaultdict(float)
    open_: list[tuple[str, float]] = []
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        own: dict[str, float] = defaultdict(float)
        for day, weight in _datings(article, extraction, trigger):
            own[day] += weight
        top = max(own.values(), default=0)
        for day, weight in own.items():
            score[day] += weight / max(top, 1.0) * weights[article.id]
        if _published(article) is None:
            open_.extend((t.span.text, weights[article.id]) for t in extraction.times if t.start is None)
    _match_weekdays(score, open_)
    if score:
        most = max(score.values())
        start = min(d for d in score if score[d] >= _CLOSE * most)
        return DateRange(start, start)
    known = sorted(p for a in records.articles if (p := _published(a)))
    return DateRange(known[0], known[0]) if known else None


def _triggers(kind: str | None) -> frozenset[str]:
    return frozenset(read("en", "events", Events).types.get(kind or "", ())) | {"kill", "die", "happen", "occur"}


def _match_weekdays(score: dict[str, float], said: list[tuple[str, float]]) -> None:
    """Weekdays in undated articles speak for those days that the dated ones name."""
    weekdays = read("en", "times", Times).weekdays
    for text, weight in said:
        named = {weekdays[w] for w in text.lower().split() if w in weekdays}
        for day in sorted(score):
            if date.fromisoformat(day).weekday() in named:
                score[day] += 0.3 * weight


def _published(article: Article) -> str | None:
    """The publication day, when it is one."""
    day = (article.published or "")[:10]
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def _datings(article: Article, extraction: Extraction, trigger: frozenset[str]) -> Iterator[tuple[str, float]]:
    """The days that the article names, with their weight: opening sentences, then those with the event's words."""
    lead = list(_lead(article, extraction))
    held = {s for s, _ in lead}
    later = [(s, 0.3) for s in extraction.sentences if s not in held and trigger & set(_lemmas(s.text))]
    starts = [t.span.start for t in extraction.times]
    published = _published(article)
    for number, (sentence, weight) in enumerate([*lead, *later]):
        inside = extraction.times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        usable = [(t, _reported(article.text, sentence, t)) for t in inside if _usable(t, published)]
        told = next((t.start for t, reported in usable if reported), None)
        for rank, (time, reported) in enumerate(usable):
            own = weight / (1 + 0.5 * rank) * (0.2 if reported else 1.0)
            yield from _days(time, own, published, told if number == 0 else None)


def _days(time: TimeMention, weight: float, published: str | None, told: str | None) -> Iterator[tuple[str, float]]:
    """`told`: the day of the report that the same sentence names; its "overnight" is the night before that day, also
    in a paper of a later day."""
    start, end, words = time.start or "", time.end or "", time.span.text.lower().strip()
    if words == "overnight":
        morning = told if told is not None and told <= start else start
        yield _before(morning), 0.3 * weight
        yield morning, 0.8 * weight
    elif start != end:  # a night of two days, an operation of several
        yield start, weight
        yield end, 0.7 * weight
    elif start == published and any(c.isdigit() for c in words) and time.precision == "day":
        yield start, 0.3 * weight  # a date line rather than news
    else:
        yield start, weight


def _usable(time: TimeMention, published: str | None) -> bool:
    if time.start is None or time.end is None or time.precision not in _FINE:
        return False
    return published is None or time.start <= published


def _before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def _reported(text: str, sentence: Span, time: TimeMention) -> bool:
    """Whether a verb of reporting stands just before or after the time ("said on Sunday")."""
    reporting = set(read("en", "events", Events).reporting)
    before = text[max(sentence.start, time.span.start - 32) : time.span.start].lower().split()[-3:]
    after = text[time.span.end : time.span.end + 14].lower().split()[:1]
    return (
        any(lemma in reporting for word in (*before, *after) for lemma in _lemmas(word))
        or "said" in (*before, *after)
        or "told" in before
    )


def _place(records: StoryRecords, weights: dict[str, float]) -> EventPlace | None:
    score = _place_votes(records, weights)
    entities = {e.id: e for e in records.entities}
    countries = _countries(records, weights)
    narrow, wide = _sites(), _regions()
    whole = {e for e in score if _is_country(entities[e], tuple(a.text for a in records.articles))}
    for id_ in score:
        last = entities[id_].name.lower().split()[-1]
        score[id_] *= 0.3 if last in narrow else 0.8 if _is_region(entities[id_], records, wide) else 1.0
    settled = [e for e in score if e not in whole and score[e] >= _FOUNDED]
    chosen = settled or [e for e in score if e in whole] or list(score)
    if not chosen:
        return None
    best = min(chosen, key=lambda e: (-round(score[e], 6), entities[e].name))
    return _event_place(entities[best], countries)


def _sites() -> frozenset[str]:
    """Last words of names within a town: the event's place is the town."""
    return frozenset(read("en", "places", Places).heads)


def _regions() -> tuple[str, ...]:
    return (" region", " province", " state", " district", " governorate", " oblast", " county", " department")


def _is_region(entity: Entity, records: StoryRecords, wide: tuple[str, ...]) -> bool:
    """Whether the texts call the place a region, or the gazetteer does."""
    texts = {a.id: a.text for a in records.articles}
    called = sum(
        texts[s.article][s.end : s.end + 14].lower().startswith(wide) for s in entity.mentions if s.article in texts
    )
    found = lookup(entity.name)
    return 2 * called >= len(entity.mentions) or bool(found and found[0].exact and found[0].kind == "region")


def _place_votes(records: StoryRecords, weights: dict[str, float]) -> dict[str, float]:
    of_span: dict[Span, str] = {s: e.id for e in records.entities if e.type == "place" for s in e.mentions}
    of_name = {n.lower(): e.id for e in records.entities if e.type == "place" for n in (*e.names, e.name)}
    trigger = _triggers(_type(records, weights))
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
    lead = dict(_lead(article, extraction))
    starts = [s.start for s in extraction.sentences]
    worded: dict[Span, float] = {}
    for mention in extraction.mentions:
        at = bisect_right(starts, mention.span.start) - 1
        if mention.type != "place" or at < 0:
            continue
        sentence = extraction.sentences[at]
        if sentence not in worded:
            told = bool(trigger & set(_lemmas(sentence.text)))
            worded[sentence] = lead.get(sentence, 0.0) + (_WORDED if told else _ELSEWHERE)
        yield mention.span, worded[sentence] * (1.6 if _located(article.text, mention.span) else 1.0)


def _located(text: str, span: Span) -> bool:
    """Whether a preposition of place stands before the name, or "of" ("the city of X")."""
    before = text[max(0, span.start - 24) : span.start].lower().split()
    return bool(before) and before[-1] in {*read("en", "places", Places).locative, "of", "on", "hit", "struck"}


def _is_country(entity: Entity, texts: tuple[str, ...]) -> bool:
    """By the gazetteer; a name that it lacks is one when the texts make an adjective of it, as of nations."""
    found = lookup(entity.name)
    if found and found[0].exact:
        return found[0].kind == "country"
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
