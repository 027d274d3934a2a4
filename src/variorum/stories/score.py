"""How likely two articles report one event: their vectors' likeness, and the days between them."""

from __future__ import annotations

import numpy as np

from variorum.stories.columns import (
    F64,
    I32,
    I64,
    KINDS,
    U64,
    Pairs,
    Shipments,
    Terms,
    gaps,
    joined_pairs,
    kinds,
    offsets,
)
from variorum.stories.likelihood import Evidence, likelihood
from variorum.stories.signature import SCALE
from variorum.stories.vectors import norms

FLOOR = 20_000
"""Score below which a pair is not kept."""

CHUNK = 4096
"""Pairs compared at once: their vectors must fit the processor's cache."""


def ship(pairs: Pairs, blocks: I32, vectors: Terms) -> tuple[Shipments, I32]:
    """The vector of each pair's first article, addressed to the second ones, once for each of their `blocks`; and the
    block it goes to. Wants the vectors of all first articles."""
    order = np.lexsort((pairs.second, pairs.first, blocks))
    first, blocks = pairs.first[order], blocks[order]
    new = (first[1:] != first[:-1]) | (blocks[1:] != blocks[:-1])
    starts = np.flatnonzero(np.concatenate(([True], new)))[: len(order)]
    places = located(first[starts], vectors.articles)
    lengths = np.diff(np.append(starts, len(order)))
    return Shipments(pairs.second[order], offsets(lengths), vectors.take(places)), blocks[starts]


def score(shipments: Shipments, vectors: Terms) -> Pairs:
    """Scores (0 to FULL) of shipped vectors against those they are addressed to, where at least FLOOR.

    Wants the vectors of all addressees.
    """
    one = np.repeat(np.arange(len(shipments.vectors), dtype=np.int64), np.diff(shipments.starts))
    return _scored(shipments.vectors, one, vectors, located(shipments.to, vectors.articles))


def compare(pairs: Pairs, vectors: Terms) -> Pairs:
    """`ship` and `score` in one, where the vectors of both articles are at hand."""
    return _scored(vectors, located(pairs.first, vectors.articles), vectors, located(pairs.second, vectors.articles))


def located(wanted: U64, articles: U64) -> I64:
    """Where each wanted article stands."""
    order = np.argsort(articles, kind="stable")
    return order[np.searchsorted(articles, wanted, sorter=order)]


def _scored(these: Terms, one: I64, those: Terms, two: I64) -> Pairs:
    """Scores of row `one[i]` of `these` against row `two[i]` of `those`."""
    norms_ = norms(these), norms(those)
    found = []
    for start in range(0, len(one), CHUNK):
        at, to = one[start : start + CHUNK], two[start : start + CHUNK]
        lengths = norms_[0][at], norms_[1][to]
        apart = gaps(these.days[at], those.days[to])
        values = likelihood(_evidence(*dots(these, at, those, to), *lengths, apart))
        kept = values >= FLOOR
        first, second = these.articles[at[kept]], those.articles[to[kept]]
        found.append(Pairs(np.minimum(first, second), np.maximum(first, second), values[kept]))
    return joined_pairs(found)


def _evidence(dots_: F64, named: I64, one: F64, two: F64, apart: I64) -> Evidence:
    """What speaks for one event, from dot products, common names and squared lengths, row by row."""
    alike = np.sqrt(dots_ / np.maximum(np.sqrt(one * two), 1.0))
    return Evidence(alike, dots_ / (SCALE * SCALE), np.sqrt(np.minimum(one, two)) / SCALE, named, apart)


def dots(these: Terms, one: I64, those: Terms, two: I64) -> tuple[F64, I64]:
    """The exact dot products of row `one[i]` of `these` and row `two[i]` of `those`, by kind of term, and how many
    names they have in common."""
    owners, owner = np.unique(one, return_inverse=True)
    first, second = these.take(owners), those.take(two)
    here = (first.rows().astype(np.uint64) << np.uint64(32)) | first.terms
    rows = second.rows()
    there = (owner[rows].astype(np.uint64) << np.uint64(32)) | second.terms
    if not len(here) or not len(there):
        return np.zeros((len(one), KINDS), dtype=np.float64), np.zeros(len(one), dtype=np.int64)
    at = np.minimum(np.searchsorted(here, there), len(here) - 1)
    both = np.flatnonzero(here[at] == there)
    these_, those_ = first.weights[at[both]], second.weights[both]
    groups = rows[both] * KINDS + kinds(second.terms[both])
    found = np.bincount(groups, weights=those_.astype(np.float64) * these_, minlength=len(one) * KINDS)
    named = np.bincount(rows[both[(these_ & those_ & 1) == 1]], minlength=len(one))
    return found.astype(np.float64).reshape(-1, KINDS), named
