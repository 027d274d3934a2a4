"""The stories of a component: average link over scored pairs, so that no chain of near neighbours ties two events."""

from __future__ import annotations

import numpy as np

from variorum.stories.clusters import NEIGHBOURS, average_link
from variorum.stories.columns import I64, U64, Pairs, Same

ONE_EVENT = 320
"""Score (0 to 1000) from which two articles may report one event."""


def edges(scored: Pairs) -> Pairs:
    """The pairs that tie articles into components."""
    return scored.where(scored.values >= ONE_EVENT)


def linked(parts: Same, scored: Pairs) -> Same:
    """The groups of whole components, `parts` being their members; pairs that lead out of one are ignored."""
    order = np.lexsort((parts.articles, parts.leaders))
    by_article = np.argsort(parts.articles)
    one, two = _part(scored.first, parts, by_article), _part(scored.second, parts, by_article)
    inside = np.flatnonzero((one == two) & (one != NOWHERE))
    scored, of = scored.where(inside), one[inside]
    by_part = np.argsort(of, kind="stable")
    least, starts = np.unique(parts.leaders[order], return_index=True)
    cuts = np.searchsorted(of[by_part], least)[1:]
    found = [
        link(parts.articles[chosen], scored.where(pairs))
        for chosen, pairs in zip(np.split(order, starts[1:]), np.split(by_part, cuts), strict=True)
        if len(chosen)
    ]
    none = np.zeros(0, dtype=np.uint64)
    return Same(
        np.concatenate([none, *(f.articles for f in found)]), np.concatenate([none, *(f.leaders for f in found)])
    )


NOWHERE = np.uint64(2**64 - 1)


def _part(articles: U64, parts: Same, order: I64) -> U64:
    """The component of each article, NOWHERE where it is in none."""
    if not len(order):
        return np.full(len(articles), NOWHERE)
    at = order[np.minimum(np.searchsorted(parts.articles, articles, sorter=order), len(order) - 1)]
    return np.where(parts.articles[at] == articles, parts.leaders[at], NOWHERE)


def link(members: U64, scored: Pairs) -> Same:
    """The groups of one component. Wants all members and their scored pairs; pairs that lead outside are ignored."""
    members = np.unique(members)
    inside = np.isin(scored.first, members) & np.isin(scored.second, members)
    pairs = best(scored.where(inside))
    first, second = np.searchsorted(members, pairs.first), np.searchsorted(members, pairs.second)
    scores = dict(zip(zip(first.tolist(), second.tolist(), strict=True), pairs.values.tolist(), strict=True))
    groups = average_link(len(members), scores, ONE_EVENT)
    leaders = np.empty(len(members), dtype=np.uint64)
    for group in groups:
        leaders[group] = members[group[0]]
    return Same(members, leaders)


def best(pairs: Pairs) -> Pairs:
    """The pairs that are among the NEIGHBOURS best of one of their articles."""
    kept = np.zeros(len(pairs), dtype=np.bool_)
    for one, other in ((pairs.first, pairs.second), (pairs.second, pairs.first)):
        order = np.lexsort((other, -pairs.values, one))
        sorted_ = one[order]
        start = np.concatenate(([True], sorted_[1:] != sorted_[:-1])) if len(order) else kept
        place = np.arange(len(order))
        kept[order[place - np.maximum.accumulate(np.where(start, place, 0)) < NEIGHBOURS]] = True
    return pairs.where(kept)
