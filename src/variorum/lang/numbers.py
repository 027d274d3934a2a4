"""Number words of a language: units, scales, vague words, hedges, ranges, negation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from variorum.lang.base import read
from variorum.model import Modifier, Number


class NumberWord(Struct, frozen=True):
    """A fixed expression: `number` when it names one ("a dozen"), else `low`, the least it can mean ("dozens" 24);
    `names`: the scale a vague plural names ("dozens" 12)."""

    form: str
    number: Number | None = None
    low: Number | None = None
    names: Number | None = None
    modifier: Modifier | None = None


class Hedge(Struct, frozen=True):
    """Words before or after a number that bound or blur it; `behind` may follow its noun ("80 sheep or more")."""

    modifier: Modifier
    before: tuple[str, ...]
    after: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


class Ranges(Struct, frozen=True, rename={"and_": "and", "from_": "from"}):
    """Words that make two numbers a range; after `moved`, "from" and "to" are an older and a newer value."""

    between: tuple[str, ...]
    and_: tuple[str, ...]
    from_: tuple[str, ...]
    to: tuple[str, ...]
    moved: tuple[str, ...]


class Negation(Struct, frozen=True):
    """Words that make a count zero."""

    determiners: tuple[str, ...]
    pronouns: tuple[str, ...]


class Increments(Struct, frozen=True):
    """Words that add a number to one stated before."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class Fractions(Struct, frozen=True):
    """Words for parts. `parts` and `plurals`: word to denominator; `ambiguous`: plurals that are
    also things ("two quarters"); `bare`: parts that need no article ("half");
    `followed`: words that must follow where the part could be an ordinal ("of" first);
    `timed`: those beside them that follow a change by a part ("by a quarter last year"); `not_after`: words that make
    it one; `measured`: units of which halves and quarters are told ("a quarter point");
    `mixed`: parts behind "and a" ("two and a half"), with their value."""

    parts: dict[str, int]
    plurals: dict[str, int]
    ambiguous: tuple[str, ...]
    bare: tuple[str, ...]
    followed: tuple[str, ...]
    timed: tuple[str, ...]
    not_after: tuple[str, ...]
    measured: tuple[str, ...]
    mixed: dict[str, float]


class Lasting(Struct, frozen=True):
    """`hedges` that before a stretch of time mean "during", unless one of the words `after` stands before them."""

    hedges: tuple[str, ...]
    after: tuple[str, ...]


class Numbers(Struct, frozen=True):
    """`lang/<language>/numbers.toml`. `ordinals`: places in a row by how many they make; `letters`: scales as letters;
    `money_letters`: those only money takes ("$5m"); `decimal_before`: words before which "1.345" is a decimal, beside
    units and scales; `minus`: words for a negative number with a unit; `risen`: verbs that take the "up" of "up to"."""

    units: dict[str, Number]
    scales: dict[str, Number]
    ordinals: dict[str, int]
    letters: dict[str, Number]
    money_letters: dict[str, Number]
    decimal_before: tuple[str, ...]
    minus: tuple[str, ...]
    risen: frozenset[str]
    lasting: Lasting
    fractions: Fractions
    words: tuple[NumberWord, ...]
    hedges: tuple[Hedge, ...]
    ranges: Ranges
    negation: Negation
    increments: Increments


@cache
def ordinals(language: str = "en") -> Mapping[str, int]:
    """Words for places in a row from the second on, by how many they make: "a *third*" makes three."""
    data: Numbers = read(language, "numbers", Numbers)
    return data.ordinals
