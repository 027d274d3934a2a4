"""A sentence's numbers with their surroundings: what each is the amount of, as far as the words beside it say.

Kinds cover what is counted in events; prices, percentages, scores and magnitudes have only their unit and neighbours.
"""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.line import Line, at
from variorum.lang.base import read
from variorum.lang.measures import Measures
from variorum.lang.numbers import Numbers
from variorum.model import Claim, Quantity, Span, Value
from variorum.text.words import Word, fold, stem, words


class Amount(Struct, frozen=True):
    """A number in its sentence.

    `unit`: money, percent, age, duration or count. `sort`: the measure's own name ("mile", "week"), without which two
    lengths or spans of time do not compare. `before`: content words to its left, nearest first; `after`: those that
    follow without a break; `near`: a few on either side, break or not. `claim`: the claim that has this number.
    `passage`: number and what it counts.
    """

    value: Value
    unit: str
    sort: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    near: frozenset[str]
    claim: Claim | None
    passage: Span

    @property
    def number(self) -> float | None:
        """The number itself, of a range its lower end."""
        stated = self.value.low if self.value.number is None else self.value.number
        return None if stated is None else float(stated)

    @property
    def top(self) -> float | None:
        """The number itself, of a range its upper end."""
        stated = self.value.high if self.value.number is None else self.value.number
        return None if stated is None else float(stated)

    @property
    def kind(self) -> str | None:
        """The kind that counts it, if any does."""
        return self.claim.kind if self.claim is not None else None


class Reader:
    """Reads the amounts of sentences, each sentence once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        known: Measures = read("en", "measures", Measures)
        self._sorts = {stem(fold(n)): stem(fold(n)) for n in (*known.units, *known.durations) if n.isalpha()}
        self._read: dict[Span, tuple[Amount, ...]] = {}

    @cached_property
    def _telling(self) -> frozenset[str]:
        """The words that make a number a count of any kind."""
        return frozenset(k for kind in sorted(self.desk.kinds) for k in figures.triggers(self.desk, kind))

    @cached_property
    def scales(self) -> frozenset[str]:
        """The words that multiply a number ("million")."""
        known: Numbers = read("en", "numbers", Numbers)
        return frozenset(known.scales)

    def amounts(self, line: Line) -> tuple[Amount, ...]:
        """The sentence's amounts in text order; dates, ordinals, names of things and bare years are none."""
        if line.span not in self._read:
            extraction = self.desk.extractions.get(line.span.article)
            inside = [q for q in extraction.quantities if line.span.contains(q.span)] if extraction else []
            found = (self._amount(line, q) for q in sorted(inside, key=lambda q: q.span)[:MOST])
            self._read[line.span] = tuple(a for a in found if a is not None)
        return self._read[line.span]

    def holding(self, line: Line, word: Word) -> Amount | None:
        """The sentence's amount that has this word."""
        inside = (a for a in self.amounts(line) if a.passage.start <= word.start < a.passage.end)
        return next(inside, None)

    def _amount(self, line: Line, quantity: Quantity) -> Amount | None:
        span = quantity.span
        place = next((i for i, w in enumerate(line.words) if w.number and span.start <= w.start < span.end), None)
        if place is None or (quantity.value.number is None and quantity.value.modifier != "range"):
            return None
        before = _before(line, place)
        unit = self._unit(line, quantity, before)
        if unit is None:
            return None
        following = _following(line, span.end)
        return Amount(
            value=quantity.value,
            unit=unit,
            sort=next((self._sorts[w] for w in (stem(f.plain) for f in following[:1]) if w in self._sorts), None),
            before=before,
            after=tuple(w.key for w in following) or _noun(quantity),
            near=frozenset((*before[:LEFT], *_right(line, span.end))),
            claim=_claim(self.desk, quantity),
            passage=at(line, span.start, following[-1].end if following else span.end),
        )

    def _unit(self, line: Line, quantity: Quantity, before: tuple[str, ...]) -> str | None:
        """The class of unit; None where the number is no amount at all."""
        text, unit = quantity.span.text.strip(), quantity.unit
        if unit in {"time", "date"} and THOUSANDS.search(text):
            return "count"
        if unit in {"ordinal", "date", "time"} or YEAR.fullmatch(text) or joined(line, quantity.span):
            return None
        if unit == "label":
            return "count" if self._counted(line, quantity.span, before) else None
        return unit if unit in {"money", "percent", "age", "duration"} else "count"

    def _counted(self, line: Line, span: Span, before: tuple[str, ...]) -> bool:
        """Whether what looks like a name ("Kills 14") is an amount: a word of a kind or of strength comes before."""
        left, right = _around(line, span)
        return bool(STRENGTH.search(left) or STRONG.match(right)) or not self._telling.isdisjoint(before[:CLOSE])


MOST = 24
"""Numbers of one sentence that are compared; longer rows are tables."""


def _before(line: Line, place: int) -> tuple[str, ...]:
    """Keys of the content words to the left, nearest first, as far as the last semicolon or colon."""
    found: list[str] = []
    right = line.words[place].start
    for word in reversed(line.words[max(0, place - REACH) : place]):
        if any(c in ";:" for c in _between(line, word.end, right)):
            break
        if word.key and not word.number:
            found.append(word.key)
        right = word.start
    return tuple(found)


REACH = 12
"""Words looked through to the left."""


def _following(line: Line, end: int) -> tuple[Word, ...]:
    """The content words that follow without a break: at most three, the noun and what stands before it."""
    found: list[Word] = []
    for word in line.words:
        if word.start < end:
            continue
        if len(found) == RIGHT or not word.key or word.number or not GLUE.fullmatch(_between(line, end, word.start)):
            break
        found.append(word)
        end = word.end
    return tuple(found)


def _noun(quantity: Quantity) -> tuple[str, ...]:
    """The noun as extraction read it, where other words stand between."""
    return tuple(w.key for w in words(quantity.noun or "") if w.key)


def _right(line: Line, end: int) -> tuple[str, ...]:
    return tuple(w.key for w in line.words if w.start >= end and w.key and not w.number)[:RIGHT]


LEFT = 5
RIGHT = 3
CLOSE = 2
"""Content words beside a number: those that say what it is of, those of its noun phrase, those that make it a count."""

GLUE = re.compile(r"[\s\-‑]?")


def _between(line: Line, start: int, end: int) -> str:
    return line.span.text[start - line.span.start : max(start, end) - line.span.start]


def _claim(desk: Desk, quantity: Quantity) -> Claim | None:
    near = (c for c in desk.claims(quantity.span.article) if c.span.overlaps(quantity.span))
    return next((c for c in near if figures.number(c) == quantity.value.number), None)


YEAR = re.compile(r"(?:1[89]|20)\d\d")
THOUSANDS = re.compile(r"\d,\d{3}")


def joined(line: Line, span: Span) -> bool:
    """Whether the number is a piece of something longer: a fraction, a score, an update's number."""
    left, right = _around(line, span)
    return bool(LEADS.search(left) or TRAILS.match(right))


def _around(line: Line, span: Span) -> tuple[str, str]:
    """The text just before and just after a passage of the sentence."""
    start, end = span.start - line.span.start, span.end - line.span.start
    return line.span.text[max(0, start - WINDOW) : start], line.span.text[end : end + WINDOW]


WINDOW = 24
"""Characters in which a number's label stands."""


LEADS = re.compile(r"(?:\d[-–/:.,)]|\(|\b(?:update|version|part|no\.?|number|vol\.?)\s)\s?$", re.IGNORECASE)
TRAILS = re.compile(r"[-–/:]\d|\)")


STRENGTH = re.compile(r"\bmagnitude(?:\s+of)?\s*$", re.IGNORECASE)
STRONG = re.compile(r"[\s-]?magnitude\b", re.IGNORECASE)
