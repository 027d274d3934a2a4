"""Candidate pairs: articles that share a heavy term and stand near in time; never all pairs of a wide term."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from variorum.stories.columns import I64, NO_DAY, Keys, Pairs, joined_pairs
from variorum.stories.vectors import ONE

WINDOW = 32
"""An article is compared with this many before and behind it among those with one term, by day: all of them for a term
in WINDOW articles, the neighbours in time for one in a hundred thousand."""

HINT = 5
"""Per cent of likeness that the searched terms alone must show, for a pair to be compared in full."""


def near(keys: Keys) -> Pairs:
    """Pairs of articles that stand within WINDOW for some term, with what these terms add to their likeness.

    Wants all rows of each term it gets. Undated articles of a wide term are compared with some that have a day, too.
    """
    order = np.lexsort((keys.articles, keys.days, keys.terms))
    found = [*_windows(keys, order)]
    wide = _wide_and_undated(keys, order)
    if len(wide):
        found += [*_windows(keys, wide[np.lexsort((keys.articles[wide], keys.terms[wide]))])]
    return joined_pairs(found)


def _windows(keys: Keys, order: I64) -> Iterator[Pairs]:
    terms, articles, weights = keys.terms[order], keys.articles[order], keys.weights[order].astype(np.int64)
    for shift in range(1, min(WINDOW, len(order) - 1) + 1):
        at = np.flatnonzero(terms[shift:] == terms[:-shift])
        if not len(at):
            return
        one, two = articles[at], articles[at + shift]
        yield Pairs(np.minimum(one, two), np.maximum(one, two), weights[at] * weights[at + shift])


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
    """Every pair once, ascending, with the sum of its values; those that show no HINT go.

    Wants all rows of each pair it gets.
    """
    return summed(pairs, HINT * ONE * ONE // 100)


def summed(pairs: Pairs, least: int = 0) -> Pairs:
    """Every pair once, ascending, with the sum of its values, where that is at least `least`."""
    if not len(pairs):
        return pairs
    known, places = np.unique(np.concatenate((pairs.first, pairs.second)), return_inverse=True)
    codes = places[: len(pairs)] * np.int64(len(known)) + places[len(pairs) :]
    order = np.argsort(codes, kind="stable")
    codes, values = codes[order], pairs.values[order]
    start = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1])))
    sums = np.add.reduceat(values, start)
    kept = sums >= least
    one, two = np.divmod(codes[start[kept]], np.int64(len(known)))
    return Pairs(known[one], known[two], sums[kept])
