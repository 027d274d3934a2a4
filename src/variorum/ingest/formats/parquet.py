"""Parquet tables with the fields of JSON records as columns; read a row group and some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from variorum.errors import UnreadableError
from variorum.ingest.digest import new
from variorum.ingest.formats.base import Cut, Input, Piece, RawRecord, from_fields
from variorum.ingest.formats.fields import columns
from variorum.model import Dropped
from variorum.settings import Settings

_MAGIC = b"PAR1"
_ROWS = 64
_CHUNK = 1 << 20
_MAX_COLUMN = 1 << 31
"""Unpacked bytes of one column in one row group; writers make row groups of some 100 MB."""

_MAX_RATIO = 100
"""News text compresses 3- to 20-fold; what grows 100-fold is made to do harm."""

_MAX_THRIFT = 100_000_000
"""What a file's own description may need; that of the largest files (100,000 row groups) has some 50 MB."""


class ParquetFormat:
    """Claims by first bytes or extension."""

    def claims(self, source: Input) -> bool:
        """True for a Parquet file, whatever its name."""
        return source.head.startswith(_MAGIC) or source.extension == ".parquet"

    def read(self, source: Input, stream: BinaryIO, settings: Settings) -> Iterator[RawRecord | Dropped]:
        """Rows in file order; a row or row group that cannot be read is dropped alone.

        Raises UnreadableError for what is no Parquet file, or one in which no column holds a text.
        """
        if source.packed or not stream.seekable():
            raise UnreadableError("a packed or piped Parquet file", fix="give it as a plain .parquet file")
        with _opened(stream) as file:
            names = _columns(file.schema_arrow, settings.group_by)
            piece = source.piece or Piece("parquet", 0, file.metadata.num_row_groups, bytes=False)
            row = piece.first
            for group in range(piece.start, piece.end):
                yield from _group(file, group, names, row, source.label, settings)
                row += file.metadata.row_group(group).num_rows

    def cuts(self, source: Input) -> bool:
        """True for a file that is not packed once more."""
        return not source.packed

    def cut(self, source: Input, stream: BinaryIO, size: int, settings: Settings) -> Iterator[Cut]:
        """At row groups."""
        with _opened(stream) as file:
            start = row = rows = held = 0
            digest = _begun(file)
            for number in range(file.metadata.num_row_groups):
                group = file.metadata.row_group(number)
                held += _hash(stream, group, digest)
                rows += group.num_rows
                if held >= size or number + 1 == file.metadata.num_row_groups:
                    yield Cut(Piece("parquet", start, number + 1, row, bytes=False), digest.hexdigest())
                    start, row, held, digest = number + 1, rows, 0, _begun(file)


PARQUET = ParquetFormat()


def _opened(stream: BinaryIO) -> Any:
    import pyarrow.parquet as pq

    try:
        plain = pq.ParquetFile(
            stream, thrift_string_size_limit=_MAX_THRIFT, thrift_container_size_limit=_MAX_THRIFT // 10
        )
        stream.seek(0)
        # equal values stay single: a table of a kilobyte may say the same megabyte a million times
        return pq.ParquetFile(stream, metadata=plain.metadata, read_dictionary=_texts(plain.schema_arrow))
    except Exception as error:
        raise UnreadableError(f"no readable Parquet file: {error}", fix="check the file with a Parquet tool") from error


def _texts(schema: Any) -> list[str]:
    import pyarrow.types as types

    return [f.name for f in schema if types.is_string(f.type) or types.is_large_string(f.type)]


def _columns(schema: Any, group_by: str | None) -> list[str]:
    """The columns that are read: those of a plain type that hold a known field."""
    import pyarrow.types as types

    plain = [f.name for f in schema if not types.is_nested(f.type)]
    named = columns(plain)
    if not named["text"]:
        raise UnreadableError("no column named text", fix="name the column with the articles' texts `text`")
    read = {group_by}.union(*named.values())
    return list(dict.fromkeys(name for name in plain if name in read))


def _group(
    file: Any, number: int, names: list[str], row: int, label: str, settings: Settings
) -> Iterator[RawRecord | Dropped]:
    try:
        _check(file.metadata.row_group(number), names, settings.max_bytes)
        for batch in file.iter_batches(_ROWS, row_groups=[number], columns=names, use_threads=False):
            for at in range(batch.num_rows):
                row += 1
                yield _record(batch, at, f"row {row}", label, settings)
    except UnreadableError as error:
        yield Dropped(f"{label}, row group {number + 1}", error.message)
    except (OSError, ValueError, MemoryError, NotImplementedError, KeyError) as error:  # what pyarrow's errors are
        yield Dropped(f"{label}, row group {number + 1}", f"cannot be read: {str(error)[:300]}")


def _check(group: Any, names: list[str], slack: int) -> None:
    """Raises UnreadableError for a row group that says that it holds more than its bytes can."""
    chunks = [group.column(i) for i in range(group.num_columns)]
    for chunk in (c for c in chunks if c.path_in_schema in names):
        size = chunk.total_uncompressed_size
        if size > min(_MAX_COLUMN, 2 * slack + _MAX_RATIO * max(0, chunk.total_compressed_size)):
            raise UnreadableError(f"a column that expands to {size:,} bytes", fix="write smaller row groups")
    if group.num_rows > sum(max(0, c.total_compressed_size) for c in chunks):
        raise UnreadableError(f"{group.num_rows:,} rows in fewer bytes", fix="check how the file was made")


def _record(batch: Any, at: int, place: str, label: str, settings: Settings) -> RawRecord | Dropped:
    where = f"{label}, {place}"
    names = batch.schema.names

    def field(name: str) -> str | None:
        return _text(batch.column(name)[at]) if name in names else None

    try:
        record = from_fields(field, columns(names), where, place, settings)
    except UnicodeError:
        return Dropped(where, "a field that is no UTF-8 text")
    if isinstance(record, RawRecord) and len(record.text) > settings.max_bytes:
        return Dropped(where, f"record larger than {settings.max_bytes:,} bytes")
    return record


def _text(value: Any) -> str | None:
    """A cell as text; numbers as JSON writes them, times in ISO 8601; None for null, empty and other types."""
    from datetime import date

    try:
        plain = value.as_py()
    except UnicodeError:
        raise
    except ValueError:  # a time finer than a microsecond
        return str(value)
    if isinstance(plain, date):
        return plain.isoformat()
    if isinstance(plain, bytes):
        return plain.decode() or None
    return str(plain) if isinstance(plain, str | int | float) and not isinstance(plain, bool) and plain != "" else None


def _begun(file: Any) -> Any:
    digest = new()
    digest.update(str(file.schema_arrow).encode())
    return digest


def _hash(stream: BinaryIO, group: Any, digest: Any) -> int:
    """Add the bytes of a row group's columns; how many they are."""
    total = 0
    for number in range(group.num_columns):
        column = group.column(number)
        starts = [s for s in (column.dictionary_page_offset, column.data_page_offset) if s is not None and s >= 0]
        stream.seek(min(starts, default=0))
        left = max(0, column.total_compressed_size)
        while left and (data := stream.read(min(left, _CHUNK))):
            digest.update(data)
            left, total = left - len(data), total + len(data)
    return total
