"""Which articles report one event."""

from __future__ import annotations

from collections.abc import Iterable
from math import log10

from variorum.model import Article, Extraction, Story, corpus_id
from variorum.stories.clusters import average_link
from variorum.stories.score import pairs
from variorum.stories.signature import frequencies, signature

FEW, ONE_EVENT, STRICTER = 60, 0.075, 0.05
"""Mean similarity from which two groups report one event, among FEW articles or fewer, and how much more is asked for
with every ten times as many: a handful of files given together are likely of one event, two of a million are not.

Development data: of unrelated reports taken two by two 95 of 100 stay below .051 (most .125), independent reports of
one event have .05 to .54 (median .22), nine stories of 5 to 7 articles hold together up to .10 at least; giveme5w1h
(194 articles) is best from .09 to .14, ecbplus (772) the same from .06 to .18, gva (2,699) best at .18."""


def group(articles: tuple[Article, ...], extractions: tuple[Extraction, ...] = ()) -> tuple[Story, ...]:
    """The stories, sorted by id; every article is in exactly one. The order of the input does not matter.

    Where all articles carry a group of the user's, that is the story; else they are grouped by what they share.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    if ordered and all(a.group is not None for a in ordered):
        return _stories(_given(ordered))
    signatures = [signature(a) for a in ordered]
    scores = pairs(signatures, frequencies(signatures))
    found = average_link(len(ordered), scores, threshold(len(ordered)))
    return _stories([ordered[i].id for i in members] for members in found)


def threshold(count: int) -> float:
    """Mean similarity from which two groups among `count` articles report one event."""
    return ONE_EVENT + STRICTER * log10(max(1.0, count / FEW))


def _given(articles: Iterable[Article]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(article.group or "", []).append(article.id)
    return list(groups.values())


def _stories(groups: Iterable[list[str]]) -> tuple[Story, ...]:
    made = (tuple(sorted(ids)) for ids in groups)
    return tuple(sorted((Story(id=corpus_id("s", *ids), articles=ids) for ids in made), key=lambda s: s.id))
