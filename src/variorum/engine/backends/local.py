"""Several processes on this machine; each loads the parsing model once and computes with one thread."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 8
"""Records handed out per process before results are taken: bounds memory on long streams."""


class Local:
    """A pool of `processes` workers; results keep the order of the items."""

    def __init__(self, processes: int = 2) -> None:
        self.processes = max(1, processes)

    def each(self, run: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply in the pool, a bounded number of records ahead of the reader."""
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
            os.environ.setdefault(name, "1")
        context = get_context("spawn")  # fork would copy a parser whose threads are gone
        with ProcessPoolExecutor(self.processes, mp_context=context) as pool:
            stream = iter(items)
            waiting: list[Future[R]] = [pool.submit(run, i) for i in islice(stream, self.processes * AHEAD)]
            while waiting:
                first = waiting.pop(0)
                yield first.result()
                waiting += [pool.submit(run, i) for i in islice(stream, 1)]
