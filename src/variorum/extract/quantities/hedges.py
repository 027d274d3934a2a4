"""The words around a number: hedges, ranges, increments, and the logical bounds they give.

Bounds follow the design: at least N = [N, ∞); more than N = [N+1, ∞) for whole counts; up to N = [0, N];
less than N = [0, N−1]; about N = N, marked approximate; a vague word = [its least meaning, ∞).
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from variorum.extract.quantities.lexer import Lexeme
from variorum.lang.base import any_phrase_of, read
from variorum.lang.numbers import Numbers
from variorum.model import Modifier, Number, Value
from variorum.text.tree import Sentence

WINDOW = 40
"""Characters looked at before a number; the longest hedge is under 30."""


class Bound(Struct, frozen=True):
    """Offsets with hedges, the end of the core (the second number of a range), and the value."""

    start: int
    end: int
    core_end: int
    value: Value
    partner: bool = False
    increment: bool = False


class _Patterns(Struct, frozen=True):
    before: re.Pattern[str]
    last: tuple[str, ...]
    """The words that those end in, which is quicker to see."""
    after: re.Pattern[str]
    behind: re.Pattern[str]
    modifiers: dict[str, Modifier]
    between: re.Pattern[str]
    and_: re.Pattern[str]
    to: re.Pattern[str]
    moved: re.Pattern[str]
    more_before: re.Pattern[str]
    more_after: re.Pattern[str]
    number: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    data = read(language, "numbers", Numbers)
    before = {f: h.modifier for h in data.hedges for f in h.before}
    after = {f: h.modifier for h in data.hedges for f in h.after}
    behind = {f: h.modifier for h in data.hedges for f in h.behind}
    gap = r"\s+(?:the\s+|an?\s+)?$"
    flags = re.IGNORECASE
    return _Patterns(
        before=re.compile(rf"(?<!\w)({any_phrase_of(list(before))}){gap}", flags),
        last=tuple(sorted({form.split()[-1].lower() for form in before})),
        after=re.compile(rf"\s?({any_phrase_of(list(after))})(?!\w)", flags),
        behind=re.compile(
            rf"(?:\s[a-z][\w-]*){{0,3}}?,?\s({any_phrase_of(list(behind))})(?=\s*(?:[.,;:!?)]|$))", flags
        ),
        modifiers={**before, **after, **behind},
        between=re.compile(rf"(?<!\w)(?:{any_phrase_of(list(data.ranges.between))})\s+(?:\w+\s+)?$", flags),
        and_=re.compile(rf"\s+(?:{any_phrase_of(list(data.ranges.and_))})\s+$", flags),
        to=re.compile(rf"\s*(?:{any_phrase_of(list(data.ranges.to))})\s*", flags),
        moved=re.compile(
            rf"\b(?:{any_phrase_of(list(data.ranges.moved))})(?:\s+[\w’'-]+){{0,3}}\s+(?:{any_phrase_of(list(data.ranges.from_))})"
            r"\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,2}$",
            flags,
        ),
        more_before=re.compile(rf"(?<!\w)(?:{any_phrase_of(list(data.increments.before))})\s+$", flags),
        more_after=re.compile(rf"\s+(?:\w+\s+)?(?:{any_phrase_of(list(data.increments.after))})(?!\w)", flags),
        number=re.compile(r"(?:the|an?)\s+$", flags),
    )


def bound(text: str, floor: int, lexeme: Lexeme, following: Lexeme | None, language: str) -> Bound:
    """The number's bounds; `floor` is where its sentence starts, `following` the next number of the sentence."""
    patterns = _patterns(language)
    lead = text[max(floor, lexeme.start - WINDOW) : lexeme.start]
    paired = _range(text, lead, lexeme, following, patterns)
    if paired is not None:
        return paired
    modifier, start = _before(lead, lexeme, patterns, language)
    tail, end = text[lexeme.end : lexeme.end + WINDOW], lexeme.end
    behind = patterns.after.match(tail) or patterns.behind.match(tail)
    if behind and modifier is None:
        modifier, end = patterns.modifiers[_plain(behind.group(1))], lexeme.end + behind.end()
    increment = bool(patterns.more_before.search(lead) or patterns.more_after.match(tail))
    if lexeme.vague:
        value = Value(text[start:end], None, lexeme.low, None, "vague")
    else:
        assert lexeme.number is not None
        value = _value(text[start:end], lexeme.number, modifier or ("about" if lexeme.blur else "exactly"))
    return Bound(start, end, lexeme.end, value, increment=increment)


def hedge_before(lead: str, language: str) -> Modifier | None:
    """The hedge that ends the text before a number."""
    patterns = _patterns(language)
    match = _hedge(lead, patterns)
    return patterns.modifiers[_plain(match.group(1))] if match else None


def _hedge(lead: str, patterns: _Patterns) -> re.Match[str] | None:
    """The match of the hedge that ends a text."""
    said = lead.lower().split()
    if said and said[-1] in ARTICLES:
        said.pop()
    return patterns.before.search(lead) if said and said[-1].endswith(patterns.last) else None


ARTICLES = frozenset(("the", "a", "an"))
"""What may stand between a hedge and its number."""


def hedged(
    text: str, sentence: Sentence, start: int, end: int, language: str, *, lasting: bool
) -> tuple[Modifier | None, int, int]:
    """The hedge around an amount with its unit, and the offsets that hold both.

    "over" before a stretch of time (`lasting`) says when, unless a preposition or verb of lasting stands before it.
    """
    patterns = _patterns(language)
    lead = text[max(sentence.start, start - WINDOW) : start]
    match = _hedge(lead if not lead or lead[-1].isspace() else lead + " ", patterns)
    plain = match is None or re.search(r"\sthe\s+$", match.group(), re.I) or _risen(lead, match, language)
    if match and not plain and not _during(lead, match, language, lasting):
        return patterns.modifiers[_plain(match.group(1))], start - len(lead) + match.start(1), end
    tail = text[end : min(sentence.end, end + WINDOW)]
    behind = patterns.after.match(tail) or patterns.behind.match(tail)
    if behind:
        return patterns.modifiers[_plain(behind.group(1))], start, end + behind.end()
    return None, start, end


def _risen(lead: str, match: re.Match[str], language: str) -> bool:
    """Whether "up" belongs to the verb: what goes up to 30 is 30."""
    if _plain(match.group(1)) != "up to":
        return False
    previous = re.findall(r"[a-z]+", lead[: match.start()].lower())
    return bool(previous) and previous[-1] in read(language, "numbers", Numbers).risen


def _during(lead: str, match: re.Match[str], language: str, lasting: bool) -> bool:
    data = read(language, "numbers", Numbers).lasting
    if not lasting or _plain(match.group(1)) not in data.hedges:
        return False
    previous = re.findall(r"[\w%]+", lead[: match.start()].lower())
    return not previous or previous[-1] not in data.after


def _before(lead: str, lexeme: Lexeme, patterns: _Patterns, language: str) -> tuple[Modifier | None, int]:
    padded = lead if not lead or lead[-1].isspace() else lead + " "
    match = _hedge(padded, patterns)
    if match is None or _compares(match, patterns) or _risen(padded, match, language):
        return None, lexeme.start
    return patterns.modifiers[_plain(match.group(1))], lexeme.start - len(lead) + match.start(1)


def _compares(match: re.Match[str], patterns: _Patterns) -> bool:
    """ "more than the nine that police confirmed": another count, which is nine."""
    unequal = patterns.modifiers[_plain(match.group(1))] in {"more than", "less than"}
    return unequal and THE.search(match.group()) is not None


THE = re.compile(r"\sthe\s+$", re.I)


def _plain(form: str) -> str:
    return re.sub(r"\s+", " ", form.lower())


def _value(stated: str, number: Number, modifier: Modifier) -> Value:
    low, high = bounds(number, modifier)
    return Value(stated, number, low, high, modifier)


def bounds(number: Number, modifier: Modifier, *, counted: bool = True) -> tuple[Number | None, Number | None]:
    """[low, high] that the words allow; null = open. Whole counts step by one, measures touch the bound."""
    step = 1 if counted and isinstance(number, int) else 0
    match modifier:
        case "at least":
            return number, None
        case "more than":
            return number + step, None
        case "up to":
            return 0, number
        case "less than":
            return 0, max(0, number - step)
        case _:
            return number, number


def _range(text: str, lead: str, lexeme: Lexeme, following: Lexeme | None, patterns: _Patterns) -> Bound | None:
    """Two numbers as one range: "between 70 and 80", "10 to 12", "four or five"; None where they are two facts."""
    if following is None or lexeme.number is None or following.number is None:
        return None
    if following.number <= lexeme.number:
        return None
    gap = text[lexeme.end : following.start]
    between = patterns.between.search(lead)
    joined = patterns.to.fullmatch(gap)
    if between and patterns.and_.fullmatch(gap):
        start = lexeme.start - len(lead) + between.start()
    elif joined and _near(gap, lexeme.number, following.number) and not patterns.moved.search(lead):
        start = lexeme.start
    else:
        return None
    value = Value(text[lexeme.start : following.end], None, lexeme.number, following.number, "range")
    return Bound(start, following.end, following.end, value, partner=True)


def _near(gap: str, low: Number, high: Number) -> bool:
    """ "or" joins neighbours ("four or five"), dashes and "to" what could be one estimate (at most tenfold)."""
    word = gap.strip().lower()
    if word == "or":
        return high - low <= max(2, low)
    return low > 0 and high <= 10 * low
