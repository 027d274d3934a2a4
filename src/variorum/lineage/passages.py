"""Aligned passages of two articles: which sentences of one were made from which of the other.

Derived texts keep the order of their source, so the main chain is the best monotone alignment with gaps (dynamic
programming, as in Gale and Church 1993, but scored by what the words share). A sentence may come from up to three
neighbouring ones, and several may come from one. What is left may still match out of order if it matches clearly.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from variorum.text.similarity import Matrix

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

MATCH = 0.32
"""Similarity from which a sentence may join the chain."""

STRAY = 0.45
"""Similarity from which a sentence matches out of order."""

WINDOW = 3
"""Most source sentences that one derived sentence is aligned with."""


class Pair(Struct, frozen=True):
    """Sentence `row` of the derived article against sentences `first` to `last` (inclusive) of the source."""

    row: int
    first: int
    last: int
    similarity: float
    containment: float
    ordered: bool


class Side(Struct, frozen=True):
    """A text's sentences over the keys that both texts have, and the whole weight of every window of them.

    `sizes[n - 1]` holds the weights of the windows of n sentences, keys of their own included.
    """

    matrix: Matrix
    sizes: tuple[Floats, ...]


def window_sizes(matrix: Matrix, weights: Floats) -> tuple[Floats, ...]:
    """Weights of all windows of one to WINDOW sentences over all keys of a text."""
    sizes, window = [], matrix
    for extra in range(min(WINDOW, len(matrix))):
        window = np.maximum(window[: len(matrix) - extra], matrix[extra:]) if extra else window
        sizes.append(window @ weights)
    return tuple(sizes)


class Aligned(NamedTuple):
    """The aligned sentences in the derived article's order, at most one pair for each of its sentences; and as columns
    their rows, how much of each the source holds, and their similarity."""

    pairs: tuple[Pair, ...]
    rows: Places
    contained: Floats
    likeness: Floats


NONE = Aligned((), np.zeros(0, dtype=np.int64), *(np.zeros(0, dtype=np.float32) for _ in range(2)))


def align(derived: Side, source: Side, weights: Floats) -> Aligned:
    """Which sentences of the derived article were made from which of the source."""
    if not len(derived.matrix) or not len(source.matrix):
        return NONE
    grids = _windows(derived, source, weights)
    likeness = grids.likeness[0]
    for longer in grids.likeness[1:]:  # greatest of a first axis, one by one: numpy takes three times as long
        likeness = np.maximum(likeness, longer)
    chain = _chain(likeness, derived.sizes[0])
    kept = np.zeros(len(likeness), dtype=np.bool_)
    kept[(likeness >= STRAY).nonzero()[0]] = True
    columns = np.zeros(len(likeness), dtype=np.int64)
    if chain:
        ordered = list(chain)
        kept[ordered] = False
        columns[ordered] = list(chain.values())
    strays = kept.nonzero()[0]
    if len(strays):
        columns[strays] = likeness[strays].argmax(axis=1)
    if chain:
        kept[ordered] = True
    rows = kept.nonzero()[0]
    return _trimmed(rows, columns[rows], grids, chain)


class _Grids(Struct, frozen=True):
    """Similarity of a row with the window of sentences from a column, and the weight that they share:
    `[size - 1, row, column]`. `sizes`: weight of the rows."""

    likeness: Floats
    shared: Floats
    sizes: Floats


PARTS = sorted((last - first, first) for first in range(WINDOW) for last in range(first, WINDOW))
EXTRA, BEGIN = np.array(PARTS).T
"""The parts of a window of WINDOW sentences: how many beyond the first, and where they begin. Shortest and first come
first, so that these are taken of equals."""

PARTED = tuple(tuple(part[size > EXTRA] for part in (EXTRA, BEGIN, EXTRA + BEGIN)) for size in range(WINDOW + 1))
"""By the size of the largest window: EXTRA and BEGIN of its parts, and where they end."""


def _trimmed(rows: Places, firsts: Places, grids: _Grids, chain: Mapping[int, int]) -> Aligned:
    """The best part of each row's window: the chain may have stretched it to keep the order."""
    if not len(rows):
        return NONE
    longer = np.zeros_like(rows)
    longest = grids.likeness[:, rows, firsts].argmax(axis=0)  # of equals the shortest
    wide = longest.nonzero()[0]
    if len(wide):  # a sentence alone has no parts
        windows, _, columns = grids.likeness.shape
        extra, begin, end = PARTED[windows]
        starts = firsts[wide, None] + begin
        values = grids.likeness[extra, rows[wide, None], np.minimum(starts, columns - 1)]
        values[end > longest[wide, None]] = -1.0
        best = values.argmax(axis=1)
        firsts[wide] += begin[best]
        longer[wide] = extra[best]
    place = longer, rows, firsts
    likeness, contained = grids.likeness[place], grids.shared[place] / grids.sizes[rows]
    read = zip(*(f.tolist() for f in (rows, firsts, firsts + longer, likeness, contained)), strict=True)
    pairs = tuple(Pair(row, first, last, alike, held, row in chain) for row, first, last, alike, held in read)
    return Aligned(pairs, rows, contained, likeness)


def _windows(derived: Side, source: Side, weights: Floats) -> _Grids:
    """Every row against every window of source sentences.

    Similarity is the geometric mean of what either side shares with the other, so that neither a short sentence in a
    long one nor one frequent word counts as a match.
    """
    weighed = derived.matrix * weights
    mine = np.maximum(derived.sizes[0], 1e-6)
    columns = len(source.matrix)
    likeness = np.zeros((len(source.sizes), len(weighed), columns), dtype=np.float32)
    shared = np.empty_like(likeness)  # what lies behind a window's last place is never looked at
    window = source.matrix
    for extra, whole in enumerate(source.sizes):
        last = columns - extra
        window = np.maximum(window[:last], source.matrix[extra:]) if extra else window
        overlap = weighed @ window.T
        theirs = np.maximum(whole, 1e-6)
        np.divide(overlap, np.sqrt(mine[:, None] * theirs[None, :]), out=likeness[extra, :, :last])
        shared[extra, :, :last] = overlap
    return _Grids(likeness, shared, mine)


Raised = list[tuple[int, int]]
"""From which column to before which other the best chain of a row ends in the first of them."""


def _chain(likeness: Floats, sizes: Floats) -> dict[int, int]:
    """Row → column of the heaviest chain that never steps back; cells below MATCH are gaps."""
    gain = (likeness - MATCH + 0.05) * sizes[:, None]
    rows, columns = np.nonzero((likeness >= MATCH) & (gain > 0))
    if not len(rows):
        return {}
    begins = np.flatnonzero(rows[1:] != rows[:-1]) + 1
    starts, ends = [0, *begins.tolist()], [*begins.tolist(), len(rows)]
    open_, worths = columns.tolist(), gain[rows, columns].tolist()
    best = [0.0] * likeness.shape[1]  # best chain that ends at or before this column: never falls
    moves = [_moved(open_[start:end], worths[start:end], best) for start, end in zip(starts, ends, strict=True)]
    return _trace(rows[starts].tolist(), moves, len(best))


def _moved(columns: list[int], worths: list[float], best: list[float]) -> Raised:
    """Raise `best` to a row's open cells where a chain ends that no chain to the left of it beats."""
    raised: Raised = []
    leader, first = 0.0, -1
    for column, worth in zip(columns, worths, strict=True):
        here = best[column] + worth
        if here >= leader:
            if first >= 0:
                _raise(best, leader, first, column, raised)
            leader, first = here, column
    _raise(best, leader, first, len(best), raised)
    return raised


def _raise(best: list[float], worth: float, first: int, end: int, raised: Raised) -> None:
    """Raise what is less, from one column to before another."""
    stop = bisect_left(best, worth, first, end)
    if stop > first:
        best[first:stop] = [worth] * (stop - first)
        raised.append((first, stop))


def _trace(rows: list[int], moves: list[Raised], columns: int) -> dict[int, int]:
    found: dict[int, int] = {}
    column = columns - 1
    for row, raised in zip(reversed(rows), reversed(moves), strict=True):
        for first, stop in raised:
            if first <= column < stop:
                column = found[row] = first
                break
    return found
