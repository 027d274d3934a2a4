"""Months, weekdays and the other words of time expressions."""

from __future__ import annotations

from msgspec import Struct


class Times(Struct, frozen=True, kw_only=True):
    """Lower-case words to numbers. `months` 1 to 12, `weekdays` Monday 0 to Sunday 6, both with abbreviations; `numbers`:
    cardinals and ordinals as words; `units`: a unit's days (a month's and a year's are negative months: -1, -12, a decade's -120);
    `seasons`: first month; `parts`: parts of a day; `vague`: words for now; `day_words`: day words to
    their distance from today.
    """

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    numbers: dict[str, int] = {}
    units: dict[str, int] = {}
    seasons: dict[str, int] = {}
    parts: tuple[str, ...] = ()
    day_words: dict[str, int] = {}
    holidays: dict[str, str] = {}
