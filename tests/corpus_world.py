"""Texts of the small corpus of tests/corpus, and what the tables of a run hold."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

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


def tables(out: Path) -> dict[str, bytes]:
    """Every file of a run but its working folder."""
    files = (p for p in out.rglob("*") if p.is_file() and ".work" not in p.parts)
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in files}


def column(out: Path, table: str, name: str) -> list[object]:
    found: list[object] = pq.read_table(out / table)[name].to_pylist()
    return found
