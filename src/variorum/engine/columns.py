"""Which columns travel: what every engine can carry without loss."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.types as is_

from variorum.engine.base import BUCKET
from variorum.errors import EngineError

PLAIN = (
    is_.is_boolean,
    is_.is_integer,
    is_.is_floating,
    is_.is_date32,
    is_.is_string,
    is_.is_large_string,
    is_.is_binary,
    is_.is_large_binary,
)


def check(step: str, schema: pa.Schema) -> None:
    """Raise EngineError for a column whose type some engine could not carry."""
    for field in schema:
        if not _travels(field.type):
            raise EngineError(
                f"step {step!r}: column {field.name!r} has the type {field.type}, which cannot travel",
                fix="use integers, floats, booleans, text, bytes, dates, or lists and structs of these",
            )


def check_bucket(step: str, schema: pa.Schema) -> None:
    """Raise EngineError unless there is a column `bucket` of type int32."""
    if BUCKET not in schema.names or schema.field(BUCKET).type != pa.int32():
        raise EngineError(
            f"step {step!r}: its input has no int32 column {BUCKET!r} to gather by, only {', '.join(schema.names)}",
            fix="let the step before it yield one",
        )


def check_edges(schema: pa.Schema) -> None:
    """Raise EngineError unless there are columns `a` and `b` of type uint64."""
    if not all(name in schema.names and schema.field(name).type == pa.uint64() for name in "ab"):
        raise EngineError(
            f"edges have the columns a and b of type uint64, not {', '.join(str(f) for f in schema)}",
            fix="let the step before it yield those",
        )


def conform(step: str, table: object, schema: pa.Schema) -> pa.Table:
    """The table with the schema's column order, types and metadata. Raises EngineError when it differs by more."""
    if not isinstance(table, pa.Table):
        raise EngineError(f"step {step!r} yielded {type(table).__name__}, not a table", fix="yield pyarrow tables only")
    if sorted(table.column_names) != sorted(schema.names):
        raise EngineError(
            f"step {step!r} yielded the columns {table.column_names}, its schema says {schema.names}",
            fix="correct the step or its schema",
        )
    try:
        return table.select(schema.names).cast(schema)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, ValueError) as error:
        raise EngineError(f"step {step!r} yielded rows unlike its schema: {error}", fix="correct the step") from error


def _travels(kind: pa.DataType) -> bool:
    if is_.is_list(kind) or is_.is_large_list(kind):
        return _travels(kind.value_type)
    if is_.is_struct(kind):
        return all(_travels(kind.field(i).type) for i in range(kind.num_fields))
    return not is_.is_float16(kind) and any(test(kind) for test in PLAIN)
