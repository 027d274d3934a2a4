"""Words that say over what ground a count holds, as data."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from variorum.lang.base import read


class Grounds(Struct, frozen=True, kw_only=True):
    """`several`: plural nouns for places ("in four cities"); `wider`: nouns that widen a town's name ("Lviv region");
    `narrower`: single sites; `drop`: words before a name that change nothing ("the city of"). `blow`: what
    stands behind the name of a land that struck and was not struck ("'s missile strike")."""

    several: frozenset[str]
    wider: frozenset[str]
    narrower: frozenset[str]
    drop: tuple[str, ...] = ()
    blow: re.Pattern[str]


@cache
def grounds(language: str = "en") -> Grounds:
    """The language's words."""
    words: Grounds = read(language, "grounds", Grounds)
    return words
