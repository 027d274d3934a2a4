"""Numbers in digits: groupings of many countries, decimals, fractions, powers of ten, scale letters.

Every repetition is bounded and a number starts only where no digit stands before it, so reading takes linear time
whatever the text. Numbers of more than 18 digits are codes, not amounts, and are left out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.numbers import Numbers
from variorum.lang.units import Units
from variorum.model import Number

MOST = 18
"""Digits a number may have; a 64-bit count has 19."""

SPACES = "\u00a0\u2009\u202f "
VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
CORE = (
    r"(?P<comma>\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,18})?)"
    r"|(?P<indian>\d{1,2}(?:,\d{2}){1,7},\d{3}(?:\.\d{1,18})?)"
    r"|(?P<loose>\d{1,3}(?:, 000){1,4}(?!\d))"
    rf"|(?P<space>\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,6}})"
    r"|(?P<dot>\d{1,3}(?:\.\d{3}){1,6})"
    r"|(?P<plain>\d+(?:[.,]\d{1,2}(?!\d)|\.\d+)?)"
)
TAIL = r"(?!\d)(?![.,]\d)"
RATIO = re.compile(r"/(\d{1,3})(?![\d/.,]|\s*/)")
MIXED = re.compile(rf"(?:[ -](\d{{1,2}})/(\d{{1,2}})(?![\d/])|\s?([{VULGAR}]))")
LONE = re.compile(rf"[{VULGAR}](?<!\d.)")
RUN = re.compile(r"\d+")
"""Where a number can start: sought first, since that is far quicker than trying the expression at every character."""
POWER = re.compile(r"e([+-]?\d{1,2})(?!\w)|\s?[x×]\s?10(?:\^([-−+]?\d{1,2})|([-−+]\d{1,2}))(?!\w)", re.I)
THOUSANDS = re.compile(r"[ \u00a0]([a-z]{4,})\b")
MILLIONS = re.compile(r"m(?= (?:[a-z]{3,}s|people|children|men|women)\b)")
"""British newspapers: "5m homes" is millions, "5m wall" metres."""
DEGREES = re.compile(r"[°℃℉]|\b(?:celsius|fahrenheit|kelvin)\b", re.I)
"""Other temperatures near by, beside which "573K" is one too."""
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
"""Denominators that people write; others ("9/11", "24/7") are dates and phrases."""
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)


class Digits(Struct, frozen=True):
    """Where digits stand, what they say, the scale word or letter that was applied, and what else they may be."""

    start: int
    end: int
    number: Number
    scale: Number = 1
    ordinal: bool = False
    fraction: bool = False


class _Patterns(Struct, frozen=True):
    number: re.Pattern[str]
    money: re.Pattern[str]
    scale: re.Pattern[str]
    scales: dict[str, Number]
    letter: re.Pattern[str]
    letters: dict[str, Number]
    money_letter: re.Pattern[str]
    money_letters: dict[str, Number]
    more: re.Pattern[str]
    parts: dict[str, float]
    decimal: frozenset[str]
    """Words behind a number with one point that leave it a decimal; before others "1.200" is grouped."""


def _any(forms: list[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)))


@cache
def _patterns(language: str) -> _Patterns:
    data, units = read(language, "numbers", Numbers), read(language, "units", Units)
    before = sorted({b for c in units.currencies for b in c.before})
    glued = [b for b in before if b[-1].isalpha() or b[-1] == "."]
    starts = "|".join([r"(?<![\w.,])", *(rf"(?<=(?<!\w){re.escape(b)})" for b in glued)])
    codes = sorted({c for u in units.currencies for c in u.codes if len(c) == 3 and c.isupper()})
    scales = {s: v for s, v in data.scales.items() if s not in {"score", "dozen"}}
    return _Patterns(
        number=re.compile(rf"(?:{starts})(?:{CORE}){TAIL}"),
        money=re.compile(rf"(?<!\w)(?:{_any(before)})[\s-]?$"),
        scale=re.compile(rf"[ \u00a0-]{{1,2}}({_any(list(data.scales))})s?\b", re.I),
        scales={**scales, "dozen": data.scales["dozen"]},
        letter=re.compile(rf"[ \u00a0]?({_any(list(data.letters))})(?![\w²³/])|[ \u00a0]?(M)(?=(?:{_any(codes)})\b)"),
        letters=data.letters,
        money_letter=re.compile(rf"[ \u00a0]?({_any([*data.letters, *data.money_letters])})(?![\w²³/])"),
        money_letters={**data.letters, **data.money_letters},
        more=re.compile(rf"[ -]and[ -](?:a|one)[ -]({_any(list(data.fractions.mixed))})\b", re.I),
        parts=data.fractions.mixed,
        decimal=frozenset(
            {*data.decimal_before, *data.scales, *(w for u in (*units.units, *units.currencies) for w in u.words)}
        ),
    )


def scan_digits(text: str, language: str) -> list[Digits]:
    """All numbers written in digits, in text order, never overlapping."""
    patterns = _patterns(language)
    found: list[Digits] = []
    end = passed = 0
    for run in RUN.finditer(text):
        match = patterns.number.match(text, run.start()) if run.start() >= passed else None
        if match is None:
            continue
        passed = match.end()
        if match.start() >= end and sum(map(str.isdigit, match.group())) <= MOST:
            found.append(_read(match, text, patterns))
            end = found[-1].end
    if text.isascii():
        return found
    lone = [_vulgar(m, text, patterns) for m in LONE.finditer(text)]
    spans = {(f.start, f.end) for f in found}
    covered = {i for start, stop in spans for i in range(start, stop)}
    found += [v for v in lone if v.start not in covered]
    return sorted(found, key=lambda d: d.start)


def _vulgar(match: re.Match[str], text: str, patterns: _Patterns) -> Digits:
    value, end, scale = _scaled(unicodedata.numeric(match.group()), text, match.start(), match.end(), patterns)
    return Digits(match.start(), end, value, scale, fraction=scale == 1)


def _read(match: re.Match[str], text: str, patterns: _Patterns) -> Digits:
    start, end = match.span()
    value = _value(match, text, patterns)
    ordinal = ORDINAL.match(text, end) is not None
    value, end, fraction = _parts(value, text, end)
    more = patterns.more.match(text, end) if isinstance(value, int) else None
    if more:
        value, end, fraction = value + patterns.parts[more.group(1).lower()], more.end(), True
    value, end, scale = _scaled(value, text, start, end, patterns)
    return Digits(start, end, value, scale, ordinal, fraction and scale == 1)


def _value(match: re.Match[str], text: str, patterns: _Patterns) -> Number:
    stated, group = match.group(), match.lastgroup
    if group == "plain":
        return number(stated.replace(",", "."))
    if group == "dot" and (stated.count(".") > 1 or _grouped(text, match.end(), patterns)):
        return int(stated.replace(".", ""))
    return number(re.sub(rf"[,{SPACES}]", "", stated))


def _grouped(text: str, end: int, patterns: _Patterns) -> bool:
    """Whether a counted thing follows digits with one point and three more: "1.200 houses", but "1.345 metres"."""
    word = THOUSANDS.match(text, end)
    return word is not None and not {word.group(1), word.group(1).removesuffix("s")} & patterns.decimal


def _parts(value: Number, text: str, end: int) -> tuple[Number, int, bool]:
    """A fraction, a mixed number or a power of ten that continues the digits."""
    ratio = RATIO.match(text, end)
    if ratio and isinstance(value, int) and 0 < value < int(ratio.group(1)) and int(ratio.group(1)) in DENOMINATORS:
        return value / int(ratio.group(1)), ratio.end(), True
    mixed = MIXED.match(text, end)
    if mixed and mixed.group(3) and isinstance(value, int):
        return value + unicodedata.numeric(mixed.group(3)), mixed.end(), True
    if mixed and mixed.group(2) and isinstance(value, int):
        top, bottom = int(mixed.group(1)), int(mixed.group(2))
        if 0 < top < bottom and bottom in DENOMINATORS:
            return value + top / bottom, mixed.end(), True
    power = POWER.match(text, end)
    if power:
        exponent = next(g for g in power.groups() if g).replace("−", "-")
        return (
            number(f"{float(value)!r}e{exponent}" if "e" not in repr(float(value)) else repr(value)),
            power.end(),
            True,
        )
    return value, end, False


def _scaled(value: Number, text: str, start: int, end: int, patterns: _Patterns) -> tuple[Number, int, Number]:
    """Apply a scale that follows the digits: "2.3 million", "40 thousand", "$5m", "60k"; returns the scale too."""
    words: Number = 1
    stop = end
    for _ in range(2):  # "3 hundred thousand"
        word = patterns.scale.match(text, stop)
        scale = patterns.scales.get(word.group(1).lower()) if word else None
        if word is None or scale is None:
            break
        words, stop = words * scale, word.end()
    if words > 1:
        return number(repr(value * words)), stop, words
    money = patterns.money.search(text, max(0, start - 8), start) is not None
    letter = (patterns.money_letter if money else patterns.letter).match(text, end)
    if letter and letter.group().strip() == "K" and not money and DEGREES.search(text, max(0, start - 40), end + 24):
        return value, end, 1
    if letter and (money or letter.start(letter.lastindex or 0) == end or letter.lastindex == 2):
        scale = (patterns.money_letters if money else patterns.letters)[letter.group().strip()]
        return number(repr(value * scale)), letter.end(), scale
    if letter is None and not money and MILLIONS.match(text, end):
        return number(repr(value * 1_000_000)), end + 1, 1_000_000
    return value, end, 1


def number(text: str) -> Number:
    """A decimal literal as int where it is whole, with the noise of binary scaling (2.3 × 10⁶) taken off."""
    value = float(text)
    if value.is_integer():
        return int(value)
    near = float(f"{value:.12g}")
    return int(near) if near.is_integer() else near
