"""Gzip as a bounded stream that knows its members (a WARC file has one per record) and can go on after a broken one."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from variorum.errors import UnreadableError

MAGIC = b"\x1f\x8b"
_MEMBER = b"\x1f\x8b\x08"
_MAX_RATIO = 100
"""News text compresses 3- to 20-fold; what grows 100-fold is made to do harm."""

_CHUNK = 65_536
_PROBE = 512
"""Compressed bytes that are tried where a member may begin; enough for the first letters of what it holds."""


class Inflated(io.RawIOBase):
    """What a gzip file holds. A read never crosses from one member into the next; `member` is where the member of the
    last read starts, in compressed bytes. What was read before a fault is given out before the fault is raised.

    Raises UnreadableError for broken or truncated data, and when it grows beyond all proportion.
    """

    def __init__(self, source: BinaryIO, slack: int, start: int = 0) -> None:
        super().__init__()
        self.member = start
        self._source = source
        self._slack = slack
        self._engine = zlib.decompressobj(wbits=31)
        self._held = b""
        self._read = start  # where the source stands, in bytes from the file's beginning
        self._start = start
        self._fresh = True
        self._given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """At most as many bytes as the buffer holds; 0 at the end."""
        data = self._next(len(buffer))
        self._given += len(data)
        if self._given > 2 * self._slack + _MAX_RATIO * (self._read - self._start):
            raise UnreadableError(f"expands to more than {self._given:,} bytes", fix="unpack and check the file")
        buffer[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        while True:
            if self._engine.eof and not self._begin():
                return b""
            held = self._held or self._more()
            if not held and not self._engine.unconsumed_tail:
                if self._fresh:
                    return b""
                raise UnreadableError("broken gzip file: it ends too early", fix="check the file with gzip -t")
            try:
                data = self._engine.decompress(self._engine.unconsumed_tail + held, size)
            except zlib.error as error:
                raise UnreadableError(f"broken gzip file: {error}", fix="check the file with gzip -t") from error
            self._held, self._fresh = b"", False
            if data:
                return data

    def _more(self) -> bytes:
        data = b"" if self._engine.unconsumed_tail else self._source.read(_CHUNK)
        self._read += len(data)
        return data

    def _begin(self) -> bool:
        """Go on with the member that follows; zeros between members are padding. False at the end."""
        rest = self._engine.unused_data.lstrip(b"\0")
        while not rest:
            data = self._source.read(_CHUNK)
            if not data:
                return False
            self._read += len(data)
            rest = data.lstrip(b"\0")
        self._restart(rest)
        return True

    def _restart(self, rest: bytes) -> None:
        self._engine = zlib.decompressobj(wbits=31)
        self.member, self._held, self._fresh = self._read - len(rest), rest, True

    def recover(self, opening: bytes) -> bool:
        """After a fault, go to the next member whose content begins with `opening`; False when there is none."""
        if not self._source.seekable():
            return False
        at = self.member + 1
        while data := self._at(at, _CHUNK + _PROBE):
            found = data.find(_MEMBER)
            while 0 <= found < _CHUNK:
                if _opens(data[found : found + _PROBE], opening):
                    self._source.seek(at + found)
                    self._read, self._given, self._start = at + found, 0, at + found
                    self._restart(b"")
                    return True
                found = data.find(_MEMBER, found + 1)
            at += _CHUNK
        return False

    def _at(self, offset: int, size: int) -> bytes:
        self._source.seek(offset)
        return self._source.read(size)


def _opens(data: bytes, opening: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, len(opening)) == opening
    except zlib.error:
        return False
