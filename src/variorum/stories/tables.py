"""The columns of `variorum.stories.columns` as Arrow tables and back, and the bucket a row goes to.

A record's fields are the table's columns; terms and weights of `Terms` are lists. Only this file knows Arrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from variorum.stories.candidates import Met
from variorum.stories.columns import I32, I64, U64, Counts, Keys, Pairs, Same, Shipments, Terms

if TYPE_CHECKING:
    import pyarrow as pa

Flat = TypeVar("Flat", Keys, Pairs, Same, Counts)

TYPES = {
    "articles": "uint64", "leaders": "uint64", "first": "uint64", "second": "uint64",
    "a": "uint64", "b": "uint64",
    "days": "int32", "cells": "uint32", "counts": "int64", "values": "int64", "bucket": "int32", "blocks": "int32",
}  # fmt: skip
"""Arrow types of columns that are the same everywhere."""

SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""2^64 by the golden ratio (Knuth): numbers that differ little go to different buckets."""


def schema(*columns: str) -> pa.Schema:
    """The schema of some columns; `terms`, `weights` and `to` are lists, `term` and `weight` single."""
    import pyarrow as pa

    lists = {"terms": pa.list_(pa.uint32()), "weights": pa.list_(pa.int32()), "term": pa.uint32(), "weight": pa.int32()}
    lists["to"] = pa.list_(pa.uint64())
    return pa.schema([(c, lists.get(c) or getattr(pa, TYPES[c])()) for c in columns])


def bucket(keys: np.ndarray[Any, Any], buckets: int) -> I64:
    """The bucket (0 to `buckets` - 1) of each key."""
    mixed = keys.astype(np.uint64) * SPREAD
    return ((mixed ^ (mixed >> np.uint64(32))) % np.uint64(buckets)).astype(np.int64)


def table(columns: dict[str, Any], at: I64 | I32 | None = None) -> pa.Table:
    """A table of flat columns; `at` becomes the column `bucket`."""
    import pyarrow as pa

    named = dict(columns) if at is None else {"bucket": at.astype(np.int32), **columns}
    return pa.table(named, schema=schema(*named))


def column(of: pa.Table, name: str) -> np.ndarray[Any, Any]:
    """A column as an array."""
    found: np.ndarray[Any, Any] = of.column(name).combine_chunks().to_numpy(zero_copy_only=False)
    return found


def of_terms(terms: Terms, at: I64 | I32 | None = None, **more: np.ndarray[Any, Any]) -> pa.Table:
    """One row per article: `articles`, `days`, `terms`, `weights`, and `more` columns."""
    made = table({"articles": terms.articles, "days": terms.days, **more}, at)
    made = made.append_column("terms", _lists(terms.starts, terms.terms))
    return made.append_column("weights", _lists(terms.starts, terms.weights))


def to_terms(of: pa.Table) -> Terms:
    """The articles of a table made by `of_terms`."""
    starts, terms = _flat(of, "terms")
    return Terms(column(of, "articles"), column(of, "days"), starts, terms, _flat(of, "weights")[1])


def _lists(starts: I64, values: np.ndarray[Any, Any]) -> pa.Array:
    import pyarrow as pa

    return pa.ListArray.from_arrays(pa.array(starts.astype(np.int32)), pa.array(values))


def _flat(of: pa.Table, name: str) -> tuple[I64, np.ndarray[Any, Any]]:
    """Where each list of a column starts, and where the last ends, in all their values."""
    lists = of.column(name).combine_chunks()
    starts = np.concatenate((lists.offsets.to_numpy(), np.zeros(1 if not len(lists) else 0, np.int32))).astype(np.int64)
    begin, end = int(starts[0]), int(starts[-1])
    return starts - begin, lists.values.to_numpy()[begin:end]


def of_keys(keys: Keys, blocks: I64, buckets: int) -> pa.Table:
    """One row per key with the block of its article, in the bucket of its term."""
    columns = {"term": keys.terms, "days": keys.days, "articles": keys.articles, "weight": keys.weights}
    return table({**columns, "blocks": blocks.astype(np.int32)}, bucket(keys.terms, buckets))


def to_keys(of: pa.Table) -> Keys:
    """The keys of a table."""
    return Keys(column(of, "term"), column(of, "days"), column(of, "articles"), column(of, "weight"))


def of_pairs(pairs: Pairs, buckets: int, by: U64 | None = None) -> pa.Table:
    """One row per pair, in the bucket of its first article, or of `by`."""
    columns = {"first": pairs.first, "second": pairs.second, "values": pairs.values}
    return table(columns, bucket(pairs.first if by is None else by, buckets))


def to_pairs(of: pa.Table) -> Pairs:
    """The pairs of a table."""
    return Pairs(column(of, "first"), column(of, "second"), column(of, "values"))


def of_met(keys: pa.Table, found: Met) -> pa.Table:
    """One row per pair of keys that met, in the block of the first article, with that of the second."""
    articles, blocks = column(keys, "articles"), column(keys, "blocks")
    columns = {"first": articles[found.first], "second": articles[found.second], "values": found.values}
    return table({**columns, "blocks": blocks[found.second]}, blocks[found.first])


def of_shipments(shipments: Shipments, blocks: I32) -> pa.Table:
    """One row per shipped vector and what it is to be compared with, all of it in one block."""
    made = of_terms(shipments.vectors, blocks)
    return made.append_column("to", _lists(shipments.starts, shipments.to))


def to_shipments(of: pa.Table) -> Shipments:
    """The shipments of a table."""
    starts, to = _flat(of, "to")
    return Shipments(to, starts, to_terms(of))


def of_same(same: Same, at: U64, buckets: int) -> pa.Table:
    """One row per article, in the bucket of `at` (its articles or its leaders)."""
    return table({"articles": same.articles, "leaders": same.leaders}, bucket(at, buckets))


def to_same(of: pa.Table) -> Same:
    """The rows of a table."""
    return Same(column(of, "articles"), column(of, "leaders"))


def of_edges(pairs: Pairs) -> pa.Table:
    """The columns `a` and `b` that an engine's components want."""
    return table({"a": pairs.first, "b": pairs.second})


def to_parts(of: pa.Table) -> Same:
    """The columns `node` and `component` that an engine's components give."""
    return Same(column(of, "node"), column(of, "component"))


def of_counts(counts: Counts, buckets: int) -> pa.Table:
    """One row per cell, in the bucket of the cell."""
    return table({"cells": counts.cells, "counts": counts.counts}, bucket(counts.cells, buckets))


def to_counts(of: pa.Table) -> Counts:
    """The counts of a table."""
    return Counts(column(of, "cells"), column(of, "counts"))
