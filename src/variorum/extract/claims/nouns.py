"""The words of a language for one person, as sets."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.numbers import Numbers
from variorum.lang.people import People
from variorum.lang.victims import Victims


class Nouns(Struct, frozen=True):
    """Words for one person."""

    persons: frozenset[str]
    females: frozenset[str]
    males: frozenset[str]
    others: frozenset[str]
    kin: frozenset[str]
    young: frozenset[str]
    grown: frozenset[str]
    police: frozenset[str]
    accused: frozenset[str]
    numbers: frozenset[str]


@cache
def nouns(language: str) -> Nouns:
    """The language's words for one person."""
    v, people = read(language, "victims", Victims), read(language, "people", People)
    callings = frozenset(people.callings) - frozenset(v.accused)
    persons = frozenset(v.persons) | frozenset(v.kin) | frozenset(people.classes) | callings
    plural = frozenset(("police", "crew", "staff", "troop", "troops", "couple", "family", "elderly", "children"))
    return Nouns(
        persons - plural | (frozenset(v.females) | frozenset(v.males)),
        frozenset(v.females),
        frozenset(v.males),
        frozenset(v.others),
        frozenset(v.kin),
        frozenset(v.young),
        frozenset(v.grown),
        frozenset(v.police),
        frozenset(v.accused),
        frozenset(read(language, "numbers", Numbers).units),
    )
