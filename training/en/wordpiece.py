"""Cuts words into the pieces of an uncased BERT vocabulary, as BERT's own tokenizer does; plain Python."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LONGEST = 80
"""Characters after which a word is one unknown piece."""
CASES = 5
"""Number of letter cases that `case_of` tells apart."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A run of words as piece numbers: ``[CLS] … [SEP]``, with where each word's pieces start and end (inclusive)."""

    ids: tuple[int, ...]
    cases: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


class WordPieces:
    """The vocabulary of an uncased BERT."""

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self._ids = {piece: number for number, piece in enumerate(lines)}
        self._unknown, self._open, self._close = (self._ids[piece] for piece in ("[UNK]", "[CLS]", "[SEP]"))
        self.of = lru_cache(maxsize=1 << 17)(self._of)

    def run(self, words: Sequence[str]) -> Pieces:
        """The pieces of some words in a row."""
        ids, cases, first, last = [self._open], [0], [], []
        for word in words:
            pieces = self.of(word)
            first.append(len(ids))
            ids.extend(pieces)
            cases.extend([case_of(word)] * len(pieces))
            last.append(len(ids) - 1)
        return Pieces((*ids, self._close), (*cases, 0), tuple(first), tuple(last))

    def _of(self, word: str) -> tuple[int, ...]:
        plain = unicodedata.normalize("NFD", word.lower())
        plain = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cc", "Cf")).replace("’", "'")
        found = [piece for part in _parts(plain) for piece in self._cut(part)]
        return tuple(found) or (self._unknown,)

    def _cut(self, part: str) -> list[int]:
        """Greedy: always the longest piece that the vocabulary has."""
        pieces: list[int] = []
        start = 0
        while start < len(part) <= LONGEST:
            mark = "##" if start else ""
            end = next((e for e in range(len(part), start, -1) if mark + part[start:e] in self._ids), start)
            if end == start:
                return [self._unknown]
            pieces.append(self._ids[mark + part[start:end]])
            start = end
        return pieces or [self._unknown]


def case_of(word: str) -> int:
    """The letter case of a word, which the vocabulary lacks: 0 none, 1 small, 2 capital, 3 capitals, 4 mixed."""
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) == 1 else 3
    if word[:1].isupper():
        return 2
    return 4 if any(c.isalpha() for c in word) else 0


def _parts(plain: str) -> list[str]:
    """The word cut at white space and around every mark of punctuation."""
    cut = "".join(f" {c} " if _mark(c) else c for c in plain)
    return cut.split()


def _mark(char: str) -> bool:
    return (char.isascii() and not char.isalnum() and not char.isspace()) or unicodedata.category(char)[0] == "P"
