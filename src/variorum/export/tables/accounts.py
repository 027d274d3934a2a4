"""One row a story: its whole account as JSON, as `variorum report --format json` writes it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from variorum.export.tables.base import Row, Table, columns
from variorum.model.account import StoryAccount


def _rows(story: StoryAccount) -> Iterator[Row]:
    yield story.id, msgspec.json.encode(story).decode()


TABLE = Table(name="accounts", columns=columns(story="text", account="text"), rows=_rows)
