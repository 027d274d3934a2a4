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


def _type(records: StoryRecords, weights: dict[str, float]) -> str | None:
    events = read("en", "events", Events)
    kind_of = {word: kind for kind, words in reversed(events.types.items()) for word in words}
    score: dict[str, float] = defaultdict(float)
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        for sentence, weight in lead(article, extraction):
            found = {kind_of[w] for w in lemmas(sentence.text) if w in kind_of}
            for kind in found:
                score[kind] += weight * weights[article.id]
        kinds = {c.kind for c in extraction.claims if c.scope == "event"}
        for kind, signs in events.kinds.items():
            if kinds & set(signs):
                score[kind] += 3 * weights[article.id]
    order = list(events.types)
    return min(score, key=lambda k: (-round(score[k], 6), order.index(k)), default=None)
