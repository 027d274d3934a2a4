"""Harm and crowds of another day than the event's: a report tells of what else was done that week, and the story's day,
settled over all its reports, tells the one from the other. Harm only for events of a moment: a flood kills for days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.events import Events, of_report
from variorum.model import Article, Claim, Extraction, Span, StoryRecords, number_holding

HARM = frozenset(("killed", "injured", "shot"))
CROWDS = frozenset(("protesters",))
"""A crowd is of its day, whatever the event."""
WAVES = frozenset(("drones_launched", "missiles_launched", "shot_down", "airstrikes", "shells_fired"))
"""So is what was fired, and what of it was brought down: the next night's drones are another attack's."""
NEAR, FAR = 2, 60
"""Days: so many may lie between the story's day and the event's true one; what follows later than `FAR` is a trial."""
EARLIER, LATER = 2, 1
"""From so many days off, harm is another event's, where a report names the very day: a night belongs to two days."""


class Told(Struct, frozen=True):
    """A claim, its sentence, and how many days after the story's day that is dated (empty: undated)."""

    claim: Claim
    sentence: Span
    off: frozenset[int]


def of_other_days(claims: Iterable[Claim], records: StoryRecords) -> dict[str, str]:
    """Claim id → why it is background: its sentence, or the one before it in its paragraph, is of another day, and its
    report told of the event's own harm before."""
    day = records.event.date
    if day is None or _days(day.start, day.end) > 1:
        return {}
    kinds = CROWDS | WAVES | (HARM if records.event.type in read("en", "events", Events).moments else frozenset())
    named = {n for off in _named(records, day.start) for n in off}
    if not any(abs(n) <= NEAR for n in named):
        return {}
    low, high = (-EARLIER, LATER) if 0 in named else (-NEAR - 1, NEAR + 1)
    told = _told((c for c in claims if c.kind in kinds), records, day.start)
    own = [t for t in told if not t.off or any(low < n < high for n in t.off)]
    known = {_key(t.claim) for t in own}
    others = (t for t in told if t not in own and _key(t.claim) not in known and _of_one_day(t, records.articles))
    return {t.claim.id: f"of another day: {min(t.off):+d} from the event's" for t in others if _begun(t, own)}


def _of_one_day(t: Told, articles: Iterable[Article]) -> bool:
    """Whether the sentence names one day, and not for what an event brings on later days."""
    off = min(t.off)
    return len(t.off) == 1 and (off < 0 or (off <= FAR and not _sequel(t, articles)))


def _named(records: StoryRecords, day: str) -> Iterable[frozenset[int]]:
    """How far off the days are that the reports' sentences name."""
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        for at in range(len(extraction.sentences)):
            yield frozenset(_days(day, d) for d in _dated(extraction, article, at))


def _key(claim: Claim) -> tuple[str, object]:
    return ("", claim.person) if claim.person is not None else (claim.kind, claim.value.number)


def _begun(t: Told, own: Iterable[Told]) -> bool:
    """Whether the report tells of the event's own harm in a sentence before."""
    mine = (o for o in own if o.claim.span.article == t.claim.span.article)
    return any(o.sentence.end <= t.sentence.start for o in mine)


def _told(claims: Iterable[Claim], records: StoryRecords, day: str) -> list[Told]:
    texts = {a.id: a for a in records.articles}
    found = {e.article: e for e in records.extractions}
    out = []
    for claim in claims:
        extraction, article = found.get(claim.span.article), texts.get(claim.span.article)
        if claim.scope != "event" or claim.negated or extraction is None or article is None:
            continue
        at = number_holding(extraction.sentences, claim.span.start)
        if at is not None:
            days = _dated(extraction, article, at) or _dated_before(extraction, article, at)
            off = frozenset(_days(day, d) for d in days)
            out.append(Told(claim, extraction.sentences[at], off))
    return out


def _dated_before(extraction: Extraction, article: Article, at: int) -> frozenset[str]:
    """The days of the sentence before, where both stand in one paragraph and that one has a single day."""
    if at == 0:
        return frozenset()
    before, here = extraction.sentences[at - 1], extraction.sentences[at]
    days = _dated(extraction, article, at - 1) if "\n" not in article.text[before.end : here.start] else frozenset()
    return days if len(days) == 1 else frozenset()


def _dated(extraction: Extraction, article: Article, at: int) -> frozenset[str]:
    """The days that a sentence names, but for those on which somebody says so."""
    sentence = extraction.sentences[at]
    inside = (t for t in extraction.times if sentence.start <= t.span.start < sentence.end)
    return frozenset(
        t.start[:10]
        for t in inside
        if t.start is not None and t.precision in ("day", "time") and not _of_report(article.text, sentence, t.span)
    )


def _of_report(text: str, sentence: Span, time: Span) -> bool:
    """Whether a day is that of the telling: "police said Friday", "Friday, the sheriff said"."""
    return of_report(text, sentence.start, time.start, time.end)


def _sequel(t: Told, articles: Iterable[Article]) -> bool:
    """Whether the sentence tells of what followed: a victim died, somebody was charged."""
    text = next(a.text for a in articles if a.id == t.claim.span.article)
    words = {w.lower() for w in WORD.findall(text, t.sentence.start, t.sentence.end)}
    return bool(words & set(read("en", "events", Events).sequels))


WORD = re.compile(r"[^\W\d_]+")


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
