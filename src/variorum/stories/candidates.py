"""Candidate pairs: articles that share a heavy term and stand near in time; never all pairs of a wide term."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from variorum.stories.columns import I64, NO_DAY, U64, Flags, Keys, Pairs, gaps, ranks

ONE = 1 << 15
"""Units of likeness that a searched term's weight is given in: the part it has in its vector's length."""

WINDOW = 32
"""An article is compared with this many before and behind it among those with one term, by day: all of them for a term
in WINDOW articles, the neighbours in time for one in a hundred thousand."""

HINT = 45
"""Per mille of likeness that the searched terms alone must show, for a pair to be compared in full; those of two days
apart by HALF show half as much, and so on up to LONG."""

HALF, LONG = 60, 240
"""Days. A year later it takes the same names to be the same event, and a large archive has few of these among many
articles that share a word."""

MOST = 48
"""Pairs that an article keeps, those that show the most; about as many more are kept by those it is paired with."""

MIXED = np.uint64(0x9E3779B97F4A7C15)
"""2^64 by the golden ratio: a multiplier that spreads (Knuth)."""


class Met(Struct, frozen=True):
    """Places of keys that stand near each other (`first` is the one whose article keeps the pair), and the worth of
    the term that they share."""

    first: I64
    second: I64
    values: I64


def near(keys: Keys) -> Pairs:
    """Pairs of articles that stand within WINDOW for some term, with what these terms add to their likeness.

    Wants all rows of each term it gets. Undated articles of a wide term are compared with some that have a day, too.
    """
    found = met(keys)
    return Pairs(keys.articles[found.first], keys.articles[found.second], found.values)


def met(keys: Keys) -> Met:
    """`near`, as places in `keys`."""
    order = np.lexsort((keys.articles, keys.days, keys.terms))
    found = [*_windows(keys, order)]
    wide = _wide_and_undated(keys, order)
    if len(wide):
        found += [*_windows(keys, wide[np.lexsort((keys.articles[wide], keys.terms[wide]))])]
    none = np.zeros(0, dtype=np.int64)
    one, two = (np.concatenate([none, *(f[side] for f in found)]) for side in (0, 1))
    values = keys.weights[one].astype(np.int64) * keys.weights[two]
    values = values * HALF // (HALF + np.minimum(gaps(keys.days[one], keys.days[two]), LONG))
    first, second = np.where(_turned(keys.articles[one], keys.articles[two]), (two, one), (one, two))
    return Met(first, second, values)


def _windows(keys: Keys, order: I64) -> Iterator[tuple[I64, I64]]:
    terms = keys.terms[order]
    for shift in range(1, min(WINDOW, len(order) - 1) + 1):
        at = np.flatnonzero(terms[shift:] == terms[:-shift])
        if not len(at):
            return
        yield order[at], order[at + shift]


def _turned(one: U64, two: U64) -> Flags:
    """Whether the second article keeps the pair: as good as by chance, the same whichever of the two comes first."""
    found: Flags = (((one ^ two) * MIXED) >> np.uint64(63) == 1) ^ (one < two)
    return found


def _wide_and_undated(keys: Keys, order: I64) -> I64:
    """The places of terms that are in more articles than a window holds, some of them without a day."""
    terms, undated = keys.terms[order], keys.days[order] == NO_DAY
    if not undated.any():
        return order[:0]
    found, inverse, often = np.unique(terms, return_inverse=True, return_counts=True)
    without = np.bincount(inverse, weights=undated, minlength=len(found))
    chosen: I64 = order[((often > WINDOW) & (without > 0) & (without < often))[inverse]]
    return chosen


def unique(pairs: Pairs) -> Pairs:
    """`chosen`, as pairs."""
    at, sums = chosen(pairs)
    return Pairs(pairs.first[at], pairs.second[at], sums)


def chosen(pairs: Pairs) -> tuple[I64, I64]:
    """Every pair once (a row of each), by `first` and most alike first, with the sum of its values: those that show a
    HINT, MOST of each `first`.

    Wants all rows of each `first` it gets.
    """
    if not len(pairs):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    order = _together(pairs.first, pairs.second)
    first, second = pairs.first[order], pairs.second[order]
    start = np.flatnonzero(np.concatenate(([True], (first[1:] != first[:-1]) | (second[1:] != second[:-1]))))
    sums = np.add.reduceat(pairs.values[order], start)
    shown = sums >= HINT * ONE * ONE // 1000
    at, sums = order[start[shown]], sums[shown]
    best = np.lexsort((pairs.second[at], -sums, pairs.first[at]))
    best = best[ranks(pairs.first[at[best]]) < MOST]
    return at[best], sums[best]


def _together(first: U64, second: U64) -> I64:
    """An order in which rows of one pair stand together. Sorts one number a row, which is much faster than two; where
    two pairs have one number, by both."""
    mixed = (first * MIXED) ^ (second * MIXED >> np.uint64(21)) ^ second
    order: I64 = np.argsort(mixed)
    mixed, one, two = mixed[order], first[order], second[order]
    same = mixed[1:] == mixed[:-1]
    if (same & ((one[1:] != one[:-1]) | (two[1:] != two[:-1]))).any():
        return np.lexsort((second, first))
    return order
