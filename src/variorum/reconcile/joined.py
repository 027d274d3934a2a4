"""Counts at a spot of the event's ground that no report tells from the event's own: one figure, not two.

One paper says that four were hurt in the town, another that four were hurt in the park where it happened. A coder takes
both for counts of the event, and so does this; a figure of its own is kept for a place that a report sets beside
another ("nine in the town, *two in the next village*").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from math import cos, hypot, radians

from variorum.lang.base import read
from variorum.lang.grounds import grounds
from variorum.lang.places import Places
from variorum.model import Entity, EventPlace, StoryRecords
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import compatible, same_number

NEAR_KM, DEGREE_KM = 15.0, 111.2
"""How far a quarter of a town lies from its middle at most; kilometres to a degree."""

At = Mapping[str | None, list[Reading]]


def spots(records: StoryRecords) -> frozenset[str]:
    """Case-folded names of places that lie where the event's place is: its quarters, and sites in it."""
    place = records.event.place
    if place is None or place.precision not in ("city", "point"):
        return frozenset()
    found = (e for e in records.entities if e.type == "place" and _is_spot(e, place))
    return frozenset(n.casefold() for e in found for n in (e.name, *e.names))


def _is_spot(entity: Entity, place: EventPlace) -> bool:
    words = entity.name.casefold().replace("-", " ").split()
    if not grounds().wider.isdisjoint(words):
        return False
    if set(place.name.casefold().split()) < set(words):
        return True  # "South X", "X Heights"
    if entity.lat is not None and entity.lon is not None:
        far = kilometres(entity.lat, entity.lon, place)
        return far is not None and far <= NEAR_KM
    words_of = read("en", "places", Places)
    return words[-1] in words_of.heads and words[-1] not in words_of.houses


def kilometres(lat: float, lon: float, place: EventPlace) -> float | None:
    """About how far a point lies from the event's place; None where that is unknown."""
    if place.lat is None or place.lon is None:
        return None
    return hypot(lat - place.lat, (lon - place.lon) * cos(radians(place.lat))) * DEGREE_KM


def joined(at: At, own: AbstractSet[str | None], near: AbstractSet[str], texts: Mapping[str, str]) -> frozenset[str]:
    """The places of `at` whose counts are the event's: the same numbers, or numbers at a spot of it, which no report
    sets beside the event's. `own`: the keys of the event's; `texts`: the articles' by id."""
    total = [r for p in own for r in at.get(p, ()) if r.stands]
    found = set()
    for place in sorted(p for p in at if p is not None and p not in own):
        counts = [r for r in at[place] if r.stands]
        one = place.casefold() in near or all(_told(r, total) for r in counts)
        if counts and total and one and not _set_beside(counts, total, texts):
            found.add(place)
    return frozenset(found)


def _told(reading: Reading, total: Iterable[Reading]) -> bool:
    return any(same_number(reading.claim.value, r.claim.value) for r in total)


def _set_beside(counts: list[Reading], total: list[Reading], texts: Mapping[str, str]) -> bool:
    """Whether an article counts at both: other numbers, or the same in one sentence."""
    own: dict[str, list[Reading]] = defaultdict(list)
    for r in total:
        own[r.article].append(r)
    return any(
        not compatible(a.claim.value, b.claim.value) or _in_one_sentence(a, b, texts.get(a.article, ""))
        for a in counts
        for b in own.get(a.article, ())
    )


_STOP = re.compile(r"[.!?]\s|\n")


def _in_one_sentence(a: Reading, b: Reading, text: str) -> bool:
    first, second = sorted((a.claim.span, b.claim.span))
    return first.end <= second.start and _STOP.search(text, first.end, second.start) is None
