"""Finds the records of a WARC file (ISO 28500): where each begins and ends, and how to go on after a broken one.

A record is `WARC/1.x`, header lines, an empty line, as many bytes as `Content-Length` says, two line ends. Nothing a
record says about its length is believed until what follows it fits; no more than `limit` bytes are held.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct

from variorum.errors import UnreadableError
from variorum.ingest.inflate import Inflated

OPENING = b"WARC/"
_CHUNK = 65_536
_MAX_HEADER = 65_536
_RECORD = re.compile(rb"(?:^|(?<=\n))WARC/[01]\.\d+\r?\n")
_EMPTY = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"^(warc-type|content-length)[ \t]*:[ \t]*([^\r\n]*?)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


class Frame(Struct, frozen=True):
    """A record, or what is wrong at this place. `at`: bytes from the file's beginning (packed ones in a gzip file);
    `alone`: it begins with a gzip member (always true outside gzip), so that reading can begin here;
    `content`: the whole record for the types asked for, else empty."""

    at: int
    alone: bool
    content: bytes = b""
    fault: str = ""


class Frames:
    """The records of a stream that begins `start` bytes into its file and ends at `end` (None: not known)."""

    def __init__(self, stream: BinaryIO, start: int, end: int | None, limit: int, wanted: bytes) -> None:
        raw = getattr(stream, "raw", None)
        self._stream = stream
        self._packed = raw if isinstance(raw, Inflated) else None
        self._start, self._end, self._limit, self._wanted = start, end, limit, wanted
        self._held = bytearray()
        self._base = 0  # position of the first held byte in the (unpacked) stream
        self._members: deque[tuple[int, int]] = deque()  # (position, packed offset) of where gzip members begin
        self._seen = -1
        self._origin = 0  # position of the record that is being read
        self._reading: int | None = None  # packed offset of the gzip member where it begins
        self._late: UnreadableError | None = None

    def __iter__(self) -> Iterator[Frame]:
        while True:
            try:
                self._reading = None
                if not self._to_record():
                    return
                self._origin = self._base
                at, alone = self._place()
                self._reading = at - self._start
                yield self._record(at, alone)
            except UnreadableError as error:
                broken = self._packed.member if self._packed is not None else self._base
                yield Frame(self._start + broken, True, fault=error.message)
                if self._packed is None or not self._packed.recover(OPENING):
                    return
                self._drop(len(self._held))

    def _fill(self) -> bool:
        """Hold more; what one call adds never crosses a gzip member's border. False at the end.

        Raises UnreadableError for a broken member, once nothing of an earlier one is being read.
        """
        if self._late is not None and self._reading is not None:
            return False
        late, self._late = self._late, None
        if late is not None:
            raise late
        try:
            data = self._stream.read1(_CHUNK)  # type: ignore[attr-defined]
        except UnreadableError as error:
            if self._packed is None or self._reading in (None, self._packed.member):
                raise
            self._late = error
            return False
        if not data:
            return False
        if self._packed is not None and self._packed.member != self._seen:
            self._seen = self._packed.member
            self._members.append((self._base + len(self._held), self._seen))
        self._held += data
        return True

    def _drop(self, count: int) -> None:
        del self._held[:count]
        self._base += count
        while len(self._members) > 1 and self._members[1][0] <= self._base:
            self._members.popleft()

    def _place(self) -> tuple[int, bool]:
        if self._packed is None:
            return self._start + self._base, True
        position, offset = self._members[0]
        return self._start + offset, position == self._base

    def _to_record(self) -> bool:
        """Past the line ends between records; False at the end."""
        while True:
            text = bytes(self._held[:_CHUNK])
            self._drop(len(text) - len(text.lstrip(b"\r\n")))
            if self._held:
                return True
            if not self._fill():
                return False

    def _record(self, at: int, alone: bool) -> Frame:
        border = self._border if self._packed is not None and alone else (lambda: None)
        header = self._header()
        fields = {k.lower(): v for k, v in _FIELD.findall(self._held, 0, header)} if header else {}
        length = fields.get(b"content-length", b"")
        if not header or not length.isdigit() or len(length) > 15:
            return self._broken(at, alone, 1, "no WARC record here")
        size = header + int(length)
        wanted = fields.get(b"warc-type", b"").lower() == self._wanted
        if size > self._limit:
            return self._pass(at, alone, header, size, wanted)
        while len(self._held) < size + 2 and border() is None and self._fill():
            pass
        stop = border()
        if len(self._held if stop is None else self._held[:stop]) < size or self._held[size : size + 2].strip(b"\r\n"):
            return self._broken(at, alone, header, "a record whose length does not fit")
        content = bytes(self._held[:size]) if wanted else b""
        self._drop(size)
        return Frame(at, alone, content)

    def _border(self) -> int | None:
        """Where, in what is held, the first gzip member after the record's own begins."""
        return next((p - self._base for p, _ in self._members if p > self._origin), None)

    def _header(self) -> int:
        """The length of the header with its empty line; 0 when there is none."""
        while (found := _EMPTY.search(self._held, 0, _MAX_HEADER)) is None:
            if len(self._held) >= _MAX_HEADER or not self._fill():
                return 0
        return found.end() if _RECORD.match(self._held) else 0

    def _broken(self, at: int, alone: bool, skip: int, why: str) -> Frame:
        """Go to the next line that opens a record, or to the next gzip member."""
        while True:
            found = _RECORD.search(self._held, skip)
            border = self._border()
            starts = [*([found.start()] if found else []), *([border] if border is not None else [])]
            if starts:
                self._drop(min(starts))
                break
            self._drop(max(0, len(self._held) - 16))
            skip = 0
            if not self._fill():
                self._drop(len(self._held))
                break
        return Frame(at, alone, fault=why)

    def _pass(self, at: int, alone: bool, header: int, size: int, wanted: bool) -> Frame:
        """Leave out a record that is too large, unless it says that it is larger than the rest of the file."""
        if self._end is not None and self._packed is None and at + size > self._end:
            return self._broken(at, alone, header, "a record whose length does not fit")
        left = size
        while left:
            border = self._border() if self._packed is not None and alone else None
            step = min(left, len(self._held) if border is None else border)
            self._drop(step)
            left -= step
            if border is not None or (left and not self._held and not self._fill()):
                break
        fault = f"record larger than {self._limit:,} bytes" if wanted or left else ""
        return Frame(at, alone, fault=fault)
