"""Opens an input, or a piece of one, as a bounded, peekable stream; gzip is seen through."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from variorum.errors import UnreadableError
from variorum.ingest.formats.base import Input, Piece
from variorum.ingest.inflate import MAGIC, Inflated
from variorum.ingest.walk import STDIN

HEAD = 65_536
"""Bytes looked at to tell the format."""


class Part(io.RawIOBase):
    """The bytes of a file from `start` to `end` as a file of their own."""

    def __init__(self, handle: io.FileIO, start: int, end: int) -> None:
        super().__init__()
        self._handle, self._start, self._end = handle, start, end
        handle.seek(start)

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Where it stands, from its own beginning."""
        return self._handle.tell() - self._start

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """From the part's own beginning only."""
        if whence != io.SEEK_SET:
            raise io.UnsupportedOperation("only from the beginning")
        return self._handle.seek(self._start + max(0, offset)) - self._start

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """As of a file that ends at `end`."""
        left = max(0, self._end - self._handle.tell())
        return self._handle.readinto(memoryview(buffer)[:left]) or 0


class Window(io.RawIOBase):
    """The bytes of a stream from `start` to `end`; those before are read and left out."""

    def __init__(self, stream: io.BufferedReader[Inflated], start: int, end: int) -> None:
        super().__init__()
        self._stream, self._left = stream, end - start
        while start > 0 and (data := stream.read(min(start, 1 << 20))):
            start -= len(data)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """As of a file that ends at `end`."""
        read = self._stream.readinto(memoryview(buffer)[: self._left])
        self._left -= read
        return read


@contextmanager
def opened(
    label: str, max_bytes: int, stdin: BinaryIO | None, piece: Piece | None = None
) -> Iterator[tuple[Input, BinaryIO]]:
    """The input's name and first bytes, and a stream that starts at them; of a piece of bytes, these alone.

    Raises UnreadableError when the file cannot be opened.
    """
    with _raw(label, stdin, piece) as raw:
        buffered = io.BufferedReader(cast("io.RawIOBase", raw), HEAD)
        start = piece.start if piece is not None and piece.bytes else 0
        try:
            if buffered.peek(2)[:2] == MAGIC:
                unpacked = io.BufferedReader(Inflated(buffered, max_bytes), HEAD)
                if piece is not None and piece.packed:
                    unpacked = io.BufferedReader(cast("Inflated", Window(unpacked, piece.start, piece.end)), HEAD)
                yield Input(label, Path(label).name, _head(unpacked), start, piece, packed=True), unpacked
            else:
                yield Input(label, Path(label).name, buffered.peek(HEAD)[:HEAD], start, piece), buffered
        finally:
            buffered.detach()


def _head(stream: io.BufferedReader[Inflated]) -> bytes:
    """Nothing, when the first bytes cannot be unpacked: the format that goes by the name meets the fault again."""
    try:
        return stream.peek(HEAD)[:HEAD]
    except UnreadableError:
        return b""


@contextmanager
def _raw(label: str, stdin: BinaryIO | None, piece: Piece | None) -> Iterator[BinaryIO]:
    if label == STDIN:
        yield stdin or sys.stdin.buffer
        return
    with _open(label) as handle:
        apart = piece is not None and piece.bytes and not piece.packed
        part = Part(handle, piece.start, piece.end) if piece is not None and apart else handle
        yield cast(BinaryIO, part)


def _open(label: str) -> io.FileIO:
    try:
        return Path(label).open("rb", buffering=0)
    except OSError as error:
        raise UnreadableError(f"cannot be opened: {error.strerror}", fix="check the file's permissions") from error
