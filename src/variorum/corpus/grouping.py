"""The steps that find stories: from articles to the story of each.

Wires the rounds of `variorum.stories.rounds` to an engine; the rounds say what each does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.corpus.reading import articles_of
from variorum.corpus.records import Rows, batches, bucket_of, bucket_of_text, power, rows
from variorum.corpus.versions import code
from variorum.engine import Data, Engine, Step
from variorum.model import Article, corpus_id, id_of, number_of
from variorum.settings import Settings
from variorum.stories import rounds
from variorum.stories.frequency import Sketch
from variorum.stories.tables import bucket, column, schema

if TYPE_CHECKING:
    import pyarrow as pa

ROUND, MOST = 16_384, 4096
"""Articles of a bucket of the rounds, and the most buckets."""

SIGNED = ("articles", "days", "leaders", "terms", "weights")
COLUMNS = {
    "sign": ("bucket", "articles", "days", "terms", "weights"),
    "copies": SIGNED,
    "count": ("bucket", "cells", "counts"),
    "add": ("bucket", "cells", "counts"),
    "weigh": ("bucket", "articles", "days", "terms", "weights"),
    "search": ("bucket", "term", "days", "articles", "weight"),
    "meet": ("bucket", "first", "second", "values"),
    "send": ("bucket", "articles", "days", "to", "terms", "weights"),
    "compare": ("bucket", "first", "second", "values"),
    "tie": ("a", "b"),
    "place": ("bucket", "articles", "leaders"),
    "gather": ("bucket", "articles", "leaders"),
    "inside": ("bucket", "first", "second", "values"),
    "split": ("bucket", "articles", "leaders"),
    "follow": ("bucket", "articles", "leaders"),
    "settle": ("articles", "leaders"),
    "tell": ("bucket", "articles", "leaders"),
}
"""What each round writes."""


def group(articles: Data, count: int, settings: Settings, engine: Engine, buckets: int) -> Data:
    """Memberships of `count` articles, in `buckets` by article.

    Where every article carries a group of the user's, that is its story; else stories are found by what they share.
    """
    if settings.group_by is not None:
        groups = engine.each(_step("groups", groups_of, Rows.groups()), articles)
        lone = engine.each(_step("ungrouped", ungrouped, Rows.groups()), groups)
        if engine.count(groups) and not engine.count(lone):
            made = _step("given", partial(given, buckets=buckets), Rows.memberships(), f"{buckets}")
            return engine.by_key(made, groups)
    return found(articles, count, engine, buckets)


def _step(name: str, run: Callable[..., Iterator[pa.Table]], made: pa.Schema, settings: str = "") -> Step:
    return Step(f"stories.{name}", int(code("corpus", "stories"), 16), run, made, settings)


def groups_of(table: pa.Table) -> Iterator[pa.Table]:
    """Every article's group, null where it has none."""
    known = ((id_, a.group) for id_, a in articles_of(table) if isinstance(a, Article))
    yield from batches(Rows.groups(), ((bucket_of_text(g or "", GIVEN), id_, g) for id_, g in known))


GIVEN = 64
"""Buckets of given groups."""


def ungrouped(table: pa.Table) -> Iterator[pa.Table]:
    """The articles without a group."""
    import pyarrow.compute as pc

    yield table.filter(pc.is_null(table["group"]))


def given(bucket: int, groups: pa.Table, buckets: int) -> Iterator[pa.Table]:
    """The stories that the groups are."""
    yield from batches(Rows.memberships(), _named(rows(groups, "group", "id"), buckets))


def told(bucket: int, groups: pa.Table, buckets: int) -> Iterator[pa.Table]:
    """The stories that the rounds found, by the least article of each."""
    yield from batches(Rows.memberships(), _named(rows(groups, "leaders", "articles"), buckets))


def _named(members: Iterator[tuple[object, ...]], buckets: int) -> Iterator[tuple[object, ...]]:
    """Memberships: a story's id is made from the ids of its articles."""
    for _, same in groupby(sorted(set(members)), key=itemgetter(0)):
        ids = [int(str(id_)) for _, id_ in same]
        story = number_of(corpus_id("s", *(id_of("a", i) for i in ids)))
        for id_ in ids:
            yield bucket_of(id_, buckets), id_, story


class _Rounds:
    """The rounds on an engine, each with `buckets` buckets."""

    def __init__(self, engine: Engine, buckets: int) -> None:
        self.engine, self.buckets = engine, buckets

    def each(self, run: Callable[..., pa.Table], data: Data, side: Data | None = None, *, cut: bool = True) -> Data:
        return self.engine.each(self._step(_Part(run, self.buckets if cut else None, side is not None)), data, side)

    def by_key(self, run: Callable[..., pa.Table], *data: Data, cut: bool = True) -> Data:
        return self.engine.by_key(self._step(_Bucket(run, self.buckets if cut else None)), *data)

    def _step(self, made: _Part | _Bucket) -> Step:
        name = made.run.__name__
        return _step(name, made, schema(*COLUMNS[name]), f"{made.buckets}")


def found(articles: Data, count: int, engine: Engine, buckets: int) -> Data:
    """Memberships by what the articles share."""
    do = _Rounds(engine, power(count, ROUND, MOST))
    signed = do.by_key(rounds.copies, do.each(sign, articles), cut=False)
    counts = do.by_key(rounds.add, do.each(rounds.count, signed))
    vectors = do.each(rounds.weigh, signed, counts)
    pairs = do.by_key(rounds.meet, do.each(rounds.search, vectors, counts))
    scored = do.by_key(rounds.compare, do.by_key(rounds.send, pairs, vectors), vectors)
    members = do.each(rounds.place, engine.components(do.each(rounds.tie, scored, cut=False)))
    inside = do.by_key(rounds.inside, scored, members)
    groups = do.by_key(rounds.split, inside, do.each(rounds.gather, members))
    settled = do.by_key(rounds.settle, do.each(rounds.follow, signed), groups, cut=False)
    gathered = do.each(tell, settled)
    made = _step("told", partial(told, buckets=buckets), Rows.memberships(), f"{buckets}")
    return engine.by_key(made, gathered)


def sign(table: pa.Table, buckets: int) -> pa.Table:
    """The signatures of a part's articles; what was dropped has none."""
    return rounds.sign([a for _, a in articles_of(table) if isinstance(a, Article)], buckets)


def tell(settled: pa.Table, buckets: int) -> pa.Table:
    """Articles in the bucket of their story's least one."""
    made = settled.append_column("bucket", [bucket(column(settled, "leaders"), buckets).astype("int32")])
    return made.select(list(COLUMNS["tell"]))


class _Part(Struct, frozen=True):
    """A round over a part: with the number of buckets where it cuts its rows, and the frequencies beside it."""

    run: Callable[..., pa.Table]
    buckets: int | None
    frequencies: bool = False

    def __call__(self, table: pa.Table, side: pa.Table | None = None) -> Iterator[pa.Table]:
        cut = {} if self.buckets is None else {"buckets": self.buckets}
        beside = {} if side is None else {"frequencies": _frequencies(_Same(side))}
        yield self.run(table, **beside, **cut)


class _Bucket(Struct, frozen=True):
    """A round over all rows of a bucket."""

    run: Callable[..., pa.Table]
    buckets: int | None

    def __call__(self, bucket: int, *tables: pa.Table) -> Iterator[pa.Table]:
        cut = {} if self.buckets is None else {"buckets": self.buckets}
        yield self.run(*tables, **cut)


class _Same:
    """A table that equals only itself, so that what is made of it can be kept."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.table is self.table

    def __hash__(self) -> int:
        return id(self.table)


@lru_cache(maxsize=1)
def _frequencies(side: _Same) -> Sketch:
    """The sketch of the side data, made once per process."""
    return rounds.known(side.table)
