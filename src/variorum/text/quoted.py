"""Words inside quotation marks, by the marks alone: enough to tell shared quotes from shared wording."""

from __future__ import annotations

import re

MARKS = re.compile(
    r"“[^“”\n]{1,800}[”\n]|\"[^\"\n]{1,800}(?:\"|\n|$)|«[^«»\n]{1,800}»|„[^„“”\"\n]{1,800}[“”\"]"
    r"|(?<!\w)[‘'](?=\w)[^‘\n]{1,400}?[’'](?!\w)"
)


POSTED = re.compile(r"(?m)^(?:[^\n]{1,600}?[—–-] ?[^\n—–(]{1,60}\(@\w{1,30}\)(?:[^\n]{0,24}?\b\d{4}\b)?)+")
"""A post as pages embed it: its words from the line's start, a dash, the writer's name, the handle, the day."""


def quoted(text: str) -> list[tuple[int, int]]:
    """Offsets between pairs of marks within one line, the marks included, and of embedded posts; apart and in order."""
    posts = [m.span() for m in POSTED.finditer(text)] if "(@" in text else []
    marked = (m.span() for m in MARKS.finditer(text))
    return sorted([*posts, *(s for s in marked if not any(a < s[1] and s[0] < b for a, b in posts))])
