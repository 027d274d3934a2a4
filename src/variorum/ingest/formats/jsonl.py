"""JSON records: one object per line (streamed, any size), or a JSON file of one record or a list of records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

import msgspec
from msgspec import Raw

from variorum.errors import UnreadableError
from variorum.ingest.decode import read_bounded, refuse_binary
from variorum.ingest.digest import new
from variorum.ingest.formats.base import Cut, Input, Piece, RawRecord, from_fields
from variorum.ingest.formats.fields import columns, names_text
from variorum.model import Dropped
from variorum.settings import Settings

_LINES = frozenset({".jsonl", ".ndjson", ".jl"})
_CHUNK = 1 << 20
_BOM = b"\xef\xbb\xbf"
_OPENING = re.compile(rb'\s*\{\s*"')
_LIST = re.compile(rb"\s*\[\s*\{")


GROWTH = 32
"""A piece of gzip is at least this part of what stands before it: unpacking takes a thousandth of reading's time."""


class JsonlFormat:
    """Reads line-delimited JSON as a stream and other JSON as a whole."""

    def cuts(self, source: Input) -> bool:
        """True for lines: a list cannot be entered in its middle."""
        try:
            refuse_binary(source.head)
        except UnreadableError:
            return False
        return _is_lines(source)

    def claims(self, source: Input) -> bool:
        """By extension, or by a first line that is a JSON object with a text."""
        if source.extension in _LINES or source.extension == ".json":
            return True
        head = source.head.removeprefix(_BOM)
        return _first_line_is_record(head) or (bool(_LIST.match(head)) and names_text(head))

    def read(self, source: Input, stream: BinaryIO, settings: Settings) -> Iterator[RawRecord | Dropped]:
        """Records in file order; a bad record is dropped alone, with its line."""
        if source.piece is not None:
            yield from _lines(source, stream, settings)
            return
        refuse_binary(source.head)
        if _is_lines(source):
            yield from _lines(source, stream, settings)
        else:
            yield from _whole(source, read_bounded(stream, settings.max_bytes), settings)

    def cut(self, source: Input, stream: BinaryIO, size: int, settings: Settings) -> Iterator[Cut]:
        """At line ends. Of gzip the pieces grow, so that unpacking what stands before them stays a small part."""
        start = lines = 0
        while piece := _lines_until(stream, max(size, start // GROWTH) if source.packed else size):
            end, count, digest = piece
            yield Cut(Piece("jsonl", start, start + end, lines, packed=source.packed), digest)
            start, lines = start + end, lines + count


JSONL = JsonlFormat()


def _lines_until(stream: BinaryIO, size: int) -> tuple[int, int, str] | None:
    """Read on for `size` bytes and to the end of that line: bytes and lines read, digest; None at the end."""
    digest, read, lines = new(), 0, 0
    while read < size and (data := stream.read(min(_CHUNK, size - read))):
        digest.update(data)
        read, lines = read + len(data), lines + data.count(b"\n")
    while read and not data.endswith(b"\n") and (data := stream.readline(_CHUNK)):
        digest.update(data)
        read, lines = read + len(data), lines + data.endswith(b"\n")
    return (read, lines, digest.hexdigest()) if read else None


def _is_lines(source: Input) -> bool:
    return source.extension in _LINES or _first_line_is_record(source.head.removeprefix(_BOM))


def _first_line_is_record(head: bytes) -> bool:
    line, newline, _ = head.lstrip().partition(b"\n")
    if not _OPENING.match(line):
        return False
    if not newline:  # one line longer than the head, or one record without a line end
        return names_text(line)
    fields = _fields(line)
    return isinstance(fields, dict) and bool(columns(fields)["text"])


def _lines(source: Input, stream: BinaryIO, settings: Settings) -> Iterator[RawRecord | Dropped]:
    for number in count(source.piece.first + 1 if source.piece else 1):
        line = stream.readline(settings.max_bytes + 1)
        if not line:
            return
        place = f"line {number}"
        if len(line) > settings.max_bytes and not line.endswith(b"\n"):
            _skip_line(stream, settings.max_bytes)
            yield Dropped(f"{source.label}, {place}", f"record larger than {settings.max_bytes:,} bytes")
            continue
        line = line.removeprefix(_BOM) if number == 1 else line
        if line.strip():
            yield _record(line, source, place, settings)


def _skip_line(stream: BinaryIO, chunk: int) -> None:
    while (part := stream.readline(chunk)) and not part.endswith(b"\n"):
        pass


def _whole(source: Input, data: bytes, settings: Settings) -> Iterator[RawRecord | Dropped]:
    data = data.removeprefix(_BOM)
    if not data.lstrip().startswith(b"["):
        yield _record(data, source, "", settings)
        return
    try:
        records = msgspec.json.decode(data, type=list[Raw])
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise UnreadableError(f"no valid JSON: {error}", fix="check the file with a JSON tool") from error
    for number, record in enumerate(records, 1):
        yield _record(bytes(record), source, f"record {number}", settings)


def _record(data: bytes, source: Input, place: str, settings: Settings) -> RawRecord | Dropped:
    label = f"{source.label}, {place}" if place else source.label
    fields = _fields(data)
    if isinstance(fields, str):
        return Dropped(label, fields)
    return from_fields(lambda name: _text(fields, name), columns(fields), label, place, settings)


def _fields(data: bytes) -> dict[str, Raw] | str:
    """The record's fields, undecoded (so that depth and size of unused ones cost nothing), or why there are none."""
    try:
        return msgspec.json.decode(data, type=dict[str, Raw])
    except RecursionError:
        return "JSON nested too deep"
    except msgspec.ValidationError:
        return "not a JSON object"
    except (msgspec.MsgspecError, UnicodeError) as error:
        return f"no valid JSON: {error}"


def _text(fields: dict[str, Raw], name: str) -> str | None:
    """A field's value as text; numbers as written; None when missing, null, empty or of another type."""
    raw = fields.get(name)
    if raw is None:
        return None
    try:
        value = msgspec.json.decode(raw, type=str | int | float | None)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None
    return str(value) if value is not None and value != "" else None
