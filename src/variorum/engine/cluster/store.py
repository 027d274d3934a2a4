"""Files of the work folder that are read and written without Spark."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pyarrow as pa


def write_pieces(path: Path, rows: pa.Table, count: int) -> None:
    """A table in so many batches, each of which can be read alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}.writing")
    cuts = [rows.num_rows * i // count for i in range(count + 1)]
    with pa.OSFile(str(aside), "wb") as file, pa.ipc.new_file(file, rows.schema) as out:
        for start, end in pairwise(cuts):
            if end > start:
                out.write_table(rows.slice(start, end - start).combine_chunks())
    aside.replace(path)


def count(path: Path) -> int:
    """How many rows are stored there."""
    from pyarrow import parquet

    if path.is_file():
        with pa.memory_map(str(path)) as file, pa.ipc.open_file(file) as pieces:
            return sum(pieces.get_batch(i).num_rows for i in range(pieces.num_record_batches))
    return sum(parquet.ParquetFile(f).metadata.num_rows for f in path.rglob("*.parquet"))
