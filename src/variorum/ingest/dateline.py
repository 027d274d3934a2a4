"""Reads the dateline that a story opens with: place, day, agency, and the dash after which the story begins.

KYIV, Ukraine, April 24 (Reuters) - …     Lemnos, 11 August. – …     (AP) — …     LIMA, 3 JAN 90 -- [TEXT] …
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from variorum.ingest import names
from variorum.ingest.calendar import Written, written_dates
from variorum.ingest.credits import Piece
from variorum.lang.base import read
from variorum.lang.dateline import Dateline

MAX_LENGTH = 160
"""Longer prefixes are sentences; the longest datelines name two cities, two days and two agencies."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.\-/][^\W\d_]+)*\.?")
_DASH = re.compile(r"\s*\.?\s*(?:--+|[-–—_―](?!\w)|(?<=[A-Z)])[–—](?=\w))\s*")
_PAREN = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_BRACKETS = re.compile(r"(?:\[[^\[\]]{1,120}\]\s*)+")


class Opening(Struct):
    """A dateline at [start, end) and what it names."""

    start: int
    end: int
    place: str | None
    date: Written | None
    agencies: tuple[Piece, ...]
    authors: tuple[Piece, ...]


class _Scan:
    """Walks over the prefix, piece by piece; `i` is the place reached."""

    def __init__(self, text: str, start: int, limit: int) -> None:
        self.text, self.start, self.i, self.limit = text, start, start, limit
        self.segments: list[list[str]] = [[]]
        self.parens: list[Piece] = []
        self.date: Written | None = None
        self.dates = {
            start + d.start: Written(start + d.start, start + d.end, d.year, d.month, d.day, d.weekday)
            for d in written_dates(text[start:limit])
        }

    def step(self) -> bool:
        """Take the next piece; False when nothing that a dateline has stands here."""
        while self.i < self.limit and (self.text[self.i] in " \t|" or self._abbreviating_stop()):
            self.i += 1
        if self.i in self.dates and self.date is None:
            self.date = self.dates[self.i]
            self.i = self.date.end
            return True
        paren = _PAREN.match(self.text, self.i, self.limit)
        if paren:
            self._paren(paren)
            return True
        if self.text[self.i : self.i + 1] == "," or self._stop_before_date():
            self.segments.append([])
            self.i += 1
            return True
        return self._word()

    def _abbreviating_stop(self) -> bool:
        """The stop of "17 Nov. (Agency) -"."""
        return self.text[self.i] == "." and self.date is not None and self.i == self.date.end

    def _stop_before_date(self) -> bool:
        """ "MOSCOW. April 24 (Interfax) -": the stop after the city is as good as a comma."""
        after = re.compile(r"\.\s+").match(self.text, self.i, self.limit)
        return bool(after and after.end() in self.dates and self.date is None)

    def _paren(self, match: re.Match[str]) -> None:
        inside = next(written_dates(match.group(1)), None)
        if inside and self.date is None:
            shift = match.start(1)
            self.date = Written(
                shift + inside.start, shift + inside.end, inside.year, inside.month, inside.day, inside.weekday
            )
        else:
            self.parens.append(Piece(match.group(1), match.start(1), match.end(1)))
        self.i = match.end()

    def _word(self) -> bool:
        match = _WORD.match(self.text, self.i, self.limit)
        if match is None or self.date is not None or self.parens:
            return False
        word = match.group()
        if not (word[0].isupper() or (self.segments[-1] and word.lower() in _data().particles)):
            return False
        if word.endswith(".") and match.end() in self.dates or self._ends_before_date(match):
            word = word.rstrip(".")
        self.segments[-1].append(word)
        self.i = match.start() + len(word)
        return len(self.segments[-1]) <= 5 and len(self.segments) <= 5

    def _ends_before_date(self, match: re.Match[str]) -> bool:
        after = re.compile(r"\s+").match(self.text, match.end(), self.limit)
        return bool(after and after.end() in self.dates and match.group().endswith("."))

    @property
    def place(self) -> str | None:
        """The place as written, its parts joined by commas."""
        parts = [" ".join(s) for s in self.segments if s]
        return ", ".join(parts) or None


@cache
def _data() -> Dateline:
    return read("en", "dateline", Dateline)


def read_dateline(text: str, start: int, end: int) -> Opening | None:
    """The dateline at the beginning of the paragraph [start, end); None when it opens with its story."""
    limit = min(end, start + MAX_LENGTH)
    scan = _Scan(text, start, limit)
    while scan.i < limit:
        dash = _DASH.match(text, scan.i, limit)
        if dash and scan.i > start:
            return _opening(scan, _after_brackets(text, dash.end(), end), "dash", end)
        stop = re.compile(r"\.(?=\s|$)(?!\s*[(\[])|:(?=\s)").match(text, scan.i, limit)
        if stop and (scan.date or scan.parens) and not scan._stop_before_date():
            return _opening(scan, stop.end(), "stop", end)
        if not scan.step():
            return None
    return _opening(scan, scan.i, "end", end) if scan.i >= end else None


def _after_brackets(text: str, at: int, end: int) -> int:
    """Past monitoring marks such as [REPORT] [TEXT], when a story follows them."""
    match = _BRACKETS.match(text, at, end)
    return match.end() if match and match.end() < end else at


def _opening(scan: _Scan, at: int, how: str, end: int) -> Opening | None:
    agencies, authors = _credits(scan)
    rest = scan.text[at:end]
    if not _convinces(scan, bool(agencies), how, rest):
        return None
    cut = scan.start + len(scan.text[scan.start : at].rstrip())
    return Opening(scan.start, cut, _place(scan), scan.date, agencies, authors)


def _convinces(scan: _Scan, credited: bool, how: str, rest: str) -> bool:
    """A day or an agency with a place proves it; a city alone needs capitals, or the look of one, and a dash."""
    place = scan.place
    if place is None:
        return credited and how == "dash" and not scan.date
    first = place.split()[0].strip(",").lower()
    if first in _data().not_places or re.match(r"\W*[a-z]", rest) and not rest.lstrip("\"'“‘«„(").startswith("dpa"):
        return False
    if scan.date is not None or credited:
        return how != "end" or scan.date is not None or bool(scan.parens)
    if how != "dash" or not rest.strip():
        return False
    city = "".join(filter(str.isalpha, place.split(",")[0]))
    if city.isupper():
        return len(city) > 2 and not rest[:60].isupper()
    return len(place.split()) <= 4 and bool(re.match(r"\W{0,2}[^\W\d_a-z]|\d", rest))


def _credits(scan: _Scan) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Agencies and authors from the parentheses; of several, an unknown one before the last is a region."""
    agencies: list[Piece] = []
    authors: list[Piece] = []
    for n, paren in enumerate(scan.parens):
        if n < len(scan.parens) - 1 and not names.is_agency(paren.name):
            continue
        for match in re.finditer(r"[^/,;]+", paren.name):
            name = match.group().strip()
            at = paren.start + match.start() + match.group().index(name) if name else paren.start
            piece = Piece(name, at, at + len(name))
            if not name or any(map(str.isdigit, name)) or len(name.split()) > 5:
                continue
            if agencies and len(name.split()) > 1 and not names.is_agency(name) and names.is_person(name):
                authors.append(piece)
            elif name[0].isupper() or names.is_known(name):
                agencies.append(piece)
    return tuple(agencies), tuple(authors)


def _place(scan: _Scan) -> str | None:
    regions = [p.name for p in scan.parens[:-1] if not names.is_agency(p.name)]
    return ", ".join([scan.place, *regions]) if scan.place else None
