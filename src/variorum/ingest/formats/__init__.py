"""Input formats. The table is asked in order; the first format that claims an input reads it."""

from __future__ import annotations

from variorum.ingest.formats.base import Format, Input
from variorum.registry import find

FORMATS = {
    "warc": "variorum.ingest.formats.warc:WARC",
    "parquet": "variorum.ingest.formats.parquet:PARQUET",
    "csv": "variorum.ingest.formats.csv:CSV",
    "jsonl": "variorum.ingest.formats.jsonl:JSONL",
    "html": "variorum.ingest.formats.html:HTML",
    "text": "variorum.ingest.formats.text:TEXT",
}
"""Name → `module:attribute`; `text` stands last because it claims whatever is left."""


def choose(source: Input) -> Format:
    """The format that reads this input, told by its content and extension; of a piece, that of its file."""
    if source.piece is not None:
        whole: Format = find("formats", source.piece.format, FORMATS)
        return whole
    for name in FORMATS:
        member: Format = find("formats", name, FORMATS)
        if member.claims(source):
            return member
    raise AssertionError("the last format claims everything")
