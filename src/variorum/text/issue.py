"""The day from which an article counts "today" and "Monday"."""

from __future__ import annotations

import re
from datetime import date

from variorum.model import Article

_HEAD = 400  # characters in which a release without a date of its own states its year
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?!\w|[.,]\d)")


def issued(article: Article) -> date | None:
    """The publication day; where none is known, the dateline's ("Feb. 16") in the only year that the head states."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return _by_dateline(article)


def _by_dateline(article: Article) -> date | None:
    days = {d.date for d in article.dates if d.origin == "dateline" and not d.year_stated}
    years = set(_YEAR.findall(article.text[:_HEAD]))
    if len(days) != 1 or len(years) != 1:
        return None
    try:
        return date.fromisoformat(f"{years.pop()}-{days.pop().strip('-')}")
    except ValueError:
        return None
