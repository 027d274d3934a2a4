"""The tables of a run: what DuckDB, pandas and Spark open directly."""

from variorum.export.tables.base import TABLES, Table, members

__all__ = ["TABLES", "Table", "members"]
