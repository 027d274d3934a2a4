"""Articles of one wording are compared once: a hundred papers with one wire text must not crowd out the others."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from variorum.stories.columns import U64, Same, Terms


class Prints(Struct, frozen=True):
    """What an article says as one number: the same for articles whose signatures are the same."""

    prints: U64
    articles: U64


MIXED = np.uint64(0x9E3779B97F4A7C15)
"""2^64 by the golden ratio: a multiplier that spreads (Knuth)."""


def prints(signatures: Terms) -> Prints:
    """The print of each article: a sum over its terms. An article without terms is like no other."""
    rows = signatures.rows()
    mixed = (signatures.terms.astype(np.uint64) + np.uint64(1)) * MIXED
    mixed = (mixed ^ (mixed >> np.uint64(29))) * (signatures.weights.astype(np.uint64) * np.uint64(2) + np.uint64(1))
    mixed = (mixed ^ (mixed >> np.uint64(32))) * MIXED
    sums = np.zeros(len(signatures), dtype=np.uint64)
    np.add.at(sums, rows, mixed)
    empty = np.diff(signatures.starts) == 0
    sums[empty] = signatures.articles[empty] * MIXED
    return Prints(sums, signatures.articles)


def leaders(found: Prints) -> Same:
    """Each article and the least article of its print. Wants all articles of each print it gets."""
    order = np.lexsort((found.articles, found.prints))
    seen, articles = found.prints[order], found.articles[order]
    start = np.concatenate(([True], seen[1:] != seen[:-1])) if len(seen) else np.zeros(0, dtype=np.bool_)
    first = np.maximum.accumulate(np.where(start, np.arange(len(seen)), 0))
    return Same(articles, articles[first])


def speaking(signatures: Terms, same: Same) -> Terms:
    """The signatures of the articles that speak for themselves. Wants the rows of `same` of these articles."""
    own = same.articles[same.articles == same.leaders]
    return signatures.take(np.flatnonzero(np.isin(signatures.articles, own)))


def followed(groups: Same, same: Same) -> Same:
    """The group of every article, from the groups of those that speak; a leader in no group is one by itself.

    Wants the groups of all leaders.
    """
    if not len(groups.articles):
        return same
    order = np.argsort(groups.articles)
    at = order[np.minimum(np.searchsorted(groups.articles, same.leaders, sorter=order), len(order) - 1)]
    return Same(same.articles, np.where(groups.articles[at] == same.leaders, groups.leaders[at], same.leaders))
