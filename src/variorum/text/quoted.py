"""Words inside quotation marks, by the marks alone: enough to tell shared quotes from shared wording."""

from __future__ import annotations

import re

MARKS = re.compile(
    r"“[^“”\n]{1,800}[”\n]|\"[^\"\n]{1,800}(?:\"|\n|$)|«[^«»\n]{1,800}»|„[^„“”\"\n]{1,800}[“”\"]"
    r"|(?<!\w)[‘'](?=\w)[^‘\n]{1,400}?[’'](?!\w)"
)


def quoted(text: str) -> list[tuple[int, int]]:
    """Offsets between pairs of marks within one line, the marks included."""
    return [m.span() for m in MARKS.finditer(text)]
