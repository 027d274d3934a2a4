"""A small corpus with derivations between its stories, and the rounds run over it on the smallest engine there is."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache, partial

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from festival import COPY, article, story
from variorum.lineage import Member, across, rounds, trace
from variorum.lineage.tables import column
from variorum.model import Article, Derivation, Lineage, number_of

STOCK = (
    "Sign up below for the morning letter of the valley papers and never miss a lantern, a goat or a goal again today."
)
"""What one house prints under everything."""


def corpus() -> list[tuple[Article, ...]]:
    """Stories: the festival bridge without its copy and translation; each of these alone; a reprint of the copy with a
    lone brief; and unrelated texts over one stock line."""
    by_id = {a.id: a for a in story()}
    alone = [by_id.pop("a-copy"), by_id.pop("a-translation")]
    again = article("a-again", COPY.partition("Divers brought")[0], "2024-05-06", "Lower Bay Herald", "dateline")
    stories = [tuple(by_id.values()), (alone[0],), (alone[1],), (again, *noise(1, 9)), *((n,) for n in noise(30, 7))]
    return [tuple(numbered(a) for a in articles) for articles in stories]


def numbered(record: Article) -> Article:
    """The article with a corpus id that follows from its own."""
    number = int.from_bytes(record.id.encode()[-8:], "big")
    return msgspec.structs.replace(record, id=f"a-{number:016x}")


def noise(count: int, seed: int) -> list[Article]:
    """Texts of invented words that share nothing but the stock line."""
    rng = random.Random(seed)
    words = ["".join(rng.choices("bdfgklmnprstv", k=2)) + "a" + "".join(rng.choices("eiou", k=1)) for _ in range(900)]
    found = []
    for number in range(count):
        lines = [" ".join(rng.choices(words, k=rng.randint(9, 20))).capitalize() + "." for _ in range(8)]
        found.append(article(f"a-n{seed}{number:03}", "\n".join([*lines, STOCK]), "2024-05-04", "Valley News"))
    return found


class Cluster:
    """Runs the rounds over parts and buckets, in shuffled order."""

    def __init__(self, buckets: int, parts: int, seed: int = 0) -> None:
        self.buckets, self.parts, self.random = buckets, parts, random.Random(seed)

    def _shuffled(self, table: pa.Table) -> pa.Table:
        return table.take(pa.array(self.random.sample(range(len(table)), len(table)), pa.int64()))

    def by_key(self, run: Callable[..., pa.Table], *data: pa.Table) -> pa.Table:
        """`run` over the rows of each bucket."""
        names = self.random.sample(range(self.buckets), self.buckets)
        found = [[self._shuffled(d.filter(pc.equal(d.column("bucket"), name))) for d in data] for name in names]
        return pa.concat_tables([run(*tables) for tables in found])

    def pairs(self, stories: Sequence[tuple[Article, ...]]) -> pa.Table:
        """All rounds up to the ties."""
        n = self.buckets
        flat = self.random.sample([a for s in stories for a in s], sum(map(len, stories)))
        prints = pa.concat_tables([rounds.prints(flat[i :: self.parts], (), n) for i in range(self.parts)])
        shared = self.by_key(partial(rounds.meet, buckets=n), prints)
        shared = self.by_key(partial(rounds.add, buckets=n), shared)
        shared = self.by_key(partial(rounds.choose, buckets=n), shared)
        families = pa.concat_tables([rounds.family_rows(i, traced(s), n) for i, s in enumerate(stories)])
        halves = self.by_key(partial(rounds.halve, buckets=n), shared, families)
        return self.by_key(rounds.tie, halves, families)

    def derivations(self, stories: Sequence[tuple[Article, ...]]) -> tuple[Derivation, ...]:
        """The derivations between the stories."""
        ties = self.pairs(stories)
        pairs = list(zip(column(ties, "first").tolist(), column(ties, "second").tolist(), strict=True))
        return across(self.random.sample(pairs, len(pairs)), members(stories))


@cache
def traced(articles: tuple[Article, ...]) -> Lineage:
    """The lineage of a story, found once."""
    return trace(articles)


def members(stories: Sequence[tuple[Article, ...]]) -> list[Member]:
    """Every article with its story and the root of its family there."""
    found = []
    for number, articles in enumerate(stories):
        roots, mixed = rounds.families_of(traced(articles))
        found += [Member(a, None, number, number_of(roots[a.id]), roots[a.id] in mixed) for a in articles]
    return found
