"""The rounds of grouping on the smallest engine there is: tables cut into parts and buckets, in shuffled order."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from variorum.model import Article
from variorum.stories import rounds
from variorum.stories import tables as t
from variorum.stories.components import components


class Cluster:
    """Runs a round over parts or buckets."""

    def __init__(self, buckets: int, parts: int, seed: int = 0) -> None:
        self.buckets, self.parts, self.random = buckets, parts, random.Random(seed)

    def each(self, run: Callable[[pa.Table], pa.Table], data: pa.Table) -> pa.Table:
        """`run` over parts of the rows, which come in any order."""
        rows = list(range(len(data)))
        self.random.shuffle(rows)
        cuts = sorted(self.random.randrange(len(rows) + 1) for _ in range(self.parts - 1))
        pieces = [pa.array(rows[a:b], pa.int64()) for a, b in zip([0, *cuts], [*cuts, len(rows)], strict=True)]
        return pa.concat_tables([run(data.take(p)) for p in pieces])

    def by_key(self, run: Callable[..., pa.Table], *data: pa.Table) -> pa.Table:
        """`run` over the rows of each bucket, which come in any order."""
        done = []
        for bucket in self.random.sample(range(self.buckets), self.buckets):
            found = [d.filter(pc.equal(d.column("bucket"), bucket)) for d in data]
            shuffled = [f.take(pa.array(self.random.sample(range(len(f)), len(f)), pa.int64())) for f in found]
            if any(len(f) for f in found):
                done.append(run(*shuffled))
        return pa.concat_tables(done)

    def group(self, articles: Sequence[Article]) -> dict[int, int]:
        """All rounds: each article and the least article of its story."""
        n = self.buckets
        mixed = list(articles)
        self.random.shuffle(mixed)
        signed = pa.concat_tables([rounds.sign(mixed[i :: self.parts], n) for i in range(self.parts)])
        signed = self.by_key(rounds.copies, signed)
        counted = self.by_key(partial(rounds.add, buckets=n), self.each(partial(rounds.count, buckets=n), signed))
        known = rounds.known(counted)
        vectors = self.each(partial(rounds.weigh, of_all=known, buckets=n), signed)
        keys = self.each(partial(rounds.search, of_all=known, buckets=n), vectors)
        pairs = self.by_key(rounds.meet, keys)
        sent = self.by_key(rounds.send, pairs, vectors)
        scored = self.by_key(partial(rounds.compare, buckets=n), sent, vectors)
        edges = self.each(rounds.tie, scored)
        found = components(t.column(edges, "a"), t.column(edges, "b"))
        parts = pa.table({"node": found.articles, "component": found.leaders})
        members = self.each(partial(rounds.place, buckets=n), parts)
        inside = self.by_key(partial(rounds.inside, buckets=n), scored, members)
        gathered = self.each(partial(rounds.gather, buckets=n), members)
        groups = self.by_key(partial(rounds.split, buckets=n), inside, gathered)
        followed = self.each(partial(rounds.follow, buckets=n), signed)
        done = self.by_key(rounds.settle, followed, groups)
        return dict(zip(done.column("articles").to_pylist(), done.column("leaders").to_pylist(), strict=True))
