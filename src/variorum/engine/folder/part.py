"""One part of a data set: an Arrow stream and a tail that says it is whole.

The file gets its name only when it is complete (written aside, then renamed), and the tail catches what a crash of the
machine leaves behind. The tail holds the digest of all bytes before it, so that nothing is read twice to be known.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from io import RawIOBase
from pathlib import Path
from types import TracebackType

import pyarrow as pa
from msgspec import Struct

TAIL = struct.Struct("<q16s8s")  # rows, digest, mark
MARK = b"variorm1"
ROWS = 1 << 16
SIZE = 8 << 20
"""A batch of a part has at most so many rows, and is cut once it has so many bytes: what a step gets at a time."""


class Part(Struct, frozen=True):
    """A complete file of rows. `digest` (hex) is that of its bytes."""

    path: str
    rows: int
    digest: str
    size: int
    """Bytes on disk."""


class Aside(RawIOBase):
    """A file written under a passing name, digested on the way, that appears under its own name when all went well."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        self._file = self.aside.open("wb")
        self._hash = blake2b(digest_size=16)
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        view = memoryview(data)  # type: ignore[arg-type]
        self._hash.update(view)
        self._written += self._file.write(view)
        return view.nbytes

    def tell(self) -> int:
        return self._written

    def seal(self, rows: int) -> Part:
        """Write the tail and give the file its name."""
        digest = self._hash.digest()
        self._file.write(TAIL.pack(rows, digest, MARK))
        self._file.close()
        self.aside.replace(self.path)
        return Part(str(self.path), rows, digest.hex(), self._written + TAIL.size)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
        self.aside.unlink(missing_ok=True)
        super().__exit__(kind, error, at)


def find(path: Path) -> Part | None:
    """The part of that name if it is there and whole."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            if size < TAIL.size:
                return None
            file.seek(-TAIL.size, os.SEEK_END)
            rows, digest, mark = TAIL.unpack(file.read(TAIL.size))
    except FileNotFoundError:
        return None
    return Part(str(path), rows, digest.hex(), size) if mark == MARK else None


def options() -> pa.ipc.IpcWriteOptions:
    """How batches are written: compressed, since text is most of it."""
    return pa.ipc.IpcWriteOptions(compression="zstd")


def write(path: Path, schema: pa.Schema, tables: Iterable[pa.Table]) -> Part:
    """Stream the tables to a part, in batches of a bounded size."""
    rows = 0
    with Aside(path) as file:
        with pa.ipc.new_stream(file, schema, options=options()) as out:
            for table in batched(tables):
                rows += table.num_rows
                out.write_table(table)
        return file.seal(rows)


def encoded(table: pa.Table) -> bytes:
    """A stream of its own, schema and all."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema, options=options()) as out:
        out.write_table(table)
    return bytes(sink.getvalue())


def read(path: str) -> Iterator[pa.Table]:
    """The batches of a part as tables, one at a time."""
    with pa.memory_map(path) as file, pa.ipc.open_stream(file) as stream:
        for batch in stream:
            yield pa.Table.from_batches([batch])


def batched(tables: Iterable[pa.Table], size: int = SIZE, rows: int = ROWS) -> Iterator[pa.Table]:
    """The same rows in tables of one chunk each: small ones are put together, large ones cut."""
    held: list[pa.Table] = []
    count = bytes_ = 0
    for table in (piece for whole in tables for piece in _cut(whole, size, rows)):
        if held and (count + table.num_rows > rows or bytes_ + table.nbytes > size):
            yield _joined(held)
            count = bytes_ = 0
        held.append(table)
        count += table.num_rows
        bytes_ += table.nbytes
    if held:
        yield _joined(held)


def _joined(held: list[pa.Table]) -> pa.Table:
    """What is held as one piece; it is held no more, so that it is not in memory twice while the piece is used."""
    made = pa.concat_tables(held).combine_chunks()
    held.clear()
    return made


def _cut(table: pa.Table, size: int, rows: int) -> Iterator[pa.Table]:
    if table.num_rows == 0:
        return
    step = max(1, min(rows, size * table.num_rows // max(1, table.nbytes)))
    for start in range(0, table.num_rows, step):
        yield table.slice(start, step)
