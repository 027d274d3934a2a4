"""The expressions of time in news English, as named alternatives of one bounded regular expression.

Group names are the kinds that `resolve` knows. Spans follow TimeML: without preposition, with "early" and "late".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.times import Times


class Found(Struct, frozen=True):
    """An expression: its kind, its offsets, its words."""

    kind: str
    start: int
    end: int
    text: str


def find(text: str, language: str, start: int = 0, end: int | None = None) -> list[Found]:
    """All expressions of `text[start:end]`, left to right, the first that fits at each place."""
    out = []
    for match in _pattern(language).finditer(text, start, len(text) if end is None else end):
        out.append(Found(match.lastgroup or "", match.start(), match.end(), match.group()))
    return out


def words(values: Iterable[str]) -> str:
    """Alternatives, the longest first."""
    return "|".join(re.escape(v) for v in sorted(values, key=lambda v: (-len(v), v)))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    times = read(language, "times", Times)
    long_months = [m for m in times.months if len(m) > 2]
    parts = {
        "M": rf"(?:{words(m.capitalize() for m in long_months)}|{words(m.upper() for m in long_months)})\b\.?",
        "W": rf"(?:{words(w.capitalize() for w in times.weekdays)}|{words(w.upper() for w in times.weekdays)})\b(?:\.(?=,))?",
        "D": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)",
        "Y": r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)",
        "N": rf"(?:\d{{1,4}}|(?:{words(times.numbers)})(?:[ -](?:{words(times.numbers)}))?(?: (?:of|dozen))?)",
        "U": rf"(?:{words(times.units)})",
        "P": rf"(?:{words(times.parts)})",
        "S": rf"(?:{words(times.seasons)})",
        "E": r"(?:(?:early|late|mid|later|earlier|shortly before|just before|just after|shortly after)[ -](?:on |in |into )?)",
        "TO": r"\s?(?:-|–|—|to|and|into|until|through)\s?",
    }
    source = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _alternatives(parts))
    return re.compile(rf"(?<![\w$€£])(?:{source})(?!\w)")


def _alternatives(p: dict[str, str]) -> list[tuple[str, str]]:
    m, w, d, y, n, u, part, s, e, to = (p[k] for k in ("M", "W", "D", "Y", "N", "U", "P", "S", "E", "TO"))
    year = rf"(?:,? {y})?"
    which = r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:past|last|previous|next|coming|same|following)|[Pp]ast|[Ss]ame|[Tt]hat|[Pp]revious|[Ff]ollowing|[Cc]oming)"
    clock = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)? ?(?:[ap]\.?m\b\.?|[AP]\.?M\b\.?|o'clock|o’clock)|(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?(?:GMT|UTC|hours|local time))"
    return [
        ("iso", rf"{y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]{{4,12}}Z?)?"),
        ("compact", r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:\d{4}|\d\d)"),
        (
            "night",
            rf"(?:[Tt]he )?night (?:of|from) (?:{d}{to}{d} {m}{year}|{m} {d}{to}{d}{year}|{d} {m}{to}{d} {m}{year})",
        ),
        ("nights", rf"(?:[Tt]he )?(?:night|overnight) (?:of |from |on |between )?{w}{to}{w}"),
        ("span", rf"{m} {d}{to}(?:{m} )?{d}{year}|{d}(?: {m})?{to}{d} (?:of )?{m}{year}"),
        (
            "clockday",
            rf"(?:{clock})(?:,? (?:on )?{e}?{w}(?: (?:{part}))?|,? (?:on )?(?:{m} {d}|{d} {m}){year}| (?:today|yesterday|tomorrow))",
        ),
        ("date", rf"{e}?(?:{w},? (?:the )?)?(?:{m} {d}{year}|(?:the )?{d} (?:of )?{m}{year})"),
        ("monthyear", rf"(?:(?:[Tt]he )?{e}?(?:beginning of |end of |middle of )?){m},? (?:of )?{y}"),
        (
            "season",
            rf"(?:[Tt]he )?{e}?(?:{which} {s}|{s},? (?:of )?(?:{y}|last year|this year|next year|the same year))",
        ),
        (
            "ago",
            rf"(?:(?:[Aa]bout|[Nn]early|[Aa]lmost|[Mm]ore than|[Aa]t least|[Ss]ome|[Jj]ust|[Oo]ver) )?(?:{n} )(?:and a half )?{u} (?:ago|previously)",
        ),
        (
            "offset",
            rf"(?:{n} ){u} (?:earlier|later|before|after|afterwards)\b(?! (?:than|the|a|he|she|they|it|we|I)\b)|[Tt]he (?:day|night|week|month|year) (?:before|after|earlier)\b|[Tt]he (?:following|next|previous) (?:day|morning|night|evening)",
        ),
        (
            "stretch",
            rf"(?:[Tt]he |[Tt]his )?(?:[Pp]ast|[Ll]ast|[Pp]revious|[Cc]oming|[Nn]ext|[Ff]irst|[Ff]inal) {n} {u}",
        ),
        (
            "which",
            rf"(?:{e})?{which} (?:{w}(?: (?:{part}|night))?|{m}(?! {d})|week(?:end)?|month|year|decade|century|quarter|{part}|spring|summer|autumn|fall|winter)",
        ),
        (
            "dayword",
            rf"(?:{e})?(?:[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday(?: (?:{part}))?|[Tt]omorrow(?: (?:{part}))?|[Tt]oday|TODAY|[Tt]onight|[Oo]vernight)",
        ),
        ("partof", rf"(?:[Tt]he )?(?:(?:early|late) )?(?:{part}|hours)(?: of| on)? (?:{w}|(?:{m} {d}|{d} {m}){year})"),
        (
            "weekday",
            rf"(?:[Ee]arly |[Ll]ate |[Mm]id-|[Ll]ater |[Ee]arlier )?(?:on )?{w}(?:'s|’s)? (?:{part}|lunchtime)|(?:[Ee]arly |[Ll]ate |[Ll]ater |[Ee]arlier )(?:on |in the day on )?{w}|{w}",
        ),
        ("decade", rf"(?:[Tt]he )?(?:early |late |mid-)?(?:(?:19|20)\d0s|'\d0s|’\d0s)"),
        (
            "halfyear",
            rf"(?:[Tt]he )?(?:first|second|third|fourth|last|final)[ -](?:half|quarter) of (?:{y}|last year|this year|next year)|(?:[Tt]he )?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ]quarter",
        ),
        (
            "edge",
            rf"(?:[Tt]he )?(?:beginning|end|start|middle) of (?:{y}|the year|last year|this year|the month|the week|last week|last month)",
        ),
        ("clock", rf"(?:{clock})|(?:{part})(?= (?:local time|GMT))|\b(?:noon|midnight|midday)\b"),
        ("month", rf"(?:[Ee]arly |[Ll]ate |[Mm]id-|[Ll]ater in |[Ee]arlier in )?{m}"),
        ("year", rf"(?:[Ee]arly |[Ll]ate |[Mm]id-)?{y}"),
        ("morning", rf"(?:[Tt]his|[Ll]ast|[Ee]arly in the|[Ll]ate in the) {part}"),
    ]
