"""Words of an article as numbers, fast: a surface form is looked up once per process, then it is an index.

Reads as `variorum.text.words` does (keys, stop words, synonyms, names), without records per word: grouping a million
articles has half a millisecond for each.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from variorum.stories.columns import I64, U32, Flags
from variorum.text.words import LANGUAGES, OPENERS, Word, words

TOKEN = re.compile(
    r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?![\d.,]\d)|\d+(?:[.,]\d+)?"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]+|[^\w\s]|\n"
)
"""The words of `variorum.text.words`, and every mark and line end as a token of its own."""

SKIP, BREAK, OPENER, HYPHEN, PLAIN, NUMBER, SMALL, USUAL, COMMON = range(9)
"""Classes of tokens: a function word; a mark; a mark or line end after which a capital makes no name; a hyphen, which
is such a mark, too, but parts no words that belong together; a word; a number;
a number that says little; a word with synonyms in news; a usual word."""

SMALL_NUMBER = 12

FULL = 1 << 19
"""Surface forms kept; more would hold the memory of a process that reads millions of articles."""


class Lexicon(dict[str, int]):
    """Surface form → its index in `terms` and `classes`; a form not yet seen is read and added."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._terms: list[int] = []
        self._classes: list[int] = []
        self._capitals: list[bool] = []

    def __missing__(self, surface: str) -> int:
        term, kind = _read(surface, self.language)
        index = self[surface] = len(self._terms)
        self._terms.append(term)
        self._classes.append(kind)
        self._capitals.append(kind >= PLAIN and surface[0].isupper())
        return index

    def terms(self) -> U32:
        """The hash of each form's key."""
        return np.array(self._terms, dtype=np.uint32)

    def classes(self) -> NDArray[np.uint8]:
        """The class of each form."""
        return np.array(self._classes, dtype=np.uint8)

    def capitals(self) -> Flags:
        """Whether each form is a word with a capital."""
        return np.array(self._capitals, dtype=np.bool_)

    def indexes(self, text: str) -> I64:
        """The tokens of a text."""
        return np.array([*map(self.__getitem__, TOKEN.findall(text))], dtype=np.int64)

    def trim(self) -> None:
        """Forget everything when there is too much of it."""
        if len(self) > FULL:
            self.clear()
            self._terms.clear()
            self._classes.clear()
            self._capitals.clear()


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, one per process."""
    return Lexicon(language)


def known(language: str) -> str:
    """The language whose words are read for a text of `language`."""
    return language if language in LANGUAGES else "en"


def hashed(key: str) -> int:
    """32 bits for a key: two of ten million terms share one rarely, and that only adds one weak likeness."""
    return int.from_bytes(blake2b(key.encode(), digest_size=4).digest(), "little")


def _read(surface: str, language: str) -> tuple[int, int]:
    found = words(surface, language=language)
    if not found:
        return 0, HYPHEN if surface == "-" else OPENER if surface in OPENERS else BREAK
    word = found[0]
    return (hashed(word.key), _kind(word)) if word.key else (0, SKIP)


def _kind(word: Word) -> int:
    if word.number:
        return SMALL if word.key[1:].isdigit() and int(word.key[1:]) <= SMALL_NUMBER else NUMBER
    if word.key.startswith("="):
        return USUAL
    if word.common:
        return COMMON
    return PLAIN
