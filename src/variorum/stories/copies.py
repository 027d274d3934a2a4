"""Articles of one wording are compared once: a hundred papers with one wire text must not crowd out the others."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from variorum.stories.columns import I32, I64, NO_DAY, U64, Flags, Same, Terms


class Prints(Struct, frozen=True):
    """What an article says as one number, the same for articles whose signatures are the same; its day and its terms'
    number."""

    prints: U64
    articles: U64
    days: I32
    sizes: I64


SHORT, REPRINT = 60, 14
"""A text of fewer terms than SHORT that comes back word for word more than REPRINT days later is a page of a site (log
in, subscribe, not found) and reports no event."""


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
    return Prints(sums, signatures.articles, signatures.days, np.diff(signatures.starts))


def leaders(found: Prints) -> Same:
    """Each article and the least article of its print; pages of a site are each alone. Row by row as given.

    Wants all articles of each print it gets.
    """
    every, which = np.unique(found.prints, return_inverse=True)
    least = np.full(len(every), np.iinfo(np.uint64).max, dtype=np.uint64)
    np.minimum.at(least, which, found.articles)
    return Same(found.articles, np.where(pages(found), found.articles, least[which]))


def pages(found: Prints) -> Flags:
    """Whether each article is a page of a site. Wants all articles of each print it gets."""
    every, which = np.unique(found.prints, return_inverse=True)
    first = np.full(len(every), LATEST, dtype=np.int64)
    last = np.zeros(len(every), dtype=np.int64)
    dated = found.days != NO_DAY
    np.minimum.at(first, which[dated], found.days[dated])
    np.maximum.at(last, which[dated], found.days[dated])
    flags: Flags = (found.sizes < SHORT) & ((last - first)[which] > REPRINT)
    return flags


LATEST = np.int64(1 << 40)


def speaking(signatures: Terms, found: Prints, same: Same) -> Flags:
    """Whether an article is compared: it speaks for its copies and is no page. Wants all articles of each print."""
    return (signatures.articles == same.leaders) & ~pages(found)


def followed(groups: Same, same: Same) -> Same:
    """The group of every article, from the groups of those that speak; a leader in no group is one by itself.

    Wants the groups of all leaders.
    """
    if not len(groups.articles):
        return same
    order = np.argsort(groups.articles)
    at = order[np.minimum(np.searchsorted(groups.articles, same.leaders, sorter=order), len(order) - 1)]
    return Same(same.articles, np.where(groups.articles[at] == same.leaders, groups.leaders[at], same.leaders))
