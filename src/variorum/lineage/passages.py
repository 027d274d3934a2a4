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
    sizes, window = [], matrix
    for extra in range(min(WINDOW, len(matrix))):
        window = np.maximum(window[: len(matrix) - extra], matrix[extra:]) if extra else window
        sizes.append(window @ weights)
    return tuple(sizes)


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
    columns = len(source.matrix)
    likeness = np.zeros((len(source.sizes), len(weighed), columns), dtype=np.float32)
    contained = np.zeros_like(likeness)
    window = source.matrix
    for extra, whole in enumerate(source.sizes):
        last = columns - extra
        window = np.maximum(window[:last], source.matrix[extra:]) if extra else window
        overlap = weighed @ window.T
        theirs = np.maximum(whole, 1e-6)
        np.divide(overlap, np.sqrt(mine[:, None] * theirs[None, :]), out=likeness[extra, :, :last])
        np.divide(overlap, mine[:, None], out=contained[extra, :, :last])
    return _Grids(likeness, contained)


def _chain(likeness: Floats, sizes: Floats) -> dict[int, int]:
    """Row → column of the heaviest chain that never steps back; cells below MATCH are gaps."""
    open_ = likeness >= MATCH
    gain = (likeness - MATCH + 0.05) * sizes[:, None]
    rows, columns = gain.shape
    places = np.arange(columns)
    best = np.zeros(columns, dtype=np.float64)  # best chain that ends at or before this column
    moves = np.full((rows, columns), -1, dtype=np.int64)
    for row in np.flatnonzero(open_.any(axis=1)):
        here = np.where(open_[row] & (gain[row] > 0), best + gain[row], -1.0)
        leader = np.maximum.accumulate(here)
        where = np.maximum.accumulate(np.where(here >= leader, places, 0))
        better = leader > best
        moves[row, better] = where[better]
        best[better] = leader[better]
    return _trace(moves)


def _trace(moves: NDArray[np.int64]) -> dict[int, int]:
    found: dict[int, int] = {}
    column = moves.shape[1] - 1
    for row in range(moves.shape[0] - 1, -1, -1):
        if column >= 0 and moves[row, column] >= 0:
            column = int(moves[row, column])
            found[row] = column
    return found
