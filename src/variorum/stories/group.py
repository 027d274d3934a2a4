"""Which articles report one event."""

from __future__ import annotations

from collections.abc import Iterable
from math import log10

from variorum.model import Article, Extraction, Story, content_id
from variorum.stories.clusters import average_link
from variorum.stories.score import pairs
from variorum.stories.signature import frequencies, signature

FEW, ONE_EVENT, STRICTER = 10, 0.09, 0.025
"""Mean similarity from which two groups report one event, among FEW articles, and how much more is asked for with every
ten times as many: a handful of files given together are likely of one event, two of a million are not. Set on
development data: nine fictional and real stories of 5 to 7 articles (apart from .08 to .14), giveme5w1h (194: best
at .12), ecbplus (772: any up to .16), gva (2,699: best at .16)."""


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
    return tuple(sorted((Story(id=content_id("s", *ids), articles=ids) for ids in made), key=lambda s: s.id))
