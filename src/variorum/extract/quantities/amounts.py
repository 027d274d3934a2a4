"""Amounts in a sentence: numbers with sign and unit, joined to ranges ("$5 to $7"), spreads ("4.5 ± 0.1") and sums."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from msgspec import Struct

from variorum.extract.quantities import units
from variorum.extract.quantities.digits import number as whole
from variorum.extract.quantities.feet import length
from variorum.extract.quantities.lexer import Lexeme
from variorum.extract.quantities.trend import moves
from variorum.lang.base import any_of, read
from variorum.lang.numbers import Numbers
from variorum.model import Number

SIGN = re.compile(r"(?:^|(?<!\d)[\s($€£¥])([-−])$")
COLD = re.compile(
    r"(?:\b(?:to|of|at|is|was|are|from|below|about|around|convert|reach|reached|hit)|[(:])\s([-−])\s$", re.I
)
"""A minus set apart, which only a temperature has: "fell to - 20 degrees"."""
TEMPERATURES = frozenset({"celsius", "fahrenheit", "degree"})
ACCOUNTED = re.compile(r"\b(?:is|was|are|were|of|to|at|from)\s\($")
"""What a sum in brackets is the object of: an account's loss, "a result of ($3m)"; others repeat or explain."""
SPREAD = re.compile(r"\s?(?:±|\+/[-−–]|plus or minus)\s?")
LISTED = re.compile(r"\s(?:and|or)\s")
BARE = re.compile(r"\s*(?:[.,;:!?)]|$)")
SUM = re.compile(r"\s(?:and\s)?")
COINS = frozenset({" ", " and "})
"""Between a sum and its bare hundredths: "three dollars ten", "15 dollars and 50"."""
DASHES = frozenset("-–")


class Amount(Struct, frozen=True):
    """Offsets with unit, offsets of the numbers alone (`core_*`), one number or two ends, and the unit's name."""

    start: int
    end: int
    core_start: int
    core_end: int
    number: Number | None
    low: Number | None
    high: Number | None
    unit: units.Found | None
    first: Lexeme
    ranged: bool = False

    @property
    def unit_name(self) -> str | None:
        """The unit's canonical name."""
        return self.unit.name if self.unit else None


class _Joins(Struct, frozen=True):
    to: re.Pattern[str]
    between: re.Pattern[str]
    and_: re.Pattern[str]
    from_: re.Pattern[str]


@cache
def _joins(language: str) -> _Joins:
    ranges = read(language, "numbers", Numbers).ranges

    return _Joins(
        to=re.compile(rf"(?:-(?=\s))?\s?({any_of(ranges.to)})\s?|-({any_of(ranges.to[:1])})-", re.I),
        between=re.compile(rf"(?<!\w)(?:{any_of(ranges.between)})\s(?:\w+\s)?$", re.I),
        and_=re.compile(rf"\s(?:{any_of(ranges.and_)})\s", re.I),
        from_=re.compile(rf"(?<!\w)(?:{any_of(ranges.from_)})\s(?:\w+\s)?$", re.I),
    )


def read_amounts(text: str, start: int, end: int, lexemes: list[Lexeme], language: str) -> list[Amount]:
    """The amounts of the sentence `text[start:end]`, in text order, never overlapping."""
    singles: list[Amount] = []
    for lexeme in lexemes:
        floor = max(start, singles[-1].end) if singles else start
        if lexeme.start >= floor:
            singles.append(_single(text, floor, end, lexeme, language))
    return _joined(text, start, singles, language)


def _single(text: str, floor: int, limit: int, lexeme: Lexeme, language: str) -> Amount:
    """One number with what stands on it."""
    value = lexeme.number if lexeme.number is not None else lexeme.names
    size = abs(value) if value is not None else 0
    core = lexeme.start
    signed = lexeme.digits and core > floor and SIGN.search(text[max(0, core - 3) : core]) is not None
    coin = units.before(text, core - 1 if signed else core, language)
    coin = coin if coin and coin.start >= floor else None
    if (
        coin
        and not signed
        and text[coin.start - 1 : coin.start] in {"-", "−"}
        and SIGN.search(text[max(0, coin.start - 2) : coin.start])
    ):
        signed, coin = True, msgspec.structs.replace(coin, start=coin.start - 1)
    unit = units.divided(text, msgspec.structs.replace(coin, end=lexeme.end), limit, language) if coin else None
    behind = units.after(text, lexeme.end, limit, size, language) or length(text, floor, lexeme, limit)
    if behind is None and lexeme.names:
        behind = units.of(text, lexeme.end, limit, lexeme.names, language)
    if unit is None or (coin and behind and behind.name == coin.name and text[behind.end - 1].isalpha()):
        unit = behind or unit
    if unit is not None and unit.money and value is not None and lexeme.scale == 1:
        scale = _late_scale(language).match(text, unit.end, limit)
        if scale:  # "75 USD million"
            value = whole(repr(value * read(language, "numbers", Numbers).scales[scale.group(1).lower()]))
            unit = msgspec.structs.replace(unit, end=scale.end())
    signed = signed and (unit is not None or core - 1 > floor or text[lexeme.end : lexeme.end + 1] in DASHES)
    minus = None if signed or unit is None else _minus(language).search(text, max(floor, core - 12), core)
    if minus:
        signed, core = True, minus.start() + 1
    elif not signed and unit is not None and unit.name in TEMPERATURES:
        minus = COLD.search(text, max(floor, core - 12), core)
        signed, core = (True, minus.start(1) + 1) if minus else (False, core)
    value = -value if signed and value is not None else value
    start = min(coin.start if coin else core, core - 1 if signed else core)
    stop = max(unit.end if unit else lexeme.end, lexeme.end)
    if value is not None and not signed and unit is not None and unit.money and _accounted(text, floor, start, stop):
        start, stop, value = start - 1, stop + 1, -value
    return Amount(start, stop, lexeme.start, lexeme.end, value, None, None, unit, lexeme)


def _accounted(text: str, floor: int, start: int, stop: int) -> bool:
    """Whether brackets around a sum are an account's minus."""
    closed = text[start - 1 : start] == "(" and text[stop : stop + 1] == ")"
    return closed and ACCOUNTED.search(text, max(floor, start - 8), start) is not None


@cache
def _late_scale(language: str) -> re.Pattern[str]:
    """A scale behind the currency, and not before another one."""
    scales = [s for s, v in read(language, "numbers", Numbers).scales.items() if v >= 1000]
    return re.compile(rf"\s({'|'.join(scales)})\b", re.I)


@cache
def _minus(language: str) -> re.Pattern[str]:
    words = read(language, "numbers", Numbers).minus
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})\s$", re.I)


def _joined(text: str, start: int, singles: list[Amount], language: str) -> list[Amount]:
    """Neighbours that are one amount put together; a unit stated once given to both members of a list."""
    found: list[Amount] = []
    for amount in singles:
        last = found[-1] if found else None
        if last is None or last.ranged or last.number is None or amount.number is None:
            found.append(amount)
            continue
        gap = text[last.end : amount.start]
        whole = (
            _spread(last, amount, gap)
            or _range(text, start, last, amount, gap, language)
            or _sum(text, last, amount, gap)
        )
        if whole is not None:
            found[-1] = whole
            continue
        if last.unit is None and amount.unit and LISTED.fullmatch(gap) and _measured(amount.unit):
            found[-1] = msgspec.structs.replace(last, unit=amount.unit)
        found.append(amount)
    return found


def _measured(unit: units.Found) -> bool:
    return unit.name not in {"count", "point"}


def _spread(last: Amount, amount: Amount, gap: str) -> Amount | None:
    """A value and its uncertainty: 4.5 ± 0.1."""
    if not SPREAD.fullmatch(gap) or last.number is None or amount.number is None:
        return None
    unit = amount.unit or last.unit
    low, high = last.number - amount.number, last.number + amount.number
    return Amount(
        last.start, amount.end, last.core_start, amount.core_end, last.number, low, high, unit, last.first, ranged=True
    )


def _sum(text: str, last: Amount, amount: Amount, gap: str) -> Amount | None:
    """Two coins of one sum: three dollars and ten cents, three dollars ten."""
    if last.unit is None or last.unit.cent is None or last.number is None or amount.number is None:
        return None
    bare = amount.unit is None and gap in COINS and amount.number >= 10 and BARE.match(text, amount.end) is not None
    named = amount.unit is not None and last.unit.cent == amount.unit.name and SUM.fullmatch(gap) is not None
    if not (bare or named) or not isinstance(amount.number, int) or not 0 < amount.number < 100:
        return None
    number = round(last.number + amount.number / 100, 2)
    return Amount(last.start, amount.end, last.core_start, amount.core_end, number, None, None, last.unit, last.first)


def _range(text: str, floor: int, last: Amount, amount: Amount, gap: str, language: str) -> Amount | None:
    """Two ends of one range; None where they are two facts ("rose 5% to 7%", "3 to 2")."""
    joins = _joins(language)
    joined, both = joins.to.fullmatch(gap), joins.and_.fullmatch(gap)
    if (not joined and not both) or last.number is None or amount.number is None:
        return None
    lead = text[max(floor, last.start - 40) : last.start]
    between = joins.between.search(lead) is not None
    framed = between or joins.from_.search(lead) is not None
    if (both and not between) or not _same_unit(last, amount):
        return None
    low, high = _scaled(last, amount)
    way = moves(joins.from_.sub("", lead), language) if joined and last.unit else None
    if way is not None and not (framed and low != high and (way == "up") == (low > high)):
        return None  # from an older value to a newer, unless it moves the other way
    if low > high and framed and last.unit:
        low, high = high, low
    word = joined.group().strip(" -").lower() if joined else "and"
    if low >= high or (word == "or" and high - low > max(2, low)) or (not framed and not _near(low, high)):
        return None
    start = floor_of(joins, lead, last.start) if between and both else last.start
    return Amount(
        start, amount.end, last.core_start, amount.core_end, None, low, high, amount.unit or last.unit, last.first, True
    )


def floor_of(joins: _Joins, lead: str, start: int) -> int:
    """Where "between" starts."""
    match = joins.between.search(lead)
    return start - len(lead) + match.start() if match else start


def _same_unit(last: Amount, amount: Amount) -> bool:
    if last.unit is None or amount.unit is None:
        return True
    return last.unit.name == amount.unit.name or amount.unit.name.startswith(f"{last.unit.name} per ")


def _scaled(last: Amount, amount: Amount) -> tuple[Number, Number]:
    """Both ends; a scale stated once counts for both ("two to three million")."""
    assert last.number is not None and amount.number is not None
    if last.first.scale == 1 and amount.first.scale > 1 and last.number * amount.first.scale < amount.number:
        return last.number * amount.first.scale, amount.number
    return last.number, amount.number


def _near(low: Number, high: Number) -> bool:
    """What could be one estimate without "from" or "between": at most tenfold."""
    return low <= 0 or high <= 10 * low
