"""First and last day of a time expression, from its words, the publication day and what was said before."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from variorum.extract.times import calendar as cal
from variorum.extract.times.patterns import Found
from variorum.lang.times import Times

_WORD = re.compile(r"[a-z]+|\d+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NEXT = frozenset({"next", "coming", "following"})
_LAST = frozenset({"last", "past", "previous"})


class Context:
    """What an expression is read against: publication day, day and year last spoken of, whether its clause is about
    the future.
    """

    def __init__(
        self, times: Times, published: date | None, anchor: date | None, year: int | None, future: bool
    ) -> None:
        self.times, self.published, self.future = times, published, future
        self.anchor = anchor or published
        self.year = year or (self.anchor.year if self.anchor else 0)

    def month(self, words: list[str]) -> list[int]:
        """The months named, in order."""
        return [self.times.months[w] for w in words if w in self.times.months]

    def weekdays(self, words: list[str]) -> list[int]:
        """The weekdays named, in order."""
        return [self.times.weekdays[w] for w in words if w in self.times.weekdays]

    def count(self, words: list[str]) -> int | None:
        """The number that stands before a unit."""
        total = None
        for word in words:
            if word.isdigit():
                return int(word)
            if word in self.times.units and total is not None:
                return total
            if word in self.times.numbers:
                total = (
                    (total or 0) + self.times.numbers[word]
                    if (total or 0) >= 20 or total is None
                    else self.times.numbers[word]
                )
        return total


def resolve(found: Found, context: Context) -> cal.Range | None:
    """The days an expression covers; None where they cannot be told."""
    words = _WORD.findall(found.text.lower().replace("'s", "").replace("’s", ""))
    rule = _RULES.get(found.kind)
    return rule(words, found.text, context) if rule else None


def _iso(words: list[str], text: str, context: Context) -> cal.Range | None:
    return cal.day(int(text[:4]), int(text[5:7]), int(text[8:10]))


def _compact(words: list[str], text: str, context: Context) -> cal.Range | None:
    """Month/day/year, where no other reading is possible or the publication day bears it out."""
    a, b, y = (int(w) for w in words)
    y += 0 if y > 99 else 1900 if y > 50 else 2000
    readings = [r for r in (cal.day(y, a, b), cal.day(y, b, a)) if r]
    if len({r[0] for r in readings}) == 1:
        return readings[0]
    near = [r for r in readings if context.published and abs((r[0] - context.published).days) <= 31]
    return near[0] if len(near) == 1 else None


def _date(words: list[str], text: str, context: Context) -> cal.Range | None:
    months, days = context.month(words), _days(text)
    if not months or not days:
        return None
    year = _a_year(words, text, context)
    if year is not None:
        return cal.day(year, months[0], days[0])
    return cal.nearest_year(context.published, months[0], days[0], context.future) if context.published else None


def _days(text: str) -> list[int]:
    plain = _YEAR.sub("", text)
    return [int(d) for d in re.findall(r"(?<![\d:.])(\d{1,2})(?![\d:]|\.\d)", plain) if 1 <= int(d) <= 31]


def _span(words: list[str], text: str, context: Context) -> cal.Range | None:
    months, days, year = context.month(words), _days(text), _YEAR.search(text)
    if not months or len(days) < 2:
        return None
    ends = []
    for month, day in zip((months[0], months[-1]), (days[0], days[1]), strict=True):
        if year:
            ends.append(cal.day(int(year.group()), month, day))
        else:
            ends.append(cal.nearest_year(context.published, month, day) if context.published else None)
    first, last = ends
    if not first or not last or first[0] > last[0]:
        return None
    return first[0], last[0], "period" if (last[0] - first[0]).days > 1 else "day"


def _nights(words: list[str], text: str, context: Context) -> cal.Range | None:
    weekdays = context.weekdays(words)
    if len(weekdays) < 2 or not context.published:
        return None
    last = cal.recent(context.published, weekdays[1])
    first = cal.recent(last, weekdays[0]) if last else None
    return (first, last, "day") if first and last else None


def _clockday(words: list[str], text: str, context: Context) -> cal.Range | None:
    if context.month(words):
        tail = re.sub(r"^[\d.:]+ ?(?:[ap]\.?m\.?|GMT|UTC|hours|local time)?", "", text, flags=re.IGNORECASE)
        found = _date(words, tail, context)
    elif context.weekdays(words):
        found = _weekday(words, text, context)
    else:
        found = _dayword(words, text, context)
    return (found[0], found[1], "time") if found else None


def _monthyear(words: list[str], text: str, context: Context) -> cal.Range | None:
    months, year = context.month(words), _a_year(words, text, context)
    return cal.month(year, months[0]) if months and year is not None else None


def _season(words: list[str], text: str, context: Context) -> cal.Range | None:
    first = next((context.times.seasons[w] for w in words if w in context.times.seasons), None)
    year = _YEAR.search(text)
    if first is None or (year is None and not context.published):
        return None
    if year:
        return cal.season(int(year.group()), first)
    today = context.published
    assert today is not None
    number = today.year
    if "year" in words:
        number += -1 if "last" in words else 1 if "next" in words else 0
    elif _LAST & set(words):
        number -= 1 if first + 2 >= today.month or first == 12 else 0
    elif _NEXT & set(words):
        number += 1 if first <= today.month else 0
    return cal.season(number, first)


def _unit(words: list[str], context: Context) -> tuple[int | None, str]:
    unit = next((w for w in reversed(words) if w in context.times.units and w != "second"), "")
    return context.times.units.get(unit), unit


def _ago(words: list[str], text: str, context: Context) -> cal.Range | None:
    unit, _ = _unit(words, context)
    count = context.count(words)
    return _moved(context.published, unit, -count) if unit is not None and count is not None else None


def _moved(at: date | None, unit: int | None, count: int) -> cal.Range | None:
    """A day, month or year so many units away, as fine as the unit."""
    if at is None or unit is None or abs(count) > 100_000:
        return None
    if unit >= 0:
        moved = cal.shift(at, unit * count)
        return (moved, moved, "week" if unit >= 7 else "day") if moved else None
    target = cal.months(at, -unit * count)
    if target is None:
        return None
    return cal.month(target.year, target.month) if unit > -12 else cal.year(target.year)


def _offset(words: list[str], text: str, context: Context) -> cal.Range | None:
    unit, _ = _unit(words, context)
    if unit is None and set(words) & {"morning", "evening"}:
        unit = 1
    count = context.count(words) or 1
    back = bool(set(words) & {"earlier", "before", "previous"})
    return _moved(context.anchor, unit, -count if back else count)


def _stretch(words: list[str], text: str, context: Context) -> cal.Range | None:
    """ "the past two weeks": from then to the publication day, or from it."""
    unit, _ = _unit(words, context)
    count = context.count([w for w in words if w not in {"first", "second"}])
    if unit is None or count is None or not context.published or set(words) & {"first", "final"}:
        return None
    ahead = bool(_NEXT & set(words))
    other = _moved(context.published, unit, count if ahead else -count)
    if other is None:
        return None
    edge = cal.months(context.published, -unit * count * (1 if ahead else -1)) if unit < 0 else other[0]
    if edge is None:
        return None
    return (context.published, edge, "period") if ahead else (edge, context.published, "period")


def _which(words: list[str], text: str, context: Context) -> cal.Range | None:
    today, held = context.published, set(words)
    if today is None:
        return None
    step = 1 if _NEXT & held else -1 if _LAST & held else 0
    weekdays, months = context.weekdays(words), context.month(words)
    if weekdays:
        if "that" in held:
            return cal.one(told) if (told := cal.recent(context.anchor or today, weekdays[0])) else None
        return _this_weekday(today, weekdays[0], step)
    if months:
        return _this_month(today, months[0], step)
    return _this_unit(today, held, step, words, text, context)


def _this_weekday(today: date, weekday: int, step: int) -> cal.Range | None:
    if step == 0:
        found = cal.shift(today, weekday - today.weekday())
    else:
        edge = cal.shift(today, step)
        found = (cal.coming(edge, weekday) if step > 0 else cal.recent(edge, weekday)) if edge else None
    return cal.one(found) if found else None


def _this_month(today: date, number: int, step: int) -> cal.Range | None:
    if step < 0:
        return cal.month(today.year if number < today.month else today.year - 1, number)
    if step > 0:
        return cal.month(today.year if number > today.month else today.year + 1, number)
    return cal.month(today.year, number)


def _this_unit(
    today: date, held: set[str], step: int, words: list[str], text: str, context: Context
) -> cal.Range | None:
    if held & set(context.times.seasons):
        return _season(words, text, context)
    if held & {"week", "weekend"}:
        at = cal.shift(today, 7 * step)
        found = cal.week(at) if at else None
        saturday = cal.shift(found[0], 5) if found else None
        if "weekend" in held and found and saturday:
            return saturday, found[1], "period"
        return found
    if held & {"month", "quarter"}:
        target = cal.months(today, step * (3 if "quarter" in held else 1))
        return cal.month(target.year, target.month) if target else None
    if held & {"year"}:
        return cal.year(_year_meant(today, held, step, context))
    if held & {"decade", "century"}:
        return None
    if context.anchor is not None and "that" in held:
        return cal.one(context.anchor)  # "that evening": of the day last spoken of
    moved = cal.shift(today, step)  # a part of the day
    return cal.one(moved) if moved else None


def _year_meant(today: date, held: set[str], step: int, context: Context) -> int:
    """ "that year", "the following year": from the year last spoken of."""
    if context.anchor is not None and held & {"that", "same", "following"}:
        return context.year + (1 if "following" in held else 0)
    return today.year + step


def _dayword(words: list[str], text: str, context: Context) -> cal.Range | None:
    if context.published is None:
        return None
    word = next((w for w in words if w in context.times.day_words), "today")
    days = context.times.day_words[word]
    if "before" in words and word == "yesterday":
        days = -2
    elif "after" in words and word == "tomorrow":
        days = 2
    moved = cal.shift(context.published, days)
    return cal.one(moved) if moved else None


def _weekday(words: list[str], text: str, context: Context) -> cal.Range | None:
    weekdays = context.weekdays(words)
    if not weekdays or context.published is None:
        return None
    found = (cal.coming if context.future else cal.recent)(context.published, weekdays[0])
    return cal.one(found) if found else None


def _partof(words: list[str], text: str, context: Context) -> cal.Range | None:
    return _weekday(words, text, context) if context.weekdays(words) else _date(words, text, context)


def _decade(words: list[str], text: str, context: Context) -> cal.Range | None:
    digits = re.search(r"\d+", text)
    first = int(digits.group()) if digits else 0
    first += 1900 if first < 100 else 0
    begin, end = cal.year(first), cal.year(first + 9)
    return (begin[0], end[1], "period") if begin and end else None


def _halfyear(words: list[str], text: str, context: Context) -> cal.Range | None:
    """A half or a quarter of a year; without its year the latest that has begun."""
    size = 6 if "half" in words else 3
    parts = 12 // size
    ordinals = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": parts - 1, "final": parts - 1}
    n = next((ordinals[w] for w in words if w in ordinals), 0)
    year = _a_year(words, text, context)
    if year is None and context.published is not None:
        year = context.published.year - (1 if n * size >= context.published.month else 0)
    if year is None or n >= parts:
        return None
    first, last = cal.month(year, n * size + 1), cal.month(year, (n + 1) * size)
    return (first[0], last[1], "period") if first and last else None


def _a_year(words: list[str], text: str, context: Context) -> int | None:
    year = _YEAR.search(text)
    if year:
        return int(year.group())
    if context.published is None or "year" not in words:
        return None
    before = words[words.index("year") - 1] if words.index("year") else ""
    return context.published.year + (-1 if before == "last" else 1 if before == "next" else 0)


def _edge(words: list[str], text: str, context: Context) -> cal.Range | None:
    year = _a_year(words, text, context)
    if year is None:
        return None
    return cal.month(year, 12 if "end" in words else 7 if "middle" in words else 1)


def _clock(words: list[str], text: str, context: Context) -> cal.Range | None:
    return (context.anchor, context.anchor, "time") if context.anchor and context.published else None


def _month(words: list[str], text: str, context: Context) -> cal.Range | None:
    months = context.month(words)
    return cal.recent_month(context.published, months[0], context.future) if months and context.published else None


def _year(words: list[str], text: str, context: Context) -> cal.Range | None:
    year = _YEAR.search(text)
    return cal.year(int(year.group())) if year else None


_RULES: dict[str, Callable[[list[str], str, Context], cal.Range | None]] = {
    "iso": _iso,
    "compact": _compact,
    "night": _span,
    "nights": _nights,
    "span": _span,
    "clockday": _clockday,
    "date": _date,
    "monthyear": _monthyear,
    "season": _season,
    "ago": _ago,
    "offset": _offset,
    "stretch": _stretch,
    "which": _which,
    "dayword": _dayword,
    "partof": _partof,
    "weekday": _weekday,
    "decade": _decade,
    "halfyear": _halfyear,
    "edge": _edge,
    "clock": _clock,
    "month": _month,
    "year": _year,
    "morning": _which,
}
