"""A bare article: the whole file is the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from variorum.ingest.decode import decode, read_bounded
from variorum.ingest.formats.base import Input, RawRecord
from variorum.settings import Settings


class TextFormat:
    """Claims everything; what is no text is refused when it is decoded."""

    def claims(self, source: Input) -> bool:
        """Always true: the last member of the table."""
        return True

    def read(self, source: Input, stream: BinaryIO, settings: Settings) -> Iterator[RawRecord]:
        """One record. Raises UnreadableError for binary, too large or undecodable content."""
        yield RawRecord(text=decode(read_bounded(stream, settings.max_bytes)))


TEXT = TextFormat()
