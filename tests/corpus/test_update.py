"""New articles in a finished run: they find their stories, and nothing else is done again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus_world import FLOOD, HARBOUR, column, tables
from variorum import extract
from variorum.api import run, update
from variorum.cli.main import main
from variorum.errors import InputError


def stories(out: Path) -> set[frozenset[object]]:
    """The groups of articles."""
    found: dict[object, set[object]] = {}
    for article, story in zip(column(out, "articles", "article"), column(out, "articles", "story"), strict=True):
        found.setdefault(story, set()).add(article)
    return {frozenset(members) for members in found.values()}


def later(folder: Path) -> Path:
    """One more report of the flood and one of another event, a day after."""
    lines = [
        {"id": "f3", "text": FLOOD.replace("17 people", "19 people"), "published": "2026-06-10"},
        {"id": "x1", "text": "A ferry ran aground off Lumbreck on Friday. Nobody was hurt.", "published": "2026-06-12"},
    ]
    path = folder / "later.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_new_articles_find_their_stories(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([corpus], out)
    done = update(out, later(tmp_path))
    run([corpus, tmp_path / "later.jsonl"], tmp_path / "whole")
    assert stories(out) == stories(tmp_path / "whole")
    assert done.run.articles == 11
    assert done.articles + done.grown == 2


def test_nothing_new_changes_nothing(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([corpus], out)
    before = tables(out)
    done = update(out)
    assert (done.articles, done.new, done.grown, done.merged) == (0, 0, 0, 0)
    assert tables(out) == before


def test_a_folder_that_grew_is_read_again(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    run([corpus], out)
    later(corpus)
    assert main(["update", str(out), "--processes", "1"]) == 0
    assert "11 articles" in capsys.readouterr().out
    assert "f3" in column(out, "articles", "source_id")


def test_what_is_not_new_is_not_read_again(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    run([corpus], out)
    seen: list[str] = []
    one = extract.extract
    monkeypatch.setattr(extract, "extract", lambda a, tree: (seen.append(a.source_id), one(a, tree))[1])
    update(out, later(tmp_path))
    assert {"f3", "x1"} <= set(seen)
    assert not {"h1", "h2", "f1", "f2"} & set(seen)


def test_an_update_needs_a_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, encoding="utf-8")
    with pytest.raises(InputError, match="no finished run"):
        update(tmp_path / "none", tmp_path / "a.txt")


def test_a_run_may_begin_with_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, inputs = tmp_path / "out", tmp_path / "in"
    inputs.mkdir()
    assert run([inputs], out).stories == 0
    assert column(out, "claims", "claim") == []
    assert main(["render", str(out)]) == 0
    assert "No stories" in capsys.readouterr().out
    (inputs / "a.txt").write_text(HARBOUR, encoding="utf-8")
    assert update(out).new == 1
    assert column(out, "articles", "path") == [str(inputs / "a.txt")]
