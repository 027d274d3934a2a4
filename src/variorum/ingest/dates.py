"""When an article was published: every candidate with its origin, the best of them, and years that others supply.

A date is only taken from where a publication date stands (a field, a page's metadata, a line of its own, a dateline,
an address), never from the story itself, whose dates are the event's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from variorum.ingest.calendar import Written, iso, written_dates
from variorum.model import Article, DateCandidate, Span

ORDER = ("field", "meta", "line", "dateline", "updated", "url", "crawl", "context")
"""Which origin is believed first. A newspaper's own line comes before the dateline of the agency it prints; the day
when a crawler fetched a page is no earlier than its publication, and mostly the same."""

_MAX_GAP_DAYS = 60
"""Reports of one story lie within days; 60 days leave room for follow-ups and never reach another year's same day."""

_ISO = re.compile(r"((?:1[89]|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")
_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def field_date(value: str) -> str | None:
    """The day of a stated date or timestamp; the day as written, without conversion between time zones."""
    match = _ISO.match(value.strip())
    if match:
        return iso(*map(int, match.groups()))
    return next((d.iso() for d in written_dates(value[:100]) if d.year), None)


def url_date(url: str) -> str | None:
    """The day in an address's path ("/2014/01/20/")."""
    match = _URL.search(url[:2000])
    return iso(*map(int, match.groups())) if match else None


def candidate(found: Written, origin: str, span: Span | None) -> DateCandidate:
    """A written date as a candidate; without a year it is "--MM-DD" (ISO 8601) until another source supplies one."""
    stated = found.iso()
    return DateCandidate(stated or f"--{found.month:02}-{found.day:02}", origin, span, stated is not None)


def best(candidates: Sequence[DateCandidate]) -> str | None:
    """The publication date: an explicit year first, then the order of origins; None without any year."""
    complete = [c for c in candidates if not c.date.startswith("--")]
    complete.sort(key=lambda c: (not c.year_stated, ORDER.index(c.origin)))
    return complete[0].date if complete else None


def fill_years(candidates: Iterable[DateCandidate], known: Sequence[str]) -> tuple[DateCandidate, ...]:
    """The candidates, yearless ones completed from the nearest of the `known` dates; unchanged when none is near."""
    return tuple(_filled(c, known) for c in candidates)


def _filled(candidate: DateCandidate, known: Sequence[str]) -> DateCandidate:
    if not candidate.date.startswith("--"):
        return candidate
    month, day = int(candidate.date[2:4]), int(candidate.date[5:7])
    options = []
    for other in known:
        there = date.fromisoformat(other)
        for year in (there.year - 1, there.year, there.year + 1):
            text = iso(year, month, day)
            if text:
                options.append((abs((date.fromisoformat(text) - there).days), text))
    gap, text = min(options, default=(_MAX_GAP_DAYS + 1, ""))
    return msgspec.structs.replace(candidate, date=text) if gap <= _MAX_GAP_DAYS else candidate


def year_by_weekday(found: Written, nearby: Iterable[Written]) -> str | None:
    """The day of a yearless "Sunday 8 September" when a full date within 31 days of it in the text fits the weekday."""
    if found.year or found.weekday is None:
        return None
    for other in nearby:
        stated = other.iso()
        if stated is None:
            continue
        filled = _filled(candidate(found, "line", None), [stated]).date
        if not filled.startswith("--") and _agrees(filled, found.weekday, stated):
            return filled
    return None


def _agrees(day: str, weekday: int, near: str) -> bool:
    there = date.fromisoformat(day)
    return there.weekday() == weekday and abs((there - date.fromisoformat(near)).days) <= 31


def complete_years(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles of one story, yearless datelines and lines completed from the others' dates; ids stay as they are.

    Articles with a publication date keep it. The result does not depend on the order of the articles.
    """
    known = sorted({a.published for a in articles if a.published})
    return tuple(_completed(a, known) for a in articles)


def _completed(article: Article, known: Sequence[str]) -> Article:
    if article.published is not None or not known:
        return article
    dates = fill_years(article.dates, known)
    return msgspec.structs.replace(article, dates=dates, published=best(dates))
