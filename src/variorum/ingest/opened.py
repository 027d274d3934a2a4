"""Opens an input as a bounded, peekable stream; gzip is seen through."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from variorum.errors import UnreadableError
from variorum.ingest.formats.base import Input
from variorum.ingest.walk import STDIN

HEAD = 65_536
"""Bytes looked at to tell the format."""

_GZIP = b"\x1f\x8b"
_MAX_RATIO = 100
"""News text compresses 3- to 20-fold; a file that grows 100-fold is made to do harm."""


class _Bounded(io.RawIOBase):
    """A decompressed stream that stops with UnreadableError once it has yielded more than `limit` bytes."""

    def __init__(self, inner: gzip.GzipFile, limit: int) -> None:
        super().__init__()
        self._inner = inner
        self._left = limit
        self._limit = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._inner.read(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableError(f"broken gzip file: {error}", fix="check the file with gzip -t") from error
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError(f"expands to more than {self._limit:,} bytes", fix="unpack and check the file")
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def opened(label: str, max_bytes: int, stdin: BinaryIO | None) -> Iterator[tuple[Input, BinaryIO]]:
    """The input's name and first bytes, and a stream that starts at them.

    Raises UnreadableError when the file cannot be opened.
    """
    with _raw(label, stdin) as raw:
        size = 0 if label == STDIN else Path(label).stat().st_size
        buffered = io.BufferedReader(cast("io.RawIOBase", raw), HEAD)
        try:
            if buffered.peek(2)[:2] == _GZIP:
                limit = max(max_bytes, size * _MAX_RATIO) + max_bytes
                inner = _Bounded(gzip.GzipFile(fileobj=buffered), limit)
                unpacked = io.BufferedReader(inner, HEAD)
                yield Input(label, Path(label).name, unpacked.peek(HEAD)[:HEAD]), unpacked
            else:
                yield Input(label, Path(label).name, buffered.peek(HEAD)[:HEAD]), buffered
        finally:
            buffered.detach()


@contextmanager
def _raw(label: str, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    if label == STDIN:
        yield stdin or sys.stdin.buffer
        return
    with _open(label) as handle:
        yield cast(BinaryIO, handle)


def _open(label: str) -> io.FileIO:
    try:
        return Path(label).open("rb", buffering=0)
    except OSError as error:
        raise UnreadableError(f"cannot be opened: {error.strerror}", fix="check the file's permissions") from error
