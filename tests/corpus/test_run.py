"""A corpus run: the same stories as `report`, the same bytes on every engine, nothing half written."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from corpus_world import FLOOD, HARBOUR, column, tables
from variorum.api import report, run
from variorum.errors import InputError


def test_tables_say_what_report_says(corpus: Path, tmp_path: Path) -> None:
    account = report([corpus])
    done = run([corpus], tmp_path / "out")
    assert done.stories == len(account.stories)
    assert sorted(map(str, column(tmp_path / "out", "stories", "story"))) == sorted(s.id for s in account.stories)
    claims = {c.id for s in account.stories for c in s.claims}
    assert set(column(tmp_path / "out", "claims", "claim")) == claims
    assert done.figures == sum(len(s.figures) for s in account.stories)
    reasons = {(d.path, d.reason) for d in account.dropped}
    assert set(zip(*(column(tmp_path / "out", "dropped", n) for n in ("path", "reason")), strict=True)) == reasons


@pytest.mark.parametrize(
    "engine", ["local", pytest.param("spark", marks=[pytest.mark.spark, pytest.mark.timeout(600)])]
)
def test_every_engine_writes_the_same_bytes(engine: str, corpus: Path, tmp_path: Path) -> None:
    if engine == "spark":
        pytest.importorskip("pyspark", reason="the extra variorum[spark] is not installed")
    run([corpus], tmp_path / "serial", engine="serial")
    run([corpus], tmp_path / "other", engine=engine, processes=2)
    one, other = tables(tmp_path / "serial"), tables(tmp_path / "other")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_a_second_run_gives_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    run([corpus], tmp_path / "out")
    before = tables(tmp_path / "out")
    run([corpus], tmp_path / "out")
    assert tables(tmp_path / "out") == before


def test_a_grown_corpus_leaves_nothing_of_the_old_one(corpus: Path, tmp_path: Path) -> None:
    run([corpus / "wire.jsonl"], tmp_path / "out")
    run([corpus], tmp_path / "out")
    run([corpus], tmp_path / "fresh")
    assert tables(tmp_path / "out") == tables(tmp_path / "fresh")


def test_given_groups_are_the_stories(corpus: Path, tmp_path: Path) -> None:
    done = run([corpus / "wire.jsonl"], tmp_path / "out", group_by="story")
    assert done.stories == 2
    assert done.articles == 4


def test_text_taken_from_another_story_is_found(tmp_path: Path) -> None:
    copy = FLOOD.replace("PONTELAS, Oltavia, June 9 (Helio) - ", "").replace("Another five are", "Five more people are")
    lines = [
        {"id": "wire", "story": "flood", "text": FLOOD, "published": "2026-06-09"},
        {"id": "own", "story": "harbour", "text": HARBOUR, "published": "2026-06-02"},
        {"id": "later", "story": "year", "text": f"{copy}\n\nThe year in pictures.", "published": "2026-12-30"},
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = run([tmp_path / "in.jsonl"], tmp_path / "out", group_by="story")
    assert (done.stories, done.between) == (3, 1)
    (row,) = pq.read_table(tmp_path / "out" / "lineage").to_pylist()
    sources, articles = (column(tmp_path / "out", "articles", n) for n in ("source_id", "article"))
    ids = dict(zip(sources, articles, strict=True))
    assert (row["derived"], row["source"]) == (ids["later"], ids["wire"])
    assert row["derived_story"] != row["source_story"]
    assert row["passages"]


def test_one_record_twice_is_one_article(corpus: Path, tmp_path: Path) -> None:
    copy = tmp_path / "in" / "again"
    copy.mkdir()
    (copy / "wire.jsonl").write_bytes((corpus / "wire.jsonl").read_bytes())
    done = run([corpus], tmp_path / "out")
    assert done.articles == 9
    assert sum("the same record as" in str(r) for r in column(tmp_path / "out", "dropped", "reason")) == 4


def test_a_folder_with_other_files_is_left_alone(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(InputError, match="no run's"):
        run([corpus], tmp_path / "mine")
