"""What a format does: bytes of one input in, raw records out. Formats know nothing of each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from msgspec import Struct

from variorum.model import Dropped, SectionKind
from variorum.settings import Settings


class Mark(Struct, frozen=True):
    """A part of the text whose function the source itself marks (`<li>`, `<figcaption>`)."""

    start: int
    end: int
    kind: SectionKind


class RawRecord(Struct, frozen=True, kw_only=True):
    """One text as a format read it, with whatever fields the source states; nothing is guessed here.

    `place` says where it stands inside its file ("line 12"), "" for a file of one text.
    """

    text: str
    place: str = ""
    source_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    date_origin: str = "field"
    url: str | None = None
    language: str | None = None
    group: str | None = None
    marks: tuple[Mark, ...] = ()


class Input(Struct, frozen=True):
    """An opened input: its `label` for messages (path or "-"), its file name, and its first bytes."""

    label: str
    name: str
    head: bytes

    @property
    def extension(self) -> str:
        """The lower-case extension without a trailing `.gz`: `.jsonl` of `News.JSONL.gz`."""
        name = self.name.lower().removesuffix(".gz")
        return name[name.rfind(".") :] if "." in name else ""


class Format(Protocol):
    """A member of the family: claims an input by its first bytes and name, and reads it."""

    def claims(self, source: Input) -> bool:
        """True when the input is of this format."""

    def read(self, source: Input, stream: BinaryIO, settings: Settings) -> Iterator[RawRecord | Dropped]:
        """The input's records in order. Raises UnreadableError when the input as a whole cannot be read."""
