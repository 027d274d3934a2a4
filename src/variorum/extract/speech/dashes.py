"""Quotations signed behind a dash: "“We must go.” — Ana Bel, baker"."""

from __future__ import annotations

import re

from variorum.extract.speech.marks import Quoted
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Report

SIGNED = re.compile(r"\s*(―|—|–|--?)\s*([^\n]{3,80}?)\s*(?=\n|$)")
NAME = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*|de|la|del|von|van|bin|al|da|dos)(?=[\s,(]|$)\s*")
SHORTEST, LONGEST = 1, 6
"""Words of a name."""


def dashes(reading: Reading) -> list[Report]:
    """One report per quotation that fills its paragraph up to a dash and a name."""
    return [report for q in reading.quoted if (report := _signed(reading, q)) is not None]


def _signed(reading: Reading, q: Quoted) -> Report | None:
    section = reading.article.sections[q.section]
    line = max(section.start, reading.text.rfind("\n", section.start, q.outer_start) + 1)
    match = SIGNED.match(reading.text, q.outer_end, section.end) or _signed_below(reading, q)
    if match is None or q.open_ended or reading.text[line : q.outer_start].strip():
        return None
    end = _name_end(reading.text, match.start(2), match.end(2))
    place = reading.between(match.start(2), end) if end else range(0)
    if not place:
        return None
    head = next((i for i in place if reading.mention_at(reading.tokens[i]) is not None), place[-1])
    return Report(
        at=place[0],
        kind="colon",
        cue=[(match.start(1), match.end(1))],
        clause=(match.start(1), match.end(2)),
        source=(match.start(2), end),
        head=head,
        content=[(q.outer_start, q.outer_end)],
    )


def _signed_below(reading: Reading, q: Quoted) -> re.Match[str] | None:
    """A dash and a name in a paragraph of their own below."""
    sections = reading.article.sections
    if reading.text[q.outer_end : sections[q.section].end].strip() or q.section + 1 >= len(sections):
        return None
    below = sections[q.section + 1]
    return SIGNED.fullmatch(reading.text, below.start, below.end)


def _name_end(text: str, start: int, stop: int) -> int:
    """Where the name ends: its two to six capitalised words fill the line, or a comma and an office follow; else 0."""
    at, words = start, 0
    while (word := NAME.match(text, at, stop)) is not None:
        at, words = word.end(), words + 1
    if text[at - 1 : at] == "." and at < stop:
        at -= 1
    whole = at >= stop or text[at] in ",(" or text[at - 1] == ","
    return len(text[:at].rstrip(" ,.")) if whole and SHORTEST <= words <= LONGEST else 0
