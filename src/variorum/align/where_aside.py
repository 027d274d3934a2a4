"""Places that a report names beside the event: where people were taken, lie, live or spoke, and from where a way leads.

"Taken to a hospital in X", "X General Hospital", "told reporters in X", "Jane Roe, 30, of X", "50 miles south of X":
the event was elsewhere, mostly, whatever deeds the sentence holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import Article, Span

_BEFORE, _BEHIND = 80, 48  # characters before and behind a name that are looked at


class _Patterns(NamedTuple):
    words: frozenset[str]
    houses: tuple[str, ...]
    before: re.Pattern[str]
    behind: re.Pattern[str]


def named_aside(text: str, span: Span) -> bool:
    """Whether a mention says where people went or are from, not where the event was."""
    patterns = _patterns()
    behind = text[span.end : span.end + _BEHIND].partition("\n")[0]
    low = behind.lower()
    if any(house in low for house in patterns.houses) and patterns.behind.match(behind):
        return True
    before = text[max(0, span.start - _BEFORE) : span.start].rpartition("\n")[2]
    if not before[-1:].isspace():
        return False
    words = before.lower().split()
    told = words[-1:] == ["of"] or not patterns.words.isdisjoint(words)
    return told and patterns.before.search(before) is not None


def agencies(articles: Iterable[Article]) -> frozenset[str]:
    """The names of several words of the agencies that the articles credit."""
    return frozenset(a.name for article in articles for a in article.agencies if " " in a.name)


def in_credit(article: Article, span: Span, agencies: frozenset[str]) -> bool:
    """Whether the name is but a part of an agency's in a credit ("(Meridian Newswire)"), or short for one of those that
    the story's articles credit ("told Meridian")."""
    if any(c.span is not None and c.span.start <= span.start and span.end <= c.span.end for c in article.agencies):
        return True
    return article.text.endswith("told ", 0, span.start) and any(a.startswith(f"{span.text} ") for a in agencies)


@cache
def _patterns() -> _Patterns:
    data = read("en", "places", Places)
    taken, houses, away = ("|".join(map(re.escape, words)) for words in (data.taken, data.houses, data.away))
    far = "|".join(map(re.escape, data.distances))
    article = r"(?:the\s|a\s)?$"
    before = (
        rf"\b(?:{taken})\b[^.;]{{0,50}}\s(?:to|at|in|from|near)\s{article}"
        rf"|\b(?:{houses})(?:\s\w+)?\s(?:in|at|near|of)\s{article}"
        rf"|\b(?:{away})\b[^.;,]{{0,30}}\s(?:in|at|from|to|near)\s{article}"
        rf"|\b(?:{far})\s(?:\w+\s)?(?:of|from|to)\s{article}"
        r"|(?:\b\d\d?,|[A-Z]\w+,)\s(?:both\s|also\s)?of\s$"
    )
    behind = rf"(?:['’]s)?\s(?:[A-Z][\w.’']+\s|of\s|and\s){{0,4}}(?:{houses})\b"
    words = frozenset(w for group in (data.taken, data.houses, data.away, data.distances) for w in group)
    return _Patterns(words, data.houses, re.compile(before), re.compile(behind, re.IGNORECASE))
