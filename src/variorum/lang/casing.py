"""Words a language writes in lower case, for texts that come in capitals only."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from variorum.lang.base import read


class Casing(Struct, frozen=True):
    """`lang/<language>/casing.toml`: `common` holds the words, parted by white space."""

    common: str


@cache
def common_words(language: str) -> frozenset[str]:
    """The words the language writes in lower case."""
    return frozenset(read(language, "casing", Casing).common.split())
