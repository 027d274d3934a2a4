"""What a table of a run is, and which there are.

A member is one file with a `TABLE`. Adding one is adding a file and a line in `TABLES`. Spans of the same row's article
are columns `start`, `end`, `text`; spans of other articles are structs that name theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Literal

from msgspec import Struct

from variorum.model import Span
from variorum.model.account import StoryAccount

Type = Literal["text", "number", "count", "share", "flag", "texts", "spans", "passages", "steps", "timeline"]
"""What a column holds; `arrow.py` has the Arrow types. `number` and `share` are doubles, `count` is an int64."""

Row = tuple[object, ...]


class Column(Struct, frozen=True):
    """A column's name and what it holds."""

    name: str
    type: Type


class Table(Struct, frozen=True, kw_only=True):
    """One table: `rows` gives a story's rows in the order of its account, one value a column."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[StoryAccount], Iterator[Row]]


TABLES = ("accounts", "articles", "stories", "lineage", "claims", "figures", "quotes", "discrepancies")
"""The members, each in the file of its name."""


def members() -> tuple[Table, ...]:
    """All tables, in the order of TABLES."""
    return tuple(import_module(f"variorum.export.tables.{name}").TABLE for name in TABLES)


def columns(**types: Type) -> tuple[Column, ...]:
    """Columns in the order written."""
    return tuple(Column(name, type_) for name, type_ in types.items())


def located(span: Span) -> dict[str, object]:
    """A span as the struct of a `spans` column."""
    return {"article": span.article, "start": span.start, "end": span.end, "text": span.text}
