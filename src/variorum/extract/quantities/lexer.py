"""Numbers in running text: digits in all groupings, number words, scales, fractions, vague words.

Works on characters, not tokens, so that it does not depend on how a tokenizer splits "forty-one" or "1 100".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from math import gcd

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.quantities.digits import number as whole
from variorum.extract.quantities.digits import scale_on_code, scan_digits
from variorum.lang.base import any_of, read
from variorum.lang.numbers import Fractions, Numbers, NumberWord
from variorum.model import Number
from variorum.text.letters import places, runs

WORD = re.compile(r"[^\W\d_]+")
TAIL = re.compile(r"-([^\W\d_]+)")
INDEFINITE = frozenset(("a", "an"))
ARTICLES = (*sorted(INDEFINITE), "one", "three")
"""What the expressions of fractions below name themselves."""


AGAIN = ("(", " (")
"""What opens the repeat of a number in the other writing: "nineteen (19)", "19 (nineteen)"."""


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
    fraction: bool = False
    """A part of something ("a third", "1/2"), never a count."""
    scale: Number = 1
    """The scale word or letter applied ("million", "k")."""
    names: Number | None = None
    """The scale that a vague plural names ("dozens" 12, "hundreds of thousands" 100,000)."""


class _Words(Struct, frozen=True):
    number: re.Pattern[str]
    first: frozenset[str]
    """The words that a number can begin with."""
    second: frozenset[str]
    """The words that can follow an article with which a number begins ("a couple", "a hundred")."""
    telling: frozenset[str]
    """Words of which every number holds one."""
    forms: dict[str, NumberWord]
    data: Numbers
    fused: re.Pattern[str]
    """Where a telex leaves the hyphen out: "THIRTYTHREE"."""


@cache
def _words(language: str) -> _Words:
    """The expression that finds number words, the fixed forms by text, and the language's data."""
    data = read(language, "numbers", Numbers)
    forms = {w.form: w for w in data.words}
    fixed = any_of(list(forms)).replace(r"\ ", r"\s{1,4}")
    pattern = (
        rf"(?:(?<![\w-])|(?<=-to-))(?:(?P<fraction>{_fraction(data)})|(?P<fixed>{fixed})|(?P<run>{_run(data)}))(?!\w)"
    )
    parts = data.fractions
    tens = [w for w, v in data.units.items() if v >= 20]
    ones = [w for w, v in data.units.items() if 0 < v < 10]
    begin = [
        *forms,
        *data.units,
        *(ten + one for ten in tens for one in ones),
        *parts.parts,
        *parts.plurals,
        *parts.ambiguous,
        *parts.bare,
        *ARTICLES,
    ]
    first = frozenset(match.group().casefold() for form in begin if (match := WORD.match(form)))
    behind = [form.split(maxsplit=1)[1] for form in forms if " " in form]
    scaled = (*data.scales, *parts.parts, *parts.plurals, *parts.ambiguous)
    second = frozenset(match.group().casefold() for form in (*behind, *scaled) if (match := WORD.match(form)))
    fused = re.compile(rf"\b({any_of(tens)})({any_of(ones)})\b")
    telling = (first - INDEFINITE) | second
    return _Words(re.compile(pattern, re.IGNORECASE), first, second, telling, forms, data, fused)


def _run(data: Numbers) -> str:
    """Number words in their order: "forty-one", "two hundred and six", "three million, two hundred & forty"."""
    ones = any_of([w for w, v in data.units.items() if 0 < v < 10])
    tens = any_of([w for w, v in data.units.items() if v >= 20])
    other = any_of(list(data.units))
    scales = any_of([s for s in data.scales if s != "score"])
    gap = r"[\s-]{1,2}"
    word = rf"(?:(?:{tens})[\s-]{{0,2}}(?:{ones})\b|(?:{other})\b|an?\s(?=(?:{scales})\b))"
    joined = rf"(?:,?{gap}|,?\s(?:and|&)\s)"
    half = rf"(?:[\s-]and[\s-](?:a|one)[\s-](?:{any_of(list(data.fractions.mixed))})\b)?"
    lead = rf"{word}(?:\s?(?<=\s)(?:{scales})\b|{gap}(?:{scales})\b)*"
    more = rf"(?:(?<={_ends(data)}){joined}{word}(?:{gap}(?:{scales})\b)+){{0,4}}"
    last = rf"(?:(?<={_ends(data)}){joined}{word})?"
    return rf"{lead}{more}{last}{half}(?:(?<=[fr]){gap}(?:{scales})\b)?"


def _ends(data: Numbers) -> str:
    """What ends a scale word; a look-behind takes one width, so the last three letters stand for the word."""
    return "|".join(sorted({re.escape(s[-3:]) for s in data.scales if len(s) >= 3 and s not in {"score", "dozen"}}))


def _fraction(data: Numbers) -> str:
    """ "two-thirds", "a third of", "half the", "three quarters", "half an hour", "quarter million"."""
    f: Fractions = data.fractions
    ones = any_of([w for w, v in data.units.items() if 0 < v < 20])
    several = any_of([w for w, v in data.units.items() if 1 < v < 10])
    scales = any_of([s for s in data.scales if s not in {"score", "hundred"}])
    parts, plurals = any_of(list(f.parts)), any_of([p for p in f.plurals if p not in f.ambiguous])
    doubtful = any_of(list(f.ambiguous))
    proper = "|".join(
        rf"{top}\s{part}"
        for part in f.ambiguous
        for top, n in data.units.items()
        if isinstance(n, int) and 1 < n < f.plurals[part] and gcd(n, f.plurals[part]) == 1
    )
    even = any_of([part for part, below in f.parts.items() if below in {2, 4} and part != "fourth"])
    after = rf"(?=\s(?:{any_of(list(f.followed))})\b|\s?[.;)](?:\s|$)|$)"
    scaled = rf"(?:(?:an?|one|three)[\s-])?(?:{parts}|{plurals}|{doubtful})(?:\sa|\sof\sa)?\s(?:{scales})\b"
    return (
        rf"{scaled}|(?:{several})-(?:{parts})\b(?=-|\s[a-z])|(?:{ones})(?:-|\s-\s|\s)(?:{plurals})\b|(?:{ones})-(?:{doubtful})\b|(?:{proper})\b(?=\s{f.followed[0]}\b)|"
        rf"one(?:-|\s-\s|\s)(?:{parts})\b"
        rf"|an?[\s-](?:{even})(?=[\s-](?:{any_of(list(f.measured))})\b)"
        rf"|(?<=\bby\s)an?\s(?:{parts})\b(?=,|\s(?:{any_of(list(f.timed))})\b)"
        rf"|an?[\s-](?:{parts})\b{after}|(?:{any_of(list(f.bare))})\b{after}"
    )


def scan(text: str, language: str) -> list[Lexeme]:
    """All numbers of `text` in order, longest reading first, never overlapping."""
    return list(_scanned(text, language))


@lru_cache(maxsize=64)
def _scanned(text: str, language: str) -> tuple[Lexeme, ...]:
    """Kept for a while: sentences and their paragraphs are scanned in turn, and often are the same text."""
    words = _words(language)
    digits = [
        Lexeme(d.start, d.end, d.number, digits=True, ordinal=d.ordinal, fraction=d.fraction, scale=d.scale)
        for d in scan_digits(text, language)
    ]
    return tuple(_said_once(_merged(digits, list(_scan_words(text, words, language))), text))


def _said_once(lexemes: list[Lexeme], text: str) -> list[Lexeme]:
    """The numbers, "nineteen (19)" as one."""
    found: list[Lexeme] = []
    for lexeme in lexemes:
        before = found[-1] if found else None
        again = before is not None and before.number == lexeme.number and before.digits != lexeme.digits
        if (
            before is not None
            and again
            and text[before.end : lexeme.start] in AGAIN
            and text.startswith(")", lexeme.end)
        ):
            found[-1] = replace(before, end=lexeme.end + 1)
        else:
            found.append(lexeme)
    return found


def _scan_words(text: str, words: _Words, language: str) -> Iterator[Lexeme]:
    held = runs(text.lower()) if text.isascii() else [word.casefold() for word in runs(text)]
    if words.telling.isdisjoint(held):
        return
    position, first, second = 0, words.first, words.second
    starts: list[int] = []
    for number, said in enumerate(held):
        if said not in first:
            continue
        if said in INDEFINITE and (number + 1 == len(held) or held[number + 1] not in second):
            continue
        starts = starts or [word.start() for word in places(text)]
        match = words.number.match(text, starts[number]) if starts[number] >= position else None
        if match is None:
            continue
        lexeme = _spelled(match, text, words, language)
        position = lexeme.end if lexeme else match.end()
        if lexeme is not None:
            yield lexeme


def _merged(first: list[Lexeme], second: list[Lexeme]) -> list[Lexeme]:
    """Both lists in order; of the second, what does not overlap the first."""
    found: list[Lexeme] = []
    n = 0
    for lexeme in second:
        while n < len(first) and first[n].end <= lexeme.start:
            found.append(first[n])
            n += 1
        if n == len(first) or lexeme.end <= first[n].start:
            found.append(lexeme)
    return found + first[n:]


def _spelled(match: re.Match[str], text: str, words: _Words, language: str) -> Lexeme | None:
    start, end = match.span()
    stated = words.fused.sub(r"\1-\2", re.sub(r"\s+", " ", match.group().lower()))
    if match.group("fixed"):
        word = words.forms[stated]
        blur = word.modifier == "about"
        return Lexeme(start, end, word.number, word.low, vague=word.number is None, blur=blur, names=word.names)
    if match.group("fraction"):
        if words.data.fractions.not_after and _follows(text, start, words.data.fractions.not_after):
            return None
        value, scale = _part(stated, words.data)
        return Lexeme(start, end, value, fraction=scale == 1, scale=scale)
    if _compound(text, end, stated, words.data):
        return None
    if not _descending(stated, words.data):
        end = start + match.group().index(",")
        stated = re.sub(r"\s+", " ", text[start:end].lower())
    value = _spoken(stated, words.data)
    scale = max([1, *(words.data.scales[w] for w in re.split(r"[\s,-]+", stated) if w in words.data.scales)])
    coded = scale_on_code(text, end, language)
    if coded:
        value, scale, end = whole(repr(value * coded[0])), scale * coded[0], coded[1]
    return Lexeme(start, end, value, scale=scale)


def _compound(text: str, end: int, stated: str, data: Numbers) -> bool:
    """Whether the number is half of a hyphened word: "twenty-first", "fifty-fifty"."""
    tail = TAIL.match(text, end)
    if tail is None:
        return False
    word = tail.group(1).lower()
    return word == stated or (word in {"first", *data.fractions.parts} and data.units.get(stated, 0) >= 20)


def _descending(stated: str, data: Numbers) -> bool:
    """Whether a comma stands between parts of one number ("two million, six hundred"), not between two numbers."""
    if "," not in stated:
        return True
    sizes = [max([1, *(data.scales.get(w, 1) for w in re.split(r"[\s-]+", part))]) for part in stated.split(",")]
    return all(a > b for a, b in pairwise(sizes))


def _follows(text: str, start: int, words: tuple[str, ...]) -> bool:
    before = re.findall(r"[a-z]+", text[max(0, start - 16) : start].lower())
    return bool(before) and before[-1] in words


def _part(stated: str, data: Numbers) -> tuple[Number, Number]:
    """The value of a fraction in words, and the scale applied to it."""
    value, top, scale = 1.0, 1.0, 1
    for word in re.findall(r"[a-z]+", stated):
        if word in data.fractions.parts or word in data.fractions.plurals:
            value = 1 / {**data.fractions.parts, **data.fractions.plurals}[word]
        elif word in data.units:
            top = data.units[word]
        elif word in data.scales:
            scale = int(data.scales[word])
    if scale == 1:
        return top * value, 1
    return whole(repr(top * value * scale)), scale


def _spoken(text: str, data: Numbers) -> Number:
    """The value of a run of number words: two hundred and forty-one, twelve thousand, two and a half million."""
    total: Number = 0
    current: Number = 0
    for word in re.split(r"[\s,&-]+", text):
        if word in data.units:
            current += data.units[word]
        elif word in data.fractions.mixed:
            current = current - (1 if re.search(rf"\bone[\s-]{word}", text) else 0) + data.fractions.mixed[word]
        elif word in data.scales:
            scale = data.scales[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
    return whole(repr(total + current))
