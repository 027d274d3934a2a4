"""The made-up stream that scale is measured on (`benchmarks/corpus.py`): the same everywhere, and its gold is true."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from variorum import ingest
from variorum.model import Article
from variorum.settings import Settings


@pytest.fixture
def corpus(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(request.config.rootpath / "benchmarks")
    import corpus

    return corpus


def test_the_gold_is_true(corpus: ModuleType) -> None:
    found = list(corpus.stream(3000, seed=3, words=80))
    by_id = {r.id: r for r in found}
    assert len(by_id) == 3000 and [r.published for r in found] == sorted(r.published for r in found)
    sizes = Counter(Counter(r.story for r in found).values())
    assert sizes[1] > 0.6 * sum(sizes.values()) and max(sizes) > 30
    derived = [(r, by_id[r.copy_of]) for r in found if r.copy_of]
    assert {r.role for r, _ in derived} == {"copy", "excerpt", "rewrite", "update"}
    assert all(s.story == r.story and s.published <= r.published and s.role == "own" for r, s in derived)
    copied = [_sentences(r.text) - _sentences(s.text) for r, s in derived if r.role == "copy"]
    assert all(len(new) <= 2 for new in copied) and sum(not new for new in copied) > 0.5 * len(copied)


def _sentences(text: str) -> set[str]:
    return {part.strip(" .") for line in text.split("\n") for part in line.split(". ") if part}


def test_the_same_arguments_give_the_same_bytes(request: pytest.FixtureRequest) -> None:
    script = request.config.rootpath / "benchmarks" / "corpus.py"
    command = [sys.executable, str(script), "--articles", "60", "--seed", "5"]
    one, two = (
        subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": hash_seed}).stdout
        for hash_seed in ("1", "2")
    )
    assert one == two and one.count(b"\n") == 60


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz", "news.parquet", "news.warc.gz", "texts"])
def test_every_format_holds_the_articles(corpus: ModuleType, tmp_path: Path, name: str) -> None:
    records = list(corpus.stream(30, seed=2, words=120))
    corpus.write(records, tmp_path / name)
    found = [a for a in ingest.read([tmp_path], Settings()) if isinstance(a, Article)]
    assert len(found) == 30
    if name.startswith("news"):
        assert [a.title for a in found] == [r.title for r in records]
        assert {a.published for a in found} == {r.published[:10] for r in records}
