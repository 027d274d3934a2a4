"""What runs the stages: one small protocol, so that a laptop and a cluster run the same functions.

Rows travel as Arrow tables in three shapes: `each` (part by part), `by_key` (all rows of one bucket together) and
`components` (the connected parts of a graph). Every result is kept in the work folder and found again by a later run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec import Struct

if TYPE_CHECKING:  # `report` runs without pyarrow
    import pyarrow as pa

T = TypeVar("T")
R = TypeVar("R")

BUCKET = "bucket"
"""The int32 column that `by_key` gathers by."""

Tell = Callable[[str, int, int], None]
"""Called with the step's name, parts done, parts in all; parts kept from an earlier run count as done."""


def silent(step: str, done: int, total: int) -> None:
    """The Tell that says nothing."""


class Setup(Struct, frozen=True):
    """How to run: `work` is the folder that keeps the steps' results (a cluster's nodes must all see it)."""

    processes: int = 1
    work: str = ""
    master: str = ""
    """Spark's master URL; empty: what spark-submit says, else all cores of this machine."""
    options: Mapping[str, str] = {}
    """Spark's own settings by name; they win over ours."""
    tell: Tell = silent


class Step(Struct, frozen=True):
    """One function over tables, with what its results depend on besides the rows.

    `run` must be picklable (a function of a module, or `functools.partial` of one) and give the same rows for the same
    rows. `version` changes with its results; `settings` is a fingerprint of every setting they depend on.
    """

    name: str
    version: int
    run: Callable[..., Iterator[pa.Table]]
    schema: pa.Schema
    """Of the tables that `run` yields: booleans, integers, floats, dates, text, bytes, lists or structs of these."""
    settings: str = ""


class Data(Protocol):
    """An engine's own handle on rows; no rows are in memory because of it."""

    @property
    def schema(self) -> pa.Schema:
        """The columns."""
        ...


class Engine(Protocol):
    """Every engine gives the same rows; their order is its own affair, so whoever needs an order sorts.

    Raises EngineError when a step fails or a worker dies. Close it, or use it in a `with` statement.
    """

    def map(self, run: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply a function to every item; the results come in the order of the items. Needs no work folder."""
        ...

    def source(self, rows: pa.Table, pieces: int) -> Data:
        """A small table (a list of splits) cut into at most so many parts, which `each` works on one by one."""
        ...

    def each(self, step: Step, data: Data, side: Data | None = None) -> Data:
        """`run(table)` on part after part, or `run(table, side)` with all rows of a small data set beside it.

        Where parts begin and end must not matter to the results. `run` never gets an empty table.
        """
        ...

    def by_key(self, step: Step, *data: Data) -> Data:
        """`run(bucket, table)` or `run(bucket, first, second)`: one call has all rows of that bucket, in no order.

        One or two data sets with an int32 column `bucket`; where only one of them has a bucket, the other is empty.
        """
        ...

    def components(self, edges: Data) -> Data:
        """From columns `a`, `b` (uint64): every node, and the least node that it is connected with.

        The columns of the result are `node` and `component` (uint64), one row per node.
        """
        ...

    def rows(self, data: Data) -> Iterator[pa.Table]:
        """All rows, streamed; nothing when there are none."""
        ...

    def count(self, data: Data) -> int:
        """How many rows."""
        ...

    def clean(self) -> None:
        """Remove from the work folder what this engine neither made nor used since it was opened."""
        ...

    def close(self) -> None:
        """End the workers."""
        ...

    def __enter__(self) -> Engine: ...

    def __exit__(self, *error: object) -> None: ...
