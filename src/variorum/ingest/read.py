"""The stage itself: inputs in, articles and dropped records out, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from variorum.errors import UnreadableError
from variorum.ingest.assemble import assemble
from variorum.ingest.formats import choose
from variorum.ingest.formats.base import Piece, RawRecord
from variorum.ingest.opened import opened
from variorum.ingest.walk import STDIN, walk
from variorum.model import Article, Dropped
from variorum.settings import Settings


def read(
    inputs: Sequence[str | Path], settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[Article | Dropped]:
    """Articles of all inputs, streamed: files, folders and patterns in sorted order, then `-` (standard input).

    What cannot be read is yielded as Dropped with the reason, and everything else goes on.
    Raises InputError at once when an input does not exist.
    """
    return read_files(walk(inputs), settings, stdin)


def read_files(
    files: Iterable[str | Dropped],
    settings: Settings,
    stdin: BinaryIO | None = None,
    piece: Piece | None = None,
    *,
    numbered: bool = True,
) -> Iterator[Article | Dropped]:
    """The articles of files that `walk` found; of a single file, `piece` alone.

    `numbered`: copies of one record get ids of their own, by their number among these files.
    """
    copies: dict[str, int] | None = {} if numbered else None
    for item in files:
        if isinstance(item, Dropped):
            yield item
            continue
        for record in _records(item, settings, stdin, piece):
            yield record if isinstance(record, Dropped) else _article(record, item, settings, copies)


def _records(
    label: str, settings: Settings, stdin: BinaryIO | None, piece: Piece | None
) -> Iterator[RawRecord | Dropped]:
    try:
        with opened(label, settings.max_bytes, stdin, piece) as (source, stream):
            yield from choose(source).read(source, stream, settings)
    except UnreadableError as error:
        yield Dropped(label, error.message)
    except OSError as error:
        yield Dropped(label, f"cannot be read: {error.strerror or error}")


def _article(record: RawRecord, label: str, settings: Settings, copies: dict[str, int] | None) -> Article | Dropped:
    path = None if label == STDIN else label
    try:
        return assemble(record, path, settings, copies)
    except UnreadableError as error:
        return Dropped(f"{label}, {record.place}" if record.place else label, error.message)
