"""Ranges of days. A range is (first, last, precision); computations that leave the calendar give None."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Precision = Literal["time", "day", "week", "month", "year", "period"]
Range = tuple[date, date, Precision]


def day(year: int, month: int, number: int) -> Range | None:
    """One day, when the calendar has it."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found, found, "day"


def one(found: date) -> Range:
    """A day as a range."""
    return found, found, "day"


def month(year: int, number: int) -> Range | None:
    """A whole month."""
    if not (1 <= number <= 12 and 1 <= year <= 9999):
        return None
    return date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month"


def year(number: int) -> Range | None:
    """A whole year."""
    return (date(number, 1, 1), date(number, 12, 31), "year") if 1 <= number <= 9999 else None


def week(at: date) -> Range | None:
    """Monday to Sunday of the week that holds a day."""
    monday = shift(at, -at.weekday())
    sunday = shift(at, 6 - at.weekday())
    return (monday, sunday, "week") if monday and sunday else None


def season(number: int, first_month: int) -> Range | None:
    """Three months from `first_month`; winter runs into the next year."""
    begin = month(number, first_month)
    last = months(date(number, first_month, 1), 2) if begin else None
    end = month(last.year, last.month) if last else None
    return (begin[0], end[1], "period") if begin and end else None


def shift(at: date, days: int) -> date | None:
    """A day so many days later."""
    try:
        return at + timedelta(days=days)
    except OverflowError:
        return None


def months(at: date, count: int) -> date | None:
    """The same day so many months later, or that month's last."""
    index = at.year * 12 + at.month - 1 + count
    number, at_month = divmod(index, 12)
    if not 1 <= number <= 9999:
        return None
    return date(number, at_month + 1, min(at.day, monthrange(number, at_month + 1)[1]))


def recent(at: date, weekday: int) -> date | None:
    """The latest such weekday not after a day."""
    return shift(at, -((at.weekday() - weekday) % 7))


def coming(at: date, weekday: int) -> date | None:
    """The first such weekday not before a day."""
    return shift(at, (weekday - at.weekday()) % 7)


def nearest_year(at: date, month_: int, number: int, future: bool = False) -> Range | None:
    """A day without its year: in the year that brings it nearest to `at`, where days to come count three times.

    News speaks of what has been; with `future` the clause says otherwise.
    """
    found = [r for y in (at.year - 1, at.year, at.year + 1) if (r := day(y, month_, number))]
    ahead, back = (1, 3) if future else (3, 1)

    def far(r: Range) -> int:
        days = (r[0] - at).days
        return days * ahead if days > 0 else -days * back

    return min(found, key=lambda r: (far(r), r[0]), default=None)


def recent_month(at: date, number: int, future: bool) -> Range | None:
    """The latest such month begun by a day, or with `future` the first not yet over."""
    if future:
        return month(at.year if number >= at.month else at.year + 1, number)
    return month(at.year if number <= at.month else at.year - 1, number)
