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

FACTOR = 0x9E3779B97F4A7C15
"""Odd, and far from any small number: 2**64 divided by the golden ratio."""


class Runs(Struct, frozen=True):
    """A text's runs of `size` words: one number per place where one begins, and the distinct numbers, ascending."""

    size: int
    length: int
    at: Hashes
    distinct: Hashes

    def marks(self, other: Runs, only: Marks | None = None) -> Marks:
        """Per word of this text, whether it stands in a run that `other` has (`only`: in the runs that it marks)."""
        held = held_in(self.at, other.distinct)
        if only is not None:
            held &= only
        return spread(held, self.size, self.length)

    def share(self, other: Runs) -> float:
        """Share of the distinct runs that `other` has."""
        if not len(self.distinct):
            return 0.0
        return float(np.count_nonzero(held_in(self.distinct, other.distinct))) / len(self.distinct)


def runs_of(codes: Hashes, size: int) -> Runs:
    """The runs of a text whose words have these numbers."""
    count = max(0, len(codes) - size + 1)
    at = np.zeros(count, dtype=np.uint64)
    factor = np.uint64(FACTOR)
    for shift in range(size):
        at = at * factor + codes[shift : shift + count]
    return Runs(size, len(codes), at, np.unique(at))


def held_in(wanted: Hashes, given: Hashes) -> Marks:
    """Per number of `wanted`, whether the ascending `given` has it."""
    if not len(given):
        return np.zeros(len(wanted), dtype=np.bool_)
    found: Marks = given.take(given.searchsorted(wanted), mode="clip") == wanted
    return found


def spread(starts: Marks, size: int, length: int) -> Marks:
    """Per word of `length`, whether a marked run of `size` words covers it."""
    steps = np.zeros(length + 1, dtype=np.int32)
    steps[: len(starts)] += starts
    steps[size : size + len(starts)] -= starts
    covered: Marks = np.cumsum(steps[:length]) > 0
    return covered


def coded(words: Sequence[str]) -> Hashes:
    """The words of a text as numbers, the same word the same number in every text."""
    return np.array([word_number(word) for word in words], dtype=np.uint64)


@lru_cache(maxsize=1 << 18)
def word_number(word: str) -> int:
    """A number of 64 bits that stands for the word."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
