#!/usr/bin/env python3
"""Time and peak memory of a whole run at several sizes, stage by stage, and how they grow.

    python benchmarks/scale.py                                1,000 and 4,000 articles, two processes
    python benchmarks/scale.py --sizes 1000 10000 100000      more (100,000 take about an hour)
    python benchmarks/scale.py --until stories --words 200 --rounds --sizes 20000 100000 1000000

Articles come from `corpus.py`. Every size runs in a process of its own, in a temporary folder ($TMPDIR) that is removed
behind it; writing the articles is not counted. Seconds are of the clock and belong to the machine named in the first
line; the growth exponent (the slope of log seconds over log articles) travels better. Memory is that of the largest
process and of all together at their worst moment (a page that several use counts once), the work folder's size is that
at the end, when it holds every round. `--rounds` says what each took.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter, process_time
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
DENSITY = 350
"""Articles a day: a longer stream is longer in time, as archives are."""
STAGES = ("read", "stories", "extract", "accounts", "between", "tables")


class Measured(NamedTuple):
    """Seconds of the clock by stage and by step, of all processors, peak megabytes of the largest process and of all
    together, megabytes of the work folder."""

    articles: int
    seconds: dict[str, float]
    steps: dict[str, float]
    processor: float
    largest: int
    together: int
    folder: int
    stories: int


class Steps:
    """What an engine tells of its steps, as seconds of the clock by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = perf_counter()

    def __call__(self, step: str, done: int, total: int) -> None:
        """A step told of itself."""
        now = perf_counter()
        if done:
            self.seconds[step] = self.seconds.get(step, 0.0) + now - self._last
        self._last = now


class Peak:
    """The most memory that this process and its children held together, in bytes, looked at twice a second.

    Telling what they share makes the kernel walk through every page, 2 % of a run's time if it is done each time: it is
    asked when they hold STEP more, shared pages counted as often as they are used, than when it was asked last.
    """

    STEP = 1.02

    def __init__(self) -> None:
        self.bytes = 0
        self._asked = 0
        self._end = Event()

    def watch(self) -> None:
        """Look until told to end."""
        while not self._end.wait(0.5):
            family = list(_family(os.getpid()))
            resident = sum(map(_resident, family))
            if resident > self._asked * self.STEP:
                self._asked, self.bytes = resident, max(self.bytes, sum(map(_held, family)))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch meanwhile."""
        thread = Thread(target=self.watch, daemon=True)
        thread.start()
        yield
        self._end.set()
        thread.join()


def _family(process: int) -> Iterator[int]:
    """A process and all below it."""
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _resident(process: int) -> int:
    """Bytes of a process in memory, those it shares with others in full."""
    with suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize()
    return 0


def _held(process: int) -> int:
    """Bytes that a process holds; those it shares with others in part."""
    with suppress(OSError):
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
        return int(found[1]) * 1024 if found else 0
    return 0


def _size(folder: Path) -> int:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())


def measure(articles: int, words: int, processes: int, engine: str, until: str, folder: Path) -> Measured:
    """One run over a new corpus."""
    from corpus_files import write

    from corpus import stream
    from variorum.corpus import run as corpus_run
    from variorum.engine import Setup, make
    from variorum.settings import Settings

    source = folder / "news.jsonl"
    write(stream(articles, 1, words, max(3.0, articles / DENSITY)), source)
    marks = [("start", perf_counter())]
    used = _processor()
    settings = Settings(processes=processes)
    steps, peak, work = Steps(), Peak(), folder / "out" / ".work"

    def mark(stage: str, count: int) -> None:
        marks.append((stage, perf_counter()))

    with peak.watching():
        if until == "stories":
            with make(engine, Setup(processes=processes, work=str(work), tell=steps)) as runner:
                stories = corpus_run.grouped([source], settings, runner, mark)
        else:
            stories = corpus_run.run([source], folder / "out", settings, engine=engine, progress=mark).stories
            mark("tables", 0)
    seconds = {name: at - before for (_, before), (name, at) in pairwise(marks)}
    own, others = (resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    largest, together, kept = max(own, others) >> 10, peak.bytes >> 20, _size(work) >> 20
    return Measured(articles, seconds, steps.seconds, _processor() - used, largest, together, kept, stories)


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def machine() -> str:
    """Processor, cores and load."""
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    return f"machine: {found[1] if found else 'unknown'}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


def apart(arguments: list[str]) -> Measured:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--one", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured(*json.loads(done.stdout.splitlines()[-1]))


def exponent(one: Measured, two: Measured, stage: str) -> float:
    """Growth of a stage between two sizes: 1 is linear."""
    return math.log(two.seconds[stage] / one.seconds[stage]) / math.log(two.articles / one.articles)


def show(found: list[Measured]) -> None:
    """A line per size, and the growth."""
    stages = [s for s in STAGES if s in found[0].seconds]
    print(
        f"{'articles':>10}"
        + "".join(f"{s:>12}" for s in stages)
        + "         all  articles/s   cpu s  largest MB  all MB  work MB  stories"
    )
    for m in found:
        total = sum(m.seconds.values())
        print(
            f"{m.articles:>10,}" + "".join(f"{m.seconds[s]:>10.1f} s" for s in stages)
            + f"{total:>10.1f} s {m.articles / total:>10.1f} {m.processor:>8.1f} {m.largest:>10,} "
            f"{m.together:>7,} {m.folder:>8,} {m.stories:>8,}"
        )  # fmt: skip
    for one, two in pairwise(found):
        grown = "".join(f"{exponent(one, two, s):>12.2f}" for s in stages)
        whole = math.log(sum(two.seconds.values()) / sum(one.seconds.values())) / math.log(two.articles / one.articles)
        print(f"{'growth':>10}{grown}{whole:>12.2f}   {one.articles:,} to {two.articles:,}")


def show_steps(found: list[Measured]) -> None:
    """A line per step: seconds of the clock at each size."""
    for step in found[-1].steps:
        print(f"{step:>34}" + "".join(f"{m.steps.get(step, 0.0):>10.1f} s" for m in found))


def main() -> None:
    """Measure all sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 4000])
    parser.add_argument("--words", type=int, default=300, help="mean words of an article")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--engine", default="local")
    parser.add_argument("--until", choices=("stories", "tables"), default="tables")
    parser.add_argument("--rounds", action="store_true", help="what each step took (until stories)")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    if args.one:
        with TemporaryDirectory() as name:
            one = partial(measure, args.sizes[0], args.words, args.processes, args.engine, args.until)
            print(json.dumps(one(Path(name))))
        return
    print(machine())
    rest = ["--words", str(args.words), "--processes", str(args.processes), "--engine", args.engine]
    found = []
    for size in args.sizes:
        found.append(apart(["--sizes", str(size), "--until", args.until, *rest]))
        show(found[-1:])
        sys.stdout.flush()
    if len(found) > 1:
        show(found)
    if args.rounds:
        show_steps(found)


if __name__ == "__main__":
    main()
