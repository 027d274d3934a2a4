"""Which words name the same part of a count ("minors" and "children"), as data."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from variorum.lang.base import read

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Subsets(Struct, frozen=True, kw_only=True):
    """`classes`: key → words that name this part. `ignore`: words that tell no parts apart."""

    classes: dict[str, tuple[str, ...]]
    ignore: tuple[str, ...] = ()


def key(stated: str | None, language: str = "en") -> str | None:
    """The comparison key of a stated subset: "Three minors" and "kids" are both `children`; null stays null."""
    if stated is None or not stated.strip():
        return None
    words = [w for w in WORD.findall(stated.casefold()) if w not in _ignored(language)]
    known = sorted({found for w in words if (found := _index(language).get(w))})
    return " ".join(known) or " ".join(sorted(_singular(w) for w in words)) or stated.casefold().strip()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _index(language: str) -> dict[str, str]:
    data = read(language, "subsets", Subsets)
    return {word: name for name in sorted(data.classes) for word in data.classes[name]}


@cache
def _ignored(language: str) -> frozenset[str]:
    return frozenset(read(language, "subsets", Subsets).ignore)
