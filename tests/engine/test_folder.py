"""What the serial and the local engine keep in the work folder."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine_steps as steps
from variorum.engine import Setup, Step, make
from variorum.engine.base import silent
from variorum.engine.folder import dataset, graph, part
from variorum.engine.folder.jobs import Job
from variorum.engine.workers import Here
from variorum.errors import EngineError

SCRIPT = """
import sys
import time
from functools import partial
import engine_steps as steps
from variorum.engine import Setup, make
if __name__ == "__main__":
    with make(sys.argv[2], Setup(processes=2, work=sys.argv[1])) as engine:
        steps.job(engine)
"""


def files(work: Path) -> dict[str, bytes]:
    """What is in the work folder, but for what a killed run left half done."""
    found = sorted(p for p in work.glob("*/*") if p.suffix != ".tmp")
    return {str(p.relative_to(work)): p.read_bytes() for p in found}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    work = tmp_path_factory.mktemp("undisturbed")
    with make("serial", Setup(work=str(work))) as engine:
        steps.job(engine)
    return files(work)


@pytest.mark.parametrize("name", ["serial", "local"])
def test_a_killed_run_goes_on_to_the_same_bytes(name: str, tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    work = tmp_path / "work"
    script = tmp_path / "run.py"
    script.write_text(SCRIPT)
    moments = random.Random(name)
    paths = [str(Path(steps.__file__).parent), *sys.path]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    for _ in range(3):
        until = len(files(work)) + moments.randrange(1, len(undisturbed) // 4)
        run = subprocess.Popen(
            [sys.executable, str(script), str(work), name], env=environment, stderr=subprocess.DEVNULL
        )
        while run.poll() is None and len(list(work.glob("*/*"))) < until:
            time.sleep(0.002)
        run.send_signal(signal.SIGKILL)
        run.wait()
    with make(name, Setup(processes=2, work=str(work))) as engine:
        steps.job(engine)
        engine.clean()
    assert files(work) == undisturbed
    assert not list(work.glob("*/*.tmp"))


def test_a_part_cut_short_is_made_again(tmp_path: Path) -> None:
    def run() -> dict[str, bytes]:
        with make("serial", Setup(work=str(tmp_path))) as engine:
            steps.job(engine)
        return files(tmp_path)

    whole = run()
    for number, name in enumerate(sorted(whole)):
        (tmp_path / name).write_bytes(whole[name][: number * 7 % len(whole[name])])
    assert run() == whole


def test_a_worker_that_dies_is_missed(tmp_path: Path) -> None:
    with make("local", Setup(processes=2, work=str(tmp_path))) as engine:
        source = engine.source(steps.lines(list("abcdef")), 6)
        with pytest.raises(EngineError, match=r"'dies'.*part \d of 6 died \(killed by signal 9\)") as caught:
            engine.each(steps.step("dies", steps.die, steps.LINES), source)
        assert "fewer processes" in caught.value.fix
        again = engine.each(steps.step("lives", steps.same, steps.LINES), source)
        assert engine.count(again) == 6


def test_a_function_that_cannot_travel_is_named(tmp_path: Path) -> None:
    with make("local", Setup(processes=2, work=str(tmp_path))) as engine:
        source = engine.source(steps.lines(["a"]), 1)
        with pytest.raises(EngineError, match="cannot travel to another process"):
            engine.each(steps.step("lambda", lambda table: iter([table]), steps.LINES), source)


def test_progress_counts_what_was_kept(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    for _ in range(2):
        told.clear()
        with make("serial", Setup(work=str(tmp_path), tell=lambda *said: told.append(said))) as engine:
            engine.each(steps.step("same", steps.same, steps.LINES), engine.source(steps.lines(list("ab")), 2))
        assert told[-1] == ("same", 2, 2)
    assert told == [("same", 2, 2)]


@given(
    texts=st.lists(st.text("ab ", max_size=6), max_size=12),
    pieces=st.integers(1, 12),
    buckets=st.integers(1, 5),
)
@settings(max_examples=25, deadline=None)
def test_cuts_do_not_matter(
    texts: list[str], pieces: int, buckets: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with make("serial", Setup(work=str(tmp_path_factory.mktemp("cuts")))) as engine:
        words = engine.each(
            steps.step("split", partial(steps.split, buckets), steps.WORDS), engine.source(steps.lines(texts), pieces)
        )
        counted = engine.by_key(steps.step("tally", steps.tally, steps.COUNTS), words)
        found = [(r["word"], r["count"]) for table in engine.rows(counted) for r in table.to_pylist()]
    assert sorted(found) == steps.word_count(texts)


NODES = st.sampled_from([0, 1, 2, 3, 5, 8, 2**63 - 1, 2**63, 2**64 - 2, 2**64 - 1])


@given(st.lists(st.lists(st.tuples(NODES, NODES), max_size=8), max_size=4))
@settings(deadline=None)
def test_components_however_edges_come(batches: list[list[tuple[int, int]]]) -> None:
    arrays = [np.array(batch, dtype=np.uint64).reshape(-1, 2) for batch in batches]
    nodes, least = graph.components(lambda: [(a[:, 0], a[:, 1]) for a in arrays])
    edges = [edge for batch in batches for edge in batch]
    expected = steps.connected([a for a, _ in edges], [b for _, b in edges])
    assert dict(zip(nodes.tolist(), least.tolist(), strict=True)) == expected


@given(st.lists(st.integers(0, 40), max_size=8), st.integers(1, 64), st.integers(1, 16))
@settings(deadline=None)
def test_batches_hold_all_rows_in_order(lengths: list[int], size: int, rows: int) -> None:
    tables = [pa.table({"n": pa.array(range(length), pa.int64())}) for length in lengths]
    cut = list(part.batched(tables, size, rows))
    assert [n for t in cut for n in t.column("n").to_pylist()] == [n for length in lengths for n in range(length)]
    assert all(0 < t.num_rows <= rows and t.column("n").num_chunks == 1 for t in cut)
    assert all(t.num_rows <= max(1, size // 8) for t in cut)


def test_the_heaviest_buckets_are_done_first_and_their_rows_stay_in_order(tmp_path: Path) -> None:
    seen: list[str] = []

    def do(step: str, jobs: Sequence[Job], tell: Callable[[int], None]) -> list[part.Part]:
        seen.extend(job.label for job in jobs if step == "rows")
        return Here().do(step, jobs, tell)

    folder = dataset.Folder(tmp_path, do, silent)
    rows = pa.table({"bucket": pa.array([0] + [1] * 500 + [2] * 50, pa.int32()), "value": range(551)})
    step = Step("rows", 1, _as_they_come, rows.schema)
    made = folder.by_key(step, [folder.source(rows, 2)])
    assert seen == ["bucket 1", "bucket 2", "bucket 0"]
    assert [b for t in dataset.rows(made) for b in t["bucket"].unique().to_pylist()] == [0, 1, 2]


def _as_they_come(bucket: int, rows: pa.Table) -> Iterator[pa.Table]:
    yield rows
