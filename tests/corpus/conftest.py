"""A small corpus in several formats: two small stories, the sample, and what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus_world import COPIES

SAMPLE = Path(__file__).parents[2] / "examples" / "cable-car"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with texts, JSON lines, and files that cannot be read."""
    folder = tmp_path / "in"
    folder.mkdir()
    for path in sorted(SAMPLE.glob("*.txt")):
        (folder / path.name).write_bytes(path.read_bytes())
    days = {"h": "2026-06-02", "f": "2026-06-09"}
    lines = [{"id": k, "story": k[0], "text": t, "published": days[k[0]], "publisher": k} for k, t in COPIES.items()]
    (folder / "wire.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (folder / "empty.txt").write_text(" \n", encoding="utf-8")
    (folder / "broken.jsonl").write_text('{"id": "b1", "text": \n', encoding="utf-8")
    return folder
