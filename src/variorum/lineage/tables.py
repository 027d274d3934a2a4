"""The columns of `prints` and `near` as Arrow tables and back. Only this file and `rounds` know Arrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from variorum.lineage.near import Shared
from variorum.lineage.prints import U64, Prints

if TYPE_CHECKING:
    import pyarrow as pa

PRINTS = ("bucket", "hashes", "articles", "days", "facts", "sizes")
SHARED = ("bucket", "first", "second", "weights", "runs", "sizes")
FAMILIES = ("bucket", "article", "story", "root", "mixed")
HALVES = ("bucket", "first", "second", "story", "root", "mixed")
TIES = ("first", "second", "a", "b")
"""Columns of each round's table: `a` and `b` are the roots of `first` and `second`."""

TYPES = {
    "bucket": "int32", "days": "int32", "sizes": "int32", "runs": "int32", "facts": "uint8", "mixed": "uint8",
    "weights": "int64",
}  # fmt: skip
"""Arrow types of columns other than ids and hashes, which are uint64."""

SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""2**64 by the golden ratio (Knuth 1973): numbers that differ little go to different buckets."""


def schema(columns: Sequence[str]) -> pa.Schema:
    """The schema of some columns."""
    import pyarrow as pa

    return pa.schema([(c, getattr(pa, TYPES.get(c, "uint64"))()) for c in columns])


def bucket(keys: U64, buckets: int) -> NDArray[np.int32]:
    """The bucket (0 to `buckets` - 1) of each key."""
    mixed = keys.astype(np.uint64) * SPREAD
    return ((mixed ^ (mixed >> np.uint64(32))) % np.uint64(buckets)).astype(np.int32)


def table(names: Sequence[str], columns: Sequence[NDArray[Any]]) -> pa.Table:
    """A table of these columns."""
    import pyarrow as pa

    return pa.table(dict(zip(names, columns, strict=True)), schema=schema(names))


def column(of: pa.Table, name: str) -> NDArray[Any]:
    """A column as an array."""
    found: NDArray[Any] = of.column(name).combine_chunks().to_numpy(zero_copy_only=False)
    return found


def of_prints(prints: Prints, buckets: int) -> pa.Table:
    """One row per fingerprint, in its own bucket."""
    columns = (prints.hashes, prints.articles, prints.days, prints.facts, prints.sizes)
    return table(PRINTS, (bucket(prints.hashes, buckets), *columns))


def to_prints(of: pa.Table) -> Prints:
    """The fingerprints of a table."""
    return Prints(*(column(of, name) for name in PRINTS[1:]))


def of_shared(shared: Shared, buckets: int, *, by_pair: bool = False) -> pa.Table:
    """One row per pair, in the bucket of its first article, or of the pair."""
    keys = shared.first * SPREAD + shared.second if by_pair else shared.first
    columns = (shared.first, shared.second, shared.weights, shared.runs, shared.sizes)
    return table(SHARED, (bucket(keys, buckets), *columns))


def to_shared(of: pa.Table) -> Shared:
    """The pairs of a table."""
    return Shared(*(column(of, name) for name in SHARED[1:]))
