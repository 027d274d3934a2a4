"""Cuts the inputs into pieces of work that several processes read apart, and reads one.

A piece is a batch of small files or a range of a large one. What it gives depends on nothing outside it, so a process
that is killed costs its piece, and an unchanged piece (same digest) need not be read again. Batches end where the
hash of a path says so: a file that is added or removed changes one batch, not all that come after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeGuard
from zlib import crc32

from msgspec import Struct

from variorum.errors import InputError, UnreadableError
from variorum.ingest import digest
from variorum.ingest.formats import choose
from variorum.ingest.formats.base import Cuttable, Format, Input, Piece
from variorum.ingest.opened import opened
from variorum.ingest.read import read_files
from variorum.ingest.walk import STDIN, walk
from variorum.model import Article, Dropped
from variorum.settings import Settings

PIECE_BYTES = 1_000_000
"""Some 300 articles or 10 pages: ten seconds of work, which is what a killed process loses."""

MANY = 16
"""Pieces that a large file is cut into at least, if they can be a quarter as large: with few, processes end up waiting
for the last one. Smaller ones cost, since neighbours repeat paragraphs and a process reads a paragraph once."""

_BATCH = 64
"""Every so many files, on average, a batch ends; eight times as many are the most."""


class Split(Struct, frozen=True):
    """What to read. `digest`: of the names and bytes; where it is the same, `read_split` gives the same.

    `piece`: the range of the only file, None for whole files. `skipped`: what was found and is not read.
    """

    digest: str
    files: tuple[str, ...]
    piece: Piece | None = None
    skipped: tuple[Dropped, ...] = ()


def splits(inputs: Sequence[str | Path], settings: Settings, piece_bytes: int = PIECE_BYTES) -> Iterator[Split]:
    """The inputs as pieces of about `piece_bytes`, in sorted order, streamed; together they hold every record once.

    Raises InputError at once when an input does not exist, or for standard input, which can be read only once.
    """
    if STDIN in map(str, inputs):
        raise InputError("standard input cannot be read in pieces", fix="save it to a file and name that")
    return _splits(walk(inputs), settings, piece_bytes)


def read_split(split: Split, settings: Settings) -> Iterator[Article | Dropped]:
    """The articles of a piece and what was dropped of it, streamed.

    Equal records (all fields and the file's name) have one id, in one piece or in two: where pieces end must not show.
    """
    yield from split.skipped
    yield from read_files(split.files, settings, piece=split.piece, numbered=False)


def _splits(found: Iterator[str | Dropped], settings: Settings, size: int) -> Iterator[Split]:
    batch = _Batch(size)
    for item in found:
        length = _size(item)
        if isinstance(item, Dropped) or length <= size:
            batch.add(item, length)
            if batch.full:
                yield from batch.split()
            continue
        yield from batch.split()
        yield from _large(item, settings, size)
    yield from batch.split()


def _large(path: str, settings: Settings, size: int) -> Iterator[Split]:
    """The pieces of a large file; one where its format cannot be cut, or it cannot be read at all."""
    try:
        with opened(path, settings.max_bytes, None) as (source, stream):
            member = choose(source)
            fitting = _fitting(_size(path), size)
            cuts = list(member.cut(source, stream, fitting, settings)) if _cuttable(member, source) else []
    except (UnreadableError, OSError):
        cuts = []
    yield from (Split(_digest(path, c.piece, c.digest), (path,), c.piece) for c in cuts)
    if not cuts:
        yield Split(_digest(path, _content(path)), (path,))


def _fitting(length: int, size: int) -> int:
    """Bytes of a piece of a file so long: halved up to twice, so that a file that grows seldom gets other pieces."""
    return next((s for s in (size, size // 2) if length >= MANY * s), max(1, size // 4))


def _cuttable(member: Format, source: Input) -> TypeGuard[Cuttable]:
    return isinstance(member, Cuttable) and member.cuts(source)


def _size(item: str | Dropped) -> int:
    try:
        return 0 if isinstance(item, Dropped) else Path(item).stat().st_size
    except OSError:
        return 0


def _digest(*parts: object) -> str:
    found = digest.new()
    found.update(repr(parts).encode())
    return found.hexdigest()


class _Batch:
    """Files and what was passed over, until enough are together."""

    def __init__(self, size: int) -> None:
        self._most = size
        self._clear()

    def _clear(self) -> None:
        self._items: list[str | Dropped] = []
        self._bytes = 0
        self.full = False

    def add(self, item: str | Dropped, size: int) -> None:
        self._items.append(item)
        self._bytes += size
        label = item.path if isinstance(item, Dropped) else item
        border = crc32(label.encode()) % _BATCH == 0
        self.full = border or self._bytes >= self._most or len(self._items) >= 8 * _BATCH

    def split(self) -> Iterator[Split]:
        """The batch as a split, unless it is empty; the next one begins."""
        items = self._items
        self._clear()
        if items:
            files = tuple(i for i in items if isinstance(i, str))
            skipped = tuple(i for i in items if isinstance(i, Dropped))
            yield Split(_digest(skipped, [(f, _content(f)) for f in files]), files, None, skipped)


def _content(path: str) -> str:
    try:
        return digest.of_file(path)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
