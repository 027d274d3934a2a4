"""How likely two articles report one event: their vectors' likeness, and the days between them."""

from __future__ import annotations

import numpy as np

from variorum.stories.columns import F64, I64, KINDS, NO_DAY, U64, Pairs, Shipments, Terms, joined_pairs, kinds
from variorum.stories.likelihood import Evidence, likelihood
from variorum.stories.signature import SCALE
from variorum.stories.vectors import norms

FLOOR = 20_000
"""Score below which a pair is not kept."""

CHUNK = 4096
"""Pairs compared at once: their vectors must fit the processor's cache."""


UNKNOWN_GAP = 7
"""Days that are assumed between articles of which one has no date."""


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
    values = likelihood(evidence(one, two))
    kept = values >= FLOOR
    first, second = one.articles[kept], two.articles[kept]
    return Pairs(np.minimum(first, second), np.maximum(first, second), values[kept])


def evidence(one: Terms, two: Terms) -> Evidence:
    """What speaks for one event, row by row."""
    dots_, lengths = dots(one, two), np.sqrt(norms(one) * norms(two))
    alike = np.sqrt(dots_ / np.maximum(lengths, 1.0))
    unknown = (one.days == NO_DAY) | (two.days == NO_DAY)
    gaps = np.where(unknown, UNKNOWN_GAP, np.abs(one.days.astype(np.int64) - two.days))
    least = np.sqrt(np.minimum(norms(one), norms(two))) / SCALE
    return Evidence(alike, dots_ / (SCALE * SCALE), least, gaps)


def dots(one: Terms, two: Terms) -> F64:
    """The exact dot products of each row of `one` with that of `two`, by kind of term."""
    here = (one.rows().astype(np.uint64) << np.uint64(32)) | one.terms
    there = (two.rows().astype(np.uint64) << np.uint64(32)) | two.terms
    if not len(here) or not len(there):
        return np.zeros((len(one), KINDS), dtype=np.float64)
    at = np.minimum(np.searchsorted(there, here), len(there) - 1)
    both = np.flatnonzero(there[at] == here)
    products = one.weights[both].astype(np.float64) * two.weights[at[both]]
    groups = (here[both] >> np.uint64(32)).astype(np.int64) * KINDS + kinds(one.terms[both])
    return np.bincount(groups, weights=products, minlength=len(one) * KINDS).astype(np.float64).reshape(-1, KINDS)
