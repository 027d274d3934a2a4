"""How likely two articles report one event: their vectors' likeness, and the days between them."""

from __future__ import annotations

import math

import numpy as np

from variorum.stories.columns import I32, I64, NO_DAY, U64, Pairs, Shipments, Terms, joined_pairs
from variorum.stories.vectors import ONE

FLOOR = 50
"""Likeness, in thousandths, below which a pair is not kept."""

GRACE, FADE, LEAST = 3, 10.0, 0.4
"""Days between two reports that cost nothing; days over which the rest fades by a factor e; and the least factor."""

FULL = 1000
"""The score of two articles that say the same on the same days."""

FADES = np.array(
    [round(FULL * (LEAST + (1 - LEAST) * math.exp(-max(0, gap - GRACE) / FADE))) for gap in range(128)], dtype=np.int64
)
"""Factor by days apart, in 1/FULL; the last for all that are further apart."""

CHUNK = 4096
"""Pairs compared at once: their vectors must fit the processor's cache."""


def ship(pairs: Pairs, vectors: Terms) -> Shipments:
    """The vector of each pair's first article, addressed to the second. Wants the vectors of all first articles."""
    places = located(pairs.first, vectors.articles)
    return Shipments(pairs.second, vectors.take(places))


def score(shipments: Shipments, vectors: Terms) -> Pairs:
    """Scores (0 to FULL) of shipped vectors against those they are addressed to, where at least FLOOR.

    Wants the vectors of all addressees.
    """
    places = located(shipments.to, vectors.articles)
    found = []
    for start in range(0, len(places), CHUNK):
        at = np.arange(start, min(start + CHUNK, len(places)), dtype=np.int64)
        found.append(_score(shipments.vectors.take(at), vectors.take(places[at])))
    return joined_pairs(found)


def compare(pairs: Pairs, vectors: Terms) -> Pairs:
    """`ship` and `score` in one, where the vectors of both articles are at hand."""
    one, two = located(pairs.first, vectors.articles), located(pairs.second, vectors.articles)
    found = []
    for start in range(0, len(pairs), CHUNK):
        end = start + CHUNK
        found.append(_score(vectors.take(one[start:end]), vectors.take(two[start:end])))
    return joined_pairs(found)


def located(wanted: U64, articles: U64) -> I64:
    """Where each wanted article stands."""
    order = np.argsort(articles, kind="stable")
    return order[np.searchsorted(articles, wanted, sorter=order)]


def _score(one: Terms, two: Terms) -> Pairs:
    """Row by row."""
    values = dots(one, two) * FULL // (ONE * ONE) * faded(one.days, two.days) // FULL
    kept = values >= FLOOR
    first, second = one.articles[kept], two.articles[kept]
    return Pairs(np.minimum(first, second), np.maximum(first, second), values[kept])


def dots(one: Terms, two: Terms) -> I64:
    """The exact dot product of each row of `one` with that of `two`."""
    here = (one.rows().astype(np.uint64) << np.uint64(32)) | one.terms
    there = (two.rows().astype(np.uint64) << np.uint64(32)) | two.terms
    if not len(here) or not len(there):
        return np.zeros(len(one), dtype=np.int64)
    at = np.minimum(np.searchsorted(there, here), len(there) - 1)
    both = np.flatnonzero(there[at] == here)
    products = one.weights[both].astype(np.int64) * two.weights[at[both]]
    sums = np.zeros(len(one), dtype=np.int64)
    np.add.at(sums, (here[both] >> np.uint64(32)).astype(np.int64), products)
    return sums


def faded(one: I32, two: I32) -> I64:
    """Factor for the days between, in 1/FULL; 1 where a day is unknown."""
    gaps = np.where((one == NO_DAY) | (two == NO_DAY), 0, np.abs(one.astype(np.int64) - two))
    return FADES[np.minimum(gaps, len(FADES) - 1)]
