"""Which articles report one event."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.model import Article, Extraction, Story, content_id
from variorum.stories.clusters import average_link
from variorum.stories.score import pairs
from variorum.stories.signature import frequencies, signature

ONE_EVENT = 0.14
"""Mean similarity from which two groups report one event."""


def group(articles: tuple[Article, ...], extractions: tuple[Extraction, ...] = ()) -> tuple[Story, ...]:
    """The stories, sorted by id; every article is in exactly one. The order of the input does not matter.

    Where all articles carry a group of the user's, that is the story; else they are grouped by what they share.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    if ordered and all(a.group is not None for a in ordered):
        return _stories(_given(ordered))
    signatures = [signature(a) for a in ordered]
    scores = pairs(signatures, frequencies(signatures))
    found = average_link(len(ordered), scores, ONE_EVENT)
    return _stories([ordered[i].id for i in members] for members in found)


def _given(articles: Iterable[Article]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(article.group or "", []).append(article.id)
    return list(groups.values())


def _stories(groups: Iterable[list[str]]) -> tuple[Story, ...]:
    made = (tuple(sorted(ids)) for ids in groups)
    return tuple(sorted((Story(id=content_id("s", *ids), articles=ids) for ids in made), key=lambda s: s.id))
