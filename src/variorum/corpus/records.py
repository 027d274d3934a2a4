"""Records as rows of Arrow: a number to meet on, and the record itself as MessagePack.

Every data set may carry dropped inputs along: rows whose record is null and whose `path` and `reason` are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from variorum.model import Article, Dropped, Extraction

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 256
"""Articles of a batch: what is done again at most when a run is killed, and what a worker holds at once."""


class Reading(Struct, frozen=True):
    """An article and what was read out of it: what travels to the story it belongs to."""

    article: Article
    extraction: Extraction


class Rows:
    """The schemas of the data sets between the stages, by name."""

    @staticmethod
    def splits() -> pa.Schema:
        """What is to be read."""
        return _schema(split="binary")

    @staticmethod
    def articles() -> pa.Schema:
        """What was read: articles, or inputs dropped."""
        return _schema(id="uint64", record="binary", path="string", reason="string")

    @staticmethod
    def readings() -> pa.Schema:
        """Articles with their extractions; `bucket` by article."""
        return _schema(bucket="int32", id="uint64", record="binary", path="string", reason="string")

    @staticmethod
    def groups() -> pa.Schema:
        """Articles and the group the user gave them; `bucket` by group."""
        return _schema(bucket="int32", id="uint64", group="string")

    @staticmethod
    def memberships() -> pa.Schema:
        """Which story an article is of; `bucket` by article."""
        return _schema(bucket="int32", id="uint64", story="uint64")

    @staticmethod
    def members() -> pa.Schema:
        """Readings on their way to their story; `bucket` by story."""
        return _schema(bucket="int32", id="uint64", story="uint64", record="binary", path="string", reason="string")

    @staticmethod
    def accounts() -> pa.Schema:
        """Accounts of stories; `bucket` by the part of the tables they go to."""
        return _schema(bucket="int32", story="uint64", record="binary", path="string", reason="string")

    @staticmethod
    def related() -> pa.Schema:
        """Readings on their way to those of other stories that share text; `bucket` by `component`."""
        return _schema(
            bucket="int32", component="uint64", story="uint64", root="uint64", mixed="uint8", record="binary"
        )

    @staticmethod
    def derivations() -> pa.Schema:
        """Derivations between stories; `bucket` by the part of the tables that has the `derived` article."""
        return _schema(bucket="int32", derived="uint64", derived_story="uint64", source_story="uint64", record="binary")

    @staticmethod
    def published() -> pa.Schema:
        """How much of everything one part of the tables holds."""
        names = ("stories", "articles", "origins", "claims", "figures", "discrepancies", "between", "dropped")
        return _schema(bucket="int32", **dict.fromkeys(names, "int64"))


def _schema(**types: str) -> pa.Schema:
    import pyarrow as pa

    made = {"binary": pa.large_binary()}
    return pa.schema([pa.field(n, made.get(t) or pa.type_for_alias(t)) for n, t in types.items()])


def encode(record: Struct) -> bytes:
    """A record as MessagePack."""
    return msgspec.msgpack.encode(record)


def table(schema: pa.Schema, rows: Sequence[tuple[object, ...]]) -> pa.Table:
    """Rows, one value a column, as a table."""
    import pyarrow as pa

    columns: Iterable[Sequence[object]] = zip(*rows, strict=True) if rows else [()] * len(schema)
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


def batches(schema: pa.Schema, rows: Iterable[tuple[object, ...]], size: int = BATCH) -> Iterator[pa.Table]:
    """Rows as tables of `size` rows each, at least one."""
    waiting: list[tuple[object, ...]] = []
    made = False
    for row in rows:
        waiting.append(row)
        if len(waiting) >= size:
            yield table(schema, waiting)
            waiting, made = [], True
    if waiting or not made:
        yield table(schema, waiting)


def rows(table_: pa.Table, *names: str) -> Iterator[tuple[Any, ...]]:
    """The rows of some columns as Python values."""
    return zip(*(table_[name].to_pylist() for name in names), strict=True)


def row(table_: pa.Table, place: int, *names: str) -> tuple[Any, ...]:
    """One row's values of some columns: where all at once would take too much room."""
    return tuple(table_[name][place].as_py() for name in names)


def bucket_of(number: int, buckets: int) -> int:
    """The bucket of a 64-bit id: its high bits, which are as good as random."""
    return (number >> 32) % buckets


def bucket_of_text(text: str, buckets: int) -> int:
    """The bucket of a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big") % buckets


def bucket_of_dropped(dropped: Dropped, buckets: int) -> int:
    """The bucket of an input that was not read."""
    return bucket_of_text(f"{dropped.path}\0{dropped.reason}", buckets)


def power(count: int, size: int, most: int) -> int:
    """Buckets of about `size` records: a power of two, so that growth seldom moves a record to another one."""
    buckets = 1
    while buckets * size < count and buckets < most:
        buckets *= 2
    return buckets
