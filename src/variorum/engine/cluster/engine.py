"""The protocol over Spark: each step's rows are stored as Parquet under a name made from all they depend on."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from variorum.engine.base import BUCKET, Setup, Step
from variorum.engine.key import key_of
from variorum.errors import EngineError, VariorumError

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

    from variorum.engine.cluster.waves import Wave

T = TypeVar("T")
R = TypeVar("R")

FORMAT = "1"
"""Part of every key: changes with the files' form."""
SPREAD = 4
"""Tasks per core when rows are gathered: few enough to start quickly, enough to even out."""
GATHERED = 32 << 20
"""Stored bytes to one such task at most, about."""
_OURS = re.compile(r"^variorum\.errors\.\w+: (.*?)\nFix: (.*?)$", re.M | re.S)
"""An error of ours that a worker raised."""
_SAID = re.compile(r"^(?::|Caused by:)?\s*((?:[\w$]+\.)*[A-Z]\w*(?:Error|Exception): \S.*)$", re.M)
"""A line of a Java traceback that says what happened; the last one is the cause of the others."""


class Frame(Struct, frozen=True):
    """Rows in a folder of Parquet files, or (`pieces` > 0) a small table in one file of so many batches."""

    schema: pa.Schema
    key: str
    path: str
    pieces: int = 0

    @property
    def listed(self) -> bool:
        """Whether this is a table in one file."""
        return self.path.endswith(".pieces")


class SparkEngine:
    """See Engine."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._used: set[Path] = set()
        self._opened = False

    @cached_property
    def _work(self) -> Path:
        if not self._setup.work:
            raise EngineError("this engine has no work folder", fix="name one in its Setup")
        return Path(self._setup.work).resolve()

    @cached_property
    def session(self) -> SparkSession:
        """Started when first needed."""
        from variorum.engine.cluster.session import active, open_session

        session = active()
        if session is None:
            session = open_session(self._setup, self._work)
            self._opened = True
        return session

    def map(self, run: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """See Engine.map. Here on the driver: what has no rows is not worth a cluster."""
        return map(run, items)

    def source(self, rows: pa.Table, pieces: int) -> Frame:
        """See Engine.source."""
        from variorum.engine import columns
        from variorum.engine.cluster.store import write_pieces
        from variorum.engine.folder.part import encoded

        columns.check("source", rows.schema)
        count = max(1, min(pieces, rows.num_rows))
        key = key_of(FORMAT, "source", str(count), blake2b(encoded(rows.combine_chunks()), digest_size=16).hexdigest())
        path = self._path("source", key, "pieces")
        if not path.exists():
            write_pieces(path, rows, count)
        return Frame(rows.schema, key, str(path), count if rows.num_rows else 0)

    def each(self, step: Step, data: Frame, side: Frame | None = None) -> Frame:
        """See Engine.each."""
        from variorum.engine.cluster import waves, work
        from variorum.engine.cluster.waves import Wave

        beside = () if side is None else ("side", side.key)
        task = work.Task(step, str(Path.cwd()), None if side is None else work.Side(side.path, side.schema))

        def made(wave: Wave) -> DataFrame:
            if data.listed:
                run = partial(work.each_piece, task, data.path, data.schema)
                return self._numbers(wave.start, wave.end).mapInArrow(run, _ddl(step.schema))
            rows = self._read(data.schema, wave.files or (data.path,))
            return rows.mapInArrow(partial(work.each, task, data.schema), _ddl(step.schema))

        frame = self._result(step, data.key, *beside)
        path = Path(frame.path)
        parts = [] if path.exists() else list(waves.cut(Path(data.path), data.pieces))
        if len(parts) > 1:
            total = len(parts)
            waves.through(
                parts,
                path,
                lambda wave, at: self._write(step.name, at, lambda: made(wave)),
                lambda done: self._setup.tell(step.name, done, total),
            )
        else:
            self._stored(step.name, path, lambda: made(Wave(end=data.pieces)))
        return frame

    def by_key(self, step: Step, *data: Frame) -> Frame:
        """See Engine.by_key."""
        from variorum.engine import columns
        from variorum.engine.cluster import work

        for one in data:
            columns.check_bucket(step.name, one.schema)
        run = partial(work.gather, work.Task(step, str(Path.cwd())), tuple(d.schema for d in data))

        def made() -> DataFrame:
            tasks = self._tasks(data)
            groups = [self._frame(d).repartition(tasks, BUCKET).groupBy(BUCKET) for d in data]
            # Lambdas, for Spark reads meaning into annotations.
            if len(groups) == 1:
                return groups[0].applyInArrow(lambda key, table: run(key, table), _ddl(step.schema))
            both = groups[0].cogroup(groups[1])
            return both.applyInArrow(lambda key, left, right: run(key, left, right), _ddl(step.schema))

        frame = self._result(step, *(d.key for d in data))
        self._stored(step.name, Path(frame.path), made)
        return frame

    def components(self, edges: Frame) -> Frame:
        """See Engine.components."""
        from variorum.engine import columns
        from variorum.engine.cluster import graph
        from variorum.engine.folder.graph import SCHEMA, VERSION

        columns.check_edges(edges.schema)
        key = key_of(FORMAT, "components", str(VERSION), edges.key)

        def stored(name: str, rows: DataFrame) -> DataFrame:
            path = self._path("components", f"{key}-{name}", "parquet")
            self._stored("components", path, lambda: rows)
            return self.session.read.schema(graph.PAIR).parquet(path.as_uri())

        path = self._path("components", key, "parquet")
        self._stored("components", path, lambda: graph.components(self._frame(edges), stored))
        return Frame(SCHEMA, key, str(path))

    def rows(self, data: Frame) -> Iterator[pa.Table]:
        """See Engine.rows."""
        from variorum.engine.cluster import work

        return (t for t in work.stored(data.path, data.schema) if t.num_rows)

    def count(self, data: Frame) -> int:
        """See Engine.count."""
        from variorum.engine.cluster.store import count

        return count(Path(data.path))

    def clean(self) -> None:
        """See Engine.clean. Files of other names are left alone."""
        for path in sorted(
            p for p in self._work.glob("*/*") if p.suffix in {".parquet", ".pieces", ".waves", ".writing"}
        ):
            if path not in self._used:
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def close(self) -> None:
        """See Engine.close."""
        if self._opened:
            self.session.stop()
            self._opened = False
            del self.session

    def __enter__(self) -> SparkEngine:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _result(self, step: Step, *inputs: str) -> Frame:
        """Where the rows of a step over these inputs belong."""
        from variorum.engine import columns

        columns.check(step.name, step.schema)
        shape = step.schema.to_string(show_schema_metadata=True)
        key = key_of(FORMAT, step.name, str(step.version), step.settings, shape, *inputs)
        return Frame(step.schema, key, str(self._path(step.name, key, "parquet")))

    def _stored(self, name: str, path: Path, made: Callable[[], DataFrame]) -> None:
        """Write the rows unless they are there already."""
        self._setup.tell(name, 0, 1)
        if not path.exists():
            self._write(name, path, made)
        self._setup.tell(name, 1, 1)

    def _write(self, name: str, path: Path, made: Callable[[], DataFrame]) -> None:
        """Write the rows aside and give them their name when all are there."""
        aside = self._work / name / f"{path.name}.{os.getpid()}.writing"
        try:
            made().write.mode("overwrite").parquet(aside.as_uri())
        except VariorumError:
            raise
        except Exception as error:
            raise failed(name, error) from error
        aside.rename(path)

    def _frame(self, data: Frame) -> DataFrame:
        from variorum.engine.cluster import work

        if not data.listed:
            return self._read(data.schema, (data.path,))
        numbers = self._numbers(0, data.pieces)
        return numbers.mapInArrow(partial(work.piece, data.path, data.schema), _ddl(data.schema))

    def _read(self, schema: pa.Schema, paths: Iterable[str]) -> DataFrame:
        reader = self.session.read.schema(_ddl(schema)).option("recursiveFileLookup", "true")
        return reader.parquet(*(Path(path).as_uri() for path in paths))

    def _numbers(self, start: int, end: int) -> DataFrame:
        """Pieces of a source, a task each."""
        return self.session.range(start, end, 1, max(1, end - start))

    def _tasks(self, data: Iterable[Frame]) -> int:
        size = sum(f.stat().st_size for d in data for f in Path(d.path).rglob("*.parquet"))
        said = self._setup.options.get("spark.sql.shuffle.partitions")
        return int(said) if said else max(SPREAD * self.session.sparkContext.defaultParallelism, size // GATHERED)

    def _path(self, step: str, key: str, kind: str) -> Path:
        path = self._work / step / f"{key}.{kind}"
        self._used.add(path)
        return path


def _ddl(schema: pa.Schema) -> Any:
    """Spark's own schema for these columns."""
    from pyspark.sql.pandas.types import from_arrow_schema

    from variorum.engine.cluster.wire import wire

    return from_arrow_schema(wire(schema))


def failed(name: str, error: Exception) -> EngineError:
    """What the worker said, without the pages around it."""
    text = str(error)
    if ours := _OURS.search(text):
        step = "" if repr(name) in ours[1] else f"step {name!r}: "
        return EngineError(f"{step}{ours[1].strip()}", fix=ours[2].strip())
    causes = _SAID.findall(text) or [text.strip() or type(error).__name__]
    return EngineError(
        f"step {name!r} failed on Spark: {causes[-1].strip()}",
        fix="see the executors' logs for more; steps that were finished are kept, run again to go on after them",
    )
