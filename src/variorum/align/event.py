"""What the story's event is: its type, its days, its place, by votes of the articles' openings, one vote per origin.

News says what, when and where at the top (the inverted pyramid), so headline, dateline and first sentences vote, the earlier the
stronger. The time of a speech verb is the report's, not the event's, and votes little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from variorum.lang.base import read
from variorum.lang.events import Events
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
_OPENING = 1200  # characters in which countries and datelines vote
_FINE = frozenset({"day", "time"})


def settle(records: StoryRecords) -> Event:
    """Type, dates and place of the story's event; what the texts leave open stays null."""
    weights = _weights(records)
    return Event(type=_type(records, weights), date=_date(records, weights), place=_place(records, weights))


def _weights(records: StoryRecords) -> dict[str, float]:
    """One vote per origin, shared by its articles."""
    shared = {a: 1.0 / len(o.articles) for o in records.lineage.origins for a in o.articles}
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
    score: Counter[str] = Counter()
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        for sentence, weight in _lead(article, extraction):
            found = {kind_of[w] for w in _lemmas(sentence.text) if w in kind_of}
            for kind in found:
                score[kind] += weight * weights[article.id]  # type: ignore[assignment]
        kinds = {c.kind for c in extraction.claims if c.scope == "event"}
        for kind, signs in events.kinds.items():
            if kinds & set(signs):
                score[kind] += 3 * weights[article.id]  # type: ignore[assignment]
    order = list(events.types)
    return min(score, key=lambda k: (-round(score[k], 6), order.index(k)), default=None)


def _lemmas(text: str) -> Iterator[str]:
    """Words, and what they may be inflections of."""
    for raw in text.lower().replace("’", "'").split():
        word = raw.strip(".,;:!?()[]\"'“”‘«»-").removesuffix("'s")
        yield word
        for ending, instead in (
            ("s", ""),
            ("es", ""),
            ("ies", "y"),
            ("ed", ""),
            ("ed", "e"),
            ("d", ""),
            ("ing", ""),
            ("ing", "e"),
        ):
            if word.endswith(ending) and len(word) > len(ending) + 3:
                yield word[: -len(ending)] + instead


def _date(records: StoryRecords, weights: dict[str, float]) -> DateRange | None:
    score: Counter[tuple[str, str]] = Counter()
    published = sorted(a.published[:10] for a in records.articles if a.published)
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        own: Counter[tuple[str, str]] = Counter()
        for mention, weight in _datings(article, extraction):
            own[mention] += weight  # type: ignore[assignment]
        top = max(own.values(), default=0)
        for days, weight in own.items():
            score[days] += weight / max(top, 1.0) * weights[article.id]  # type: ignore[assignment]
    if score:
        start, end = min(score, key=lambda d: (-round(score[d], 6), d))
        return DateRange(start, end)
    return DateRange(published[0], published[0]) if published else None


def _datings(article: Article, extraction: Extraction) -> Iterator[tuple[tuple[str, str], float]]:
    """The days that the article's opening names, with their weight."""
    for number, (sentence, weight) in enumerate(_lead(article, extraction)):
        inside = [t for t in extraction.times if sentence.start <= t.span.start and t.span.end <= sentence.end]
        for rank, time in enumerate(t for t in inside if _usable(t, article)):
            days = (time.start or "", time.end or "")
            own = weight / (1 + 0.5 * rank) * (0.2 if _reported(article.text, sentence, time) else 1.0)
            if time.span.text.lower().strip() == "overnight" and article.published:
                yield (_before(days[0]), _before(days[0])), 0.3 * own
                own *= 0.8 if number == 0 else 0.6
            yield days, own


def _usable(time: TimeMention, article: Article) -> bool:
    if time.start is None or time.end is None or time.precision not in _FINE:
        return False
    return not article.published or time.start <= article.published[:10]


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
    settled = [e for e in score if not _is_country(entities[e])]
    if settled:
        best = min(settled, key=lambda e: (-round(score[e], 6), entities[e].name))
        if score[best] >= 0.5:
            return _event_place(entities[best], countries)
    whole = [e for e in score if _is_country(entities[e])]
    if not whole:
        return None
    best = min(whole, key=lambda e: (-round(score[e], 6), entities[e].name))
    return _event_place(entities[best], countries)


def _place_votes(records: StoryRecords, weights: dict[str, float]) -> Counter[str]:
    of_span: dict[Span, str] = {s: e.id for e in records.entities if e.type == "place" for s in e.mentions}
    of_name = {n.lower(): e.id for e in records.entities if e.type == "place" for n in (*e.names, e.name)}
    score: Counter[str] = Counter()
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        own: dict[str, float] = defaultdict(float)
        for span, weight in _placings(article, extraction):
            if span in of_span:
                own[of_span[span]] += weight
        if article.dateline_place and article.dateline_place.lower() in of_name:
            own[of_name[article.dateline_place.lower()]] += 1.0
        for claim in extraction.claims:
            if claim.scope == "event" and claim.place and claim.place.lower() in of_name:
                own[of_name[claim.place.lower()]] += 0.4
        for entity, points in own.items():
            score[entity] += min(points, 6.0) * weights[article.id]  # type: ignore[assignment]
    return score


def _placings(article: Article, extraction: Extraction) -> Iterator[tuple[Span, float]]:
    """Place names of the opening: weight by sentence, more behind a locative preposition, little once the lead has passed."""
    lead = list(_lead(article, extraction))
    for mention in extraction.mentions:
        if mention.type != "place":
            continue
        weight = next((w for s, w in lead if s.start <= mention.span.start < s.end), 0.15)
        before = article.text[max(0, mention.span.start - 24) : mention.span.start].lower().split()[-3:]
        if before and (
            before[-1] in {"in", "near", "at", "off", "outside", "hit", "struck", "on"} or "of" in before[-1:]
        ):
            weight *= 1.6
        yield mention.span, weight


def _is_country(entity: Entity) -> bool:
    found = lookup(entity.name)
    return bool(found) and found[0].exact and found[0].kind == "country"


def _countries(records: StoryRecords, weights: dict[str, float]) -> Counter[str]:
    """Countries by name or adjective in the openings."""
    votes: Counter[str] = Counter()
    for article in records.articles:
        words = article.text[:_OPENING].split()
        for i, raw in enumerate(words):
            word = raw.strip(".,;:!?()[]\"'“”‘’«»").removesuffix("'s").removesuffix("’s")
            pair = f"{words[i - 1]} {word}" if i else word
            code = country_of(pair) or (country_of(word) if word[:1].isupper() else None)
            if code:
                votes[code] += weights[article.id]  # type: ignore[assignment]
    return votes


def _event_place(entity: Entity, countries: Counter[str]) -> EventPlace:
    if entity.lat is not None and entity.country is not None:
        kind = next(
            (c.kind for c in lookup(entity.name) if abs(c.lat - entity.lat) < 0.01 and c.country == entity.country),
            "city",
        )
        return EventPlace(entity.name, entity.country, entity.lat, entity.lon, kind)
    code = min(countries, key=lambda c: (-round(countries[c], 6), c), default=None)
    return EventPlace(entity.name, code if code and country_point(code) else None)
