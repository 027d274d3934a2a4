"""The stories of a component: average link over scored pairs, so that no chain of near neighbours ties two events."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from variorum.stories.clusters import NEIGHBOURS, average_link
from variorum.stories.columns import I64, U64, Flags, Pairs, Same, ranks
from variorum.stories.components import components

ONE_EVENT = 300_000
"""Score (0 to a million) from which two articles may report one event."""

LARGEST = 1000
LEVELS = (500_000, 700_000, 850_000, 950_000, 990_000)
"""Few events have more than LARGEST different reports: a larger component is cut by leaving out the weak ties, as many
levels as it takes. So no worker has more to link at once than it holds."""


def edges(scored: Pairs, least: int = ONE_EVENT) -> Pairs:
    """The pairs that tie articles into components."""
    return scored.where(scored.values >= least)


def link(members: U64, scored: Pairs) -> Same:
    """The groups of one component. Wants all members and their scored pairs; pairs that lead outside are ignored."""
    return linked(Same(np.unique(members), np.zeros(len(np.unique(members)), dtype=np.uint64)), scored)


def linked(parts: Same, scored: Pairs, levels: Sequence[int] = LEVELS) -> Same:
    """The groups of whole components, `parts` being their members; pairs that lead out of one are ignored."""
    order = np.lexsort((parts.articles, parts.leaders))
    articles, leaders = parts.articles[order], parts.leaders[order]
    starts = np.flatnonzero(np.concatenate(([True], leaders[1:] != leaders[:-1])))[: len(order)]
    number = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(order))))
    scored, one, two = _inside(articles, number, scored)
    of = number[one]
    by_part = np.argsort(of, kind="stable")
    cuts = np.searchsorted(of[by_part], np.arange(len(starts) + 1))
    best_ = best(scored)
    found = np.arange(len(order))
    for i, (start, size) in enumerate(zip(starts.tolist(), np.bincount(number).tolist(), strict=True)):
        pairs = by_part[cuts[i] : cuts[i + 1]]
        if size > LARGEST and levels:
            found[start : start + size] = start + _cut(articles[start : start + size], scored.where(pairs), levels)
        elif size == 2:
            found[start + 1] = start if len(pairs) and scored.values[pairs[0]] >= ONE_EVENT else start + 1
        else:
            pairs = pairs[best_[pairs]]
            found[start : start + size] = start + _average(size, one[pairs] - start, two[pairs] - start, scored, pairs)
    return Same(articles, articles[found])


def _inside(articles: U64, number: I64, scored: Pairs) -> tuple[Pairs, I64, I64]:
    """The pairs of which both are in one component, and the places of the two."""
    by_article = np.argsort(articles)
    one, two = (_places(side, articles, by_article) for side in (scored.first, scored.second))
    inside = np.flatnonzero((one >= 0) & (two >= 0))
    inside = inside[number[one[inside]] == number[two[inside]]]
    return scored.where(inside), one[inside], two[inside]


def _places(wanted: U64, articles: U64, order: I64) -> I64:
    """Where each article stands, -1 where it does not."""
    if not len(order):
        return np.full(len(wanted), -1, dtype=np.int64)
    at = order[np.minimum(np.searchsorted(articles, wanted, sorter=order), len(order) - 1)]
    found: I64 = np.where(articles[at] == wanted, at, -1)
    return found


def _average(size: int, one: I64, two: I64, scored: Pairs, pairs: I64) -> I64:
    """The least of each member's group."""
    ends = zip(one.tolist(), two.tolist(), strict=True)
    scores = dict(zip(ends, scored.values[pairs].tolist(), strict=True))
    least = np.empty(size, dtype=np.int64)
    for group in average_link(size, scores, ONE_EVENT):
        least[group] = group[0]
    return least


def _cut(members: U64, scored: Pairs, levels: Sequence[int]) -> I64:
    """The least of each member's group, among those that still hang together by pairs of the first level."""
    strong = edges(scored, levels[0])
    found = linked(components(strong.first, strong.second), scored, levels[1:])
    least = np.arange(len(members))
    least[np.searchsorted(members, found.articles)] = np.searchsorted(members, found.leaders)
    return least


def best(pairs: Pairs) -> Flags:
    """Whether a pair is among the NEIGHBOURS best of one of its articles."""
    kept = np.zeros(len(pairs), dtype=np.bool_)
    for one, other in ((pairs.first, pairs.second), (pairs.second, pairs.first)):
        order = np.lexsort((other, -pairs.values, one))
        kept[order[ranks(one[order]) < NEIGHBOURS]] = True
    return kept
