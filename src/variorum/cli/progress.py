"""Progress on standard error, when a person is looking."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[str, int, int], None]
"""Called with the stage's name, records done, records in all."""


@contextmanager
def progress(wanted: bool | None) -> Iterator[Report | None]:
    """A function that draws progress bars, or None when nobody looks (`wanted` overrides the guess)."""
    if not (sys.stderr.isatty() if wanted is None else wanted):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bars:
        tasks = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


@contextmanager
def stages(wanted: bool | None) -> Iterator[Callable[[str, int], None] | None]:
    """A function that prints a line for each stage of a run as it is done, or None when nobody looks."""
    if not (sys.stderr.isatty() if wanted is None else wanted):
        yield None
        return
    from time import monotonic

    start = monotonic()

    def show(stage: str, count: int) -> None:
        print(f"{monotonic() - start:8.1f} s  {stage:<10} {count:>12,}", file=sys.stderr, flush=True)

    yield show
