"""What runs the stages: one small protocol, so that a laptop and a cluster run the same functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """Results come in the order of the items, whatever the engine does in between."""

    def each(self, run: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply a stage to every record (or to all records of each story) and yield the results in order."""
        ...
