"""Derivations between stories: candidate pairs held to the same rule as the articles of one story.

Inside a story every article but the roots of its families already has its source. So only a root may have one in
another story, each at most one, and never so that families go round in a circle. A family that already draws on another
of its story is nobody's source elsewhere. So the whole stays acyclic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from variorum.lineage.graphs import reaches
from variorum.lineage.trace import Known, known, order, traced
from variorum.model import Article, Derivation, Extraction, number_of

KEPT = 2048
"""Articles of which is kept what comparisons need, some 100 KB each."""


class Member(Struct, frozen=True):
    """An article of a story, and the root of its family there (their numbers; a root is its own).

    `mixed`: the family has a source in another family of the story.
    """

    article: Article
    extraction: Extraction | None
    story: int
    root: int
    mixed: bool = False


def verify(one: Article, two: Article, extractions: Sequence[Extraction] = ()) -> Derivation | None:
    """Which of two articles was made from the other, or none: what `trace` says of a story of these two."""
    found = {e.article: e for e in extractions}
    return _verified(*(known(a, found.get(a.id)) for a in (one, two)))


def _verified(one: Known, two: Known) -> Derivation | None:
    _, records = traced(sorted((one, two), key=lambda read: order(read.article)))
    return records[0] if records else None


def across(pairs: Iterable[tuple[int, int]], members: Sequence[Member]) -> tuple[Derivation, ...]:
    """The derivations between stories among `pairs` of article numbers, by the derived article.

    Needs all pairs and members of a connected component (of roots tied by pairs) to keep families from going round in
    circles; pairs with an article that is no member are left out. Neither order matters.
    """
    given = {number_of(m.article.id): m for m in members}

    @lru_cache(maxsize=KEPT)
    def read(number: int) -> Known:
        return known(given[number].article, given[number].extraction)

    found = []
    for a, b in sorted({(min(p), max(p)) for p in pairs}):
        if (
            a in given
            and b in given
            and may_tie(given[a].story, given[a].root == a, given[b].story, given[b].root == b)
        ):
            record = _verified(read(a), read(b))
            if record is not None and given[number_of(record.derived)].root == number_of(record.derived):
                found.append(record)
    return _acyclic(found, given)


def may_tie(story: int, root: bool, other_story: int, other_root: bool) -> bool:
    """Whether a pair may become a derivation between stories: of two stories, and one of the two a root."""
    return story != other_story and (root or other_root)


def _acyclic(records: Iterable[Derivation], known: Mapping[int, Member]) -> tuple[Derivation, ...]:
    """The best source of every root, best first, without circles of families."""
    parents: dict[int, int] = {}
    chosen = []
    for record in sorted(records, key=lambda d: (-d.coverage, -d.confidence, d.derived, d.source)):
        derived, source = number_of(record.derived), known[number_of(record.source)].root
        if derived not in parents and not reaches(parents, source, derived):
            parents[derived] = source
            chosen.append(record)
    return tuple(sorted(chosen, key=lambda d: (d.derived, d.source)))
