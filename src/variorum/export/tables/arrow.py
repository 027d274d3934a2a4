"""Tables as Arrow, and as Parquet files whose bytes depend on their rows alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.export.tables.base import Row, Table, Type
from variorum.model.account import StoryAccount

if TYPE_CHECKING:
    import pyarrow as pa

COMPRESSION, LEVEL = "zstd", 3
ROWS = 50_000
"""Rows of a group: what a reader holds at once."""


def schema(table: Table) -> pa.Schema:
    """The Arrow schema of a table; every column may be null."""
    import pyarrow as pa

    return pa.schema([pa.field(c.name, _type(c.type)) for c in table.columns])


def _type(name: Type) -> pa.DataType:
    import pyarrow as pa

    texts = pa.list_(pa.string())
    number, place = pa.float64(), pa.int64()
    span = pa.struct({"article": pa.string(), "start": place, "end": place, "text": pa.string()})
    passage = {"derived_start": place, "derived_end": place, "source_start": place, "source_end": place}
    step = {"rule": pa.string(), "kept": texts, "dropped": texts, "why": pa.string(), "number": number}
    point = {"as_of": pa.string(), "low": number, "high": number, "claims": texts}
    types: dict[Type, pa.DataType] = {
        "text": pa.string(),
        "number": number,
        "share": number,
        "count": place,
        "flag": pa.bool_(),
        "texts": texts,
        "spans": pa.list_(span),
        "passages": pa.list_(pa.struct({**passage, "similarity": number})),
        "steps": pa.list_(pa.struct(step)),
        "timeline": pa.list_(pa.struct(point)),
    }
    return types[name]


def rows_of(table: Table, stories: Iterable[StoryAccount], more: Iterable[Row] = ()) -> pa.Table:
    """The stories' rows, story after story, and `more` behind them."""
    import pyarrow as pa

    rows = [*(row for story in stories for row in table.rows(story)), *more]
    values = zip(*rows, strict=True) if rows else [()] * len(table.columns)
    made = schema(table)
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(values, made, strict=True)],
        schema=made,
    )


def joined(parts: Sequence[pa.Table]) -> pa.Table:
    """The rows of all parts, of which there is at least one, in memory of one piece as if made at once."""
    import pyarrow as pa

    return pa.concat_tables(parts).combine_chunks()


def write(rows: pa.Table, path: Path) -> None:
    """One Parquet file, whole or not at all: a reader never meets half of it."""
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    pq.write_table(rows, beside, compression=COMPRESSION, compression_level=LEVEL, row_group_size=ROWS)
    beside.replace(path)
