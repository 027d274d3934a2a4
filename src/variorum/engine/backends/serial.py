"""One record after the other in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Serial:
    """The plainest engine, and the reference the others are tested against."""

    def __init__(self, processes: int = 1) -> None:
        self.processes = processes

    def each(self, run: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply in turn."""
        return map(run, items)
