"""Aligns the claims of a story: one name per source and place, a day for each count, and a second look at the scope."""

from __future__ import annotations

from typing import Literal

import msgspec

from variorum.align.claims_attackers import attackers_losses
from variorum.align.claims_mishaps import of_mishaps
from variorum.align.claims_names import Names
from variorum.align.claims_other_day import of_other_days
from variorum.align.claims_own_time import of_own_time
from variorum.align.claims_reach import stated_reach
from variorum.align.claims_retold import retold
from variorum.align.claims_scope import background_elsewhere
from variorum.align.claims_unheard import unheard_deaths
from variorum.lang import subsets
from variorum.lang.grounds import grounds
from variorum.model import Article, Claim, Scope, Source, StoryRecords

Ground = Literal["event", "narrower", "wider", "elsewhere"]


def align(records: StoryRecords) -> tuple[Claim, ...]:
    """The extractions' claims in the order of article and text, comparable with each other.

    Sources and places carry the name of their entity (a source its id too), `as_of` the day of the count where one is
    known, and a number that other reports show to belong to another event has scope `background`.
    """
    names = Names(records.entities)
    articles = {a.id: a for a in records.articles}
    by_article = {e.article: e for e in records.extractions}
    read = [c for e in records.extractions for c in e.claims]
    claims = sorted((*read, *retold(read, records)), key=lambda c: (c.span, c.id))
    found = ((c, by_article[c.span.article]) for c in claims)
    settled = [_settled(c, stated_reach(c, e), articles.get(e.article), names) for c, e in found]
    background = background_elsewhere(settled, records.lineage)
    settled = [_rescoped(c, "background", background[c.id]) if c.id in background else c for c in settled]
    mishaps = of_mishaps(settled, records)
    settled = [_rescoped(c, "background", mishaps[c.id]) if c.id in mishaps else c for c in settled]
    others = unheard_deaths(settled, records)
    settled = [_rescoped(c, "background", others[c.id]) if c.id in others else c for c in settled]
    losses = attackers_losses(settled, records)
    settled = [_rescoped(c, "background", losses[c.id]) if c.id in losses else c for c in settled]
    days = of_other_days(settled, records)
    settled = [_rescoped(c, "background", days[c.id]) if c.id in days else c for c in settled]
    own = of_own_time(settled, records.extractions, records.event.date)
    return tuple(_rescoped(c, "event", own[c.id]) if c.id in own else c for c in settled)


def comparable(a: Claim, b: Claim, event_place: str | None = None) -> bool:
    """Whether two aligned claims count the same thing: kind, part, scope, reach.

    A claim without a place counts the event; `event_place` tells which named place does so too. A count that leaves
    something out ("seven other regions"), a rate, or a single observer's count compares with no total.
    """
    if a.kind != b.kind or a.scope != b.scope or a.rate != b.rate or a.exclusive_of != b.exclusive_of:
        return False
    if subsets.key(a.subset) != subsets.key(b.subset) or a.partial != b.partial or a.increment != b.increment:
        return False
    return _same_reach(a.place, b.place, event_place)


def ground(place: str | None, event_place: str | None) -> Ground:
    """How far a count at `place` reaches, seen from the event's place.

    `narrower`: a single site or a part; `wider`: a region named after the event's place; `elsewhere`: another name,
    of which nothing is known.
    """
    if place is None or _same(place, event_place):
        return "event"
    words = place.casefold().replace("-", " ").split()
    inside = event_place is not None and set(event_place.casefold().split()) <= set(words)
    if inside and any(w in grounds().wider for w in words):
        return "wider"
    return "narrower" if any(w in grounds().narrower for w in words) else "elsewhere"


def _same_reach(a: str | None, b: str | None, event_place: str | None) -> bool:
    if ground(a, event_place) == ground(b, event_place) == "event":
        return True
    return a is not None and _same(a, b)


def _same(a: str, b: str | None) -> bool:
    return b is not None and a.casefold() == b.casefold()


def _settled(claim: Claim, stated: str | None, article: Article | None, names: Names) -> Claim:
    day = claim.as_of
    if day is None and article is not None and not claim.earlier:
        day = article.published
    why = claim.why
    place = _reach(names.place(stated))
    if place != claim.place:
        why = (
            *why,
            f"place {claim.place!r} is {place!r} in this story" if place else f"{claim.place!r} is no one place",
        )
    sources = tuple(_source(s, names) for s in claim.attribution)
    return msgspec.structs.replace(claim, attribution=sources, place=place, as_of=day, why=why)


def _reach(place: str | None) -> str | None:
    """Null for words that name no place but several ("four cities"): such a count spans the event."""
    if place is None or any(c.isupper() for c in place):
        return place
    return None if any(w in grounds().several for w in place.casefold().split()) else place


def _source(source: Source, names: Names) -> Source:
    entity = names.source(source)
    return (
        source
        if entity is None
        else msgspec.structs.replace(source, name=entity.name, stated=source.stated or source.name, entity=entity.id)
    )


def _rescoped(claim: Claim, scope: Scope, why: str) -> Claim:
    rate = claim.rate if scope == "background" else None
    return msgspec.structs.replace(claim, scope=scope, rate=rate, why=(*claim.why, why))
