"""The stories of a component: average link over scored pairs, so that no chain of near neighbours ties two events."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from variorum.stories.clusters import NEIGHBOURS, average_link
from variorum.stories.columns import I64, U64, Pairs, Same, ranks
from variorum.stories.components import components

ONE_EVENT = 300_000
"""Score (0 to a million) from which two articles may report one event."""


LARGEST = 20_000
LEVELS = (500_000, 700_000, 850_000, 950_000, 990_000)
"""No event has more than LARGEST different reports: a larger component is cut by leaving out the weak ties, as many
levels as it takes. So no worker has more to link at once than it holds."""


def edges(scored: Pairs, least: int = ONE_EVENT) -> Pairs:
    """The pairs that tie articles into components."""
    return scored.where(scored.values >= least)


def linked(parts: Same, scored: Pairs, levels: Sequence[int] = LEVELS) -> Same:
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
        link(parts.articles[chosen], scored.where(pairs), levels)
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


def link(members: U64, scored: Pairs, levels: Sequence[int] = LEVELS) -> Same:
    """The groups of one component. Wants all members and their scored pairs; pairs that lead outside are ignored."""
    members = np.unique(members)
    inside = scored.where(np.isin(scored.first, members) & np.isin(scored.second, members))
    if len(members) > LARGEST and levels:
        return _cut(members, inside, levels)
    pairs = best(inside)
    first, second = np.searchsorted(members, pairs.first), np.searchsorted(members, pairs.second)
    scores = dict(zip(zip(first.tolist(), second.tolist(), strict=True), pairs.values.tolist(), strict=True))
    groups = average_link(len(members), scores, ONE_EVENT)
    leaders = np.empty(len(members), dtype=np.uint64)
    for group in groups:
        leaders[group] = members[group[0]]
    return Same(members, leaders)


def _cut(members: U64, scored: Pairs, levels: Sequence[int]) -> Same:
    """The groups of what still hangs together by pairs of the first level."""
    strong = edges(scored, levels[0])
    found = linked(components(strong.first, strong.second), scored, levels[1:])
    alone = np.setdiff1d(members, found.articles)
    return Same(np.concatenate((found.articles, alone)), np.concatenate((found.leaders, alone)))


def best(pairs: Pairs) -> Pairs:
    """The pairs that are among the NEIGHBOURS best of one of their articles."""
    kept = np.zeros(len(pairs), dtype=np.bool_)
    for one, other in ((pairs.first, pairs.second), (pairs.second, pairs.first)):
        order = np.lexsort((other, -pairs.values, one))
        kept[order[ranks(one[order]) < NEIGHBOURS]] = True
    return pairs.where(kept)
