"""Writes the made-up stream as files of the formats that news comes in."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from corpus import Record

FIELDS = ("id", "story", "title", "published", "publisher", "url", "text", "role", "copy_of")


def page(record: Record) -> str:
    """The article as a web page with a menu, metadata and a foot."""
    from html import escape

    body = "".join(f"<p>{escape(p)}</p>\n" for p in record.text.split("\n\n"))
    menu = "".join(f'<li><a href="/{x}">{x}</a></li>' for x in ("News", "World", "Sport", "Markets", "Culture"))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(record.title)} | {escape(record.publisher)}</title>
<meta property="og:title" content="{escape(record.title)}">
<meta property="og:site_name" content="{escape(record.publisher)}">
<meta property="article:published_time" content="{record.published}"><link rel="canonical" href="{record.url}">
<script>var page = {{"section": "news"}};</script></head>
<body><nav><ul>{menu}</ul></nav><article><h1>{escape(record.title)}</h1>
{body}</article><aside><h2>Most read</h2><ul>{menu}</ul></aside>
<footer>© {escape(record.publisher)}</footer></body></html>
"""


def warc(record: Record) -> bytes:
    """A `response` record as CC-NEWS has it, compressed as a member of its own."""
    html = page(record).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(html)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{record.id[:8]}-0000-4000-8000-{record.id[:12]}>"
        f"\r\nWARC-Date: {record.published}\r\nWARC-Target-URI: {record.url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http) + len(html)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + html + b"\r\n\r\n", 5, mtime=0)


def lines(records: Iterable[Record], out: IO[bytes]) -> None:
    """One JSON object per line."""
    encode = msgspec.json.Encoder().encode
    for record in records:
        out.write(encode(record) + b"\n")


def _parquet(records: Iterable[Record], path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, pa.string()) for name in FIELDS])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        block: list[dict[str, str]] = []
        for record in records:
            block.append(msgspec.structs.asdict(record))
            if len(block) == 2000:
                writer.write_table(pa.Table.from_pylist(block, schema))
                block.clear()
        if block:
            writer.write_table(pa.Table.from_pylist(block, schema))


def _folder(records: Iterable[Record], folder: Path, html: bool) -> None:
    """One file per article, by day; a text file opens with headline, author's line and date."""
    for record in records:
        below = folder / record.published[:10]
        below.mkdir(parents=True, exist_ok=True)
        day = datetime.fromisoformat(record.published)
        head = f"{record.title}\n\n{record.publisher}\n{day:%B} {day.day}, {day.year}\n\n"
        content = page(record) if html else head + record.text + "\n"
        (below / f"{record.id}.{'html' if html else 'txt'}").write_text(content, encoding="utf-8")


def write(records: Iterable[Record], out: Path, html: bool = False) -> None:
    """Write the stream in the format that the name of `out` says; a folder for a name without a known suffix."""
    name = out.name.lower()
    if name.endswith(".parquet"):
        _parquet(records, out)
    elif name.endswith((".jsonl", ".jsonl.gz", ".warc.gz")):
        with out.open("wb") as plain:
            if name.endswith(".warc.gz"):
                for record in records:
                    plain.write(warc(record))
            elif name.endswith(".gz"):
                with gzip.GzipFile(fileobj=plain, mode="wb", compresslevel=5, mtime=0) as packed:
                    lines(records, packed)
            else:
                lines(records, plain)
    else:
        _folder(records, out, html)
