"""Aligned passages of two articles: which sentences of one were made from which of the other.

Derived texts keep the order of their source, so the main chain is the best monotone alignment with gaps (dynamic
programming, as in Gale and Church 1993, but scored by what the words share). A sentence may come from up to three
neighbouring ones, and several may come from one. What is left may still match out of order if it matches clearly.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from variorum.text.similarity import Matrix

Floats = NDArray[np.float32]

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
    return tuple(_united(matrix, size) @ weights for size in range(1, min(WINDOW, len(matrix)) + 1))


def _united(matrix: Matrix, size: int) -> Matrix:
    """Every window of `size` rows as one row."""
    last = len(matrix) - size + 1
    window = matrix[:last].copy()
    for shift in range(1, size):
        np.maximum(window, matrix[shift : last + shift], out=window)
    return window


def align(derived: Side, source: Side, weights: Floats) -> list[Pair]:
    """The aligned sentences in the derived article's order; at most one pair for each of its sentences."""
    if not len(derived.matrix) or not len(source.matrix):
        return []
    grids = _windows(derived, source, weights)
    likeness, size = grids.likeness.max(axis=0), grids.likeness.argmax(axis=0) + 1
    chain = _chain(likeness, derived.sizes[0])
    pairs = []
    for row in range(len(derived.matrix)):
        place = chain.get(row)
        ordered = place is not None
        if place is None:
            place = int(likeness[row].argmax())
            if likeness[row, place] < STRAY:
                continue
        pairs.append(_trimmed(row, place, place + int(size[row, place]) - 1, grids, ordered))
    return pairs


class _Grids(Struct, frozen=True):
    """Similarity and containment of a row with the window of sentences from a column: `[size - 1, row, column]`."""

    likeness: Floats
    contained: Floats


def _trimmed(row: int, first: int, last: int, grids: _Grids, ordered: bool) -> Pair:
    """The best part of a window: the chain may have stretched it to keep the order."""
    parts = [(a, b) for a in range(first, last + 1) for b in range(a, last + 1)]
    first, last = max(parts, key=lambda p: (float(grids.likeness[p[1] - p[0], row, p[0]]), p[0] - p[1], -p[0]))
    place = last - first, row, first
    return Pair(row, first, last, float(grids.likeness[place]), float(grids.contained[place]), ordered)


def _windows(derived: Side, source: Side, weights: Floats) -> _Grids:
    """Every row against every window of source sentences.

    Similarity is the geometric mean of what either side shares with the other, so that neither a short sentence in a
    long one nor one frequent word counts as a match.
    """
    weighed = derived.matrix * weights
    mine = np.maximum(derived.sizes[0], 1e-6)
    layers, shares = [], []
    for size, whole in enumerate(source.sizes, start=1):
        overlap = weighed @ _united(source.matrix, size).T
        theirs = np.maximum(whole, 1e-6)
        pad = ((0, 0), (0, size - 1))
        layers.append(np.pad(overlap / np.sqrt(mine[:, None] * theirs[None, :]), pad))
        shares.append(np.pad(overlap / mine[:, None], pad))
    return _Grids(np.stack(layers), np.stack(shares))


def _chain(likeness: Floats, sizes: Floats) -> dict[int, int]:
    """Row → column of the heaviest chain that never steps back; cells below MATCH are gaps."""
    gain = np.where(likeness >= MATCH, (likeness - MATCH + 0.05) * sizes[:, None], -1.0)
    rows, columns = gain.shape
    best = np.zeros(columns, dtype=np.float64)  # best chain that ends at or before this column
    moves = np.full((rows, columns), -1, dtype=np.int64)
    for row in range(rows):
        here = np.where(gain[row] > 0, best + gain[row], -1.0)
        leader = np.maximum.accumulate(here)
        where = np.maximum.accumulate(np.where(here >= leader, np.arange(columns), 0))
        better = leader > best
        moves[row] = np.where(better, where, -1)
        best = np.where(better, leader, best)
    return _trace(moves)


def _trace(moves: NDArray[np.int64]) -> dict[int, int]:
    found: dict[int, int] = {}
    column = moves.shape[1] - 1
    for row in range(moves.shape[0] - 1, -1, -1):
        if column >= 0 and moves[row, column] >= 0:
            column = int(moves[row, column])
            found[row] = column
    return found
