"""The engine over files of a work folder, whoever does the jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from variorum.engine.base import Setup, Step
from variorum.errors import EngineError

if TYPE_CHECKING:  # `report` runs without pyarrow
    import pyarrow as pa

    from variorum.engine.folder.dataset import Files, Folder

T = TypeVar("T")
R = TypeVar("R")


class Workers(Protocol):
    """Do all jobs of a step and tell how many are done; end when closed."""

    def do(self, step: str, jobs: Sequence[Any], tell: Callable[[int], None]) -> list[Any]: ...

    def close(self) -> None: ...


class FolderEngine:
    """See Engine. `loop` is its `map`."""

    def __init__(
        self, setup: Setup, workers: Workers, loop: Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]
    ) -> None:
        self._setup = setup
        self._workers = workers
        self._loop = loop

    @cached_property
    def _folder(self) -> Folder:
        from variorum.engine.folder.dataset import Folder

        if not self._setup.work:
            raise EngineError("this engine has no work folder", fix="name one in its Setup")
        return Folder(Path(self._setup.work), self._workers.do, self._setup.tell)

    def map(self, run: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """See Engine.map."""
        return self._loop(run, items)

    def source(self, rows: pa.Table, pieces: int) -> Files:
        """See Engine.source."""
        return self._folder.source(rows, pieces)

    def each(self, step: Step, data: Files, side: Files | None = None) -> Files:
        """See Engine.each."""
        return self._folder.each(step, data, side)

    def by_key(self, step: Step, *data: Files) -> Files:
        """See Engine.by_key."""
        return self._folder.by_key(step, data)

    def components(self, edges: Files) -> Files:
        """See Engine.components."""
        return self._folder.components(edges)

    def rows(self, data: Files) -> Iterator[pa.Table]:
        """See Engine.rows."""
        from variorum.engine.folder.dataset import rows

        return rows(data)

    def count(self, data: Files) -> int:
        """See Engine.count."""
        return sum(part.rows for part in data.parts)

    def clean(self) -> None:
        """See Engine.clean."""
        self._folder.clean()

    def close(self) -> None:
        """See Engine.close."""
        self._workers.close()

    def __enter__(self) -> FolderEngine:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
