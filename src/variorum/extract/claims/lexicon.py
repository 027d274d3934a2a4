"""The words for what befalls one person, as sets."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from variorum.kinds.patterns import Pattern, index
from variorum.lang.base import read
from variorum.lang.victims import Victims

Outcome = Literal["killed", "injured"]


HARMED = frozenset(("killed", "injured", "shot"))
"""Kinds of claim by which a person came to harm."""


class Lexicon(Struct, frozen=True):
    """The sets of `Victims`."""

    objects: dict[str, Outcome]
    subjects: frozenset[str]
    dies: dict[str, tuple[Pattern, ...]]
    killed_nouns: frozenset[str]
    injured_nouns: frozenset[str]
    fatal: frozenset[str]
    states: frozenset[str]
    finds: frozenset[str]
    struck: frozenset[str]
    missiles: frozenset[str]
    suffers: frozenset[str]
    harm: frozenset[str]
    body: frozenset[str]
    condition: frozenset[str]
    grave: frozenset[str]
    clings: frozenset[str]
    recovers: frozenset[str]
    carried: frozenset[str]
    hospitals: frozenset[str]
    attempts: frozenset[str]
    courts: frozenset[str]
    reflexives: frozenset[str]
    discovers: frozenset[str]
    guns: frozenset[str]
    vehicles: frozenset[str]
    keys: frozenset[str]
    persons: frozenset[str]
    females: frozenset[str]
    males: frozenset[str]


@cache
def _dies(language: str, verbs: tuple[str, ...]) -> dict[str, tuple[Pattern, ...]]:
    """The patterns of verbs that tell a death with the words around them alone: "lose … life", "bleed … death"."""
    table = index(language).by_word["subject_of"]
    return {v: tuple(p for p in table.get(v, ()) if p.kind == "killed" and p.context) for v in verbs}


@cache
def lexicon(language: str) -> Lexicon:
    """The language's words as sets; `keys` are all words at which reading starts."""
    v = read(language, "victims", Victims)
    objects: dict[str, Outcome] = dict.fromkeys(v.injured_objects, "injured")
    objects.update(dict.fromkeys(v.killed_objects, "killed"))
    dies = _dies(language, v.killed_with)
    starts = (*dies, *objects, *v.killed_subjects, *v.killed_nouns, *v.injured_nouns, *v.states, *v.struck, *v.harm)
    return Lexicon(
        objects,
        frozenset(v.killed_subjects),
        dies,
        frozenset(v.killed_nouns),
        frozenset(v.injured_nouns),
        frozenset(v.fatal),
        frozenset(v.states),
        frozenset(v.finds),
        frozenset(v.struck),
        frozenset(v.missiles),
        frozenset(v.suffers),
        frozenset(v.harm),
        frozenset(v.body),
        frozenset(v.condition),
        frozenset(v.grave),
        frozenset(v.clings),
        frozenset(v.recovers),
        frozenset(v.carried),
        frozenset(v.hospitals),
        frozenset(v.attempts),
        frozenset(v.courts),
        frozenset(v.reflexives),
        frozenset(v.discovers),
        frozenset(v.guns),
        frozenset(v.vehicles),
        frozenset((*starts, "pass", *v.suffers, *v.condition, *v.clings, *v.recovers, *v.carried)),
        frozenset((*v.persons, *v.kin)),
        frozenset(v.females),
        frozenset(v.males),
    )
