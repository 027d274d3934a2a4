"""Words around a number by which a checker tells whether it surely counts persons, all of them, and now."""

from __future__ import annotations

from msgspec import Struct


class Counted(Struct, frozen=True, kw_only=True):
    """All lower case.

    `ends`: words that end the noun phrase behind a number; `astray`: those of them behind which a bare number may
    count anything ("holding them to three in the first half"). `between`: hedges and the like that may stand between
    a word of the kind and a bare number. `marks`: nouns that count the wounds of one or other things, not persons.
    `persons`: nouns for persons that no other table has; `endings`: endings of words for persons. `accused_in`: kinds
    in which those who did it are not counted. `elsewhen`: phrases that make a count one over a longer time or of
    another event.
    """

    ends: frozenset[str]
    astray: frozenset[str]
    between: frozenset[str]
    marks: frozenset[str]
    persons: tuple[str, ...]
    endings: tuple[str, ...]
    accused_in: frozenset[str]
    elsewhen: tuple[str, ...]
