"""One contract for all engines: the same rows from the same steps."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

import engine_steps as steps
from variorum.engine import Data, Engine, Setup, Step, make
from variorum.errors import EngineError

TEXTS = ["vor alma kesti", "", "alma 北京 zoë", "vor vor vor", "\u202eunti \U0001f30b kesti"] * 4
SPLIT = steps.step("split", partial(steps.split, 8), steps.WORDS)
TALLY = steps.step("tally", steps.tally, steps.COUNTS)


def rows(engine: Engine, data: Data) -> list[dict[str, Any]]:
    """All rows, sorted."""
    tables = list(engine.rows(data))
    assert all(t.schema == data.schema for t in tables)
    found = [row for table in tables for row in table.to_pylist()]
    assert engine.count(data) == len(found)
    return sorted(found, key=repr)


def words(engine: Engine, texts: list[str] = TEXTS, pieces: int = 5) -> Data:
    return engine.each(SPLIT, engine.source(steps.lines(texts), pieces))


def test_words_are_counted(engine: Engine) -> None:
    found = rows(engine, engine.by_key(TALLY, words(engine)))
    assert sorted((r["word"], r["count"]) for r in found) == steps.word_count(TEXTS)
    assert all(i > 2**63 for r in found for i in r["ids"])


def test_every_engine_gives_what_the_plainest_gives(engine: Engine, tmp_path: Path) -> None:
    with make("serial", Setup(work=str(tmp_path / "plain"))) as plain:
        expected = rows(plain, plain.by_key(TALLY, words(plain, pieces=1)))
    assert rows(engine, engine.by_key(TALLY, words(engine))) == expected


def test_two_sides_of_a_bucket_meet(engine: Engine) -> None:
    left, right = words(engine, ["vor alma"]), words(engine, ["alma alma kesti"])
    counts: dict[int, list[int]] = {}
    for side, text in enumerate(("vor alma", "alma alma kesti")):
        for word in text.split():
            counts.setdefault(steps.bucket(word, 8), [0, 0])[side] += 1
    found = rows(engine, engine.by_key(steps.step("sizes", steps.sizes, steps.PAIRS), left, right))
    assert {r["bucket"]: [r["left"], r["right"]] for r in found} == counts


def test_a_side_input_is_seen_whole(engine: Engine) -> None:
    side = words(engine, ["alma", "kesti", "unti"], pieces=3)
    found = rows(engine, engine.each(steps.step("known", steps.known, steps.WORDS), words(engine), side))
    assert sorted(r["word"] for r in found) == sorted(
        w for t in TEXTS for w in t.split() if w in {"alma", "kesti", "unti"}
    )


def test_nothing_comes_from_nothing(engine: Engine) -> None:
    empty = engine.source(steps.LINES.empty_table(), 3)
    nothing = engine.each(SPLIT, empty)
    assert rows(engine, empty) == rows(engine, nothing) == rows(engine, engine.by_key(TALLY, nothing)) == []
    edges = engine.source(pa.schema([("a", pa.uint64()), ("b", pa.uint64())]).empty_table(), 1)
    assert rows(engine, engine.components(edges)) == []
    found = rows(engine, engine.by_key(steps.step("sizes", steps.sizes, steps.PAIRS), nothing, words(engine, ["vor"])))
    assert [(r["left"], r["right"]) for r in found] == [(0, 1)]


def test_a_bucket_larger_than_a_batch_comes_at_once(engine: Engine) -> None:
    one = words(engine, ["vor " * 3000] * 4, pieces=4)
    found = rows(engine, engine.by_key(TALLY, one))
    assert [(r["word"], r["count"]) for r in found] == [("vor", 12000)]


def test_megabytes_of_bytes_travel(engine: Engine) -> None:
    size = 1 << 20
    swell = steps.step("swell", partial(steps.swell, size), steps.BLOBS)
    measure = steps.step("measure", steps.measure, steps.WORDS)
    blobs = engine.each(swell, engine.source(steps.lines(["\x00ab", "é\n"] * 4), 2))
    found = rows(engine, engine.each(measure, blobs))
    expected = {(len(raw) * size, str(zlib.crc32(raw * size))) for raw in (b"\x00ab", "é\n".encode())}
    assert len(found) == 8
    assert {(r["bucket"], r["word"]) for r in found} == expected


def test_types_keep_their_values(engine: Engine) -> None:
    table = pa.table(
        {
            "u8": pa.array([255, None], pa.uint8()),
            "u32": pa.array([2**32 - 1, 0], pa.uint32()),
            "deep": pa.array([[[2**64 - 1], None], []], pa.large_list(pa.list_(pa.uint64()))),
            "record": pa.array(
                [{"x": 2**63, "y": "ü"}, None], pa.struct([("x", pa.uint64()), ("y", pa.large_string())])
            ),
            "f": pa.array([float("inf"), -0.0], pa.float64()),
            "f32": pa.array([1.5, None], pa.float32()),
            "yes": pa.array([True, None]),
            "day": pa.array([19000, -1], pa.int32()).cast(pa.date32()),
            "raw": pa.array([b"\xff\x00", None], pa.large_binary()),
        }
    )
    kept = engine.each(steps.step("same", steps.same, table.schema), engine.source(table, 2))
    assert rows(engine, kept) == sorted(table.to_pylist(), key=repr)


def test_components_are_the_connected_parts(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    from variorum.engine.cluster import graph

    monkeypatch.setattr(graph, "TOGETHER", 0)  # rounds on the cluster, however small the graph
    random = np.random.default_rng(5)
    a, b = (random.integers(0, 2**64, 60, dtype=np.uint64)[random.integers(0, 60, 55)] for _ in range(2))
    more = np.array([[7, 7], [9, 2**64 - 1]], np.uint64)  # a loop, and both ends of the range
    a, b = np.append(a, more[:, 0]), np.append(b, more[:, 1])
    edges = engine.source(pa.table({"a": a, "b": b}), 6)
    assert {r["node"]: r["component"] for r in rows(engine, engine.components(edges))} == steps.connected(a, b)


def test_a_long_path_is_one_component(engine: Engine) -> None:
    nodes = np.random.default_rng(9).permutation(400).astype(np.uint64)
    edges = engine.source(pa.table({"a": nodes[:-1], "b": nodes[1:]}), 7)
    found = rows(engine, engine.components(edges))
    assert sorted(r["node"] for r in found) == list(range(400))
    assert {r["component"] for r in found} == {0}


def size(folder: Path) -> int:
    return len(list(folder.iterdir()))


def noted(folder: Path, **changes: Any) -> Step:
    return steps.step("note", partial(steps.note, str(folder)), steps.LINES, **changes)


@pytest.mark.parametrize("changes", [{"version": 2}, {"settings": "strict"}])
def test_what_is_done_is_kept_until_something_changes(
    opened: Callable[[], Engine], tmp_path: Path, changes: dict[str, Any]
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()

    def run(texts: list[str], **changes: Any) -> int:
        """How many calls it took."""
        engine, before = opened(), size(notes)
        data = engine.each(noted(notes, **changes), engine.source(steps.lines(texts), 4))
        assert sorted(r["text"] for r in rows(engine, data)) == sorted(texts)
        return size(notes) - before

    assert run(list("abcd")) == 4
    assert run(list("abcd")) == 0
    assert run(list("abcd"), **changes) == 4
    assert run(list("abcx"), **changes) in (1, 4)  # Spark keeps whole steps, the others parts
    assert run(list("abcd")) == 0


def test_a_failed_run_goes_on_after_what_was_done(opened: Callable[[], Engine], tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    source = steps.lines(list("abc"))
    first = opened()
    done = first.each(noted(notes), first.source(source, 3))
    with pytest.raises(EngineError, match="page 7"):
        first.each(steps.step("then", steps.faulty, steps.LINES), done)
    before = size(notes)
    again = opened()
    then = again.each(steps.step("then", steps.same, steps.LINES), again.each(noted(notes), again.source(source, 3)))
    assert sorted(r["text"] for r in rows(again, then)) == ["a", "b", "c"]
    assert size(notes) == before


def test_steps_run_where_the_command_was_given(
    opened: Callable[[], Engine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.txt").write_text("vor alma")
    engine = opened()
    data = engine.each(steps.step("open", steps.read_file, steps.LINES), engine.source(steps.lines(["here.txt"]), 1))
    assert [r["text"] for r in rows(engine, data)] == ["vor alma"]


@pytest.mark.parametrize(
    ("run", "says"),
    [(steps.faulty, "the ledger has no page 7"), (steps.hungry, "[Mm]emory"), (steps.unlike, "its schema says")],
)
def test_a_fault_names_its_step(engine: Engine, run: object, says: str) -> None:
    with pytest.raises(EngineError, match=says) as caught:
        engine.each(steps.step("ledger", run, steps.LINES), engine.source(steps.lines(["a"]), 1))
    assert "'ledger'" in str(caught.value)
    assert caught.value.fix


def test_rows_without_a_bucket_cannot_be_gathered(engine: Engine) -> None:
    with pytest.raises(EngineError, match="bucket"):
        engine.by_key(TALLY, engine.source(steps.lines(["a"]), 1))


def test_a_graph_has_unsigned_nodes(engine: Engine) -> None:
    with pytest.raises(EngineError, match="uint64"):
        engine.components(engine.source(pa.table({"a": [1], "b": [2]}), 1))


def test_types_that_cannot_travel_are_refused(engine: Engine) -> None:
    with pytest.raises(EngineError, match="cannot travel"):
        engine.source(pa.table({"word": pa.array(["a"]).dictionary_encode()}), 1)


def test_cleaning_keeps_what_the_run_used(opened: Callable[[], Engine], tmp_path: Path) -> None:
    old = opened()
    old.by_key(TALLY, words(old, ["alma"]))
    before = {p.name for p in (tmp_path / "work" / "tally").iterdir()}
    stranger = tmp_path / "work" / "split" / "mine.txt"
    stranger.write_text("kept")
    new = opened()
    kept = new.by_key(TALLY, words(new, ["vor"]))
    new.clean()
    assert [r["word"] for r in rows(new, kept)] == ["vor"]
    assert [r["word"] for r in rows(opened(), opened().by_key(TALLY, words(opened(), ["vor"])))] == ["vor"]
    assert stranger.exists()
    assert not [p for p in (tmp_path / "work" / "tally").iterdir() if p.name in before]


def test_without_a_work_folder_there_are_no_rows(name: str) -> None:
    with pytest.raises(EngineError, match="work folder"), make(name) as engine:
        engine.source(steps.lines(["a"]), 1)
