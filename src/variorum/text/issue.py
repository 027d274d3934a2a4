"""The day from which an article counts "today" and "Monday"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from variorum.lang.base import read
from variorum.lang.times import Times
from variorum.model import Article

_HEAD = 400  # characters in which a release without a date of its own states its year
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?!\w|[.,]\d)")


def issued(article: Article) -> date | None:
    """The publication day; where none is known, the dateline's ("Feb. 16") or else the one that opens the headline
    ("Feb. 16: …"), in the only year that the head states."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return _by_head(article)


def _by_head(article: Article) -> date | None:
    days = {d.date for d in article.dates if d.origin == "dateline" and not d.year_stated} or _heading(article)
    years = set(_YEAR.findall(article.text[:_HEAD]))
    if len(days) != 1 or len(years) != 1:
        return None
    try:
        return date.fromisoformat(f"{years.pop()}-{days.pop().strip('-')}")
    except ValueError:
        return None


def _heading(article: Article) -> set[str]:
    """The day that opens the headline, as "--02-16"."""
    found = _opening_day(article.language).match(article.title or article.text)
    if found is None:
        return set()
    month = read(article.language, "times", Times).months[found.group(1).lower()]
    return {f"--{month:02}-{int(found.group(2)):02}"}


@cache
def _opening_day(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(read(language, "times", Times).months, key=len, reverse=True))
    return re.compile(rf"\s*({months})\.? (\d\d?):(?!\d)", re.IGNORECASE)
