"""Runs of words as arrays: what a copy keeps and a paraphrase loses, for many comparisons of the same texts.

A run's number is a polynomial of its words' numbers modulo 2**64, so that comparing two texts is one look-up in sorted
arrays. Two different runs of one story share a number with a chance of less than 1 in 10**7 for a million runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Marks = NDArray[np.bool_]
Places = NDArray[np.int64]

FACTOR = 0x9E3779B97F4A7C15
"""Odd, and far from any small number: 2**64 divided by the golden ratio."""


class Runs(Struct, frozen=True):
    """A text's runs of `size` words: one number per place where one begins, the distinct numbers, ascending, and the
    place among these of the run at each place."""

    size: int
    length: int
    at: Hashes
    distinct: Hashes
    which: Places

    def marks(self, held: Marks) -> Marks:
        """Per word of this text, whether it stands in a run of those `held` (see `both`)."""
        return spread(held[self.which], self.size, self.length)


def both(one: Runs, two: Runs) -> tuple[Marks, Marks]:
    """Per distinct run of each of two texts, whether the other has it."""
    mine: Marks = np.zeros(len(one.distinct), dtype=np.bool_)
    theirs: Marks = np.zeros(len(two.distinct), dtype=np.bool_)
    if len(mine) and len(theirs):
        places = two.distinct.searchsorted(one.distinct)
        mine = two.distinct.take(places, mode="clip") == one.distinct
        theirs[places[mine]] = True
    return mine, theirs


class Meetings:
    """The runs of many texts as numbers from 0 on, so that comparing one text with many in a row looks nothing up."""

    def __init__(self, every: Sequence[Runs]) -> None:
        known, numbers = np.unique(np.concatenate([runs.distinct for runs in every]), return_inverse=True)
        self._numbers = np.split(numbers.astype(np.int32), np.cumsum([len(runs.distinct) for runs in every])[:-1])
        self._places = np.full(len(known), -1, dtype=np.int32)
        self._placed: int | None = None

    def both(self, one: int, two: int) -> tuple[Marks, Marks]:
        """See the function `both`; of the texts with these numbers."""
        if self._placed != one:
            if self._placed is not None:
                self._places[self._numbers[self._placed]] = -1
            self._places[self._numbers[one]] = np.arange(len(self._numbers[one]))
            self._placed = one
        found = self._places[self._numbers[two]]
        theirs: Marks = found >= 0
        mine: Marks = np.zeros(len(self._numbers[one]), dtype=np.bool_)
        mine[found[theirs]] = True
        return mine, theirs


def share(held: Marks) -> float:
    """The share that is marked; 0 of nothing."""
    return float(np.count_nonzero(held)) / len(held) if len(held) else 0.0


def runs_of(codes: Hashes, size: int) -> Runs:
    """The runs of a text whose words have these numbers."""
    count = max(0, len(codes) - size + 1)
    at = np.zeros(count, dtype=np.uint64)
    factor = np.uint64(FACTOR)
    for shift in range(size):
        at = at * factor + codes[shift : shift + count]
    distinct, which = np.unique(at, return_inverse=True)
    return Runs(size, len(codes), at, distinct, which)


def spread(starts: Marks, size: int, length: int) -> Marks:
    """Per word of `length`, whether a marked run of `size` words covers it."""
    covered: Marks = np.zeros(length, dtype=np.bool_)
    for shift in range(size if len(starts) else 0):
        covered[shift : shift + len(starts)] |= starts
    return covered


def packed(marks: Marks) -> int:
    """Marks as the bits of one number, the first the least: counting those that two sets have in common is one step."""
    return int.from_bytes(np.packbits(marks, bitorder="little").tobytes(), "little")


def coded(words: Sequence[str]) -> Hashes:
    """The words of a text as numbers, the same word the same number in every text."""
    return np.array([word_number(word) for word in words], dtype=np.uint64)


@lru_cache(maxsize=1 << 18)
def word_number(word: str) -> int:
    """A number of 64 bits that stands for the word."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
