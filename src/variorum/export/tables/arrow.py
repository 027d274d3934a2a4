"""Tables as Arrow, and as Parquet files whose bytes depend on their rows alone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from variorum.export.tables.base import Row, Table, Type
from variorum.model.account import StoryAccount

if TYPE_CHECKING:
    import pyarrow as pa

COMPRESSION, LEVEL = "zstd", 3
ROWS, SIZE = 50_000, 4 << 20
"""Rows, or bytes of memory, that fill a group: what a writer and a reader hold at once."""


@cache
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


class Writer:
    """One Parquet file, whole or not at all: a reader never meets half of it. Rows are held until they fill a group."""

    def __init__(self, path: Path, made: pa.Schema) -> None:
        import pyarrow.parquet as pq

        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._beside = path, path.with_name(f".{path.name}.{os.getpid()}")
        self._schema = made
        self._held: list[pa.Table] = []
        self._rows = self._bytes = self._groups = 0
        self._file = pq.ParquetWriter(self._beside, made, compression=COMPRESSION, compression_level=LEVEL)

    def add(self, rows: pa.Table) -> None:
        """Write these rows behind those before."""
        self._held.append(rows)
        self._rows += rows.num_rows
        self._bytes += rows.nbytes
        if self._rows >= ROWS or self._bytes >= SIZE:
            self._write()

    def _write(self) -> None:
        """What is held as a group, in memory of one piece as if made at once: bytes depend on the pieces else."""
        import pyarrow as pa

        rows = pa.concat_tables([self._schema.empty_table(), *self._held]).combine_chunks()
        self._file.write_table(rows, row_group_size=ROWS)
        self._held, self._rows, self._bytes = [], 0, 0
        self._groups += 1
        del rows
        pa.default_memory_pool().release_unused()  # or what compressed one group stays beside the next

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None and (self._rows or not self._groups):  # a table without rows has a group still
            self._write()
        self._file.close()
        if kind is None:
            self._beside.replace(self._path)
        else:
            self._beside.unlink(missing_ok=True)


def write(rows: pa.Table, path: Path) -> None:
    """One Parquet file of these rows."""
    with Writer(path, rows.schema) as file:
        file.add(rows)
