"""A corpus through all stages: the order of `pipeline.STAGES`, each stage in its shape on an engine.

What a run leaves: a folder per table with Parquet parts, `run.json` (written last: it stands for a finished run), and
`.work`, from which a killed run goes on.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import ingest
from variorum.corpus import crossing, grouping, reading, telling
from variorum.corpus.manifest import MANIFEST, Run, record
from variorum.corpus.records import Rows, encode, power, rows, table
from variorum.corpus.versions import code
from variorum.engine import Data, Engine, Setup, Step, make
from variorum.errors import InputError
from variorum.export.tables import TABLES
from variorum.settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

WORK = ".work"
MEET, TELL, MOST_TELL, PUBLISH = 4096, 64, 4096, 8192
"""Articles of a bucket in which readings meet their stories, in which accounts are made (and the most buckets of that
kind), and of a part of the tables."""
FEWEST = 16
"""Buckets in which a thousand readings and more meet at least: readings are large, and one bucket keeps one process
busy. Not more with every few more articles, since extraction writes by these buckets and is done anew for others."""

Tell = Callable[[str, int], None]
"""Called with a stage's name and the records it made, when it is done."""


def run(
    inputs: Sequence[str | Path],
    out: Path,
    settings: Settings,
    *,
    engine: str | None = None,
    master: str | None = None,
    progress: Tell | None = None,
) -> Run:
    """Read the inputs and write the tables of all their stories under `out`.

    `engine` by name; by default local with several processes, else serial. `master` is Spark's. The same input gives
    the same bytes on every engine, whatever was killed before. Raises InputError when an input does not exist or `out`
    holds something else, EngineError when the engine fails.
    """
    _claim(out)
    with opened(out, settings, engine, master) as runner:
        done = through(inputs, out, settings, runner, progress or (lambda stage, count: None))
        runner.clean()
    for index in (out / WORK).glob("stories-*.sqlite*"):  # of an earlier update; it knows other stories
        index.unlink()
    return done


def opened(out: Path, settings: Settings, engine: str | None, master: str | None) -> Engine:
    """The engine of that name on the run's work folder."""
    name = engine or ("serial" if settings.processes <= 1 else "local")
    return make(name, Setup(processes=settings.processes, work=str(out / WORK), master=master or ""))


def through(inputs: Sequence[str | Path], out: Path, settings: Settings, engine: Engine, tell: Tell) -> Run:
    """All stages in their order."""
    return finish(inputs, out, settings, engine, tell, *_grouped(inputs, settings, engine, tell))


def finish(
    inputs: Sequence[str | Path],
    out: Path,
    settings: Settings,
    engine: Engine,
    tell: Tell,
    articles: Data,
    memberships: Data,
) -> Run:
    """From articles and the stories they belong to on to the tables."""
    meeting, telling_, parts = buckets_for(engine.count(articles))
    extract = partial(reading.extract_articles, buckets=meeting)
    readings = engine.each(_step("extract", extract, Rows.readings(), str(meeting), "extract"), articles)
    tell("extract", engine.count(readings))
    meet = partial(telling.meet, buckets=telling_)
    members = engine.by_key(_step("meet", meet, Rows.members(), str(telling_)), readings, memberships)
    told = partial(telling.tell, settings=settings, parts=parts)
    accounts = engine.by_key(_step("tell", told, Rows.accounts(), f"{settings.policy} {parts}", *STORY), members)
    tell("accounts", engine.count(accounts))
    between = crossing.cross(readings, accounts, engine.count(articles), engine, meeting, parts)
    tell("between", engine.count(between))
    return publish(inputs, out, settings, engine, accounts, between)


def grouped(inputs: Sequence[str | Path], settings: Settings, engine: Engine, tell: Tell) -> int:
    """Only the stories: how many there are."""
    _, memberships = _grouped(inputs, settings, engine, tell)
    return len({story for found in engine.rows(memberships) for (story,) in rows(found, "story")})


def _grouped(inputs: Sequence[str | Path], settings: Settings, engine: Engine, tell: Tell) -> tuple[Data, Data]:
    articles = read(inputs, settings, engine)
    count = engine.count(articles)
    tell("read", count)
    memberships = grouping.group(articles, count, settings, engine, buckets_for(count)[0])
    tell("stories", engine.count(memberships))
    return articles, memberships


def buckets_for(count: int) -> tuple[int, ...]:
    """How many buckets for `count` articles to meet their stories, to be told, and to be published."""
    meeting, *others = (power(count, size, most) for size, most in SIZES)
    return max(meeting, FEWEST if count > MEET // 4 else 1), *others


def publish(
    inputs: Sequence[str | Path], out: Path, settings: Settings, engine: Engine, accounts: Data, between: Data
) -> Run:
    """Write the tables. This is never taken as done from an earlier run, for it writes outside of the work folder."""
    (out / MANIFEST).unlink(missing_ok=True)
    write = partial(telling.publish, folder=str(out))
    step = Step("publish", 1, write, Rows.published(), f"{os.getpid()} {time.time_ns()}")
    written = list(engine.rows(engine.by_key(step, accounts, between)))
    if not written:  # tables without rows are tables still
        written = list(write(0, Rows.accounts().empty_table(), Rows.derivations().empty_table()))
    held = [row for found in written for row in rows(found, "bucket", *COUNTED)]
    _sweep(out, {bucket for bucket, *_ in held})
    return record(inputs, out, settings, [counts for _, *counts in held])


def read(inputs: Sequence[str | Path], settings: Settings, engine: Engine) -> Data:
    """All articles and dropped inputs."""
    splits = [(encode(s),) for group in _apart(inputs) for s in ingest.splits(group, settings)]
    step = Step(
        name="read",
        version=int(code("ingest"), 16),
        run=partial(reading.read_splits, settings=settings),
        schema=Rows.articles(),
        settings=repr((settings.group_by, settings.max_bytes, settings.language)),
    )
    return engine.each(step, engine.source(table(Rows.splits(), splits), len(splits)))


def _apart(inputs: Sequence[str | Path]) -> list[list[str]]:
    """Each input alone, so that a new one changes no batch of the others; all together where one may hold another."""
    names = sorted(set(map(str, inputs)))
    real = sorted(Path(name).resolve() for name in names)
    plain = all(Path(name).exists() for name in names) and len(set(real)) == len(real)
    if plain and not any(b.is_relative_to(a) for a, b in pairwise(real)):
        return [[name] for name in names]
    return [names]


SIZES = ((MEET, 1 << 20), (TELL, MOST_TELL), (PUBLISH, 1 << 20))
STORY = ("extract", "ingest", "lineage", "align", "reconcile", "checks", "account")
COUNTED = ("stories", "articles", "origins", "claims", "figures", "discrepancies", "between", "dropped")


def _step(name: str, run: Callable[..., Iterator[pa.Table]], schema: pa.Schema, settings: str, *packages: str) -> Step:
    return Step(name, int(code("corpus", *packages, model=bool(packages)), 16), run, schema, settings)


def _claim(out: Path) -> None:
    """The folder is new, empty, or a run's."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file", fix="name a folder to write the tables to")
    if out.is_dir() and not (out / WORK).is_dir() and any(out.iterdir()):
        raise InputError(f"{out} holds files that are no run's", fix="name a new or empty folder")
    (out / WORK).mkdir(parents=True, exist_ok=True)


def _sweep(out: Path, buckets: set[int]) -> None:
    """Remove the parts of an earlier run that this one did not write."""
    for name in (*TABLES, "dropped"):
        kept = {telling.part(str(out), name, bucket) for bucket in buckets}
        for path in sorted((out / name).glob("part-*.parquet")):
            if path not in kept:
                path.unlink()
