"""The kinds' triggers compiled for look-up: word → patterns, by how the word governs the number."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from msgspec import Struct

from variorum.kinds.base import Triggers, load

Relation = Literal["object_of", "subject_of", "adjectives", "nouns", "deeds", "counters", "members", "whole"]
RELATIONS: tuple[Relation, ...] = (
    "object_of", "subject_of", "adjectives", "nouns", "deeds", "counters", "members", "whole",
)  # fmt: skip


class Pattern(Struct, frozen=True):
    """`context`: sets of words, one of each of which must stand near the governing word; `sentence`: anywhere in its
    sentence; `article`: anywhere in the text. `unless`: words none of which may stand in the sentence."""

    kind: str
    context: tuple[frozenset[str], ...]
    sentence: tuple[frozenset[str], ...] = ()
    article: tuple[frozenset[str], ...] = ()
    unless: frozenset[str] = frozenset()

    @property
    def alone(self) -> bool:
        """Whether the governing word needs no other."""
        return not self.context and not self.sentence and not self.article

    @property
    def weight(self) -> int:
        """How many further words it asks for."""
        return len(self.context) + len(self.sentence) + len(self.article)


class Index(Struct, frozen=True):
    """All patterns of a language, and what each kind of things counts."""

    by_word: dict[Relation, dict[str, tuple[Pattern, ...]]]
    things: dict[str, frozenset[str]]
    bare: tuple[str, ...]
    single: frozenset[str]
    blockers: dict[str, frozenset[str]]
    classes: dict[str, frozenset[str]]
    naming: frozenset[str]
    """Words that by themselves may name the counted ones, whatever stands around them."""


MARKS = "~^!"
"""What says where a further word of a pattern must or must not stand; see `Triggers`."""
NAMING: tuple[Relation, ...] = ("members", "adjectives", "nouns", "object_of")


@cache
def index(language: str) -> Index:
    """The compiled triggers of all kinds that know the language."""
    triggers = {name: k.triggers[language] for name, k in load().items() if language in k.triggers}
    by_word = {relation: _by_word(relation, triggers) for relation in RELATIONS}
    return Index(
        by_word=by_word,
        things={name: frozenset(t.things) for name, t in triggers.items() if t.things},
        bare=tuple(name for name, t in triggers.items() if t.bare),
        single=frozenset(name for name, t in triggers.items() if t.single),
        blockers={name: frozenset(t.blockers) for name, t in triggers.items()},
        classes={name: frozenset(t.classes) for name, t in triggers.items()},
        naming=frozenset(w for r in NAMING for w, found in by_word[r].items() if any(p.alone for p in found)),
    )


def kind_of_whole(words: Iterable[str], table: Index) -> str | None:
    """The kind whose people one of the words names as a whole: passengers, hostages; None for others."""
    return next((p.kind for word in words for p in table.by_word["whole"].get(word, ())), None)


def _by_word(relation: Relation, triggers: dict[str, Triggers]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for kind, words in triggers.items():
        for text in getattr(words, relation):
            first, *rest = text.split(" ")
            pattern = Pattern(
                kind,
                tuple(frozenset(r.split("|")) for r in rest if r[0] not in MARKS),
                tuple(frozenset(r[1:].split("|")) for r in rest if r.startswith("~")),
                tuple(frozenset(r[1:].split("|")) for r in rest if r.startswith("^")),
                frozenset(w for r in rest if r.startswith("!") for w in r[1:].split("|")),
            )
            for word in first.split("|"):
                found.setdefault(word, []).append(pattern)
    return {word: tuple(patterns) for word, patterns in found.items()}
