"""From shared fingerprints to candidate pairs, never more than a bounded number for each fingerprint.

A fingerprint that few articles have pairs them all. One that many have (a wire text in a thousand papers, an outlet's
boilerplate) pairs each only with those next to it in time and with the first few, of which one is likely the source;
and it counts little, so that it takes many of them to make a candidate.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from variorum.lineage.prints import I32, U64, Prints

I64 = NDArray[np.int64]

FEW = 16
"""Articles with one fingerprint that are all paired with one another."""

NEXT, FIRST = 8, 4
"""In a longer list: how many that follow, and how many of the first, each is paired with."""

LOG_MOST = 16
"""Binary logarithm of the number of articles from which a fingerprint says nothing and pairs nobody."""

LEAST = 500
"""Weight of a candidate: three fingerprints that eight articles have, or thirty that a thousand have."""

WHOLE = 4
"""Or one in so many of the runs of the shorter text, whoever else has them."""

STRONGEST = 6
"""Candidates kept for one article of a corpus."""

SURE, PART = 1000, 8
"""Between stories a pair is compared from this weight on, or when it shares one in so many of the shorter text's runs:
comparing takes milliseconds, and of the weaker ones none was found to be derived (made-up stream of 300 reports)."""


class Shared(Struct, frozen=True):
    """Columns: one row per pair, `first` < `second`. `runs`: fingerprints of words in common; `sizes`: runs of the text
    that has fewer; `weights`: what all common fingerprints say."""

    first: U64
    second: U64
    weights: I64
    runs: I32
    sizes: I32


def near(prints: Prints) -> Shared:
    """Pairs of articles with a common fingerprint. All rows of a fingerprint must be there, in any order."""
    order = np.lexsort((prints.articles, prints.days, prints.hashes))
    hashes, articles = prints.hashes[order], prints.articles[order]
    sizes, facts = prints.sizes[order], prints.facts[order]
    fresh = np.ones(len(order), dtype=np.bool_)
    fresh[1:] = (hashes[1:] != hashes[:-1]) | (articles[1:] != articles[:-1])
    hashes, articles, sizes, facts = hashes[fresh], articles[fresh], sizes[fresh], facts[fresh]
    one, two, weights = _met(hashes)
    swap = articles[one] > articles[two]
    first, second = np.where(swap, two, one), np.where(swap, one, two)
    return summed(
        Shared(
            articles[first],
            articles[second],
            weights,
            (facts[one] == 0).astype(np.int32),
            np.minimum(sizes[one], sizes[two]),
        )
    )


def _met(hashes: U64) -> tuple[I64, I64, I64]:
    """Places of the pairs in the sorted rows, and the weight of the fingerprint."""
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1]))) if len(hashes) else np.zeros(0, int)
    counts = np.diff(np.concatenate((starts, [len(hashes)])))
    start, count = np.repeat(starts, counts), np.repeat(counts, counts)
    place = np.arange(len(hashes))
    rank = place - start
    worth = weight_of(count)
    ones, twos = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for step in range(1, FEW):
        here = np.flatnonzero((rank + step < count) & (worth > 0) & ((count <= FEW) | (step <= NEXT)))
        ones.append(here)
        twos.append(here + step)
    for head in range(FIRST):
        here = np.flatnonzero((count > FEW) & (worth > 0) & (rank > head + NEXT))
        ones.append(start[here] + head)
        twos.append(here)
    one, two = np.concatenate(ones), np.concatenate(twos)
    return one, two, worth[one]


def weight_of(counts: I64) -> I64:
    """What sharing a fingerprint says when so many articles have it: the square of the bits by which they are fewer
    than 2**LOG_MOST."""
    bits = np.frexp(np.maximum(counts, 1) - 1)[1].astype(np.int64)
    left = np.maximum(0, LOG_MOST - bits)
    squares: I64 = left * left
    return squares


def summed(shared: Shared) -> Shared:
    """One row per pair, ascending."""
    order = np.lexsort((shared.second, shared.first))
    first, second = shared.first[order], shared.second[order]
    if not len(order):
        return shared
    starts = np.flatnonzero(np.concatenate(([True], (first[1:] != first[:-1]) | (second[1:] != second[:-1]))))
    return Shared(
        first[starts],
        second[starts],
        np.add.reduceat(shared.weights[order], starts),
        np.add.reduceat(shared.runs[order], starts).astype(np.int32),
        shared.sizes[order][starts],
    )


def candidates(shared: Shared) -> Shared:
    """The pairs worth comparing. All rows of a pair must be there."""
    whole = summed(shared)
    kept = (whole.weights >= LEAST) | ((whole.runs > 1) & (whole.runs * WHOLE >= whole.sizes))
    return taken(whole, kept)


def taken(shared: Shared, which: NDArray[np.bool_] | I64) -> Shared:
    """Some of the rows."""
    return Shared(
        shared.first[which], shared.second[which], shared.weights[which], shared.runs[which], shared.sizes[which]
    )


def both_ways(shared: Shared) -> Shared:
    """Every pair also the other way round, so that `first` names each article with all its partners."""
    return Shared(
        np.concatenate((shared.first, shared.second)),
        np.concatenate((shared.second, shared.first)),
        np.concatenate((shared.weights, shared.weights)),
        np.concatenate((shared.runs, shared.runs)),
        np.concatenate((shared.sizes, shared.sizes)),
    )


def strongest(shared: Shared, count: int = STRONGEST) -> Shared:
    """Of rows made by `both_ways`, the `count` heaviest of each `first`, as pairs again. All rows of an article must
    be there; the same pair may come out for both of its articles."""
    order = np.lexsort((shared.second, -shared.weights, shared.first))
    first = shared.first[order]
    starts = np.flatnonzero(np.concatenate(([True], first[1:] != first[:-1]))) if len(first) else np.zeros(0, int)
    rank = np.arange(len(first)) - np.repeat(starts, np.diff(np.concatenate((starts, [len(first)]))))
    kept = taken(shared, order[rank < count])
    least, most = np.minimum(kept.first, kept.second), np.maximum(kept.first, kept.second)
    return Shared(least, most, kept.weights, kept.runs, kept.sizes)


def likely(shared: Shared) -> Shared:
    """The pairs worth comparing across stories."""
    return taken(shared, (shared.weights >= SURE) | (shared.runs * PART >= shared.sizes))


def unique(shared: Shared) -> Shared:
    """Every pair once."""
    order = np.lexsort((shared.second, shared.first))
    first, second = shared.first[order], shared.second[order]
    fresh = np.ones(len(order), dtype=np.bool_)
    fresh[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    return taken(shared, order[fresh])
