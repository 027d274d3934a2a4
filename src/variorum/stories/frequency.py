"""In how many articles a term stands: counts in cells of a fixed size, which can be cut into blocks and summed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from variorum.stories.columns import I32, I64, U32, Counts, Terms

BITS = 23
"""2^23 cells (32 MB): what several terms of one cell add up to only makes a rare term a little less rare."""

CELLS = 1 << BITS

MIXED = np.uint32(0x9E3779B1)
"""2^32 by the golden ratio (Knuth): terms of one hash and two kinds go to different cells."""

BACKGROUND = 300
"""Articles of other events assumed beside those given: what all of five articles share still weighs something."""

UNIT = 512
"""Weight by frequency of a term that no article has; one that all have weighs almost nothing."""


def cells(terms: U32) -> U32:
    """The cell of each term; cell 0 is kept for the number of articles."""
    found: U32 = np.maximum((terms * MIXED) >> np.uint32(32 - BITS), np.uint32(1))
    return found


def counts(signatures: Terms) -> Counts:
    """In how many of these articles a term of each cell stands; only cells that have any."""
    if not len(signatures):
        return Counts(np.zeros(0, np.uint32), np.zeros(0, np.int64))
    found, often = np.unique(cells(signatures.terms), return_counts=True)
    return Counts(
        np.concatenate((np.zeros(1, np.uint32), found)),
        np.concatenate((np.array([len(signatures)], dtype=np.int64), often.astype(np.int64))),
    )


def total(parts: Sequence[Counts]) -> Counts:
    """The sum by cell, ascending."""
    every = np.concatenate([p.cells for p in parts]) if parts else np.zeros(0, np.uint32)
    often = np.concatenate([p.counts for p in parts]) if parts else np.zeros(0, np.int64)
    order = np.argsort(every, kind="stable")
    every, often = every[order], often[order]
    first = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1]))) if len(every) else np.zeros(0, np.int64)
    return Counts(every[first], np.add.reduceat(often, first) if len(first) else often)


class Sketch(Struct, frozen=True):
    """Counts of all cells, and the number of articles counted."""

    cells: I32
    articles: int

    def often(self, terms: U32) -> I64:
        """In how many articles each term stands, at most (cells are shared)."""
        found: I64 = self.cells[cells(terms)].astype(np.int64)
        return found

    def plus(self, more: Counts) -> Sketch:
        """The sketch with more articles counted; its cells are this one's, which is not to be used any more."""
        np.add.at(self.cells, more.cells, more.counts.astype(np.int32))
        return Sketch(self.cells, int(self.cells[0]))

    def weights(self, terms: U32) -> I64:
        """Inverse document frequency of each term, as a part of what it can be at most, in UNIT."""
        known = self.articles + BACKGROUND
        often = np.minimum(self.often(terms), self.articles)
        found: I64 = np.rint(UNIT * (1 - np.log(often + 1.0) / math.log(known))).astype(np.int64)
        return found


def sketch(counted: Counts) -> Sketch:
    """The sketch of summed counts."""
    dense = np.zeros(CELLS, dtype=np.int32)
    dense[counted.cells] = np.minimum(counted.counts, np.iinfo(np.int32).max)
    articles = int(dense[0])
    return Sketch(dense, articles)
