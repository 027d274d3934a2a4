"""Numbers in running text: digits in all groupings, number words, scales, vague words.

Works on characters, not tokens, so that it does not depend on how a tokenizer splits "forty-one" or "1 100".
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.numbers import Numbers, NumberWord
from variorum.model import Number

DIGITS = re.compile(
    r"(?<![\w.,])(?:"
    r"(?P<comma>\d{1,3}(?:,\d{3})+(?:\.\d+)?)"
    r"|(?P<space>\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+)"
    r"|(?P<dot>\d{1,3}(?:\.\d{3})+)"
    r"|(?P<plain>\d+(?:[.,]\d{1,2}(?!\d)|\.\d+)?)"
    r")(?!\d)(?![.,]\d)"
)
"""Grouped by comma, by a (thin) space, by a point, or plain with a decimal point or comma; never inside a longer number."""

SCALE_GAP = re.compile(r"[ \u00a0-]{0,2}")


class Lexeme(Struct, frozen=True):
    """A number as written: offsets, value (None for a vague word), the least a vague word means, and its modifier."""

    start: int
    end: int
    number: Number | None
    low: Number | None = None
    vague: bool = False
    blur: bool = False
    """The word itself blurs ("a couple of dozen")."""
    digits: bool = False
    ordinal: bool = False


@cache
def _words(language: str) -> tuple[re.Pattern[str], dict[str, NumberWord], Numbers]:
    """The expression that finds number words, fixed forms by text, and the language's data."""
    data = read(language, "numbers", Numbers)
    forms = {w.form: w for w in data.words}
    fixed = "|".join(re.escape(f).replace(r"\ ", r"\s+") for f in sorted(forms, key=len, reverse=True))
    unit = "|".join(sorted(map(re.escape, data.units), key=len, reverse=True))
    scale = "|".join(sorted((re.escape(s) for s in data.scales), key=len, reverse=True))
    word = rf"(?:{unit})(?:-(?:{unit}))?"
    run = rf"{word}(?:[\s-]{word})*(?:[\s-](?:{scale})(?:(?:[\s-]|\s+and\s+)(?:{scale}|{word}))*)?"
    return re.compile(rf"(?<![\w-])(?:(?P<fixed>{fixed})|(?P<run>{run}))(?![\w])", re.IGNORECASE), forms, data


def scan(text: str, language: str) -> list[Lexeme]:
    """All numbers of `text` in order, longest reading first, never overlapping."""
    pattern, forms, data = _words(language)
    found = [_digits(m, text, data) for m in DIGITS.finditer(text)]
    for match in pattern.finditer(text):
        if not any(f.start < match.end() and match.start() < f.end for f in found):
            found.append(_word(match, forms, data))
    return sorted(found, key=lambda lexeme: lexeme.start)


def _digits(match: re.Match[str], text: str, data: Numbers) -> Lexeme:
    stated = match.group()
    group = match.lastgroup
    end = match.end()
    ordinal = re.match(r"(?:st|nd|rd|th)\b", text[end:], re.IGNORECASE) is not None
    if group == "plain":
        value = _number(stated.replace(",", "."))
    elif group == "dot":
        value = int(stated.replace(".", ""))
    else:
        value = _number(re.sub(r"[,\s\u00a0\u2009\u202f]", "", stated))
    value, end = _scaled(value, text, end, data)
    return Lexeme(match.start(), end, value, digits=True, ordinal=ordinal)


def _scaled(value: Number, text: str, end: int, data: Numbers) -> tuple[Number, int]:
    """Apply a scale word that follows the digits: "2.3 million", "40 thousand", "two dozen"."""
    gap = SCALE_GAP.match(text, end)
    start = gap.end() if gap else end
    word = re.match(r"[a-z]+\b", text[start : start + 12].lower())
    if word and start > end and word.group() in data.scales and word.group() != "score":
        return _number(repr(value * data.scales[word.group()])), start + word.end()
    return value, end


def _word(match: re.Match[str], forms: dict[str, NumberWord], data: Numbers) -> Lexeme:
    if match.group("fixed"):
        word = forms[re.sub(r"\s+", " ", match.group().lower())]
        blur = word.modifier == "about"
        return Lexeme(match.start(), match.end(), word.number, word.low, vague=word.number is None, blur=blur)
    return Lexeme(match.start(), match.end(), _spoken(match.group().lower(), data))


def _spoken(text: str, data: Numbers) -> Number:
    """The value of a run of number words: two hundred and forty-one, twelve thousand."""
    total: Number = 0
    current: Number = 0
    for word in re.split(r"[\s-]+", text):
        if word in data.units:
            current += data.units[word]
        elif word in data.scales:
            scale = data.scales[word]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
    return total + current


def _number(text: str) -> Number:
    value = float(text)
    return int(value) if value.is_integer() else value
