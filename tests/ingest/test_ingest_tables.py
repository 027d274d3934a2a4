"""Parquet and CSV: the same fields as JSON records."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from variorum import ingest
from variorum.model import Article, Dropped
from variorum.settings import Settings

Reason = Callable[..., str]
STORY = "Two barges collided on the Orle river on Tuesday, leaving nine crew members injured, the harbour police said."


def read(path: Path, **kwargs: Any) -> list[Article | Dropped]:
    return list(ingest.read([path], Settings(**kwargs)))


def test_columns_are_fields(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": [7],
            "story": ["barges"],
            "title": ["Barges  collide"],
            "published": [dt.datetime(2024, 3, 6, 23, 59)],
            "publisher": pa.array(["Vanda Times"]).dictionary_encode(),
            "url": ["https://vanda.example/1"],
            "text": [STORY],
            "extra": [[1, 2]],
        }
    )
    pq.write_table(table, tmp_path / "r.parquet")
    (article,) = read(tmp_path, group_by="story")
    assert isinstance(article, Article)
    assert (article.source_id, article.title, article.publisher) == ("7", "Barges collide", "Vanda Times")
    assert (article.published, article.url, article.group) == ("2024-03-06", "https://vanda.example/1", "barges")
    assert article.text == f"Barges collide\n\n{STORY}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.date(2024, 3, 6), "2024-03-06"),
        (20240306, "2024-03-06"),
        (True, None),
        (b"2024-03-06", "2024-03-06"),
        (pa.scalar(1709769540000000001, pa.timestamp("ns")), "2024-03-06"),
        ([1], None),
        ({"a": 1}, None),
        (None, None),
    ],
)
def test_types_cost_at_most_the_field(tmp_path: Path, value: Any, expected: str | None) -> None:
    column = pa.array([value])
    pq.write_table(pa.table({"text": [STORY], "published": column}), tmp_path / "r.parquet")
    (article,) = read(tmp_path / "r.parquet")
    assert isinstance(article, Article) and article.published == expected


def test_bad_rows_are_dropped_alone(tmp_path: Path) -> None:
    texts = [STORY, None, "", "a\0b", STORY * 30, f"{STORY} end"]
    pq.write_table(pa.table({"text": texts}), tmp_path / "r.parquet", row_group_size=2)
    found = read(tmp_path / "r.parquet", max_bytes=1000)
    assert [type(f) for f in found] == [Article, Dropped, Dropped, Dropped, Dropped, Article]
    assert [f.path.rsplit(", ")[1] for f in found if isinstance(f, Dropped)] == ["row 2", "row 3", "row 4", "row 5"]


def test_a_damaged_row_group_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "r.parquet"
    texts = [f"{STORY} {n}" for n in range(6)]
    pq.write_table(pa.table({"text": texts}), path, row_group_size=2, compression="zstd", use_dictionary=False)
    column = pq.read_metadata(path).row_group(1).column(0)
    data = bytearray(path.read_bytes())
    data[column.data_page_offset : column.data_page_offset + column.total_compressed_size] = bytes(
        column.total_compressed_size
    )
    path.write_bytes(data)
    found = read(path)
    assert [isinstance(f, Article) for f in found] == [True, True, False, True, True]
    assert isinstance(found[2], Dropped) and found[2].path.endswith("row group 2")


def test_one_value_said_a_million_times_stays_one(tmp_path: Path) -> None:
    same = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), pa.array([STORY * 5000]))
    pq.write_table(pa.table({"text": same}), tmp_path / "r.parquet")
    (found,) = read(tmp_path / "r.parquet", max_bytes=100_000)
    assert isinstance(found, Dropped) and "rows in fewer bytes" in found.reason


def test_a_column_that_grows_beyond_proportion(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [STORY, "x" * 3_000_000]}), tmp_path / "r.parquet", compression="zstd")
    (found,) = read(tmp_path / "r.parquet", max_bytes=10_000)
    assert isinstance(found, Dropped) and "expands to 3," in found.reason


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1PAR1", b"PAR1" + b"\xff" * 40 + b"PAR1", b"PAR1" + b"\0" * 99])
def test_what_is_no_parquet_file(reason: Reason, content: bytes) -> None:
    assert "Parquet" in reason(content, "r.parquet")


def test_no_text_column(tmp_path: Path) -> None:
    pq.write_table(pa.table({"note": [STORY]}), tmp_path / "r.parquet")
    (found,) = read(tmp_path / "r.parquet")
    assert isinstance(found, Dropped) and found.reason == "no column named text"


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(
        b'\xef\xbb\xbfID,Title,text,published\r\n1,"Barges, two","%b\r\n\r\nMore ""soon"".",2024-03-06\r\n'
        b'\r\n2,,,\r\n3,Fog,"%b",,,\r\n' % (STORY.encode(), f"{STORY} Café".encode("cp1252"))
    )
    first, empty, last = read(path)
    assert isinstance(first, Article) and isinstance(last, Article) and isinstance(empty, Dropped)
    assert (first.source_id, first.title, first.published) == ("1", "Barges, two", "2024-03-06")
    assert first.text == f'Barges, two\n\n{STORY}\r\n\r\nMore "soon".' and last.text.endswith("Café")
    assert empty.path == f"{path}, line 6" and "no text" in empty.reason


def test_a_broken_csv_row_is_dropped_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.tsv"
    path.write_text(f'id\ttext\n1\t{STORY}\n2\t"x"y\n3\t{STORY} Again.\n4\t"never closed\n')
    found = read(path)
    assert [a.source_id for a in found if isinstance(a, Article)] == ["1", "3"]
    assert ["CSV" in d.reason for d in found if isinstance(d, Dropped)] == [True, True]


def test_a_table_without_texts(reason: Reason) -> None:
    assert reason("a,b\n1,2\n", "list.csv") == "no column named text"


NAMED = [
    ("headline", "datePublished", "source", "link", "articleBody"),
    ("Title", "Publication Date", "Newspaper", "URL", "Full text"),
    ("title", "date_publish", "source_domain", "url", "maintext"),
    ("TITLE", "pubDate", "OUTLET", "article-url", "Content"),
]
RECORD = ("Barges collide", "2024-03-06", "Vanda Times", "https://vanda.example/1", STORY)


@pytest.mark.parametrize("names", NAMED)
@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_columns_go_by_their_usual_names(tmp_path: Path, names: tuple[str, ...], suffix: str) -> None:
    path = tmp_path / f"r.{suffix}"
    if suffix == "csv":
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([names, RECORD])
    elif suffix == "jsonl":
        path.write_text(json.dumps(dict(zip(names, RECORD, strict=True))) + "\n")
    else:
        pq.write_table(pa.table({name: [value] for name, value in zip(names, RECORD, strict=True)}), path)
    (article,) = read(path)
    assert isinstance(article, Article)
    assert (article.title, article.published, article.publisher, article.url) == RECORD[:4]
    assert article.text == f"Barges collide\n\n{STORY}"


def test_a_columns_own_name_comes_first_and_an_empty_one_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    rows: list[dict[str, object]] = [
        {"date": "2020-01-01", "published": "2024-03-06", "source": {"name": "x"}, "Text": "no", "text": STORY},
        {"date": "2020-01-01", "published": None, "text": STORY.replace("Two", "Three")},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    first, second = (a for a in read(path) if isinstance(a, Article))
    assert (first.published, first.publisher, first.text) == ("2024-03-06", None, STORY)
    assert second.published == "2020-01-01"
