"""What Spark's Python workers run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from msgspec import Struct

from variorum.engine import columns
from variorum.engine.base import Step
from variorum.engine.cluster import wire
from variorum.engine.folder import graph
from variorum.engine.workers import told

FLIP = np.uint64(1 << 63)
"""Signed order is unsigned order once the top bit is flipped; least nodes must be the same ones on every engine."""
PAIR = pa.schema([("u", pa.int64()), ("v", pa.int64())])


class Side(Struct, frozen=True):
    """A small data set's place."""

    path: str
    schema: pa.Schema


class Task(Struct, frozen=True):
    """A step, and the folder the command was given in, which relative paths are meant from."""

    step: Step
    folder: str
    side: Side | None = None

    def rows(self, tables: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
        """What the step yielded, for Spark."""
        step = self.step
        return wire.to_wire((columns.conform(step.name, t, step.schema) for t in tables), step.schema)

    def enter(self) -> None:
        """Go to the folder, where this node has it."""
        if Path(self.folder).is_dir():
            os.chdir(self.folder)


def piece(path: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The pieces of a source whose numbers are asked for."""
    with pa.memory_map(path) as file, pa.ipc.open_file(file) as stored:
        for number in (i for batch in batches for i in batch.column(0).to_pylist()):
            yield from wire.to_wire([pa.Table.from_batches([stored.get_batch(number)])], schema)


def each(task: Task, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """A step over the batches of a partition."""
    with told(task.step.name, _where()):
        task.enter()
        extra = () if task.side is None else (whole(task.side.path, task.side.schema),)
        tables = (wire.from_wire(pa.Table.from_batches([b]), schema) for b in batches if b.num_rows)
        yield from task.rows(out for t in tables for out in task.step.run(t, *extra))


def each_piece(task: Task, path: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """A step over pieces of a source."""
    return each(task, schema, piece(path, schema, batches))


def gather(task: Task, schemas: tuple[pa.Schema, ...], key: tuple[Any, ...], *tables: pa.Table) -> pa.Table:
    """A step over one bucket."""
    bucket = key[0].as_py()
    with told(task.step.name, f"bucket {bucket}"):
        task.enter()
        pairs = zip(tables, schemas, strict=True)
        known = [wire.from_wire(t, s) if t.num_columns else s.empty_table() for t, s in pairs]
        return pa.Table.from_batches(task.rows(task.step.run(bucket, *known)), wire.wire(task.step.schema))


def joined(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The edges of a partition, each node's least one known here in their stead."""
    pairs = [_ends(batch) for batch in batches]
    nodes, least = graph.components(lambda: pairs)
    yield from wire.to_wire([pa.table([_signed(nodes), _signed(least)], schema=PAIR)], PAIR)


def labels(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Pairs of node and least node with their own bits again."""
    for batch in batches:
        columns_ = [_unsigned(batch.column(i)) for i in range(2)]
        yield from wire.to_wire([pa.table(columns_, schema=graph.SCHEMA)], graph.SCHEMA)


@lru_cache(maxsize=2)
def whole(path: str, schema: pa.Schema) -> pa.Table:
    """A small data set, read once per worker process."""
    return pa.concat_tables([schema.empty_table(), *stored(path, schema)]).combine_chunks()


def stored(path: str, schema: pa.Schema) -> Iterator[pa.Table]:
    """The rows of a stored data set."""
    from pyarrow import parquet

    if Path(path).is_file():
        with pa.memory_map(path) as file, pa.ipc.open_file(file) as pieces:
            for number in range(pieces.num_record_batches):
                yield pa.Table.from_batches([pieces.get_batch(number)])
        return
    for file in sorted(Path(path).rglob("*.parquet")):
        with parquet.ParquetFile(file) as rows:
            for batch in rows.iter_batches(batch_size=wire.ROWS):
                yield wire.from_wire(pa.Table.from_batches([batch]), schema)


def _where() -> str:
    from pyspark import TaskContext

    context = TaskContext.get()
    return f"partition {context.partitionId() if context else 0}"


def _ends(batch: pa.RecordBatch) -> tuple[Any, Any]:
    """Two columns of signed numbers as unsigned in the same order."""
    return _unsigned(batch.column(0)), _unsigned(batch.column(1))


def _unsigned(column: pa.Array) -> Any:
    return column.to_numpy(zero_copy_only=False).view(np.uint64) ^ FLIP


def _signed(ids: Any) -> Any:
    return (ids ^ FLIP).view(np.int64)
