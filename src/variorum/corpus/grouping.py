"""The steps that find stories: from articles to the story of each.

Wires the rounds of `variorum.stories.rounds` to an engine; the rounds say what each does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from variorum.corpus.reading import articles_of
from variorum.corpus.records import Rows, batches, bucket_of, bucket_of_text, power, rows
from variorum.corpus.shapes import Rounds
from variorum.corpus.versions import code
from variorum.engine import Data, Engine, Step
from variorum.model import Article, corpus_id, id_of, number_of
from variorum.settings import Settings
from variorum.stories import rounds
from variorum.stories.blocks import Known
from variorum.stories.columns import Terms, joined
from variorum.stories.tables import bucket, column, schema, to_terms

if TYPE_CHECKING:
    import pyarrow as pa

ROUND, MOST = 16_384, 4096
"""Articles of a bucket of the rounds, and the most buckets."""

SIGNED = ("articles", "days", "leaders", "terms", "weights")
VECTORS = ("bucket", "articles", "days", "terms", "weights")
COUNTS = ("bucket", "cells", "counts")
KEYS = ("bucket", "term", "days", "articles", "weight", "blocks")
MET = ("bucket", "first", "second", "values", "blocks")
PAIRS = ("bucket", "first", "second", "values")
SHIPMENTS = ("bucket", "articles", "days", "terms", "weights", "to")
SAME = ("bucket", "articles", "leaders")
SETTLED = ("articles", "leaders")
EDGES = ("a", "b")
"""Columns of what the rounds write."""


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


def signatures(articles: Data, count: int, engine: Engine) -> Terms:
    """The signatures of all articles, each once, in memory: a kilobyte an article."""
    signed = _rounds(count, engine).each(sign, VECTORS, articles)
    terms = joined([to_terms(t) for t in engine.rows(signed)])
    return terms.take(np.unique(terms.articles, return_index=True)[1])


def _rounds(count: int, engine: Engine) -> Rounds:
    return Rounds("stories", engine, power(count, ROUND, MOST), lambda names: schema(*names))


def found(articles: Data, count: int, engine: Engine, buckets: int) -> Data:
    """Memberships by what the articles share."""
    do = _rounds(count, engine)
    signed = do.by_key(rounds.copies, SIGNED, do.each(sign, VECTORS, articles), cut=False)
    counts = do.by_key(rounds.add, COUNTS, do.each(rounds.count, COUNTS, signed))
    vectors = do.beside(rounds.weigh, VECTORS, signed, counts, of_all)
    pairs = do.by_key(rounds.meet, MET, do.beside(rounds.search, KEYS, vectors, counts, of_all), cut=False)
    shipments = do.by_key(rounds.send, SHIPMENTS, pairs, vectors, cut=False)
    scored = do.by_key(rounds.compare, PAIRS, shipments, vectors)
    members = do.each(rounds.place, SAME, engine.components(do.each(rounds.tie, EDGES, scored, cut=False)))
    inside = do.by_key(rounds.inside, PAIRS, scored, members)
    groups = do.by_key(rounds.split, SAME, inside, do.each(rounds.gather, SAME, members))
    settled = do.by_key(rounds.settle, SETTLED, do.each(rounds.follow, SAME, signed), groups, cut=False)
    made = _step("told", partial(told, buckets=buckets), Rows.memberships(), f"{buckets}")
    return engine.by_key(made, do.each(tell, SAME, settled))


def sign(table: pa.Table, buckets: int) -> pa.Table:
    """The signatures of a part's articles; what was dropped has none."""
    return rounds.sign([a for _, a in articles_of(table) if isinstance(a, Article)], buckets)


def tell(settled: pa.Table, buckets: int) -> pa.Table:
    """Articles in the bucket of their story's least one."""
    made = settled.append_column("bucket", [bucket(column(settled, "leaders"), buckets).astype("int32")])
    return made.select(list(SAME))


@lru_cache(maxsize=1)
def _known(side: Same) -> Known:
    return rounds.known(side.table)


def of_all(side: pa.Table) -> Known:
    """What the side data says of all articles, made once per process."""
    return _known(Same(side))


class Same:
    """A table that equals only itself, so that what is made of it can be kept."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.table is self.table

    def __hash__(self) -> int:
        return id(self.table)
