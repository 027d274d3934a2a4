"""The steps that find derivations between stories: an article whose text comes from another event's report.

Wires the rounds of `variorum.lineage.rounds` to an engine; the rounds say what each does. Pairs of one connected
component, and the articles they name, come together in one bucket, because families must not go round in circles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from variorum.corpus.records import Rows, batches, bucket_of, encode, power, row, rows, table
from variorum.corpus.shapes import Rounds
from variorum.corpus.versions import code
from variorum.engine import Data, Engine, Step
from variorum.lineage import Member, across, rounds
from variorum.lineage.tables import FAMILIES, HALVES, PRINTS, SHARED, TIES, bucket, column, schema
from variorum.model import Article, Derivation, Extraction, Lineage, Origin, Span, number_of

if TYPE_CHECKING:
    import pyarrow as pa

ROUND, MOST = 8192, 4096
"""Articles of a bucket of the rounds, and the most buckets."""
COMPARED = 64
"""The same, of a bucket in which articles are compared: that takes long, so no process waits for another's bucket."""

EDGES = ("a", "b")
PARTS = ("bucket", "node", "component")
PLACED = ("bucket", "first", "second", "a")
PAIRS = ("bucket", "first", "second", "component")
ASKED = ("bucket", "article", "component")
WANTED = ("bucket", "article", "component", "story", "root", "mixed")
"""Columns of what is wired between the rounds."""


def cross(readings: Data, accounts: Data, count: int, engine: Engine, buckets: int, parts: int) -> Data:
    """Derivations between the stories of `count` articles, by the part of the tables that has the derived one.

    `buckets`: of the readings; `parts`: of the accounts.
    """
    do = Rounds("lineage", engine, power(count, ROUND, MOST), schema)
    shared = do.by_key(rounds.meet, SHARED, do.each(prints, PRINTS, readings))
    chosen = do.by_key(rounds.choose, SHARED, do.by_key(rounds.add, SHARED, shared))
    families = do.each(families_of, FAMILIES, accounts)
    ties = do.by_key(rounds.tie, TIES, do.by_key(rounds.halve, HALVES, chosen, families), families, cut=False)
    components = do.each(by_node, PARTS, engine.components(do.each(ends, EDGES, ties, cut=False)))
    fine = Rounds("lineage", engine, power(count, COMPARED, MOST), schema)
    pairs = fine.by_key(place, PAIRS, do.each(by_root, PLACED, ties), components)
    wanted = do.by_key(describe, WANTED, do.each(ask, ASKED, pairs), families, cut=False)
    meeting = _step("ask", partial(asked, buckets=buckets), schema(WANTED), f"{buckets}")
    bringing = _step("bring", partial(bring, buckets=fine.buckets), Rows.related(), f"{fine.buckets}")
    members = engine.by_key(bringing, engine.each(meeting, wanted), readings)
    return engine.by_key(_step("across", partial(compare, parts=parts), Rows.derivations(), f"{parts}"), pairs, members)


def _step(name: str, run: Callable[..., Iterator[pa.Table]], made: pa.Schema, settings: str) -> Step:
    return Step(f"lineage.{name}", int(code("corpus", "lineage"), 16), run, made, settings)


class _Sentences(Struct, frozen=True):
    """Of an Extraction what lineage reads; decoding the rest would take longer than all else."""

    article: str
    sentences: tuple[Span, ...] = ()


class _Reading(Struct, frozen=True):
    """The same of a Reading."""

    article: Article
    extraction: _Sentences

    def sentences(self) -> Extraction:
        """The extraction with nothing but sentences."""
        return Extraction(article=self.extraction.article, sentences=self.extraction.sentences)


class _Account(Struct, frozen=True):
    """Of a StoryAccount what families are made of."""

    lineage: tuple[Derivation, ...] = ()
    origins: tuple[Origin, ...] = ()


def prints(readings: pa.Table, buckets: int) -> pa.Table:
    """The fingerprints of a part's articles."""
    decoder = msgspec.msgpack.Decoder(_Reading)
    known = [decoder.decode(record) for (record,) in rows(readings, "record") if record is not None]
    return rounds.prints([r.article for r in known], [r.sentences() for r in known], buckets)


def families_of(accounts: pa.Table, buckets: int) -> pa.Table:
    """Every article of a part's stories and its family."""
    import pyarrow as pa

    decoder = msgspec.msgpack.Decoder(_Account)
    known = [(story, decoder.decode(r)) for story, r in rows(accounts, "story", "record") if r is not None]
    made = (rounds.family_rows(n, Lineage(a.lineage, a.origins), buckets) for n, a in known)
    return pa.concat_tables([schema(FAMILIES).empty_table(), *made])


def ends(ties: pa.Table) -> pa.Table:
    """The edges of components: roots of families that a pair ties."""
    return ties.select(list(EDGES))


def by_node(components: pa.Table, buckets: int) -> pa.Table:
    """Components by root."""
    return _cut(components, "node", buckets).select(list(PARTS))


def by_root(ties: pa.Table, buckets: int) -> pa.Table:
    """Pairs by the root of their first article."""
    return _cut(ties, "a", buckets).select(list(PLACED))


def place(pairs: pa.Table, components: pa.Table, buckets: int) -> pa.Table:
    """Pairs with their component, by component."""
    parts = dict(rows(components, "node", "component"))
    found = [(first, second, parts[root]) for first, second, root in sorted(rows(pairs, *PLACED[1:]))]
    return _cut(table(schema(PAIRS[1:]), found), "component", buckets).select(list(PAIRS))


def ask(pairs: pa.Table, buckets: int) -> pa.Table:
    """The articles that pairs name, and the component that wants them."""
    found = {(a, c) for first, second, c in rows(pairs, *PAIRS[1:]) for a in (first, second)}
    return _cut(table(schema(ASKED[1:]), sorted(found)), "article", buckets).select(list(ASKED))


def describe(asked: pa.Table, families: pa.Table) -> pa.Table:
    """Articles wanted, each once, with their families; by article."""
    known = {article: family for article, *family in rows(families, *FAMILIES[1:])}
    found = sorted({(a, c) for a, c in rows(asked, *ASKED[1:]) if a in known})
    return table(schema(WANTED), [(0, a, c, *known[a]) for a, c in found])


def asked(wanted: pa.Table, buckets: int) -> Iterator[pa.Table]:
    """The same, in the buckets of the readings."""
    yield table(schema(WANTED), [(bucket_of(w[0], buckets), *w) for w in rows(wanted, *WANTED[1:])])


def bring(at: int, wanted: pa.Table, readings: pa.Table, buckets: int) -> Iterator[pa.Table]:
    """The readings that are wanted, by component."""
    named = set(wanted["article"].to_pylist())
    places = [n for n, id_ in enumerate(readings["id"].to_pylist()) if id_ in named]
    ids = sorted(r for n in places if (r := row(readings, n, "id", "record"))[1] is not None)
    records = dict(reversed(ids))  # of records with one id the first, as in `telling.meet`
    found = ((component_bucket(w[1], buckets), *w[1:], records[w[0]]) for w in rows(wanted, *WANTED[1:]))
    yield from batches(Rows.related(), found, FEW)


FEW = 32
"""Readings of a batch."""


def compare(at: int, pairs: pa.Table, members: pa.Table, parts: int) -> Iterator[pa.Table]:
    """The derivations of whole components."""
    decoder = msgspec.msgpack.Decoder(_Reading)
    known = [_member(decoder.decode(record), *family) for record, *family in rows(members, *RELATED)]
    stories = {m.article.id: m.story for m in known}
    found = across(list(rows(pairs, "first", "second")), known)
    yield from batches(Rows.derivations(), (_derived(d, stories, parts) for d in found))


RELATED = ("record", "story", "root", "mixed")


def _member(reading: _Reading, story: int, root: int, mixed: int) -> Member:
    return Member(reading.article, reading.sentences(), story, root, bool(mixed))


def _derived(found: Derivation, stories: dict[str, int], parts: int) -> tuple[object, ...]:
    derived, source = stories[found.derived], stories[found.source]
    return bucket_of(derived, parts), number_of(found.derived), derived, source, encode(found)


def component_bucket(component: int, buckets: int) -> int:
    """The bucket of a component: the same as `_cut` gives."""
    import numpy as np

    return int(bucket(np.array([component], dtype=np.uint64), buckets)[0])


def _cut(of: pa.Table, by: str, buckets: int) -> pa.Table:
    """The table with the column `bucket`, by another column."""
    return of.append_column("bucket", [bucket(column(of, by), buckets)])
