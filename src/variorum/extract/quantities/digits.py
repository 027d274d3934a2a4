"""Numbers in digits: groupings of many countries, decimals, fractions, powers of ten, scale letters.

Every repetition is bounded and a number starts only where no digit stands before it, so reading takes linear time
whatever the text. Numbers of more than 18 digits are codes, not amounts, and are left out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

from variorum.lang.base import any_of, read
from variorum.lang.measures import Measures
from variorum.lang.numbers import Numbers
from variorum.lang.units import Units
from variorum.model import Number

NEAR = 24
"""Characters looked back for a currency: its sign, and the lower end of a range ("£10-15m")."""
MOST = 18
"""Digits a number may have; a 64-bit count has 19."""

SPACES = "\u00a0\u2009\u202f "
VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
CORE = (
    r"(?P<european>\d{1,3}(?:\.\d{3}){1,5},\d{2}(?!\d))"
    r"|(?P<swiss>\d{1,3}(?:['’]\d{3}){1,6})(?!['’])"
    r"|(?P<comma>\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,18})?)"
    r"|(?P<indian>\d{1,2}(?:,\d{2}){1,7},\d{3}(?:\.\d{1,18})?)"
    r"|(?P<loose>\d{1,3}(?:, 000){1,4}(?!\d))"
    rf"|(?P<space>\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,6}})"
    r"|(?P<dot>\d{1,3}(?:\.\d{3}){1,6})"
    r"|(?P<plain>\d+(?:[.,]\d{1,2}(?!\d)|\.\d+)?)"
)
TAIL = r"(?!\d)(?![.,]\d)"
SPACED = r"(?P<spaced>\d{1,3}(?:, \d{3}){1,4}(?:\. ?\d{1,2})?(?![\d])|\d{1,3}\. \d{1,3}(?!\d))|"
"""Groups and decimals in a text whose punctuation was set apart ("cost 1, 118 jobs , or 2. 5 % of all")."""
APART = re.compile(r"\w [,;] \w|(?<!\d)\d{1,3}, 000(?!\d)|(?<!\d)\d{1,2}\. \d{1,2} %")
"""Signs of such a text."""
RATIO = re.compile(r"[/⁄](\d{1,3})(?![\d/.,]|\s*/)")
MIXED = re.compile(rf"(?:[ -](\d{{1,2}})[/⁄](\d{{1,2}})(?![\d/])|\s?([{VULGAR}]))")
BEFORE_DOT = " \u00a0($£€¥-"
PART = re.compile(r"\s?%|\s(?:per\s?cent|pct|percentage|cents?|miles?|seconds?|points?)\b|-(?:percent|mile|second)\b")
LONE = re.compile(rf"[{VULGAR}](?<!\d.)")
DIGIT = re.compile(r"[0-9]")
RUN = re.compile(r"\d+")
"""Where a number can start: sought first, since that is far quicker than trying the expression at every character."""
SUPERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
POWER = re.compile(
    r"e([+-]?\d{1,2})(?!\w)|\s?[x×]\s?(\d{1,2})(?:\^([-−+]?\d{1,2})(?!\w)|(⁻?["
    + SUPERS
    + r"]{1,2}))|\s?[x×]\s?10([-−+]\d{1,2})(?!\w)",
    re.I,
)
"""A power that multiplies: "3.6e6", "8×2^10", "3×10⁸", "2.5x10-3"."""
RAISED = re.compile(rf"\^([-−+]?\d{{1,2}})(?!\w)|(⁻?[{SUPERS}]{{1,2}})| to the power of (\d{{1,2}})\b")
"""The exponent on a number itself: "10^6", "10⁶"; superscripts only on ten, where they are no footnotes."""
PLAIN = str.maketrans(SUPERS + "⁻−", "0123456789--")
THOUSANDS = re.compile(r"[ \u00a0]([a-z]{4,}|Euros?)\b")
SHORT = re.compile(r"([mb])(?= (?:[a-z]{3,}s|people|children|men|women)\b|-strong\b)")
"""Scales in British newspapers: "5m homes" is millions, "5m wall" metres; "1.2b users"."""
DEGREES = re.compile(r"[°℃℉]|\b(?:celsius|fahrenheit|kelvin)\b", re.I)
"""Other temperatures near by, beside which "573K" is one too."""
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
"""Denominators that people write; others ("9/11", "24/7") are dates and phrases."""
ORDINAL = re.compile(r"(?:st|nd|rd|th|(?<=[23])d)\b", re.IGNORECASE)  # armies write "2d", "33d"


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
    spaced: re.Pattern[str]
    month: re.Pattern[str]
    money: re.Pattern[str]
    scale: re.Pattern[str]
    scales: dict[str, Number]
    letter: re.Pattern[str]
    letters: dict[str, Number]
    money_letter: re.Pattern[str]
    money_letters: dict[str, Number]
    coded: re.Pattern[str]
    """A scale letter on a currency's code: "20 MUSD", "3m EUR"."""
    more: re.Pattern[str]
    parts: dict[str, float]
    coins: frozenset[str]
    decimal: frozenset[str]
    """Words behind a number with one point that leave it a decimal; before others "1.200" is grouped."""


@cache
def _patterns(language: str) -> _Patterns:
    data, units = read(language, "numbers", Numbers), read(language, "units", Units)
    before = sorted({b for c in units.currencies for b in c.before})
    glued = [b for b in before if b[-1].isalpha() or b[-1] == "."]
    starts = "|".join([r"(?<![\w.,\u0300-\u036f])", *(rf"(?<=(?<!\w){re.escape(b)})" for b in glued)])
    codes = sorted({c for u in units.currencies for c in u.codes if len(c) == 3 and c.isupper()})
    scales = {s: v for s, v in data.scales.items() if s not in {"score", "dozen"}}
    return _Patterns(
        number=re.compile(rf"(?:{starts})(?:{CORE}){TAIL}"),
        spaced=re.compile(rf"(?:{starts})(?:{SPACED}{CORE}){TAIL}"),
        month=re.compile(rf"\b(?:{any_of(read(language, 'measures', Measures).months)})\.? $", re.I),
        money=re.compile(rf"(?<!\w)(?:{any_of(before)})[\s-]?(?:\d[\d.,]{{0,9}}(?:\s?[-–]|\s(?:to|or)\s))?$"),
        scale=re.compile(rf"[ \u00a0-]{{1,2}}({any_of(list(data.scales))})s?\b", re.I),
        scales={**scales, "dozen": data.scales["dozen"]},
        letter=re.compile(rf"[ \u00a0]?({any_of(list(data.letters))})(?![\w²³/])"),
        letters=data.letters,
        money_letter=re.compile(rf"[ \u00a0]?({any_of([*data.letters, *data.money_letters])})(?![\w²³/])"),
        money_letters={**data.letters, **data.money_letters},
        coded=re.compile(
            rf"[ \u00a0]?({any_of([*data.letters, *data.money_letters])})(?=[ \u00a0]?(?:{any_of(codes)})\b)"
        ),
        more=re.compile(rf"[ -]and[ -](?:a|one)[ -]({any_of(list(data.fractions.mixed))})\b", re.I),
        parts=data.fractions.mixed,
        coins=frozenset(w for c in units.currencies for w in c.words),
        decimal=frozenset(
            {*data.decimal_before, *data.scales, *(w for u in (*units.units, *units.currencies) for w in u.words)}
        ),
    )


def scan_digits(text: str, language: str) -> list[Digits]:
    """All numbers written in digits, in text order, never overlapping."""
    if text.isascii() and DIGIT.search(text) is None:
        return []
    patterns = _patterns(language)
    apart = any(sign in text for sign in (" , ", " ; ", ", 000", " %")) and APART.search(text) is not None
    found: list[Digits] = []
    end = passed = 0
    for run in RUN.finditer(text):
        if run.start() >= end and text[run.start() - 1 : run.start()] == ".":
            below = _below_one(run, text, patterns)
            if below is not None:
                found.append(below)
                end = passed = below.end
                continue
        dated = apart and patterns.month.search(text, max(0, run.start() - 12), run.start())
        form = patterns.spaced if apart and not dated else patterns.number
        match = form.match(text, run.start()) if run.start() >= passed else None
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


def _below_one(run: re.Match[str], text: str, patterns: _Patterns) -> Digits | None:
    """A decimal without its zero, where money or a share says that it is no calibre: ".5 percent", "$.12"."""
    dot = run.start() - 1
    if len(run.group()) > 4 or (dot and text[dot - 1] not in BEFORE_DOT):
        return None
    if not PART.match(text, run.end()) and not patterns.money.search(text, max(0, dot - NEAR), dot):
        return None
    return Digits(dot, run.end(), number(f"0.{run.group()}"), fraction=True)


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
    if group == "european":
        return number(stated.replace(".", "").replace(",", "."))
    if group == "dot" and (stated.count(".") > 1 or _grouped(text, match, patterns)):
        return int(stated.replace(".", ""))
    return number(re.sub(rf"[,'’{SPACES}]", "", stated))


def _grouped(text: str, match: re.Match[str], patterns: _Patterns) -> bool:
    """Whether one point groups thousands: before a counted thing ("1.200 houses", but "1.345 metres"), in a round
    sum of money ("€2.000"), or in a round number that nothing measures ("injured 5.000")."""
    word = THOUSANDS.match(text, match.end())
    if match.group().endswith(".000"):
        start = match.start()
        coin = word is not None and bool({word.group(1).lower().removesuffix("s"), word.group(1)} & patterns.coins)
        if word is None or coin or patterns.money.search(text, max(0, start - NEAR), start):
            return True
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
        e10, base, caret, superior, glued = power.groups()
        return _raised(value, base or "10", e10 or caret or superior or glued), power.end(), True
    raised = RAISED.match(text, end) if isinstance(value, int) and 1 < value < 100 else None
    if raised and (value == 10 or raised.group(2) is None):
        return _raised(1, str(value), next(g for g in raised.groups() if g)), raised.end(), True
    return value, end, False


def _raised(factor: Number, base: str, exponent: str) -> Number:
    """The factor times a power, exact in decimals where the base is ten."""
    power = int(exponent.translate(PLAIN))
    if base == "10" and "e" not in repr(float(factor)):
        return number(f"{float(factor)!r}e{power}")
    return number(repr(factor * float(base) ** power))


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
    coded = patterns.coded.match(text, end)
    if coded:
        scale = patterns.money_letters[coded.group(1)]
        return number(repr(value * scale)), coded.end(), scale
    if patterns.money_letter.match(text, end) is None and SHORT.match(text, end) is None:
        return value, end, 1  # the letters of money hold all others
    money = patterns.money.search(text, max(0, start - NEAR), start) is not None
    letter = (patterns.money_letter if money else patterns.letter).match(text, end)
    if letter and letter.group().strip() == "K" and not money and DEGREES.search(text, max(0, start - 40), end + 24):
        return value, end, 1
    if letter and (money or letter.start(1) == end):
        scale = (patterns.money_letters if money else patterns.letters)[letter.group().strip()]
        return number(repr(value * scale)), letter.end(), scale
    short = SHORT.match(text, end) if letter is None and not money else None
    if short:
        scale = patterns.money_letters[short.group(1)]
        return number(repr(value * scale)), short.end(), scale
    return value, end, 1


def scale_on_code(text: str, end: int, language: str) -> tuple[Number, int] | None:
    """The scale whose letter stands on a currency's code behind a number that ends at `end`, and where it ends."""
    patterns = _patterns(language)
    match = patterns.coded.match(text, end)
    return (patterns.money_letters[match.group(1)], match.end()) if match else None


def number(text: str) -> Number:
    """A decimal literal as int where it is whole, with the noise of binary scaling (2.3 × 10⁶) taken off."""
    value = float(text)
    if value.is_integer():
        return int(value)
    near = float(f"{value:.12g}")
    return int(near) if near.is_integer() else near
