"""What the story's event is: its type, its days, its place, by votes of the articles' openings, one vote per origin.

News says what, when and where at the top (the inverted pyramid), so headline, dateline and first sentences vote, the
earlier the
stronger. The time of a speech verb is the report's, not the event's, and votes little.
"""

from __future__ import annotations

from collections import defaultdict
from math import sqrt

from variorum.align.opening import lead, lemmas
from variorum.align.when import settle_date
from variorum.align.where import settle_place
from variorum.lang.base import read
from variorum.lang.events import Events
from variorum.model import Event, StoryRecords


def settle(records: StoryRecords) -> Event:
    """Type, dates and place of the story's event; what the texts leave open stays null."""
    weights = _weights(records)
    kind = _type(records, weights)
    return Event(type=kind, date=settle_date(records, weights, kind), place=settle_place(records, weights, kind))


def _weights(records: StoryRecords) -> dict[str, float]:
    """Votes by origin: an origin of n articles has √n of them, so that copies do not outvote the others one by one, and
    one lone feature does not weigh as much as a story that many thought worth printing."""
    shared = {a: 1.0 / sqrt(len(o.articles)) for o in records.lineage.origins for a in o.articles}
    return {a.id: shared.get(a.id, 1.0) for a in records.articles}


HARM = frozenset(("killed", "injured", "missing", "rescued", "trapped"))
"""Kinds of claim that say that an accident hurt people or might have."""


OF_CLAIMS = 6
"""Votes of an article all of whose counts are of a kind that only one type of event has; a lone count of a crowd
among many of victims says little."""


def _type(records: StoryRecords, weights: dict[str, float]) -> str | None:
    events = read("en", "events", Events)
    signs, seen = _kinds_of(events.types), _kinds_of({**events.things, **events.scenes})
    score: dict[str, float] = defaultdict(float)
    weak: dict[str, float] = defaultdict(float)
    told: set[str] = set()
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        for sentence, weight in lead(article, extraction):
            words = set(lemmas(sentence.text))
            for kind in {signs[w] for w in words if w in signs}:
                score[kind] += weight * weights[article.id]
            for kind in {seen[w] for w in words if w in seen}:
                weak[kind] += weight * weights[article.id]
        kinds = [c.kind for c in extraction.claims if c.scope == "event"]
        told.update(kinds)
        for kind, claims in events.kinds.items():
            share = sum(k in claims for k in kinds) / max(len(kinds), 1)
            score[kind] += OF_CLAIMS * share * weights[article.id]
    for kind, votes in weak.items():
        if score.get(kind) or (kind in events.things and told & HARM):
            score[kind] += votes
    order = list(events.types)
    said = [k for k in score if score[k] > 0]
    return min(said, key=lambda k: (-round(score[k], 6), order.index(k)), default=None)


def _kinds_of(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Word → its type; of several the first."""
    return {word: kind for kind, words in reversed(table.items()) for word in words}
