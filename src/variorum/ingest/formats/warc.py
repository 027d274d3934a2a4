"""WARC files of crawls (CC-NEWS): each `response` record that is a page or a plain text becomes a record.

What frames a record is read by `frames`; what is inside (HTTP header, chunked and packed bodies) by fastwarc, one
record at a time, so that a broken one costs nothing else.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from variorum.errors import UnreadableError
from variorum.ingest.decode import decode
from variorum.ingest.digest import of_file
from variorum.ingest.formats.base import Cut, Input, Piece, RawRecord
from variorum.ingest.formats.frames import OPENING, Frames
from variorum.ingest.page import read_page
from variorum.model import Dropped
from variorum.settings import Settings

_HEADERS = 65_536
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


class WarcFormat:
    """Claims what opens as a WARC record, and what is named so."""

    def claims(self, source: Input) -> bool:
        """By the first line, or by extension (a file whose first record is broken has good ones after it)."""
        return source.head.startswith(OPENING) or source.extension == ".warc"

    def read(self, source: Input, stream: BinaryIO, settings: Settings) -> Iterator[RawRecord | Dropped]:
        """Records in file order; other types of record are passed over, what cannot be read is dropped alone."""
        end = source.piece.end if source.piece else None
        if end is None and not source.packed and stream.seekable():
            end = Path(source.label).stat().st_size
        for frame in Frames(stream, source.start, end, settings.max_bytes + _HEADERS, b"response"):
            place = f"byte {frame.at}"
            label = f"{source.label}, {place}"
            if frame.fault:
                yield Dropped(label, frame.fault)
            elif frame.content:
                yield _safely(frame.content, label, place, settings)

    def cuts(self, source: Input) -> bool:
        """Always: a record stands for itself."""
        return True

    def cut(self, source: Input, stream: BinaryIO, size: int, settings: Settings) -> Iterator[Cut]:
        """At records that follow a good one; in a gzip file at those that begin with a member of their own."""
        end = Path(source.label).stat().st_size
        start, healthy = 0, False
        frames = Frames(stream, 0, None if source.packed else end, settings.max_bytes + _HEADERS, b"")
        for frame in frames:
            if healthy and frame.alone and frame.at - start >= size:
                yield _cut(source.label, start, frame.at)
                start = frame.at
            healthy = not frame.fault
        yield _cut(source.label, start, end)


WARC = WarcFormat()


def _cut(path: str, start: int, end: int) -> Cut:
    return Cut(Piece("warc", start, end), of_file(path, start, end))


def _safely(content: bytes, label: str, place: str, settings: Settings) -> RawRecord | Dropped:
    try:
        return _response(content, place, settings)
    except UnreadableError as error:
        return Dropped(label, error.message)


def _response(content: bytes, place: str, settings: Settings) -> RawRecord:
    response = _parsed(content)
    kind = _kind(response)
    body = _body(response, settings.max_bytes)
    charset = response.http_charset
    page = read_page(body, charset) if kind in _PAGES else RawRecord(text=decode(body, declared=charset))
    headers = response.headers
    return msgspec.structs.replace(
        page,
        place=place,
        source_id=page.source_id or headers.get("WARC-Record-ID", "").strip("<>") or None,
        url=page.url or headers.get("WARC-Target-URI", "").strip("<>") or None,
        fetched=headers.get("WARC-Date"),
    )


def _parsed(content: bytes) -> Any:
    from fastwarc.warc import ArchiveIterator

    try:
        found = ArchiveIterator(
            io.BytesIO(content), parse_http=True, auto_decode="all", stream_detect=False, max_header_len=_HEADERS
        )
        response = next(iter(found), None)
    except Exception as error:
        raise UnreadableError(f"no readable WARC record: {error}", fix="leave it out") from error
    if response is None or response.http_headers is None or not response.http_headers.status_code:
        raise UnreadableError("no HTTP response in the record", fix="leave it out")
    return response


def _kind(response: Any) -> str:
    """The type of the body. Raises UnreadableError when that is no page or text."""
    status = response.http_headers.status_code
    if status != 200:
        raise UnreadableError(f"HTTP status {status}", fix="leave it out")
    stated = response.http_content_type or response.headers.get("WARC-Identified-Payload-Type") or "no type"
    kind = str(stated).split(";")[0].strip().lower()
    if kind not in _PAGES and kind != "text/plain":
        raise UnreadableError(f"not a page ({kind[:100]})", fix="leave it out")
    return kind


def _body(response: Any, limit: int) -> bytes:
    try:
        body: bytes = response.reader.read(limit + 1)
    except Exception as error:
        raise UnreadableError(f"body cannot be unpacked: {error}", fix="leave it out") from error
    if len(body) > limit:
        raise UnreadableError(f"larger than {limit:,} bytes", fix="raise the max_bytes setting")
    return body
