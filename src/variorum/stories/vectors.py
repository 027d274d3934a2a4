"""From signatures to vectors: corpus frequencies weigh the terms, the heaviest of each kind are kept."""

from __future__ import annotations

import math

import numpy as np

from variorum.stories.candidates import ONE, WINDOW
from variorum.stories.columns import F64, I32, I64, KINDS, U32, WORD, Flags, Keys, Terms, kinds, marked, offsets, ranks
from variorum.stories.frequency import UNIT, Sketch
from variorum.stories.signature import SCALE

KEPT = np.array([96, 24, 64, 24, 1], dtype=np.int64)
"""Heaviest terms of each kind that are kept."""

FEW, MANY = 60, 300
"""A handful of files given together are likely of one event; any two of MANY are not. Beyond MANY the number of
articles changes nothing: one more must not move all the others."""

SEARCHED, SURE, BUDGET = 16, 6, 400
"""Heaviest words and names by which an article is looked for, at most: the heaviest SURE, and of the others those for
which it need not be held against more than BUDGET articles in all. So a search costs the same however large a corpus
is: in a large one most words are in many articles, and a few tell as much as all. Of fewer than MANY articles all words
are searched: two reports of one event have other heaviest words, and a pair that is not found counts against a join."""


def weigh(signatures: Terms, sketch: Sketch) -> Terms:
    """The vectors of articles: weights in `SCALE` (a plain word, once, that no other article has)."""
    weights = signatures.weights.astype(np.int64) * sketch.weights(signatures.terms) // UNIT
    rows = signatures.rows()
    kept = _heaviest(rows * KINDS + kinds(signatures.terms), weights, signatures.terms, KEPT) & (weights > 0)
    lengths = np.bincount(rows[kept], minlength=len(signatures))
    terms, weights = signatures.terms[kept], marked(weights[kept].astype(np.int32), signatures.weights[kept] & 1)
    if few := round(SCALE * fewness(sketch.articles)):
        said = lengths > 0
        at = offsets(lengths)[:-1][said]
        terms, weights, lengths = np.insert(terms, at, 0), np.insert(weights, at, few), lengths + said
    return Terms(signatures.articles, signatures.days, offsets(lengths), terms, weights)


def fewness(articles: int) -> float:
    """Logarithm of how many times fewer than MANY articles these are, FEW at least; 0 among MANY and more."""
    return max(0.0, math.log(MANY / max(articles, FEW)))


def _heaviest(groups: I64, weights: I64 | I32, terms: U32, most: I64) -> Flags:
    """Whether a term is among the heaviest of its group (`most` by kind of group); of two alike the lesser hash."""
    order = np.lexsort((terms, -weights, groups))
    sorted_ = groups[order]
    kept = np.zeros(len(order), dtype=np.bool_)
    kept[order] = ranks(sorted_) < most[sorted_ % len(most)]
    return kept


def norms(vectors: Terms) -> F64:
    """Squared lengths of each article's kinds, one row per article."""
    groups = vectors.rows() * KINDS + kinds(vectors.terms)
    squares = vectors.weights.astype(np.float64) ** 2
    return np.bincount(groups, weights=squares, minlength=len(vectors) * KINDS).astype(np.float64).reshape(-1, KINDS)


def keys(vectors: Terms, sketch: Sketch) -> Keys:
    """The words and names by which each article is looked for: heavy ones, but for those that no other article has."""
    at = _searched(vectors, sketch)
    rows = vectors.rows()[at]
    lengths = np.sqrt(np.maximum(norms(vectors)[:, WORD], 1.0))
    weights = np.rint(vectors.weights[at] * ONE / lengths[rows]).astype(np.int32)
    return Keys(vectors.terms[at], vectors.days[rows], vectors.articles[rows], weights)


def _searched(vectors: Terms, sketch: Sketch) -> I64:
    """Places of the terms that an article is looked for by, heaviest first."""
    often = sketch.often(vectors.terms)
    shared = np.flatnonzero((kinds(vectors.terms) == WORD) & (often > 1))
    rows = vectors.rows()[shared]
    at = shared[np.lexsort((vectors.terms[shared], -vectors.weights[shared], rows))]
    rows = vectors.rows()[at]
    place = ranks(rows)
    searched = place < (KEPT[WORD] if sketch.articles < MANY else SEARCHED)
    at, rows, place = at[searched], rows[searched], place[searched]
    costs = np.minimum(often[at] - 1, 2 * WINDOW)
    upto = np.cumsum(costs)
    spent = upto - (upto - costs)[np.arange(len(at)) - place]
    kept: I64 = at[(place < SURE) | (spent <= BUDGET)]
    return kept
