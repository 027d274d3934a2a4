"""A sentence's numbers with their surroundings: what each is the amount of, as far as the words beside it say.

Kinds cover what is counted in events; prices, percentages, scores and magnitudes have only their unit and neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import islice

from msgspec import Struct

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.firm import persons
from variorum.checks.forms import forms
from variorum.checks.line import Line, at
from variorum.checks.unit import Unit, unit_of
from variorum.lang.base import read
from variorum.lang.numbers import Numbers
from variorum.model import Claim, Quantity, Span, Value
from variorum.text.words import Word, words


class Amount(Struct, frozen=True):
    """A number in its sentence.

    `before`: content words to its left, nearest first; `after`: those that follow without a break; `near`: a few on
    either side, break or not. `aged`: whether the words that follow name a person, or nothing follows. `trend`: it
    tells a rise or a fall. `prior`: it is what something was before ("up from 30"). `claim`: the claim that has this
    number. `passage`: number and what it counts.
    """

    value: Value
    unit: Unit
    before: tuple[str, ...]
    after: tuple[str, ...]
    near: frozenset[str]
    aged: bool
    trend: bool
    prior: bool
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
    def ranged(self) -> bool:
        """Whether a range is given."""
        return self.value.modifier == "range"

    @property
    def kind(self) -> str | None:
        """The kind that counts it, if any does."""
        return self.claim.kind if self.claim is not None else None


class Reader:
    """Reads the amounts of sentences, each sentence once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
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
        if not line.numbers:
            return ()
        if line.span not in self._read:
            extraction = self.desk.extractions.get(line.span.article)
            read_ = [q for q in extraction.quantities if line.span.contains(q.span)] if extraction else []
            inside = sorted([*read_, *self._left(line, read_)], key=lambda q: q.span)
            units = frozenset(
                w.start for q in inside for w in line.words if not w.number and q.span.start <= w.start < q.span.end
            )
            found = (self._amount(line, q, units) for q in inside[:MOST])
            self._read[line.span] = tuple(a for a in found if a is not None)
        return self._read[line.span]

    def holding(self, line: Line, word: Word) -> Amount | None:
        """The sentence's amount that has this word."""
        inside = (a for a in self.amounts(line) if a.passage.start <= word.start < a.passage.end)
        return next(inside, None)

    def _left(self, line: Line, known: list[Quantity]) -> Iterator[Quantity]:
        """Numbers that extraction took for names or times, and that are amounts here: "at 9,256.49", "Kills 14"."""
        start = line.span.start
        spans = [at(line, start + m.start(), start + m.end()) for m in EXACT.finditer(line.span.text)]
        for place, word in enumerate(line.words):
            span = at(line, word.start, word.end)
            if word.number and not any(span.overlaps(s) for s in spans) and self._counted(line, span, place):
                spans.append(span)
        for span in spans:
            if not any(span.overlaps(q.span) for q in known):
                number = float(re.sub(r"[^\d.]", "", span.text))
                yield Quantity(span=span, value=Value(span.text, number, number, number, "exactly"))

    def _amount(self, line: Line, quantity: Quantity, units: frozenset[int]) -> Amount | None:
        span = quantity.span
        place = next((i for i, w in enumerate(line.words) if w.number and span.start <= w.start < span.end), None)
        if place is None or (quantity.value.number is None and quantity.value.modifier != "range"):
            return None
        if YEAR.fullmatch(span.text.strip()) or joined(line, span):
            return None
        before, following = _before(line, place, units), _following(line, span.end)
        unit = unit_of(quantity.unit)
        return Amount(
            value=quantity.value,
            unit=unit,
            before=before,
            after=(*(w.key for w in following), *_noun(quantity)) if unit.name == "count" else _of(line, span.end),
            near=frozenset((*before[:LEFT], *_right(line, span.end, units))),
            aged=not following or any(w.name or w.key in persons() for w in following),
            trend=quantity.trend is not None,
            prior=forms().prior.search(_around(line, span)[0]) is not None,
            claim=_claim(self.desk, quantity),
            passage=at(line, span.start, following[-1].end if following else span.end),
        )

    def _counted(self, line: Line, span: Span, place: int) -> bool:
        """Whether what looks like a name ("Kills 14") is an amount: a word of a kind or of strength comes before."""
        if not span.text.isdigit():
            return False
        before = _before(line, place)
        left, right = _around(line, span)
        return bool(forms().strength.search(left) or forms().strong.match(right)) or not self._telling.isdisjoint(
            before[:CLOSE]
        )


MOST = 24
"""Numbers of one sentence that are compared; longer rows are tables."""


def _before(line: Line, place: int, units: frozenset[int] = frozenset()) -> tuple[str, ...]:
    """Keys of the content words to the left, nearest first, as far as the last semicolon or colon, without the number's
    own hedge; `units`: where the words of units begin, which say nothing of what is counted."""
    found: list[str] = []
    right = line.words[place].start
    for word in reversed(line.words[max(0, place - REACH) : place]):
        if any(c in ";:" for c in _between(line, word.end, right)):
            break
        hedge = not found and word.plain in hedging()
        if word.key and not word.number and not hedge and word.start not in units:
            found.append(word.key)
        right = word.start
    return tuple(found)


@cache
def hedging() -> frozenset[str]:
    """The words of hedges before a number ("nearly", "estimated"): they are of the number, not of what it counts."""
    known: Numbers = read("en", "numbers", Numbers)
    return frozenset(w.plain for h in known.hedges for phrase in h.before for w in words(phrase))


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
    return _keys(quantity.noun) if quantity.noun else ()


@lru_cache(maxsize=1 << 12)
def _keys(noun: str) -> tuple[str, ...]:
    return tuple(w.key for w in words(noun) if w.key and not w.number)


def _of(line: Line, end: int) -> tuple[str, ...]:
    """What follows a sum or a share, "of the" or not ("40 percent of the vote", "a 5 percent growth rate")."""
    of = forms().share_of.match(line.span.text, end - line.span.start)
    return tuple(w.key for w in _following(line, line.span.start + of.end() if of else end))


def _right(line: Line, end: int, units: frozenset[int]) -> tuple[str, ...]:
    kept = (w.key for w in line.words if w.start >= end and w.key and not w.number and w.start not in units)
    return tuple(islice(kept, RIGHT))


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


EXACT = re.compile(r"(?<![\w.,:/$-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\w,:/-]*\d)(?!\s?[ap]\.?m\b)")
"""Digits that no day, time or name has: thousands set apart, or a fraction."""


YEAR = re.compile(r"(?:1[89]|20)\d\d")


def joined(line: Line, span: Span) -> bool:
    """Whether the number is a piece of something longer: a fraction, a score, an update's number."""
    left, right = _around(line, span)
    spread = FRACTION.search(span.text) and SPREAD.match(right)
    return bool(forms().label.search(left) or (TRAILS.match(right) and not spread))


def _around(line: Line, span: Span) -> tuple[str, str]:
    """The text just before and just after a passage of the sentence."""
    start, end = span.start - line.span.start, span.end - line.span.start
    return line.span.text[max(0, start - WINDOW) : start], line.span.text[end : end + WINDOW]


WINDOW = 24
"""Characters in which a number's label stands."""


FRACTION = re.compile(r"\.\d\d+$")
SPREAD = re.compile(r"/\d\d")
"""A price with what is asked beside what is bid ("1.1525/30")."""

TRAILS = re.compile(r"[-–/:]\d|\s/\s?\d|\)")
