"""The day on which an undated report was told, by its own lead: "…, officials said on Wednesday"."""

from __future__ import annotations

import re

from variorum.model import Article, Extraction

LEAD = 900
"""Characters in which a report without a date says when it was told what it tells."""
BETWEEN = re.compile(r"\s+(?:(?:on|late|early)\s+){0,2}")
BEHIND = re.compile(r"\s*[,.;:)]|\s+(?:that|after|as|in|at|while|when)\b")
"""Around the day of a statement: "said on Wednesday, …", not "said that Friday will be …"."""


def told_day(article: Article, extraction: Extraction | None) -> str | None:
    """The day beside the first word of saying in an undated report's lead; None where none stands there.

    Times of such a report are read as of the story's last report, so a weekday names the last one before that.
    """
    if article.published or extraction is None:
        return None
    days = [t for t in extraction.times if t.precision == "day" and t.start is not None and t.start == t.end]
    cues = sorted(span.end for a in extraction.attributions for span in a.cue if span.end <= LEAD)
    for cue in cues:
        for time in days:
            start = time.span.end - len(time.span.text.split()[-1])
            beside = cue < start and BETWEEN.fullmatch(article.text, cue, start)
            if beside and BEHIND.match(article.text, time.span.end):
                return time.start
    return None
