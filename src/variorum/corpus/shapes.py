"""Rounds (tables in, a table out) as the functions that an engine's steps want, and their steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.corpus.versions import code
from variorum.engine import Data, Engine, Step

if TYPE_CHECKING:
    import pyarrow as pa

    Round = Callable[..., pa.Table]


class Part(Struct, frozen=True):
    """A round over a part; `buckets`: how many it cuts its rows into, None where it does not."""

    run: Round
    buckets: int | None

    def __call__(self, table: pa.Table) -> Iterator[pa.Table]:
        yield self.run(table) if self.buckets is None else self.run(table, buckets=self.buckets)


class Bucket(Struct, frozen=True):
    """A round over all rows of a bucket."""

    run: Round
    buckets: int | None

    def __call__(self, bucket: int, *tables: pa.Table) -> Iterator[pa.Table]:
        yield self.run(*tables) if self.buckets is None else self.run(*tables, buckets=self.buckets)


class Beside(Struct, frozen=True):
    """A round over a part that reads a small data set beside it, `known` made of that."""

    run: Round
    buckets: int
    known: Callable[[pa.Table], object]

    def __call__(self, table: pa.Table, side: pa.Table) -> Iterator[pa.Table]:
        yield self.run(table, self.known(side), buckets=self.buckets)


class Rounds:
    """The rounds of one stage (a package) on an engine, cutting into `buckets`; `schema` is that of named columns."""

    def __init__(self, stage: str, engine: Engine, buckets: int, schema: Callable[[Sequence[str]], pa.Schema]) -> None:
        self.engine, self.buckets = engine, buckets
        self._stage, self._schema = stage, schema

    def each(self, run: Round, made: Sequence[str], data: Data, *, cut: bool = True) -> Data:
        """A round over parts that makes these columns."""
        return self.engine.each(self._step(run, Part(run, self.buckets if cut else None), made), data)

    def beside(self, run: Round, made: Sequence[str], data: Data, side: Data, known: Callable[..., object]) -> Data:
        """A round over parts, with a small data set beside them."""
        return self.engine.each(self._step(run, Beside(run, self.buckets, known), made), data, side)

    def by_key(self, run: Round, made: Sequence[str], *data: Data, cut: bool = True) -> Data:
        """A round over buckets."""
        return self.engine.by_key(self._step(run, Bucket(run, self.buckets if cut else None), made), *data)

    def _step(self, run: Round, called: Callable[..., Iterator[pa.Table]], made: Sequence[str]) -> Step:
        version = int(code("corpus", self._stage), 16)
        return Step(f"{self._stage}.{run.__name__}", version, called, self._schema(made), f"{self.buckets}")
