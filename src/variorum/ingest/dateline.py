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
_DASH = re.compile(r"\s*\.?\s*(?:--+|[-–—_―](?!\w)|(?<=[\sA-Z)])[–—](?=\w))\s*")
_PAREN = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]|/(?=[^\W\d_a-z])([^/\n]{2,30})/")
_CREDITED = re.compile(r"[^()\[\]\n]{0,60}[(\[](?!\d)[^()\[\]\n]{2,40}[)\]]\s*(?:--+|[-–—])")
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
        self.leading: Piece | None = None
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
        group = 1 if match.group(1) else 2
        inside = next(written_dates(match.group(group)), None)
        if inside and self.date is None:
            shift = match.start(group)
            self.date = Written(
                shift + inside.start, shift + inside.end, inside.year, inside.month, inside.day, inside.weekday
            )
        else:
            self.parens.append(Piece(match.group(group), match.start(group), match.end(group)))
        self.i = match.end()

    def _word(self) -> bool:
        match = _WORD.match(self.text, self.i, self.limit)
        if match is None or (self.parens and (self.date or self.parens[0].start != self.start + 1)):
            return False
        word = match.group()
        if self.date is not None:
            return self._agency_after_day(match)
        if self.leading is None and self.segments == [[]] and _leads(self.text, match):
            self.leading = Piece(word, match.start(), match.end())
            self.i = match.end()
            return True
        if not (word[0].isupper() or (self.segments[-1] and word.lower() in _data().particles)):
            return False
        if (word.endswith(".") and match.end() in self.dates) or self._ends_before_date(match):
            word = word.rstrip(".")
        self.segments[-1].append(word)
        self.i = match.start() + len(word)
        return len(self.segments[-1]) <= 5 and len(self.segments) <= 5

    def _agency_after_day(self, match: re.Match[str]) -> bool:
        """ "ARLO, Aug 12, ABC -": letters of an agency, or a known one, after the day."""
        word = match.group()
        if not (names.is_known(word) or (names.is_acronym(word) and len(word) < 6)):
            return False
        self.parens.append(Piece(word, match.start(), match.end()))
        self.i = match.end()
        return True

    def _ends_before_date(self, match: re.Match[str]) -> bool:
        after = re.compile(r"\s+").match(self.text, match.end(), self.limit)
        return bool(after and after.end() in self.dates and match.group().endswith("."))

    @property
    def place(self) -> str | None:
        """The place as written, its parts joined by commas."""
        days = {name for spellings in _data().weekdays for name in spellings}
        parts = [" ".join(s) for s in self.segments if s and " ".join(s).lower() not in days]
        return ", ".join(parts) or None


def _leads(text: str, match: re.Match[str]) -> bool:
    """ "ABC, Arlo, 12 Aug -": an agency before the place; a comma parts them, and the place is no mere capitals.

    Unknown letters are a city's where the day follows at once or the agency stands in parentheses ("LIMA, 12 Aug
    (ABC) -").
    """
    word, after = match.group(), text[match.end() : match.end() + MAX_LENGTH]
    if not re.match(r",\s\w", after):
        return False
    if names.is_known(word):
        return True
    day = next(written_dates(after[:20]), None)
    city = (day is not None and day.start <= 2) or _CREDITED.match(after)
    return names.is_acronym(word) and len(word) < 5 and not city


@cache
def _data() -> Dateline:
    data: Dateline = read("en", "dateline", Dateline)
    return data


def read_dateline(text: str, start: int, end: int) -> Opening | None:
    """The dateline at the beginning of the paragraph [start, end); None when it opens with its story."""
    limit = min(end, start + MAX_LENGTH)
    scan = _Scan(text, start, limit)
    while scan.i < limit:
        dash = _DASH.match(text, scan.i, limit)
        if dash and scan.i > start and dash.end() in scan.dates and scan.date is None:
            scan.i = dash.end()
            continue
        if dash and scan.i > start:
            return _opening(scan, _after_brackets(text, dash.end(), end), "dash", end)
        stop = re.compile(r"\.(?=\s|$)(?!\s*[(\[/])|:(?=\s)").match(text, scan.i, limit)
        city = stop and stop.group() == ":" and _shouted_city(scan, end)
        if stop and (scan.date or scan.parens or city) and not scan._stop_before_date():
            return _opening(scan, _after_agency(scan, stop.end()), "stop", end)
        if not scan.step():
            return None
    return _opening(scan, scan.i, "end", end) if scan.i >= end else None


def _after_agency(scan: _Scan, at: int) -> int:
    """ "ARLO. 12 October. AGENCY. …": past an agency that stands alone after the day."""
    match = re.compile(rf"\s+({names.NAME})(?:\.COM|\.(?=\s))?\s*(?:[-–—.]|(?<=\.))\s*").match(
        scan.text, at, scan.limit
    )
    if match is None or scan.parens or not (names.is_agency(match.group(1)) or names.is_outlet(match.group(1))):
        return at
    scan.parens.append(Piece(match.group(1), match.start(1), match.end(1)))
    return match.end()


def _shouted_city(scan: _Scan, end: int) -> bool:
    """ "ARLO: …": a city in capitals before a colon, as South Asian papers write it, and a story that is not."""
    place = scan.place or ""
    rest = scan.text[scan.i + 1 : end]
    letters = sum(map(str.isalpha, place))
    return place.isupper() and letters > 3 and len(place.split()) < 4 and len(rest) > 50 and not rest[:60].isupper()


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
        bare = (
            len(scan.parens) == 1
            and scan.parens[0].start == scan.start + 1
            and names.all_capitalised(scan.parens[0].name)
        )
        return (credited or (bare and not scan.date)) and how == "dash" and bool(rest.strip())
    first = place.split()[0].strip(",").lower()
    if first in _data().not_places or (re.match(r"\W*[a-z]", rest) and not rest.lstrip("\"'“‘«„(").startswith("dpa")):
        return False
    if how == "end":
        return scan.date is not None and len(place.split(",")[0].split()) <= 3
    if scan.date is not None or credited:
        return True
    if how == "stop":
        return True
    if not rest.strip():  # "ARLO, Norland -" on a line of its own
        return sum(map(str.isalpha, place)) > 2 and place.split(",")[0].isupper()
    if len(rest) < 40 or not re.search(r"\b[a-z]+\s+[a-z]+\b|[A-Z]{2}", rest):
        return False
    city = "".join(filter(str.isalpha, place.split(",")[0]))
    if city.isupper():
        return len(city) > 2 and not rest[:60].isupper()
    return len(place.split()) <= (4 if "," in place else 3) and bool(re.match(r"\W{0,2}[^\W\d_a-z]|\d", rest))


def _credits(scan: _Scan) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Agencies and authors from the parentheses; of several, an unknown one before the last is a region."""
    agencies = [scan.leading] if scan.leading else []
    authors: list[Piece] = []
    for n, paren in enumerate(scan.parens):
        if _is_region(scan, n):
            continue
        for match in re.finditer(r"[^/,;]+", paren.name):
            name = match.group().strip()
            own = re.fullmatch(r"(.+?)\s+(?:correspondents?|reporters?|staff|writers?)(?:\s+(.+))?", name)
            if own and own.group(2) and names.is_person(own.group(2)):
                begin = paren.start + match.start() + match.group().index(own.group(2))
                authors.append(Piece(own.group(2), begin, begin + len(own.group(2))))
            name = own.group(1) if own else name
            at = paren.start + match.start() + match.group().index(name) if name else paren.start
            piece = Piece(name, at, at + len(name))
            if not name or ":" in name or any(map(str.isdigit, name)) or len(name.split()) > 5:
                continue
            if (
                agencies
                and len(name.split()) > 1
                and not name.isupper()
                and not names.is_agency(name)
                and names.is_person(name)
            ):
                authors.append(piece)
            elif name[0].isupper() or names.is_known(name):
                agencies.append(piece)
    return tuple(agencies), tuple(authors)


def _place(scan: _Scan) -> str | None:
    regions = [p.name for n, p in enumerate(scan.parens) if _is_region(scan, n)]
    return ", ".join([scan.place, *regions] if scan.place else regions) or None


def _is_region(scan: _Scan, n: int) -> bool:
    """Parentheses with a place: before others or before the day ("Arlo (Norland), 8 Sep (Agency)"), or "(Arlo) -"."""
    paren = scan.parens[n]
    if paren.name in _data().countries or paren.name.title() in _data().countries:
        return True
    if scan.place is None:
        return not names.is_agency(paren.name) and not names.is_outlet(paren.name)
    before_day = scan.date is not None and paren.end < scan.date.start
    if names.is_known(paren.name):
        return False
    return n < len(scan.parens) - 1 or (before_day and not (names.is_acronym(paren.name) and len(paren.name) < 6))
