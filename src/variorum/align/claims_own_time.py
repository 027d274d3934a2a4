"""Counts that a late report dates by the event's own time: "the September shooting that killed one", in a report of a
trial months on, is this event and no other one long past."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from variorum.model import ANOTHER_TIME, Claim, DateRange, Extraction, holding

TIMED = re.compile(rf"\b{ANOTHER_TIME.format('(.+)')}$")
"""The reason of a claim that only a stated time makes background."""
LONG = 100
"""Days, a season; what is counted over more is a sum of many events."""


def of_own_time(claims: Iterable[Claim], extractions: Iterable[Extraction], day: DateRange | None) -> dict[str, str]:
    """Claim id → why it is of the event after all: the time that made it background holds the event's day."""
    if day is None:
        return {}
    by_article = {e.article: e for e in extractions}
    found: dict[str, str] = {}
    for claim in (c for c in claims if c.scope == "background"):
        stated = next((m.group(1) for w in claim.why if (m := TIMED.search(w))), None)
        extraction = by_article.get(claim.span.article)
        if stated is not None and extraction is not None and _dated(claim, stated, extraction, day.start):
            found[claim.id] = f"the event's own time: “{stated}”"
    return found


def _dated(claim: Claim, stated: str, extraction: Extraction, day: str) -> bool:
    """Whether a time of these words in the claim's sentence holds the day."""
    sentence = holding(extraction.sentences, claim.span.start)
    times = (t for t in extraction.times if t.span.text == stated)
    return sentence is not None and any(
        sentence.start <= t.span.start < sentence.end and _holds(t.start, t.end, day) for t in times
    )


def _holds(start: str | None, end: str | None, day: str) -> bool:
    if start is None or end is None or not start <= day <= end:
        return False
    return (date.fromisoformat(end) - date.fromisoformat(start)).days < LONG
