"""Names, symbols and words of units and currencies of a language."""

from __future__ import annotations

from msgspec import Struct


class Unit(Struct, frozen=True):
    """One unit. `words` in the singular, lower case (a plural in -s is understood, others are listed); `symbols` keep
    their case. `prefixed`: takes the decimal prefixes. `final`: symbols that are also words, read as the unit only
    where the phrase ends. `least`: the least number that makes an ambiguous word this unit."""

    name: str
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    final: tuple[str, ...] = ()
    prefixed: bool = False
    least: float = 0


class Currency(Struct, frozen=True):
    """One currency. `before`: symbols and codes before the number, as printed; `after`: symbols and codes behind it;
    `cent`: the hundredth's name where "three dollars and ten cents" is one sum."""

    name: str
    words: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    cent: str | None = None
    least: float = 0


class Sense(Struct, frozen=True):
    """A word with two units: `other` is meant from `least` on, or where one of `cues` stands in the sentence."""

    word: str
    other: str
    least: float
    cues: tuple[str, ...]


class Trend(Struct, frozen=True):
    """Words of rising or falling. `before` the number ("rose by 5%"), `nouns` also after it ("a 5% rise"), `after` it
    only ("5% higher"); `price`: before a percentage, points or money only ("gained 5%", but "gained five seats");
    `by`: only with "by" before the number ("raised fees by 5%"); `not_after`: words after which none
    counts ("made up 5%")."""

    before: tuple[str, ...]
    price: tuple[str, ...]
    nouns: tuple[str, ...]
    after: tuple[str, ...]
    by: tuple[str, ...]
    not_after: tuple[str, ...]


class Units(Struct, frozen=True):
    """`lang/<language>/units.toml`. `prefixes`: name to symbols; `times`: units of time, the only ones with an age;
    `per`: words that divide; `each`: articles that divide before a time or one of `shared`; `squares` and `cubes`
    stand before a unit, `squared` and `cubed` behind; `nations` before a currency's word; `filler`: between a verb
    of rising and its number; `ago`: what makes "a year" a date ("$5 a year ago"); `bounding`: nouns before a number
    that say how it is meant ("a maximum of 900"); `uncounted`: words behind it that are not what is counted ("3.99
    apiece", "100 more"); `aged_after`: short for years of age; `annum`: other
    words for a unit behind "per"."""

    units: tuple[Unit, ...]
    currencies: tuple[Currency, ...]
    senses: tuple[Sense, ...]
    prefixes: dict[str, tuple[str, ...]]
    times: tuple[str, ...]
    per: tuple[str, ...]
    each: tuple[str, ...]
    shared: tuple[str, ...]
    annum: dict[str, str]
    squares: tuple[str, ...]
    cubes: tuple[str, ...]
    squared: tuple[str, ...]
    cubed: tuple[str, ...]
    nations: tuple[str, ...]
    old: tuple[str, ...]
    ago: tuple[str, ...]
    aged_after: tuple[str, ...]
    aged: tuple[str, ...]
    filler: tuple[str, ...]
    bounding: frozenset[str]
    uncounted: frozenset[str]
    increase: Trend
    decrease: Trend
