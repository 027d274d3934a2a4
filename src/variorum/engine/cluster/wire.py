"""Rows on their way through Spark, which knows no unsigned and no large types: the same bits under other names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.types as is_

from variorum.engine.folder.part import batched

SIZE = 16 << 20
"""Bytes of a batch handed to Spark, whose buffers end at 2 GiB."""
ROWS = 8192

SIGNED = {pa.uint8(): pa.int8(), pa.uint16(): pa.int16(), pa.uint32(): pa.int32(), pa.uint64(): pa.int64()}


def wire(schema: pa.Schema) -> pa.Schema:
    """The columns as Spark carries them."""
    return pa.schema([pa.field(f.name, _renamed(f.type, signed=True)) for f in schema])


def to_wire(tables: Iterable[pa.Table], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Tables of that schema as batches for Spark."""
    carried = wire(schema)
    for table in batched(tables, SIZE, ROWS):
        columns = [_seen_as(_small(table.column(f.name), f.type), carried.field(f.name).type) for f in schema]
        yield from pa.Table.from_arrays(columns, schema=carried).to_batches()


def from_wire(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """What Spark hands over, as a table of that schema."""
    carried = wire(schema)
    columns = []
    for field in schema:
        column = table.column(field.name).cast(carried.field(field.name).type)
        columns.append(_seen_as(column, _renamed(field.type, signed=False)).cast(field.type))
    return pa.Table.from_arrays(columns, schema=schema)


def _small(column: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    small = _renamed(kind, signed=False)
    return column if small == kind else column.cast(small)


def _seen_as(column: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    """The same bits as another type of the same layout."""
    if column.type == kind:
        return column
    return pa.chunked_array([chunk.view(kind) for chunk in column.chunks], kind)


def _renamed(kind: pa.DataType, signed: bool) -> pa.DataType:
    """The type without large variants, and without unsigned ones where asked."""
    if is_.is_list(kind) or is_.is_large_list(kind):
        return pa.list_(_renamed(kind.value_type, signed))
    if is_.is_struct(kind):
        fields = [kind.field(i) for i in range(kind.num_fields)]
        return pa.struct([pa.field(f.name, _renamed(f.type, signed)) for f in fields])
    if is_.is_large_string(kind):
        return pa.string()
    if is_.is_large_binary(kind):
        return pa.binary()
    return SIGNED.get(kind, kind) if signed else kind
