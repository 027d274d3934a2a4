"""The tables of a run: every row of the account, the same bytes for the same rows, readable by others."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from variorum.api import report
from variorum.export.tables import arrow, members
from variorum.export.tables.arrow import rows_of, schema, write
from variorum.model.account import Account

SAMPLE = Path(__file__).parents[2] / "examples" / "cable-car"


@pytest.fixture(scope="module")
def account() -> Account:
    return report([SAMPLE])


def test_tables_hold_the_whole_account(account: Account) -> None:
    tables = {m.name: rows_of(m, account.stories) for m in members()}
    stories = account.stories
    assert tables["claims"].num_rows == sum(len(s.claims) for s in stories)
    assert tables["articles"].num_rows == sum(len(s.articles) for s in stories)
    assert tables["quotes"].num_rows == sum(len(q.variants) for s in stories for q in s.quotes)
    assert tables["figures"]["figure"].to_pylist() == [f.id for s in stories for f in s.figures]


def test_spans_of_the_claims_table_quote_the_articles_table(account: Account) -> None:
    tables = {m.name: rows_of(m, account.stories).to_pylist() for m in members()}
    texts = {row["article"]: row["text"] for row in tables["articles"]}
    assert tables["claims"]
    for row in tables["claims"]:
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"]


def test_same_rows_same_bytes_and_schema(account: Account, tmp_path: Path) -> None:
    for member in members():
        rows = rows_of(member, account.stories)
        write(rows, tmp_path / "one" / "part.parquet")
        write(rows, tmp_path / "two" / "part.parquet")
        one, two = ((tmp_path / n / "part.parquet").read_bytes() for n in ("one", "two"))
        assert one == two
        read = pq.read_table(tmp_path / "one" / "part.parquet")
        assert read.schema.names == schema(member).names
        assert read.equals(rows)


def test_a_table_without_rows_keeps_its_columns() -> None:
    for member in members():
        assert rows_of(member, ()).schema == schema(member)


def test_large_tables_are_written_group_by_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = pa.table({"word": [f"word {n}" for n in range(100)], "number": list(range(100))})
    pieces = [rows.slice(at, 7) for at in range(0, 100, 7)]
    _written(tmp_path / "whole.parquet", [rows])
    _written(tmp_path / "pieces.parquet", pieces)
    assert (tmp_path / "whole.parquet").read_bytes() == (tmp_path / "pieces.parquet").read_bytes()
    monkeypatch.setattr(arrow, "ROWS", 20)
    _written(tmp_path / "rows.parquet", pieces)
    monkeypatch.setattr(arrow, "ROWS", 50_000)
    monkeypatch.setattr(arrow, "SIZE", 200)
    _written(tmp_path / "bytes.parquet", pieces)
    for name in ("rows", "bytes"):
        assert pq.ParquetFile(tmp_path / f"{name}.parquet").num_row_groups > 4
        assert pq.read_table(tmp_path / f"{name}.parquet").equals(rows)


def test_half_a_table_is_never_met(tmp_path: Path) -> None:
    rows = pa.table({"number": [1]})
    with pytest.raises(KeyError), arrow.Writer(tmp_path / "part.parquet", rows.schema) as file:
        file.add(rows)
        raise KeyError
    assert not list(tmp_path.iterdir())


def _written(path: Path, pieces: list[pa.Table]) -> None:
    with arrow.Writer(path, pieces[0].schema) as file:
        for rows in pieces:
            file.add(rows)
