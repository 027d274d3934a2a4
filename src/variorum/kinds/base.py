"""A kind of claim: what is counted, in what unit, and which words say so.

One TOML per kind (`kinds/killed.toml`); adding a kind is adding a file.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from variorum.errors import DataError
from variorum.lang.base import any_of
from variorum.lang.classes import classes

Course = Literal["rises", "changes"]
Measure = Literal["scale", "speed", "length", "money"]
"""What a kind measures instead of counting; see `kinds/measures.py`."""


class WordSet(Struct, frozen=True, kw_only=True):
    """Words that several patterns of a kind ask for, by a name: "@hospital"."""

    name: str
    words: tuple[str, ...]


class Triggers(Struct, frozen=True, kw_only=True):
    """Words (lemmas) that make a number a count of this kind, by how they govern it.

    A pattern is words parted by spaces, alternatives by "|": the first is the governing word, the others must stand
    among its dependents ("lose life", "take hospital|clinic"), with "~" before it anywhere in
    the sentence, with "^" anywhere in the article, with "!" nowhere in the sentence. "be"
    stands for the copula of a nominal predicate. "@name" stands for the words of one of the kind's `sets`
    or of the language's classes (`lang/<language>/classes.toml`).
    `object_of`: verbs whose object is counted ("killed 12"), also as passive subject and in reduced clauses.
    `subject_of`: verbs whose subject is counted ("12 died"). `adjectives`: predicates or modifiers ("12 dead").
    `nouns`: counted nouns, alone or with "of" ("12 deaths", "the death of 12"); further words: one must govern it.
    `deeds`: nouns whose "of" complement is counted, never they themselves ("the murder of six priests").
    `members`: nouns for those counted ("three of the victims").
    `whole`: nouns that count only as the whole of a part ("none of the 34 passengers").
    `counters`: nouns whose stated value is the count ("toll of 12", "rose to 12").
    `things`: nouns that this kind counts; needed when it counts things. `bare`: things count without any predicate,
    unless a word of `blockers` governs them ("14 drones were lost"); no claim is narrowed under a blocker of the
    narrower kind ("fled their homes"). `classes`: words that restrict them to a subset ("ballistic", "schools").
    `single`: one of the things with an article counts too ("shot down a fighter jet").
    `marks`: words by which a claim of the parent kind is one of this kind too (`Kind.narrows`).
    `states`: regular expressions of what stands right behind the counted ones without a verb ("under arrest").
    `leads`: the same of what stands right before them ("damage was found in"). Both may name classes too.
    `cues`: for measures, patterns that must stand beside the amount, the first word nearest; `parts`: words that make
    it another's or a part ("aftershock").
    """

    object_of: tuple[str, ...] = ()
    subject_of: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    bare: bool = False
    single: bool = False
    blockers: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    sets: tuple[WordSet, ...] = ()


class Kind(Struct, frozen=True, kw_only=True):
    """`course`: `rises` = a later higher count overtakes (a toll), `changes` = the newest count replaces (a state).

    `parent`: the kind this is a part of (hospitalised ⊂ injured). `comparable_with`: kinds that a distorted copy may
    swap (killed/injured/rescued). `unit` is what is counted, or what the value is converted to; of money it is the
    currency of each claim, since two currencies never compare. `narrows`: claims of the parent that bear one of the
    kind's `marks` are told as claims of this kind too (homes among the buildings). `measure`: the kind is no count:
    its values are never summed.
    """

    name: str
    label: str
    unit: str
    course: Course = "rises"
    parent: str | None = None
    narrows: bool = False
    measure: Measure | None = None
    comparable_with: tuple[str, ...] = ()
    people: bool = False
    triggers: dict[str, Triggers] = {}
    examples: dict[str, tuple[str, ...]] = {}


@cache
def load() -> dict[str, Kind]:
    """All kinds by name, in alphabetical order.

    Raises DataError when a file does not fit `Kind` or names another kind than its file.
    """
    found = {}
    folder = files("variorum.kinds")
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            found[path.name[:-5]] = _read(path.name, path.read_bytes())
    return found


def _read(file: str, content: bytes) -> Kind:
    try:
        kind = msgspec.toml.decode(content, type=Kind)
    except msgspec.DecodeError as error:
        raise DataError(f"kinds/{file}: {error}", fix="see the fields in kinds/base.py") from error
    if kind.name != file[:-5]:
        raise DataError(f"kinds/{file} names kind {kind.name!r}", fix="give file and kind one name")
    return msgspec.structs.replace(kind, triggers={n: _spelled(file, t, n) for n, t in kind.triggers.items()})


def _spelled(file: str, triggers: Triggers, language: str) -> Triggers:
    """The triggers with the words of every set and class that they name."""
    sets = {**classes(language), **{s.name: s.words for s in triggers.sets}}

    def words(match: re.Match[str]) -> str:
        if match[1] not in sets:
            raise DataError(
                f"kinds/{file} names the class {match[0]!r}, which is not told",
                fix=f"add it to lang/{language}/classes.toml or to the kind's sets",
            )
        return "|".join(sets[match[1]])

    def expression(match: re.Match[str]) -> str:
        return f"(?:{any_of(words(match).split('|'))})s?"

    patterns = {field: tuple(NAMED.sub(words, p) for p in getattr(triggers, field)) for field in PATTERNS}
    nouns = {
        field: tuple(w for n in getattr(triggers, field) for w in NAMED.sub(words, n).split("|")) for field in NOUNS
    }
    phrases = {field: tuple(NAMED.sub(expression, p) for p in getattr(triggers, field)) for field in PHRASES}
    return msgspec.structs.replace(triggers, **patterns, **nouns, **phrases)


NAMED = re.compile(r"@(\w+)")
"""A set of words by its name."""
PATTERNS = ("object_of", "subject_of", "adjectives", "nouns", "deeds", "counters", "members", "whole")
NOUNS = ("things", "marks")
PHRASES = ("states", "leads")
"""The fields that may name one: patterns of words, lists of nouns, regular expressions."""
