"""Words around a number by which a checker tells whether it surely counts persons, all of them, and now."""

from __future__ import annotations

from msgspec import Struct


class Counted(Struct, frozen=True, kw_only=True):
    """All lower case.

    `ends`: words that end the noun phrase behind a number; `astray`: those of them behind which a bare number may
    count anything ("holding them to three in the first half"). `between`: hedges and the like that may stand between
    a word of the kind and a bare number. `marks`: nouns that count the wounds of one or other things, not persons.
    `persons`: nouns for persons that no other table has; `endings`: endings of words for persons; `verbal`: endings
    of verbs that may follow a noun without a break ("houses collapsed"). `bystanders`: whose quoted words count
    nothing, beside kin; `officials`: kin by name only. `accused_in`: kinds in which those who did it are not counted;
    `deeds`: kinds of what the authorities do, of which none is yet no count.

    Regular expressions of phrases, matched between word boundaries: `elsewhen`: a count over a longer time or of
    another event; `several`: several events; `died_too`, `hurt_too`: the one who did it died or was hurt, so that
    some count that one in; `added`: a count on top of another; `pronoun`: a part of what a pronoun stands for.
    """

    ends: frozenset[str]
    astray: frozenset[str]
    between: frozenset[str]
    marks: frozenset[str]
    persons: tuple[str, ...]
    endings: tuple[str, ...]
    bystanders: frozenset[str]
    officials: frozenset[str]
    verbal: tuple[str, ...]
    deeds: frozenset[str]
    several: tuple[str, ...]
    accused_in: frozenset[str]
    elsewhen: tuple[str, ...]
    died_too: tuple[str, ...]
    hurt_too: tuple[str, ...]
    added: tuple[str, ...]
    pronoun: tuple[str, ...]
