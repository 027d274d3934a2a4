"""What a worker does: read something, run something, write one part. Frozen records, which travel to processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
from msgspec import Struct

from variorum.engine import columns
from variorum.engine.base import Step
from variorum.engine.folder import part, shuffle


class Each(Struct, frozen=True):
    """A step over one part."""

    step: Step
    label: str
    target: str
    source: str
    side: tuple[str, ...] | None = None
    side_schema: pa.Schema | None = None

    @property
    def weight(self) -> int:
        """None: parts are done in their order, since a process keeps what neighbours have in common."""
        return 0

    def done(self) -> part.Part | None:
        return part.find(Path(self.target))

    def do(self) -> part.Part:
        extra = () if self.side is None else (_whole(self.side, self.side_schema),)
        tables = (t for table in part.read(self.source) for t in self.step.run(table, *extra))
        return part.write(Path(self.target), self.step.schema, _conform(self.step, tables))


class Shuffle(Struct, frozen=True):
    """The rows of a few parts by bucket."""

    label: str
    target: str
    sources: tuple[str, ...]

    @property
    def weight(self) -> int:
        """None: see Each."""
        return 0

    def done(self) -> part.Part | None:
        return shuffle.find(Path(self.target))

    def do(self) -> part.Part:
        return shuffle.write(Path(self.target), (t for s in self.sources for t in part.read(s)))


class Reduce(Struct, frozen=True):
    """A step over one bucket."""

    step: Step
    label: str
    target: str
    bucket: int
    segments: tuple[tuple[shuffle.Segment, ...], ...]
    schemas: tuple[pa.Schema, ...]

    @property
    def weight(self) -> int:
        """Bytes of its rows: the heaviest go first, so that no process is left alone with one at the end."""
        return sum(segment.length for side in self.segments for segment in side)

    def done(self) -> part.Part | None:
        return part.find(Path(self.target))

    def do(self) -> part.Part:
        tables = [shuffle.read(s, schema) for s, schema in zip(self.segments, self.schemas, strict=True)]
        out = self.step.run(self.bucket, *tables)
        return part.write(Path(self.target), self.step.schema, _conform(self.step, out))


Job = Each | Shuffle | Reduce


def _conform(step: Step, tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    return (columns.conform(step.name, t, step.schema) for t in tables)


@lru_cache(maxsize=2)
def _whole(paths: tuple[str, ...], schema: pa.Schema) -> pa.Table:
    """A small data set, read once per process."""
    return pa.concat_tables([schema.empty_table(), *(t for p in paths for t in part.read(p))]).combine_chunks()
