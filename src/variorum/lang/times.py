"""Months, weekdays and the other words of time expressions."""

from __future__ import annotations

from msgspec import Struct


class Times(Struct, frozen=True, kw_only=True):
    """Lower-case words to numbers.

    `months` 1 to 12 and `weekdays` Monday 0 to Sunday 6, both with abbreviations; `numbers`: cardinals and ordinals;
    `units`: a unit's days, for months and longer the months as a negative number (a year: -12); `seasons`: the first
    month; `parts`: parts of a day; `day_words`: their distance from today in days. `future`: auxiliaries, `planned`:
    lemmas of clauses about the future; `planning`: verbs that in the past tense still plan; `before_future`:
    prepositions of what is to come. `before_year`, `before_month`: words after which a bare number is a year, and
    "May" and "March" are months; `month_verbs`: months that are verbs too; `approximate`: words before a count;
    `numbered`: words behind a number that is no year ("the 1900 block").
    """

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    numbers: dict[str, int] = {}
    units: dict[str, int] = {}
    seasons: dict[str, int] = {}
    parts: tuple[str, ...] = ()
    day_words: dict[str, int] = {}
    future: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    before_year: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    before_month: tuple[str, ...] = ()
    month_verbs: tuple[str, ...] = ()
    planning: tuple[str, ...] = ()
    before_future: tuple[str, ...] = ()
    approximate: tuple[str, ...] = ()
