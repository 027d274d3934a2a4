"""Written dates inside a line: where they stand, and what day they name.

Only numeric forms that name one day are read: year first, or dotted day first (as in "08.03.2021"), or slashed
where one number is above 12. "03/04/2021" is March or April and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.dateline import Dateline

MIN_YEAR, MAX_YEAR = 1850, 2100
_CENTURY_PIVOT = 50
"""Two-digit years: 50-99 are 19xx, 00-49 are 20xx (as in POSIX strptime, which turns at 69; wires began earlier)."""


class Written(Struct, frozen=True):
    """A date as written at [start, end): `year` None when not stated, `weekday` (Monday 0) if it stands beside."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None = None

    def iso(self, year: int | None = None) -> str | None:
        """The day as YYYY-MM-DD, with `year` where none is stated; None when no such day exists."""
        stated = self.year or year
        return iso(stated, self.month, self.day) if stated else None


def iso(year: int, month: int, day: int) -> str | None:
    """YYYY-MM-DD, or None when there is no such day."""
    try:
        return date(year, month, day).isoformat() if MIN_YEAR <= year <= MAX_YEAR else None
    except ValueError:
        return None


_DIGIT = re.compile(r"\d")


def written_dates(text: str) -> Iterator[Written]:
    """The dates in `text`, left to right, without overlaps."""
    if _DIGIT.search(text) is None:
        return
    for match in _pattern("en").finditer(text):
        found = _from(match)
        if found is not None:
            yield found


@cache
def _names(language: str) -> tuple[dict[str, int], dict[str, int]]:
    data = read(language, "dateline", Dateline)
    months = {name: int(number) for number, names in data.months.items() for name in names}
    return months, {name: i for i, names in enumerate(data.weekdays) for name in names}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    months, weekdays = _names(language)
    month = "|".join(sorted(months, key=len, reverse=True))
    weekday = "|".join(sorted(weekdays, key=len, reverse=True))
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    year = r"(?:1[89]|20)\d\d"
    short = r"['’]?\d\d(?![\d:.]\d|\d)"
    return re.compile(
        rf"""(?<![\w-])(?:on\s)?(?:(?P<wd>{weekday})\b\.?,?\s+)?(?:the\s)?(?:
          (?P<iy>{year})(?P<isep>[-/.])(?P<im>0[1-9]|1[0-2])(?P=isep)(?P<id>0[1-9]|[12]\d|3[01])(?:T[\d:.+-]+Z?)?
        | (?P<dd>0?[1-9]|[12]\d|3[01])\.(?P<dm>0?[1-9]|1[0-2])\.(?P<dy>{year})
        | (?P<s1>0?[1-9]|[12]\d|3[01])/(?P<s2>0?[1-9]|[12]\d|3[01])/(?P<sy>{year})
        | (?P<ad>{day})(?:\s+of)?[\s-]+(?P<am>{month})\b
            (?:\.?,?[\s-]+(?:of\s+)?(?:(?P<ay>{year})|(?P<ashort>{short}))\b)?
        | (?P<bm>{month})\b\.?\s+(?P<bd>{day})\b(?:,?\s+(?P<by>{year})\b)?
        )(?![\w]|\.\d)""",
        re.IGNORECASE | re.VERBOSE,
    )


def _from(match: re.Match[str]) -> Written | None:
    g = match.groupdict()
    months, weekdays = _names("en")
    weekday = weekdays.get((g["wd"] or "").lower())
    parts = _numbers(g, months)
    if parts is None:
        return None
    year, month, day = parts
    if iso(year or 2000, month, day) is None:  # 2000 is a leap year: 29 February is a day
        return None
    return Written(match.start(), match.end(), year, month, day, weekday)


def _numbers(g: dict[str, str | None], months: dict[str, int]) -> tuple[int | None, int, int] | None:
    """Year, month and day from whichever form matched."""
    if g["iy"]:
        return int(g["iy"]), int(g["im"] or 0), int(g["id"] or 0)
    if g["dy"]:
        return int(g["dy"]), int(g["dm"] or 0), int(g["dd"] or 0)
    if g["sy"]:
        return _slashed(int(g["s1"] or 0), int(g["s2"] or 0), int(g["sy"]))
    if g["am"]:
        return _year(g["ay"], g["ashort"]), months[g["am"].lower()], _day(g["ad"])
    return _year(g["by"], None), months[(g["bm"] or "").lower()], _day(g["bd"])


def _slashed(first: int, second: int, year: int) -> tuple[int, int, int] | None:
    if first > 12 >= second:
        return year, second, first
    if second > 12 >= first or first == second:
        return year, first, second
    return None


def _day(text: str | None) -> int:
    return int(re.sub(r"\D", "", text or "0"))


def _year(full: str | None, short: str | None) -> int | None:
    if full:
        return int(full)
    if not short:
        return None
    value = int(short[-2:])
    return value + (1900 if value >= _CENTURY_PIVOT else 2000)
