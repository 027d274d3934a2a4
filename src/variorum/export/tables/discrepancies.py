"""One row a discrepancy: its type, how grave, and the passages that differ."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export.tables.base import Row, Table, columns, located
from variorum.model.account import StoryAccount


def _rows(story: StoryAccount) -> Iterator[Row]:
    for d in story.discrepancies:
        yield story.id, d.id, d.type, d.severity, d.message, list(d.why), list(map(located, d.spans))


TABLE = Table(
    name="discrepancies",
    columns=columns(
        story="text",
        discrepancy="text",
        type="text",
        severity="text",
        message="text",
        why="texts",
        spans="spans",
    ),
    rows=_rows,
)
