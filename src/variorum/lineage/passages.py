"""Aligned passages of two articles: which sentences of one were made from which of the other.

Derived texts keep the order of their source, so the main chain is the best monotone alignment with gaps (dynamic
programming, as in Gale and Church 1993, but scored by what the words share). A sentence may come from up to three
neighbouring ones, and several may come from one. What is left may still match out of order if it matches clearly.
"""

from __future__ import annotations

from collections.abc import Mapping

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


def align(derived: Side, source: Side, weights: Floats) -> list[Pair]:
    """The aligned sentences in the derived article's order; at most one pair for each of its sentences."""
    if not len(derived.matrix) or not len(source.matrix):
        return []
    grids = _windows(derived, source, weights)
    likeness, longer = _longest(grids.likeness)
    chain = _chain(likeness, derived.sizes[0])
    columns = likeness.argmax(axis=1)
    kept = likeness.max(axis=1) >= STRAY
    if chain:
        ordered = list(chain)
        columns[ordered], kept[ordered] = list(chain.values()), True
    rows = np.flatnonzero(kept)
    firsts = columns[rows]
    return _trimmed(rows, firsts, longer[rows, firsts], grids, chain)


def _longest(likeness: Floats) -> tuple[Floats, Places]:
    """The greatest likeness of the windows from each cell, and how many sentences beyond the first that window has (of
    equals the shortest). Greatest of a first axis, one by one: numpy takes three times as long."""
    best, longer = likeness[0].copy(), np.zeros(likeness[0].shape, dtype=np.int64)
    for extra in range(1, len(likeness)):
        longer[likeness[extra] > best] = extra
        np.maximum(best, likeness[extra], out=best)
    return best, longer


class _Grids(Struct, frozen=True):
    """Similarity and containment of a row with the window of sentences from a column: `[size - 1, row, column]`."""

    likeness: Floats
    contained: Floats


PARTS = sorted((last - first, first) for first in range(WINDOW) for last in range(first, WINDOW))
EXTRA, BEGIN = np.array(PARTS).T
"""The parts of a window of WINDOW sentences: how many beyond the first, and where they begin. Shortest and first come
first, so that these are taken of equals."""


def _trimmed(rows: Places, firsts: Places, longer: Places, grids: _Grids, chain: Mapping[int, int]) -> list[Pair]:
    """The best part of each row's window: the chain may have stretched it to keep the order."""
    windows, _, columns = grids.likeness.shape
    extra, begin = (part[windows > EXTRA] for part in (EXTRA, BEGIN))
    starts = firsts[:, None] + begin
    values = grids.likeness[extra, rows[:, None], np.minimum(starts, columns - 1)]
    values[extra + begin > longer[:, None]] = -1.0
    best = values.argmax(axis=1)
    firsts, extra = firsts + begin[best], extra[best]
    place = extra, rows, firsts
    found = (rows, firsts, firsts + extra, grids.likeness[place], grids.contained[place])
    read = zip(*(f.tolist() for f in found), strict=True)
    return [Pair(row, first, last, alike, held, row in chain) for row, first, last, alike, held in read]


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
    gain = (likeness - MATCH + 0.05) * sizes[:, None]
    rows, columns = np.nonzero((likeness >= MATCH) & (gain > 0))
    cells: dict[int, list[tuple[int, float]]] = {}
    for row, column, worth in zip(rows.tolist(), columns.tolist(), gain[rows, columns].tolist(), strict=True):
        cells.setdefault(row, []).append((column, worth))
    best = [0.0] * likeness.shape[1]  # best chain that ends at or before this column: never falls
    moves: dict[int, dict[int, int]] = {}
    for row, open_ in cells.items():
        moves[row] = _moved(_leaders(open_, best), best)
    return _trace(moves, len(best))


def _leaders(cells: list[tuple[int, float]], best: list[float]) -> list[tuple[int, float]]:
    """Of a row's open cells those where a chain ends that no chain to the left of it beats, with its worth."""
    found: list[tuple[int, float]] = []
    leader = 0.0
    for column, worth in cells:
        here = best[column] + worth
        if here >= leader:
            leader = here
            found.append((column, here))
    return found


def _moved(leaders: list[tuple[int, float]], best: list[float]) -> dict[int, int]:
    """Raise `best` to the leaders; column → the cell that its best chain now ends in."""
    moves: dict[int, int] = {}
    for number, (first, worth) in enumerate(leaders):
        end = leaders[number + 1][0] if number + 1 < len(leaders) else len(best)
        for column in range(first, end):
            if best[column] >= worth:
                break
            best[column] = worth
            moves[column] = first
    return moves


def _trace(moves: dict[int, dict[int, int]], columns: int) -> dict[int, int]:
    found: dict[int, int] = {}
    column = columns - 1
    for row in sorted(moves, reverse=True):
        if column in moves[row]:
            column = found[row] = moves[row][column]
    return found
