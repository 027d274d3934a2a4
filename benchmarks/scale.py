#!/usr/bin/env python3
"""Time and peak memory of a whole run at several sizes, stage by stage, and how they grow.

    python benchmarks/scale.py                                1,000 and 4,000 articles, two processes
    python benchmarks/scale.py --sizes 1000 10000 100000      more (100,000 take about an hour)
    python benchmarks/scale.py --until stories --sizes 10000 100000 1000000

Articles come from `corpus.py`. Every size runs in a process of its own. Seconds are of the clock and belong to the
machine named in the first line; the growth exponent (the slope of log seconds over log articles) travels better.
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
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
DENSITY = 350
"""Articles a day: a longer stream is longer in time, as archives are."""
STAGES = ("read", "stories", "extract", "accounts", "between", "tables")


class Measured(NamedTuple):
    """Seconds of the clock by stage, of all processors, peak megabytes of the largest process and of all together."""

    articles: int
    seconds: dict[str, float]
    processor: float
    largest: int
    stories: int


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
    if until == "stories":
        with make(engine, Setup(processes=processes, work=str(folder / "out" / ".work"))) as runner:
            stories = corpus_run.grouped([source], settings, runner, lambda s, n: marks.append((s, perf_counter())))
    else:
        done = corpus_run.run(
            [source],
            folder / "out",
            settings,
            engine=engine,
            progress=lambda s, n: marks.append((s, perf_counter())),
        )
        marks.append(("tables", perf_counter()))
        stories = done.stories
    seconds = {name: at - before for (_, before), (name, at) in pairwise(marks)}
    own, others = (resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return Measured(articles, seconds, _processor() - used, max(own, others) // 1024, stories)


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
        + "         all  articles/s   cpu s  largest MB  stories"
    )
    for m in found:
        total = sum(m.seconds.values())
        print(
            f"{m.articles:>10,}" + "".join(f"{m.seconds[s]:>10.1f} s" for s in stages)
            + f"{total:>10.1f} s {m.articles / total:>10.1f} {m.processor:>8.1f} {m.largest:>10,} {m.stories:>8,}"
        )  # fmt: skip
    for one, two in pairwise(found):
        grown = "".join(f"{exponent(one, two, s):>12.2f}" for s in stages)
        print(f"{'growth':>10}{grown}   {one.articles:,} to {two.articles:,}")


def main() -> None:
    """Measure all sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 4000])
    parser.add_argument("--words", type=int, default=300, help="mean words of an article")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--engine", default="local")
    parser.add_argument("--until", choices=("stories", "tables"), default="tables")
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
    show([apart(["--sizes", str(n), "--until", args.until, *rest]) for n in args.sizes])


if __name__ == "__main__":
    main()
