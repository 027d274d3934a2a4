"""From signatures to vectors of one length: corpus frequencies weigh the terms, the heaviest are kept."""

from __future__ import annotations

import math

import numpy as np

from variorum.stories.columns import I32, I64, Flags, Keys, Terms, offsets
from variorum.stories.frequency import Sketch

KEPT = 128
"""Heaviest terms of a vector."""

ONE = 1 << 15
"""Length of a vector in units of its weights: the likeness of two is in units of ONE * ONE."""

SEARCHED = 16
"""Heaviest terms by which an article is looked for."""


FEW, MANY, STRICTER = 60, 5000, 2.28
"""Two vectors among FEW articles, which are likely of one event, count as STRICTER times as alike as among MANY.
Between them this falls with the logarithm of their number, beyond it no longer changes: a new article must not move
all the others."""


def length(articles: int) -> float:
    """Length of a vector among so many articles."""
    share = math.log(min(max(articles, FEW), MANY) / FEW) / math.log(MANY / FEW)
    return ONE * math.sqrt(STRICTER / (1 + (STRICTER - 1) * share))


def weigh(signatures: Terms, sketch: Sketch) -> Terms:
    """The vectors of articles: of one `length` before all but the KEPT heaviest terms are cut off."""
    rows = signatures.rows()
    raw = signatures.weights.astype(np.int64) * sketch.weights(signatures.terms)
    norms = np.zeros(len(signatures), dtype=np.int64)
    full = np.diff(signatures.starts) > 0
    if full.any():
        norms[full] = np.add.reduceat(raw * raw, signatures.starts[:-1][full])
    lengths = np.sqrt(np.maximum(norms, 1).astype(np.float64))
    weights = np.rint(raw * length(sketch.articles) / lengths[rows]).astype(np.int64)
    kept = _heaviest(rows, weights, signatures, KEPT) & (weights > 0)
    return Terms(
        signatures.articles,
        signatures.days,
        offsets(np.bincount(rows[kept], minlength=len(signatures))),
        signatures.terms[kept],
        weights[kept].astype(np.int32),
    )


def _heaviest(rows: I64, weights: I64 | I32, of: Terms, count: int) -> Flags:
    """Whether a term is among the `count` heaviest of its article; of two alike the lesser hash."""
    order = np.lexsort((of.terms, -weights, rows))
    rank = np.arange(len(order)) - of.starts[:-1][rows]
    kept = np.zeros(len(order), dtype=np.bool_)
    kept[order] = rank < count
    return kept


def keys(vectors: Terms, sketch: Sketch) -> Keys:
    """The heaviest terms of each article, but for those that no other article has."""
    rows = vectors.rows()
    shared = np.flatnonzero(sketch.often(vectors.terms) > 1)
    part = Terms(
        vectors.articles,
        vectors.days,
        offsets(np.bincount(rows[shared], minlength=len(vectors))),
        vectors.terms[shared],
        vectors.weights[shared],
    )
    rows = part.rows()
    kept = _heaviest(rows, part.weights, part, SEARCHED)
    rows = rows[kept]
    return Keys(part.terms[kept], vectors.days[rows], vectors.articles[rows], part.weights[kept])
