"""What a format does: bytes of one input in, raw records out. Formats know nothing of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol, runtime_checkable

from msgspec import Struct

from variorum.ingest.formats.fields import Field
from variorum.ingest.heading import BELOW, heading
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
    fetched: str | None = None
    """When a crawler fetched it: published that day or earlier."""
    language: str | None = None
    group: str | None = None
    marks: tuple[Mark, ...] = ()


class Piece(Struct, frozen=True):
    """A range of one file of `format`: bytes from `start` to `end`, or row groups where `bytes` is false.

    `packed`: bytes of what the file unpacks to, which is unpacked from its beginning to get there.
    `first`: how many lines (rows) of the file stand before it, so that messages name the same place however a file
    is cut.
    """

    format: str
    start: int
    end: int
    first: int = 0
    bytes: bool = True
    packed: bool = False


class Input(Struct, frozen=True):
    """An opened input: its `label` for messages (path or "-"), its file name, its first bytes, where in the file these
    stand (`start`), the piece to read (None: all), and whether it is unpacked on the way (`packed`)."""

    label: str
    name: str
    head: bytes
    start: int = 0
    piece: Piece | None = None
    packed: bool = False

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


class Cut(Struct, frozen=True):
    """A piece and the digest of its bytes."""

    piece: Piece
    digest: str


@runtime_checkable
class Cuttable(Format, Protocol):
    """A format whose large files can be read in pieces by several processes."""

    def cuts(self, source: Input) -> bool:
        """True when this input, which the format claims, can be cut."""

    def cut(self, source: Input, stream: BinaryIO, size: int, settings: Settings) -> Iterator[Cut]:
        """Pieces of about `size` bytes that together hold every record of the file once, in order.

        Read one by one they give what the file gives read as a whole.
        """


def from_fields(
    value: Callable[[str], str | None],
    named: dict[Field, tuple[str, ...]],
    label: str,
    place: str,
    settings: Settings,
) -> RawRecord | Dropped:
    """The record whose columns `value` gives as text (None: missing, empty or of a type that is no text), named as
    `fields.columns` says. A text alone is needed; other columns are passed over, unless `group_by` names one."""

    def field(name: Field) -> str | None:
        return next((found for column in named[name] if (found := value(column)) is not None), None)

    text, title = field("text"), field("title")
    if text is None:
        return Dropped(label, "no text field in the record")
    if "\0" in text:
        return Dropped(label, "binary content (NUL characters), not text")
    above = heading(title, text) if settings.titles and text.strip() else ""
    return RawRecord(
        text=f"{above}{BELOW}{text}" if above else text,
        place=place,
        source_id=field("id"),
        title=title,
        publisher=field("publisher"),
        published=field("published"),
        url=field("url"),
        language=field("language"),
        group=value(settings.group_by) if settings.group_by else None,
        marks=(Mark(0, len(above), "headline"),) if above else (),
    )
