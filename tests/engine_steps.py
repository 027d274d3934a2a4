"""Small steps of a small world, run by every engine under test (and found by its worker processes)."""

from __future__ import annotations

import os
import signal
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from variorum.engine import Engine, Step

LINES = pa.schema([("id", pa.uint64()), ("text", pa.string())])
WORDS = pa.schema([("bucket", pa.int32()), ("word", pa.string()), ("id", pa.uint64())])
COUNTS = pa.schema(
    [("bucket", pa.int32()), ("word", pa.large_string()), ("count", pa.int64()), ("ids", pa.list_(pa.uint64()))]
)
PAIRS = pa.schema([("bucket", pa.int32()), ("left", pa.int64()), ("right", pa.int64())])
BLOBS = pa.schema([("id", pa.uint64()), ("blob", pa.binary())])


def bucket(word: str, buckets: int) -> int:
    return zlib.crc32(word.encode()) % buckets


def split(buckets: int, table: pa.Table) -> Iterator[pa.Table]:
    """One row per word."""
    rows = [
        {"bucket": bucket(word, buckets), "word": word, "id": row["id"]}
        for row in table.to_pylist()
        for word in row["text"].split()
    ]
    yield pa.Table.from_pylist(rows, WORDS)


def tally(at: int, table: pa.Table) -> Iterator[pa.Table]:
    """One row per word of the bucket."""
    assert set(table.column("bucket").to_pylist()) == {at}
    ids: dict[str, list[int]] = {}
    for row in table.to_pylist():
        ids.setdefault(row["word"], []).append(row["id"])
    rows = [{"bucket": at, "word": w, "count": len(found), "ids": sorted(found)} for w, found in sorted(ids.items())]
    yield pa.Table.from_pylist(rows, COUNTS)


def sizes(at: int, left: pa.Table, right: pa.Table) -> Iterator[pa.Table]:
    """How many rows each side has."""
    assert {at} == {*left.column("bucket").to_pylist(), *right.column("bucket").to_pylist()}
    yield pa.Table.from_pylist([{"bucket": at, "left": left.num_rows, "right": right.num_rows}], PAIRS)


def known(table: pa.Table, side: pa.Table) -> Iterator[pa.Table]:
    """The rows whose word the side data has, one table per row."""
    words = set(side.column("word").to_pylist())
    for row in table.to_pylist():
        if row["word"] in words:
            yield pa.Table.from_pylist([row], WORDS)


def swell(size: int, table: pa.Table) -> Iterator[pa.Table]:
    """A large binary value per row."""
    for row in table.to_pylist():
        yield pa.Table.from_pylist([{"id": row["id"], "blob": row["text"].encode() * size}], BLOBS)


def measure(table: pa.Table) -> Iterator[pa.Table]:
    """The length of each binary value."""
    rows = [
        {"bucket": len(row["blob"]), "word": str(zlib.crc32(row["blob"])), "id": row["id"]} for row in table.to_pylist()
    ]
    yield pa.Table.from_pylist(rows, WORDS)


def same(table: pa.Table) -> Iterator[pa.Table]:
    yield table


def note(folder: str, table: pa.Table) -> Iterator[pa.Table]:
    """The rows as they are; leaves a file that says it was here."""
    Path(folder, f"{time.monotonic_ns()}-{os.getpid()}").touch()
    yield table


def read_file(table: pa.Table) -> Iterator[pa.Table]:
    """The rows with the text of the files that they name."""
    for row in table.to_pylist():
        yield pa.Table.from_pylist([{"id": row["id"], "text": Path(row["text"]).read_text()}], LINES)


def slow(seconds: float, table: pa.Table) -> Iterator[pa.Table]:
    for at in range(table.num_rows):
        time.sleep(seconds)
        yield table.slice(at, 1)


def die(table: pa.Table) -> Iterator[pa.Table]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield table


def faulty(table: pa.Table) -> Iterator[pa.Table]:
    raise ValueError("the ledger has no page 7")


def hungry(table: pa.Table) -> Iterator[pa.Table]:
    raise MemoryError


def unlike(table: pa.Table) -> Iterator[pa.Table]:
    yield table.select(["id"])


def connected(a: Iterable[Any], b: Iterable[Any]) -> dict[int, int]:
    """The least node that each node is connected with, by hand."""
    label: dict[int, int] = {}
    edges = [(int(x), int(y)) for x, y in zip(a, b, strict=True)]
    for edge in edges:
        label.update({node: node for node in edge})
    changed = True
    while changed:
        changed = False
        for x, y in edges:
            least = min(label[x], label[y])
            changed |= label[x] != label[y]
            label[x] = label[y] = least
    return label


def word_count(texts: list[str]) -> list[tuple[str, int]]:
    """What the two steps above must find."""
    return sorted(Counter(word for text in texts for word in text.split()).items())


def lines(texts: list[str]) -> pa.Table:
    """Numbered from the top of the unsigned range, so that a lost sign shows."""
    return pa.table({"id": [2**64 - 1 - i for i in range(len(texts))], "text": texts}, schema=LINES)


def step(name: str, run: object, schema: pa.Schema, version: int = 1, settings: str = "") -> Step:
    return Step(name=name, version=version, run=run, schema=schema, settings=settings)  # type: ignore[arg-type]


def job(engine: Engine) -> None:
    """All three shapes over a few dozen parts."""
    texts = [f"vor{i % 7} alma kesti{i % 3} unti" * (i % 4) for i in range(24)]
    words = engine.each(step("split", partial(split, 6), WORDS), engine.source(lines(texts), 24))
    counts = engine.by_key(step("tally", tally, COUNTS), words)
    engine.by_key(step("sizes", sizes, PAIRS), words, counts)
    edges = pa.table({"a": [1, 2, 9, 4], "b": [2, 3, 9, 5]}, schema=pa.schema([("a", pa.uint64()), ("b", pa.uint64())]))
    engine.components(engine.source(edges, 2))
