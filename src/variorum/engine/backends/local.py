"""Several processes on this machine; each loads the parsing model once and computes with one thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from variorum.engine.base import Setup
from variorum.engine.folder.engine import FolderEngine
from variorum.engine.workers import Processes, one_thread

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 8
"""Records handed out per process before results are taken: bounds memory on long streams."""


def local(setup: Setup) -> FolderEngine:
    """The engine with `setup.processes` processes."""
    count = max(1, setup.processes)
    return FolderEngine(setup, Processes(count), partial(pooled, count))


def pooled(processes: int, run: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Apply in a pool, a bounded number of records ahead of the reader; results keep the order of the items."""
    context = get_context("spawn")  # fork would copy a parser whose threads are gone
    with one_thread(), ProcessPoolExecutor(processes, mp_context=context) as pool:
        stream = iter(items)
        waiting: list[Future[R]] = [pool.submit(run, i) for i in islice(stream, processes * AHEAD)]
        while waiting:
            first = waiting.pop(0)
            yield first.result()
            waiting += [pool.submit(run, i) for i in islice(stream, 1)]
