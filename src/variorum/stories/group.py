"""Which articles report one event: all rounds over articles that fit in memory.

A corpus that does not goes the same way bucket by bucket (see `variorum.stories.tables`), with the same result.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from msgspec import Struct

from variorum.model import Article, Extraction, Story, corpus_id
from variorum.stories.candidates import near, unique
from variorum.stories.columns import Keys, Pairs, Same, Terms
from variorum.stories.components import components
from variorum.stories.copies import followed, leaders, prints, speaking
from variorum.stories.frequency import Sketch, counts, sketch, total
from variorum.stories.link import edges, linked
from variorum.stories.score import compare
from variorum.stories.signature import signatures
from variorum.stories.vectors import keys, weigh


def group(articles: tuple[Article, ...], extractions: tuple[Extraction, ...] = ()) -> tuple[Story, ...]:
    """The stories, sorted by id; every article is in exactly one. The order of the input does not matter.

    Where all articles carry a group of the user's, that is the story; else they are grouped by what they share.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    if ordered and all(a.group is not None for a in ordered):
        return _stories(_given(ordered))
    found = grouped(signatures(ordered, range(len(ordered))))
    groups: dict[int, list[str]] = {}
    for member, leader in zip(found.articles.tolist(), found.leaders.tolist(), strict=True):
        groups.setdefault(leader, []).append(ordered[member].id)
    return _stories(groups.values())


class Work(Struct, frozen=True):
    """Everything that grouping makes. `signed`, `vectors`, `keys` and `scored` are of articles that speak for their
    copies; `same` (who speaks for each) and `stories` (the least article of its story) of all, in the order given."""

    signed: Terms
    sketch: Sketch
    vectors: Terms
    keys: Keys
    scored: Pairs
    same: Same
    stories: Same


def work(signed: Terms) -> Work:
    """All rounds, in memory."""
    found = prints(signed)
    same = leaders(found)
    signed = signed.take(np.flatnonzero(speaking(signed, found, same)))
    frequencies = sketch(total([counts(signed)]))
    vectors = weigh(signed, frequencies)
    searched = keys(vectors, frequencies)
    scored = compare(unique(near(searched)), vectors)
    strong = edges(scored)
    stories = followed(linked(components(strong.first, strong.second), scored), same)
    return Work(signed, frequencies, vectors, searched, scored, same, stories)


def grouped(signed: Terms) -> Same:
    """Every article with the least article of its story, in the order given."""
    return work(signed).stories


def _given(articles: Iterable[Article]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(article.group or "", []).append(article.id)
    return list(groups.values())


def _stories(groups: Iterable[list[str]]) -> tuple[Story, ...]:
    made = (tuple(sorted(ids)) for ids in groups)
    return tuple(sorted((Story(id=corpus_id("s", *ids), articles=ids) for ids in made), key=lambda s: s.id))
