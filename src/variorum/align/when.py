"""The days of a story's event: the times that the articles name, by what they date.

A time beside a deed ("was abducted in 2002") dates the event; one beside a court's or a speaker's doings dates what
came after. News of today's deed names its day at the top; an article that looks back names only a month or a year, and
then the event has no day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from variorum.align.opening import aftermath, deeds, forms, lead, lemmas, triggers
from variorum.lang.base import read
from variorum.lang.events import Events
from variorum.lang.times import Times
from variorum.model import Article, DateRange, Extraction, Span, StoryRecords, TimeMention
from variorum.text.issue import issued

_CLOSE = 0.55
"""An earlier day with this share of the most votes is the event's."""
_ONE_EVENT = 366  # days between the day with most votes and an earlier one that can be the same event's
_FINE = frozenset({"day", "time"})
_DEED, _NONE, _AFTER = 1.0, 0.8, 0.1
"""Weight of a time whose nearest telling word is a deed, that has none, that is beside what follows deeds."""
_COARSE = {"month": 0.5, "year": 0.3, "week": 0.6}
"""Weight of a time that is no day."""
_LATER, _LATER_PAST = 0.3, 0.7
"""Weight of a sentence after the opening that has the event's words, for times of the present and of the past."""
_DAYS_AGO = 60  # days before publication from which a time is the past's
_PAST = 0.35  # votes that a past time needs before the news is of the past
_NOW = 0.8  # what a vote for the present counts against the past's
_HEAD_DEED, _HEAD_AFTER = (
    0.2,
    0.4,
)  # votes for the present of a headline with a deed; against it, of one on what follows
_OLD = 0.35  # weight of a bare weekday that would be six days ago
_LIFT = 1.0  # share of a month's or year's votes that its days have too
_DAY_IN = 0.3  # share of a month's or year's votes with which one of its days is the event's


class Vote(Struct, frozen=True, order=True):
    """Votes go to a period: a day, a week, a month or a year."""

    start: str
    end: str

    @property
    def fine(self) -> bool:
        """Whether it is one day."""
        return self.start == self.end


def settle_date(records: StoryRecords, weights: dict[str, float], kind: str | None) -> DateRange | None:
    """The earliest of the days with most votes: reports of what came after name later days as well, never earlier."""
    score: dict[Vote, float] = defaultdict(float)
    open_: list[tuple[str, float]] = []
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        own: dict[Vote, float] = defaultdict(float)
        for vote, weight in _datings(article, extraction, triggers(kind)):
            own[vote] += weight
        own = _of_one_time(own, article, published(article))
        top = max(own.values(), default=0)
        for vote, weight in own.items():
            score[vote] += weight / max(top, 1.0) * weights[article.id]
        if published(article) is None:
            open_.extend((t.span.text, weights[article.id]) for t in extraction.times if t.start is None)
    _match_weekdays(score, open_)
    if score:
        return _most(score)
    known = sorted(p for a in records.articles if (p := published(a)))
    return DateRange(known[0], known[0]) if known else None


def _of_one_time(own: dict[Vote, float], article: Article, today: str | None) -> dict[Vote, float]:
    """Only one past year's periods or only the present's: an article is news of one of them. Of an undated article a
    mere month or year counts only where it would make a dated one news of the past."""
    if today is None:
        return {v: w for v, w in own.items() if v.fine or w >= _PAST}
    edge = _edge(today)
    present = {v: w for v, w in own.items() if v.end >= edge}
    years: dict[str, float] = defaultdict(float)
    for vote in own:
        if vote not in present:
            years[vote.start[:4]] += own[vote]
    if not years:
        return own
    year = min(years, key=lambda y: (-round(years[y], 6), y))
    now = _NOW * sum(present.values()) + _fresh(article)
    if years[year] >= _PAST and years[year] > now:
        return {v: w for v, w in own.items() if v not in present and v.start[:4] == year}
    return present


def _edge(today: str | None) -> str:
    """The first day of the present; before it lies the past."""
    return (date.fromisoformat(today) - timedelta(days=_DAYS_AGO)).isoformat() if today else ""


def _fresh(article: Article) -> float:
    """How much headline and opening sound like news of a deed, in votes for the present."""
    words = set(lemmas(f"{article.title or ''} "))
    deed, after = bool(words & deeds()), bool(words & aftermath())
    return _HEAD_DEED * deed - _HEAD_AFTER * after


def _most(score: dict[Vote, float]) -> DateRange:
    lifted = {v: w + _LIFT * sum(x for c, x in score.items() if not c.fine and _within(v, c)) for v, w in score.items()}
    best = min(score, key=lambda v: (-round(lifted[v], 6), v))
    inside = [v for v in score if v.fine and _within(v, best)] if not best.fine else [v for v in score if v.fine]
    most = max((lifted[v] for v in inside), default=0.0)
    if not inside or most < _DAY_IN * score[best]:
        return DateRange(best.start, best.end)
    day = min((v for v in inside), key=lambda v: (-round(lifted[v], 6), v))
    edge = _earlier(day.start, _ONE_EVENT)
    start = min(v.start for v in inside if v.start >= edge and lifted[v] >= _CLOSE * most)
    return DateRange(start, start)


def _within(vote: Vote, other: Vote) -> bool:
    return vote != other and other.start <= vote.start and vote.end <= other.end


def _match_weekdays(score: dict[Vote, float], said: list[tuple[str, float]]) -> None:
    """Weekdays in undated articles speak for those days that the dated ones name."""
    weekdays = read("en", "times", Times).weekdays
    for text, weight in said:
        named = {weekdays[w] for w in text.lower().split() if w in weekdays}
        for vote in sorted(score):
            if vote.fine and date.fromisoformat(vote.start).weekday() in named:
                score[vote] += 0.3 * weight


def published(article: Article) -> str | None:
    """The day from which the article counts, when it is known."""
    day = issued(article)
    return day.isoformat() if day else None


def _datings(article: Article, extraction: Extraction, trigger: frozenset[str]) -> Iterator[tuple[Vote, float]]:
    """The periods that the article names, with their weight: opening sentences, then those with the event's words."""
    opening = list(lead(article, extraction))
    held = {s for s, _ in opening}
    starts = [t.span.start for t in extraction.times]
    later = [(s, _LATER) for s in _dated(extraction, starts) if s not in held and _tells(s.text, trigger)]
    today = published(article)
    edge = _edge(today)
    for number, (sentence, weight) in enumerate([*opening, *later]):
        inside = extraction.times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        usable = [(t, _reported(article.text, sentence, t)) for t in inside if _usable(t, today)]
        usable = [(t, r) for t, r in usable if not _stamped(article.text, t)]
        told = next((t.start for t, reported in usable if reported), None)
        for rank, (time, reported) in enumerate(usable):
            own = _LATER_PAST if weight == _LATER and (time.end or "") < edge else weight
            own *= (0.2 if reported else _bound(article.text, sentence, time.span)) / (1 + 0.5 * rank)
            own *= _OLD if today and _week_old(time, today) else 1.0
            yield from _days(time, own, today, told if number == 0 else None)


def _week_old(time: TimeMention, today: str) -> bool:
    """Whether a bare weekday would be six days ago: news of a week ago gives the date, and often the next day is
    meant."""
    if time.start is None or time.start != _earlier(today, 6) or any(c.isdigit() for c in time.span.text):
        return False
    weekdays = read("en", "times", Times).weekdays
    words = time.span.text.lower().split()
    return "last" not in words and any(word in weekdays for word in words)


def _stamped(text: str, time: TimeMention) -> bool:
    """Whether the time is that of a page ("Posted: 8 June 2021, 19:20")."""
    return _STAMP.search(text, max(0, time.span.start - 90), time.span.start) is not None


_STAMP = re.compile(r"\b(?:Posted|Updated|Published|UPDATED|POSTED|PUBLISHED|Created|Modified)\b[^\n]{0,80}$")


def _dated(extraction: Extraction, starts: list[int]) -> Iterator[Span]:
    """Sentences that hold a time."""
    return (s for s in extraction.sentences if bisect_left(starts, s.start) < bisect_left(starts, s.end))


def _tells(text: str, trigger: frozenset[str]) -> bool:
    words = set(lemmas(text))
    return bool(trigger & words or deeds() & words)


def _bound(text: str, sentence: Span, time: Span) -> float:
    """By the telling word nearest to the time."""
    before = text[sentence.start : time.start].lower().split()[::-1]
    after = _clause(text[time.end : sentence.end]).lower().split()
    if _charged(before):
        return _AFTER
    deed = min(_distance(before, deeds()), _distance(after, deeds()))
    rest = min(_distance(before, aftermath()), _distance(after, aftermath()))
    if deed == rest:
        return _NONE
    return _DEED if deed < rest else _AFTER


def _charged(before: list[str]) -> bool:
    """Whether the words before a time, the last first, name a deed as a charge ("found guilty of murder Thursday")."""
    events = read("en", "events", Events)
    link = next((n for n, word in enumerate(before[:_CHARGE]) if word in events.links), 0)
    if not link:
        return False
    named = any(form in deeds() for word in before[:link] for form in forms(word))
    return named and any(form in events.charges for word in before[link + 1 : link + 2] for form in forms(word))


def _clause(after: str) -> str:
    """The text up to a closing "…, witnesses said": who tells it is no part of what the time dates."""
    said = _SAID.search(after)
    return after[: said.start()] if said else after


_SAID = re.compile(r",[^,]{1,80}\b(?:said|says|told|reported)\b[^,]{0,40}$")
_FAR = 99
_CHARGE = 4  # words between a time and the link of a charge, at most


def _distance(words: Iterable[str], told: frozenset[str]) -> int:
    return next((i for i, w in enumerate(words) if any(f in told for f in forms(w))), _FAR)


def _days(time: TimeMention, weight: float, today: str | None, told: str | None) -> Iterator[tuple[Vote, float]]:
    """`told`: the day of the report that the same sentence names; its "overnight" is the night before that day, also
    in a paper of a later day."""
    start, end, words = time.start or "", time.end or "", time.span.text.lower().strip()
    if time.precision not in _FINE:
        yield Vote(start, end), weight * _COARSE[time.precision]
    elif words == "overnight":
        morning = told if told is not None and told <= start else start
        yield _day(_earlier(morning)), 0.3 * weight
        yield _day(morning), 0.8 * weight
    elif start != end:  # a night of two days, an operation of several
        yield _day(start), weight
        yield _day(end), 0.7 * weight
    elif start == today and any(c.isdigit() for c in words) and time.precision == "day":
        yield _day(start), 0.3 * weight  # a date line rather than news
    else:
        yield _day(start), weight


def _day(day: str) -> Vote:
    return Vote(day, day)


def _usable(time: TimeMention, today: str | None) -> bool:
    """Whether it can be the event's: not after publication, and no week, month or year that is not over."""
    if time.start is None or time.end is None:
        return False
    if time.precision in _FINE:
        return today is None or time.start <= today
    return time.precision in _COARSE and (today is None or time.end < today)


def _earlier(day: str, days: int = 1) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


@cache
def _reporting() -> frozenset[str]:
    return frozenset(read("en", "events", Events).reporting)


def _reported(text: str, sentence: Span, time: TimeMention) -> bool:
    """Whether a verb of reporting stands just before or after the time ("said on Sunday")."""
    before = text[max(sentence.start, time.span.start - 32) : time.span.start].lower().split()[-3:]
    after = text[time.span.end : time.span.end + 14].lower().split()[:1]
    return (
        any(lemma in _reporting() for word in (*before, *after) for lemma in lemmas(word))
        or "said" in (*before, *after)
        or "told" in before
    )
