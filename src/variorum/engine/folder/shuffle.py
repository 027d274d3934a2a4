"""Rows of one part put together by bucket, with an index, so that whoever gathers a bucket reads only its own bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pyarrow as pa
from msgspec import Struct

from variorum.engine.base import BUCKET
from variorum.engine.folder import part

HELD = 64 << 20
"""Bytes of rows held before they are written: more make longer segments, fewer need less memory."""
INDEX = pa.schema(
    [
        ("bucket", pa.int32()),
        ("start", pa.int64()),
        ("length", pa.int64()),
        ("rows", pa.int64()),
        ("digest", pa.binary()),
    ]
)


class Segment(Struct, frozen=True):
    """Rows of one bucket in one file. `digest` is that of its bytes."""

    path: str
    start: int
    length: int
    digest: bytes


def write(path: Path, tables: Iterable[pa.Table]) -> part.Part:
    """Write the rows by bucket; the part's rows are the index (see INDEX) of the file beside it."""
    index: list[dict[str, object]] = []
    with part.Aside(path.with_suffix(".rows")) as file:
        for table in part.batched(tables, HELD, 1 << 22):
            index += _segments(file, table)
        file.seal(sum(int(str(i["rows"])) for i in index))
    return part.write(path, INDEX, [pa.Table.from_pylist(index, INDEX)])


def find(path: Path) -> part.Part | None:
    """The index of that name if it and its rows are there and whole."""
    return part.find(path) if part.find(path.with_suffix(".rows")) else None


def _segments(file: part.Aside, table: pa.Table) -> Iterator[dict[str, object]]:
    """Write one batch per bucket and say where. Taken bucket by bucket: all in order would be as much memory again."""
    buckets = table.column(BUCKET).to_numpy()
    order = np.argsort(buckets, kind="stable")
    found, starts = np.unique(buckets[order], return_index=True)
    ends = [*starts[1:].tolist(), len(order)]
    for bucket, first, end in zip(found.tolist(), starts.tolist(), ends, strict=True):
        start = file.tell()
        data = part.encoded(table.take(pa.array(order[first:end])).combine_chunks())
        file.write(data)
        yield {
            "bucket": bucket,
            "start": start,
            "length": len(data),
            "rows": end - first,
            "digest": blake2b(data, digest_size=16).digest(),
        }


def index(shuffled: Sequence[part.Part]) -> dict[int, tuple[Segment, ...]]:
    """The segments of every bucket, in an order that does not depend on that of the parts."""
    found: dict[int, list[Segment]] = {}
    for one in shuffled:
        path = str(Path(one.path).with_suffix(".rows"))
        for table in part.read(one.path):
            columns = [table.column(name).to_pylist() for name in ("bucket", "start", "length", "digest")]
            for bucket, start, length, digest in zip(*columns, strict=True):
                found.setdefault(bucket, []).append(Segment(path, start, length, digest))
    return {b: tuple(sorted(found[b], key=lambda s: (s.digest, s.path, s.start))) for b in sorted(found)}


def read(segments: Sequence[Segment], schema: pa.Schema) -> pa.Table:
    """All rows of a bucket."""
    return pa.concat_tables([schema.empty_table(), *(_segment(s) for s in segments)])


def _segment(segment: Segment) -> pa.Table:
    with Path(segment.path).open("rb") as file:
        file.seek(segment.start)
        return pa.ipc.open_stream(file.read(segment.length)).read_all()
