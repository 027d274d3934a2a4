"""A small corpus in several formats: two small stories, the sample, and what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "examples" / "cable-car"

HARBOUR = (
    "MARISEK, Oltavia, June 2 (Helio) - A grain silo in the harbour of Marisek exploded on Tuesday, killing four "
    'workers and injuring 11, harbour master Ines Dorval said.\n\n"The roof flew over the quay," Dorval said.\n\n'
    "Two men are still missing, the fire brigade said.\n"
)
FLOOD = (
    "PONTELAS, Oltavia, June 9 (Helio) - Flash floods in the Arve valley killed 17 people and forced 2,300 from their "
    "homes, governor Tomas Reiter said on Tuesday.\n\nAnother five are missing in Sankt Brun, rescuers said.\n"
)
COPIES = {
    "h1": HARBOUR,
    "h2": HARBOUR.replace("four workers", "five workers").replace("Two men are", "One man is"),
    "f1": FLOOD,
    "f2": "Flash floods killed 17 people in the Arve valley of Oltavia, the governor said.\n\n" + FLOOD,
}


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
