"""A kind of claim: what is counted, in what unit, and which words say so.

One TOML per kind (`kinds/killed.toml`); adding a kind is adding a file.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from variorum.errors import DataError

Course = Literal["rises", "changes"]


class Triggers(Struct, frozen=True, kw_only=True):
    """Words (lemmas) that make a number a count of this kind, by how they govern it.

    `object_of`: verbs whose object is counted ("killed 12"), also as passive subject and in reduced clauses.
    `subject_of`: verbs whose subject is counted ("12 died"). `adjectives`: predicates or modifiers ("12 dead").
    `nouns`: nominalisations counted themselves or with "of" ("12 deaths", "the death of 12").
    `counters`: nouns whose stated value is the count ("death toll of 12", "rose to 12").
    `things`: nouns counted as such ("145 drones"); needed when the kind counts things.
    `phrases`: multiword predicates ("lose life", "take to hospital"), lemmas in order.
    """

    object_of: tuple[str, ...] = ()
    subject_of: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    blockers: tuple[str, ...] = ()


class Kind(Struct, frozen=True, kw_only=True):
    """`course`: `rises` = a later higher count overtakes (a toll), `changes` = the newest count replaces (a state).

    `parent`: the kind this is a part of (hospitalised ⊂ injured). `comparable_with`: kinds that a distorted copy may
    swap (killed/injured/rescued). `unit` is what is counted.
    """

    name: str
    label: str
    unit: str
    course: Course = "rises"
    parent: str | None = None
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
    return kind
