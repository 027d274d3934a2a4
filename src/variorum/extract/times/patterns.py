"""The expressions of time in news English, as named alternatives of one bounded regular expression.

Group names are the kinds that `resolve` knows. Spans follow TimeML: without preposition, with "early" and "late".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from variorum.lang.base import any_of, read
from variorum.lang.times import Times
from variorum.text.letters import plain


class Found(Struct, frozen=True):
    """An expression: its kind, its offsets, its words."""

    kind: str
    start: int
    end: int
    text: str


def find(text: str, language: str, start: int = 0, end: int | None = None) -> list[Found]:
    """All expressions of `text[start:end]`, left to right, the first that fits at each place."""
    out: list[Found] = []
    end = len(text) if end is None else end
    here = plain(text[start:end])
    place = PLAIN if here.isascii() else PLACE
    words = place.findall(here.lower()) if here.isascii() else [word.lower() for word in place.findall(here)]
    if _anchors(language).isdisjoint(words) and not DIGIT.search(here):
        return out
    pattern, first, known, anchors = _pattern(language), _first(language), _known(language), _anchors(language)
    done = start
    starts: list[int] = []
    for number, word in enumerate(words):
        if (word not in first and word.isalpha()) or not _goes_on(number, words, known, anchors):
            continue
        starts = starts or [match.start() for match in place.finditer(here)]
        at = start + starts[number]
        match = pattern.match(text, at, end) if at >= done else None
        if match is not None:
            out.append(Found(match.lastgroup or "", match.start(), match.end(), match.group()))
            done = match.end()
    return out


WORD, DIGIT = re.compile(r"[^\W\d_]+"), re.compile(r"\d")
PLACE = re.compile(r"[^\W\d_]+|\d+|['’](?=\d)")
"""Where an expression may begin: at a word, a number, or the mark before a decade without its century."""
PLAIN = re.compile(r"[A-Za-z]+|[0-9]+|'(?=[0-9])")
"""The same in ASCII, in half the time."""


def _goes_on(number: int, words: list[str], known: frozenset[str], anchors: frozenset[str]) -> bool:
    """Whether an expression may begin with the word of that number: words that expressions are made of, up
    to one of those without which none is or a digit. Most of "the", "a" and "on" have other words behind them, and
    seeing that is quicker than trying the expression."""
    word = words[number]
    while word in known and word not in anchors:
        number += 1
        if number == len(words):
            return False
        word = words[number]
    return word in anchors or not word.isalpha()


@cache
def _known(language: str) -> frozenset[str]:
    """The words that expressions are made of."""
    letters = re.sub(r"\[(\w)\w\]|\\[bdsSwW]|\(\?P<\w+>", r"\1", _pattern(language).pattern)
    return frozenset(w.lower() for w in WORD.findall(letters))


@cache
def _first(language: str) -> frozenset[str]:
    """The words that expressions are made of, but for those that begin none: trying these is quicker than trying the
    expression at every character."""
    return _known(language).difference(_WITHIN)


_WITHIN = ("and", "from", "he", "i", "in", "into", "it", "of", "s", "she", "t", "than", "they", "to", "we")
"""Common words inside or behind the expressions below that begin none."""


@cache
def _anchors(language: str) -> frozenset[str]:
    """Words of which every expression has at least one, or else a digit: most paragraphs need no closer look."""
    times = read(language, "times", Times)
    named = (*times.months, *times.weekdays, *times.units, *times.parts, *times.seasons)
    return frozenset((*(w for name in named for w in WORD.findall(name.lower())), *_WORDS_OF_TIME))


_WORDS_OF_TIME = (
    "ago", "centuries", "century", "day", "days", "decade", "decades", "hours", "midday", "midnight", "month", "months",
    "night", "noon", "overnight", "previously", "quarter", "today", "tomorrow", "tonight", "week", "weekend", "weeks",
    "year", "years", "yesterday",
)  # fmt: skip
"""What the expressions below name themselves."""


def _cased(values: Iterable[str]) -> str:
    """Alternatives as names are written: with a capital, or in capitals."""
    listed = list(values)
    return any_of([*(v.capitalize() for v in listed), *(v.upper() for v in listed)])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    parts = _parts(read(language, "times", Times))
    filled = ((name, pattern.format_map(parts)) for name, pattern in _ALTERNATIVES)
    source = "|".join(f"(?P<{name}>{pattern})" for name, pattern in filled)
    return re.compile(rf"(?<![\w$€£])(?:{source})(?!\w)")


def _parts(times: Times) -> dict[str, str]:
    """What the alternatives are made of, by one letter: month, weekday, day, year, number, unit, part of a day,
    season.
    """
    full = [m for m in times.months if len(m) > 4 or m in {"june", "july", "may"}]
    short = [m for m in times.months if m not in full]
    months = rf"(?:{_cased(full)})\b|(?:{_cased(short)})\b\.?"
    numbers = any_of(times.numbers)
    return {
        "M": rf"(?:{months})",
        "W": rf"(?:{_cased(times.weekdays)})\b",
        "D": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)",
        "Y": r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)",
        "N": rf"(?:\d{{1,4}}|(?:{numbers})(?:[ -](?:{numbers}))?(?: (?:of|dozen))?)",
        "U": rf"(?:{any_of(times.units)})",
        "P": rf"(?:{any_of(times.parts)})",
        "S": rf"(?:{any_of(times.seasons)})",
        "E": r"(?:(?:early|later?|mid|earlier|(?:shortly|just) (?:before|after))[ -](?:on |in |into )?)",
        "T": r"\s?(?:-|–|—|to|and|into|until|through)\s?",
        "C": rf"(?:{_CLOCK})",
        "L": r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:past|last|previous|next|coming|same|following)|"
        r"[Pp]ast|[Ss]ame|[Tt]hat|[Pp]revious|[Cc]oming)",
        "A": r"(?:[Aa]bout|[Nn]early|[Aa]lmost|[Mm]ore than|[Aa]t least|[Ss]ome|[Jj]ust|[Oo]ver)",
        "R": r"(?:last|this|next) year",
        "G": r"(?:,? (?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)| (?:of )?(?:last|this|next) year)?",
    }


_CLOCK = (
    r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)? ?(?:[ap]\.?m\b\.?|[AP]\.?M\b\.?|o'clock|o’clock)"
    r"|(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?(?:GMT|UTC|hours|local time))"
)

_ALTERNATIVES: tuple[tuple[str, str], ...] = (
    ("iso", r"{Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]{{4,12}}Z?)?"),
    ("compact", r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:\d{{4}}|\d\d)"),
    (
        "night",
        r"(?:[Tt]he )?night (?:of|from) (?:{D}(?: {M})?{T}{D} {M}|{M} {D}{T}{D})(?:,? {Y})?",
    ),
    ("nights", r"(?:[Tt]he )?(?:night|overnight) (?:of |from |on |between )?{W}{T}{W}"),
    ("span", r"{M} {D}{T}(?:{M} )?{D}(?:,? {Y})?|{D}(?: {M})?{T}{D} (?:of )?{M}(?:,? {Y})?"),
    (
        "clockday",
        r"{C}(?:,? (?:on )?{E}?{W}(?: {P})?|,? (?:on )?(?:{M} {D}|{D} {M})(?:,? {Y})?| (?:today|yesterday|tomorrow))",
    ),
    ("date", r"{E}?(?:{W},? (?:the )?)?(?:{M} {D}{G}|(?:the )?{D} (?:of )?{M}{G})"),
    ("monthyear", r"(?:(?:[Tt]he )?{E}?(?:beginning of |end of |middle of )?){M},? (?:of )?(?:{Y}|{R})"),
    ("season", r"(?:[Tt]he )?{E}?(?:{L} {S}|{S},? (?:of )?(?:{Y}|{R}|the same year))"),
    ("ago", r"(?:{A} )?{N} (?:and a half )?{U} (?:ago|previously)"),
    (
        "offset",
        r"{N} {U} (?:earlier|later|before|after|afterwards)\b(?! (?:than|the|a|he|she|they|it|we|I)\b)"
        r"|[Tt]he (?:day|night|week|month|year) (?:before|after|earlier)\b"
        r"|[Tt]he (?:following|next|previous) (?:day|morning|night|evening)",
    ),
    ("stretch", r"(?:[Tt]he |[Tt]his )?(?:[Pp]ast|[Ll]ast|[Pp]revious|[Cc]oming|[Nn]ext|[Ff]irst|[Ff]inal) {N} {U}"),
    (
        "which",
        r"{E}?{L} (?:{W}(?: (?:{P}|night))?|{M}(?! {D})|week(?:end)?|month|year|decade|century|quarter|{P}|{S})",
    ),
    (
        "dayword",
        r"{E}?(?:[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday(?: {P})?|[Tt]omorrow(?: {P})?"
        r"|[Tt]oday|TODAY|[Tt]onight|[Oo]vernight)",
    ),
    ("partof", r"(?:[Tt]he )?(?:(?:early|late) )?(?:{P}|hours)(?: of| on)? (?:{W}|(?:{M} {D}|{D} {M})(?:,? {Y})?)"),
    (
        "weekday",
        r"(?:[Ee]arly |[Ll]ater? |[Mm]id-|[Ee]arlier )?(?:on )?{W}(?:'s|’s)? {P}"
        r"|(?:[Ee]arly |[Ll]ater? |[Ee]arlier )(?:on |in the day on )?{W}|{W}",
    ),
    ("decade", r"(?:[Tt]he )?(?:early |late |mid-)?(?:(?:19|20)\d0s|'\d0s|’\d0s)"),
    (
        "halfyear",
        r"(?:[Tt]he )?(?:first|second|third|fourth|last|final)[ -](?:half|quarter) of (?:{Y}|{R})"
        r"|(?:[Tt]he )?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ]quarter",
    ),
    (
        "edge",
        r"(?:[Tt]he )?(?:beginning|end|start|middle) of (?:{Y}|{R}|(?:the|last) (?:year|month|week))",
    ),
    ("clock", r"{C}|{P}(?= (?:local time|GMT))|\b(?:noon|midnight|midday)\b"),
    ("month", r"(?:[Ee]arly |[Ll]ate |[Mm]id-|[Ll]ater in |[Ee]arlier in )?{M}"),
    ("year", r"(?:[Ee]arly |[Ll]ate |[Mm]id-)?{Y}"),
    ("morning", r"(?:[Ee]arly in the|[Ll]ate in the) {P}"),
)
"""Kind and pattern; the first that fits wins. Bounded repetition only, so no text takes more than linear time."""
