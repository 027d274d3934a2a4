"""Words that say a count has moved to a new value: "the toll rose to 14", "bringing to 16 the number of dead"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from variorum.lang.base import any_of, read

Direction = Literal["up", "down"]

BEFORE = 110
"""Characters before the number that are looked at."""
_CLAUSE = re.compile(r"[.;:!?]\s|\n")


class Movement(Struct, frozen=True):
    """`lang/<language>/movement.toml`: forms of verbs in lower case. `up`, `down`: before a new value; `to`: what
    stands between them and it; `hedges`: words that may stand before the number; `over`: what says of nobody that
    there was somebody ("nobody is missing any longer")."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    to: tuple[str, ...]
    hedges: tuple[str, ...]
    over: tuple[str, ...]


def moved(lead: str, language: str = "en") -> Direction | None:
    """Which way the count went whose number stands behind `lead`; None where the words tell of no move."""
    near = _CLAUSE.split(lead[-BEFORE:])[-1]
    for way, pattern in _patterns(language):
        if pattern.search(near):
            return way
    return None


def over(text: str, language: str = "en") -> bool:
    """Whether the clause that `text` opens with, which counts nobody, says that there was somebody before."""
    return bool(_over(language).search(_CLAUSE.split(text[:BEFORE])[0]))


@cache
def _over(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(read(language, 'movement', Movement).over)})\b", re.IGNORECASE)


@cache
def _patterns(language: str) -> tuple[tuple[Direction, re.Pattern[str]], ...]:
    data = read(language, "movement", Movement)
    # "down" first: "lowered … to 22" may follow "rise" in its clause, not the other way round
    return ("down", _pattern(data.down, data)), ("up", _pattern(data.up, data))


def _pattern(verbs: tuple[str, ...], data: Movement) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{any_of(verbs)})\b[^.;]*\b(?:{any_of(data.to)})\s+(?:(?:{any_of(data.hedges)})\s+)*$", re.IGNORECASE
    )
