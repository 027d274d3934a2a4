"""What the Spark engine does on its own: portions, types on the way, errors."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine_steps as steps
from variorum.engine import Setup, make
from variorum.engine.cluster import waves, wire
from variorum.engine.cluster.engine import failed
from variorum.errors import EngineError

UNSIGNED = pa.schema([("n", pa.uint64()), ("deep", pa.large_list(pa.uint32())), ("text", pa.large_string())])


NUMBERS = st.none() | st.integers(0, 2**64 - 1)
LISTS = st.none() | st.lists(st.integers(0, 2**32 - 1))


@given(st.lists(st.tuples(NUMBERS, LISTS, st.none() | st.text())))
@settings(deadline=None)
def test_values_survive_the_way(values: list[tuple[object, object, object]]) -> None:
    rows = [dict(zip(UNSIGNED.names, value, strict=True)) for value in values]
    sent = pa.Table.from_batches(wire.to_wire([pa.Table.from_pylist(rows, UNSIGNED)], UNSIGNED), wire.wire(UNSIGNED))
    assert {str(f.type) for f in sent.schema} == {"int64", "list<item: int32>", "string"}
    assert wire.from_wire(sent, UNSIGNED).to_pylist() == rows


def test_waves_hold_every_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waves, "SIZE", 100)
    monkeypatch.setattr(waves, "PIECES", 4)
    for number in range(7):
        (tmp_path / f"part-{number}.parquet").write_bytes(b"x" * 40)
    cut = list(waves.cut(tmp_path, 0))
    assert [len(wave.files) for wave in cut] == [3, 3, 1]
    assert len({file for wave in cut for file in wave.files}) == 7
    assert [(wave.start, wave.end) for wave in waves.cut(tmp_path, 9)] == [(0, 4), (4, 8), (8, 9)]
    assert len({wave.name for wave in cut}) == 3


def test_finished_waves_are_kept(tmp_path: Path) -> None:
    parts = [waves.Wave(i, i + 1) for i in range(6)]
    stored: list[int] = []

    def store(wave: waves.Wave, path: Path) -> None:
        if wave.start == 4 and 4 not in stored:
            stored.append(4)
            raise EngineError("the fifth fails", fix="try again")
        stored.append(wave.start)
        path.mkdir()

    path = tmp_path / "step" / "key.parquet"
    (path.with_suffix(".waves") / "of another cut").mkdir(parents=True)
    with pytest.raises(EngineError, match="fifth"):
        waves.through(parts, path, store, lambda done: None)
    assert not path.exists()
    told: list[int] = []
    waves.through(parts, path, store, told.append)
    assert sorted(stored) == [0, 1, 2, 3, 4, 4, 5]
    assert {p.name for p in path.iterdir()} == {wave.name for wave in parts}
    assert told[-1] == 6


@pytest.mark.spark
@pytest.mark.timeout(600)
def test_a_step_in_waves_gives_all_rows(spark_session: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waves, "SIZE", 1)
    monkeypatch.setattr(waves, "PIECES", 2)
    told: list[tuple[str, int, int]] = []
    with make("spark", Setup(work=str(tmp_path), tell=lambda *said: told.append(said))) as engine:
        source = engine.source(steps.lines(list("abcde")), 5)
        first = engine.each(steps.step("first", steps.same, steps.LINES), source)
        second = engine.each(steps.step("second", steps.same, steps.LINES), first)
        assert sorted(r["text"] for t in engine.rows(second) for r in t.to_pylist()) == list("abcde")
        assert engine.count(second) == 5
        engine.clean()
        assert sorted(p.suffix for p in tmp_path.glob("*/*")) == [".parquet", ".parquet", ".pieces"]
    assert ("first", 3, 3) in told


def test_without_pyspark_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with make("spark", Setup(work=str(tmp_path))) as engine:
        source = engine.source(steps.lines(["a"]), 1)
        with pytest.raises(EngineError) as caught:
            engine.each(steps.step("same", steps.same, steps.LINES), source)
    assert "variorum[spark]" in caught.value.fix


def test_without_java_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with make("spark", Setup(work=str(tmp_path))) as engine:
        source = engine.source(steps.lines(["a"]), 1)
        with pytest.raises(EngineError, match="Java"):
            engine.each(steps.step("same", steps.same, steps.LINES), source)


def test_a_cluster_fault_is_told_by_its_cause() -> None:
    text = """An error occurred while calling o37.parquet.
: org.apache.spark.SparkException: Job aborted.
\tat org.apache.spark.Some.call(Some.scala:1)
Caused by: java.io.IOException: No space left on device
\tat java.base/java.io.FileOutputStream.write(FileOutputStream.java)
"""
    error = failed("extract", RuntimeError(text))
    assert error.message == "step 'extract' failed on Spark: java.io.IOException: No space left on device"


def test_an_error_of_ours_comes_through() -> None:
    text = """An exception was thrown from the Python worker:
Traceback (most recent call last):
  File "x.py", line 3, in run
variorum.errors.EngineError: step 'extract' ran out of memory at partition 4
Fix: use fewer processes

\tat org.apache.spark.Some.call(Some.scala:1)
"""
    error = failed("extract", RuntimeError(text))
    assert str(error) == "step 'extract' ran out of memory at partition 4\nFix: use fewer processes"
