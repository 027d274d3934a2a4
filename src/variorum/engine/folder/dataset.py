"""The protocol over files: what is done already is found by its key, the rest is handed to workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pyarrow as pa
from msgspec import Struct

from variorum.engine import columns
from variorum.engine.base import Step, Tell
from variorum.engine.folder import graph, part, shuffle
from variorum.engine.folder.jobs import Each, Job, Reduce, Shuffle
from variorum.engine.key import key_of

FORMAT = "1"
"""Part of every key: changes with the files' form."""

GROUP = 16
GROUP_SIZE = 64 << 20
"""About how many parts, and how many bytes at most, are shuffled into one file."""

J = TypeVar("J", bound=Job)
Do = Callable[[str, Sequence[Job], Callable[[int], None]], list[part.Part]]
"""Do all jobs of a step, calling back with how many are done; the results come in the order of the jobs."""


class Files(Struct, frozen=True):
    """Rows in the parts of a folder."""

    schema: pa.Schema
    parts: tuple[part.Part, ...]


class Folder:
    """A work folder and who works on it."""

    def __init__(self, work: Path, do: Do, tell: Tell) -> None:
        self.work = work
        self._do = do
        self._tell = tell
        self._used: set[Path] = set()

    def source(self, rows: pa.Table, pieces: int) -> Files:
        """See Engine.source."""
        columns.check("source", rows.schema)
        count = max(1, min(pieces, rows.num_rows))
        cuts = [rows.num_rows * i // count for i in range(count + 1)]
        # Taken, not sliced: the bytes of a slice depend on what stood before it.
        tables = [rows.take(pa.array(range(a, b), pa.int64())).combine_chunks() for a, b in pairwise(cuts) if b > a]
        return Files(rows.schema, tuple(self._stored(t) for t in tables))

    def _stored(self, table: pa.Table) -> part.Part:
        """A table under a name made from its rows."""
        data = part.encoded(table)
        target = self._path("source", key_of(FORMAT, blake2b(data, digest_size=16).hexdigest()))
        return part.find(target) or part.write(target, table.schema, [table])

    def each(self, step: Step, data: Files, side: Files | None) -> Files:
        """See Engine.each."""
        columns.check(step.name, step.schema)
        beside = () if side is None else ("side", *sorted(p.digest for p in side.parts))
        jobs = [
            Each(
                step=step,
                label=f"part {number} of {len(data.parts)}",
                target=str(self._path(step.name, key_of(*_identity(step), one.digest, *beside))),
                source=one.path,
                side=None if side is None else tuple(p.path for p in sorted(side.parts, key=lambda p: p.digest)),
                side_schema=None if side is None else side.schema,
            )
            for number, one in enumerate(data.parts, 1)
        ]
        return Files(step.schema, self._all(step.name, jobs))

    def by_key(self, step: Step, data: Sequence[Files]) -> Files:
        """See Engine.by_key."""
        columns.check(step.name, step.schema)
        sides = [self._shuffled(step.name, one) for one in data]
        jobs = []
        for bucket in sorted({b for side in sides for b in side}):
            segments = tuple(side.get(bucket, ()) for side in sides)
            digests = [s.digest.hex() if s else "" for side in segments for s in (*side, None)]
            jobs.append(
                Reduce(
                    step=step,
                    label=f"bucket {bucket}",
                    target=str(self._path(step.name, key_of(*_identity(step), str(bucket), *digests))),
                    bucket=bucket,
                    segments=segments,
                    schemas=tuple(d.schema for d in data),
                )
            )
        return Files(step.schema, self._all(step.name, jobs))

    def _shuffled(self, name: str, data: Files) -> dict[int, tuple[shuffle.Segment, ...]]:
        columns.check_bucket(name, data.schema)
        groups = list(grouped(data.parts))
        jobs = [
            Shuffle(
                label=f"group {number} of {len(groups)}",
                target=str(self._path("shuffle", key_of(FORMAT, *(p.digest for p in group)))),
                sources=tuple(p.path for p in group),
            )
            for number, group in enumerate(groups, 1)
        ]
        return shuffle.index(self._all(f"{name} (gathering)", jobs))

    def components(self, edges: Files) -> Files:
        """See Engine.components."""
        columns.check_edges(edges.schema)
        key = key_of(FORMAT, str(graph.VERSION), *sorted(p.digest for p in edges.parts))
        pieces = 1 + sum(p.rows for p in edges.parts) // graph.PIECE
        targets = [self._path("components", key_of(key, str(i))) for i in range(pieces)]
        found = [part.find(target) for target in targets]
        if not all(found):
            tables = graph.pieces(lambda: _ends(edges), pieces)
            found = [part.write(t, graph.SCHEMA, table) for t, table in zip(targets, tables, strict=True)]
        return Files(graph.SCHEMA, tuple(p for p in found if p))

    def clean(self) -> None:
        """See Engine.clean. Files of other names are left alone."""
        for path in sorted(p for p in self.work.glob("*/*") if p.suffix in {".arrow", ".rows", ".tmp"}):
            if path.with_suffix(".arrow") not in self._used:
                path.unlink(missing_ok=True)

    def _path(self, step: str, key: str) -> Path:
        path = self.work / step / f"{key}.arrow"
        self._used.add(path)
        return path

    def _all(self, name: str, jobs: Sequence[J]) -> tuple[part.Part, ...]:
        """What is there already, and what had to be done."""
        found = [job.done() for job in jobs]
        missing = [n for n, done in enumerate(found) if done is None]
        missing.sort(key=lambda n: -jobs[n].weight)
        kept = len(jobs) - len(missing)
        self._tell(name, kept, len(jobs))
        if missing:
            made = self._do(name, [jobs[n] for n in missing], lambda done: self._tell(name, kept + done, len(jobs)))
            for n, one in zip(missing, made, strict=True):
                found[n] = one
        return tuple(one for one in found if one)


def grouped(parts: Sequence[part.Part]) -> Iterator[list[part.Part]]:
    """Neighbouring parts to be shuffled into one file: few files to gather from, and a new part changes one group only,
    since a group ends where a part's digest says so."""
    held: list[part.Part] = []
    for one in parts:
        held.append(one)
        if int(one.digest[:8], 16) % GROUP == 0 or sum(p.size for p in held) >= GROUP_SIZE:
            yield held
            held = []
    if held:
        yield held


def rows(data: Files) -> Iterator[pa.Table]:
    """See Engine.rows."""
    for one in data.parts:
        yield from part.read(one.path)


def count(data: Files) -> int:
    """See Engine.count."""
    return sum(p.rows for p in data.parts)


def _ends(edges: Files) -> Iterator[tuple[object, object]]:
    for table in rows(edges):
        yield table.column("a").to_numpy(), table.column("b").to_numpy()


def _identity(step: Step) -> Iterable[str]:
    return (FORMAT, step.name, str(step.version), step.settings, step.schema.to_string(show_schema_metadata=True))
