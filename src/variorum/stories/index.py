"""Stories that grow: one SQLite file keeps what grouping knows, so that new articles find their stories at once.

A change is one transaction: after a crash the file is as before it. Vectors keep the weights they were made with, and
only stories that a new article touches are linked anew; a run over everything may differ a little.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from variorum.errors import InputError
from variorum.model import Article
from variorum.stories import shelf
from variorum.stories.candidates import near, unique
from variorum.stories.columns import U64, Keys, Pairs, Same, Terms, joined
from variorum.stories.copies import leaders, prints
from variorum.stories.frequency import Sketch, counts
from variorum.stories.group import Work, work
from variorum.stories.link import ONE_EVENT, link
from variorum.stories.score import compare
from variorum.stories.signature import signatures
from variorum.stories.vectors import keys, weigh

WIDEST = 200
"""Articles that are linked anew at once, which takes a tenth of a second; where the touched stories have more, they
stay as they are and a new article joins the story of the one it is most like."""


class Change(Struct, frozen=True, order=True):
    """A story that changed: its number (its least article when it was made), its articles now, and the stories they
    were in before (none: all its articles are new; several: those were merged)."""

    story: int
    articles: tuple[int, ...]
    before: tuple[int, ...]


class Index:
    """The stories of all articles added so far. Make it with `create` or `load`; close it when done."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._sketch: Sketch | None = None

    @classmethod
    def create(cls, path: Path, signed: Terms) -> Index:
        """A new file with the articles of these signatures, grouped. Raises InputError where a file is already."""
        if path.exists():
            raise InputError(f"{path} exists already", fix="load it, or name another file")
        index = cls(shelf.make(path))
        with index._db:
            index._fill(signed, work(signed))
        return index

    @classmethod
    def load(cls, path: Path) -> Index:
        """The index in a file. Raises InputError where there is none, or another version wrote it."""
        return cls(shelf.opened(path))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def stories(self) -> dict[int, tuple[int, ...]]:
        """All stories: number → articles, ascending."""
        return shelf.stories(self._db)

    def add(self, articles: Sequence[Article]) -> tuple[Change, ...]:
        """Put in articles; the stories that changed. Articles that are there already are passed over."""
        return self.add_signed(signatures(articles))

    def add_signed(self, signed: Terms) -> tuple[Change, ...]:
        """`add`, of signatures."""
        there = {row[0] for row in shelf.get_articles(self._db, "id", signed.articles)}
        fresh = np.array([n not in there for n in shelf.signed(signed.articles)], dtype=np.bool_)
        signed = signed.take(np.flatnonzero(fresh))
        if not len(signed):
            return ()
        with self._db:
            return self._add(signed)

    def _fill(self, signed: Terms, done: Work) -> None:
        shelf.put_counts(self._db, counts(done.signed))
        shelf.put_articles(self._db, prints(signed), done.same, done.stories)
        shelf.put_vectors(self._db, done.vectors, done.keys)
        shelf.put_pairs(self._db, done.scored)

    def _add(self, signed: Terms) -> tuple[Change, ...]:
        found = prints(signed)
        same = self._same(leaders(found), found.prints)
        own = signed.take(np.flatnonzero(same.articles == same.leaders))
        frequencies = self._count(own)
        vectors = weigh(own, frequencies)
        searched = keys(vectors, frequencies)
        scored = self._scored(vectors, searched)
        stored = {row[0]: row[3] for row in shelf.get_articles(self._db, "id", np.unique(same.leaders))}
        placed = [stored.get(n, n) for n in shelf.signed(same.leaders)]
        shelf.put_articles(self._db, found, same, Same(signed.articles, shelf.unsigned(placed)))
        shelf.put_vectors(self._db, vectors, searched)
        shelf.put_pairs(self._db, scored)
        return self._linked(signed.articles, scored.where(scored.values >= ONE_EVENT))

    def _same(self, same: Same, seen: U64) -> Same:
        """Who speaks for new articles: one that is there, where it has the same print."""
        speakers = {row[1]: row[2] for row in shelf.get_articles(self._db, "print", np.unique(seen))}
        mine = [speakers.get(p, n) for p, n in zip(shelf.signed(seen), shelf.signed(same.leaders), strict=True)]
        return Same(same.articles, shelf.unsigned(mine))

    def _count(self, own: Terms) -> Sketch:
        """The sketch with the new articles in it."""
        if self._sketch is None:
            self._sketch = shelf.get_sketch(self._db)
        counted = counts(own)
        shelf.put_counts(self._db, counted)
        self._sketch = self._sketch.plus(counted)
        return self._sketch

    def _scored(self, vectors: Terms, searched: Keys) -> Pairs:
        """Scored pairs of new articles with all."""
        found = near(_both(searched, shelf.around(self._db, searched)))
        new = np.isin(found.first, vectors.articles) | np.isin(found.second, vectors.articles)
        pairs = unique(found.where(new))
        mentioned = np.unique(np.concatenate((pairs.first, pairs.second)))
        old = mentioned[~np.isin(mentioned, vectors.articles)]
        return compare(pairs, joined([vectors, shelf.get_vectors(self._db, old)]))

    def _linked(self, new: U64, strong: Pairs) -> tuple[Change, ...]:
        """Link the stories that new articles touch anew; what changed."""
        touched = np.unique(np.concatenate((strong.first, strong.second, new)))
        numbers = {row[3] for row in shelf.get_articles(self._db, "id", touched)}
        rows = shelf.get_articles(self._db, "story", shelf.unsigned(sorted(numbers)))
        members = np.unique(shelf.unsigned(row[2] for row in rows))
        if len(members) > WIDEST:
            groups = self._nearest(new, strong)
        else:
            groups = link(members, shelf.get_pairs(self._db, members))
        shelf.move(self._db, groups)
        return _changes(rows, groups, {*shelf.signed(new)})

    def _nearest(self, new: U64, strong: Pairs) -> Same:
        """New articles in the story of the one they are most like."""
        into: dict[int, tuple[int, int]] = {}
        for one, other in ((strong.first, strong.second), (strong.second, strong.first)):
            for article, to, value in zip(shelf.signed(one), shelf.signed(other), strong.values.tolist(), strict=True):
                into[article] = max(into.get(article, (0, 0)), (value, to))
        chosen = [n for n in shelf.signed(new) if n in into]
        of = {r[0]: r[3] for r in shelf.get_articles(self._db, "id", shelf.unsigned(into[n][1] for n in chosen))}
        return Same(shelf.unsigned(chosen), shelf.unsigned(of[into[n][1]] for n in chosen))


def _both(one: Keys, other: Keys) -> Keys:
    """All keys, each once."""
    terms, days = np.concatenate((one.terms, other.terms)), np.concatenate((one.days, other.days))
    articles, weights = np.concatenate((one.articles, other.articles)), np.concatenate((one.weights, other.weights))
    _, at = np.unique(np.stack((terms.astype(np.uint64), articles)), axis=1, return_index=True)
    return Keys(terms[at], days[at], articles[at], weights[at])


def _changes(rows: list[tuple[int, int, int, int]], groups: Same, new: set[int]) -> tuple[Change, ...]:
    """Stories whose articles are no longer the same; `rows` are articles as they were (id, print, leader, story)."""
    now = dict(zip(shelf.signed(groups.articles), shelf.signed(groups.leaders), strict=True))
    before: dict[int, set[int]] = {}
    after: dict[int, set[int]] = {}
    for id_, _, leader, story in rows:
        after.setdefault(now.get(leader, story), set()).add(id_)
        if id_ not in new:
            before.setdefault(story, set()).add(id_)
    were = {id_: story for story, ids in before.items() for id_ in ids}
    changed = []
    for story, ids in after.items():
        old = {were[i] for i in ids if i in were}
        if not (len(old) == 1 and before[next(iter(old))] == ids):
            changed.append(Change(_id(story), tuple(sorted(map(_id, ids))), tuple(sorted(map(_id, old)))))
    return tuple(sorted(changed))


def _id(number: int) -> int:
    return number % (1 << 64)
