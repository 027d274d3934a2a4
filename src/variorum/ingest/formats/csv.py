"""Tables in CSV or TSV whose first row names the fields of JSON records; read when named, for a folder's are data."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from variorum.errors import UnreadableError
from variorum.ingest.decode import refuse_binary
from variorum.ingest.formats.base import Input, RawRecord, from_fields
from variorum.ingest.formats.fields import columns
from variorum.model import Dropped
from variorum.settings import Settings

_DELIMITERS = {".csv": ",", ".tsv": "\t"}


class CsvFormat:
    """Claims by extension alone: any text may hold commas."""

    def claims(self, source: Input) -> bool:
        """True for `.csv` and `.tsv`."""
        return source.extension in _DELIMITERS

    def read(self, source: Input, stream: BinaryIO, settings: Settings) -> Iterator[RawRecord | Dropped]:
        """Rows in file order; a bad row is dropped alone. Raises UnreadableError where no column holds a text."""
        refuse_binary(source.head)
        csv.field_size_limit(
            settings.max_bytes
        )  # the module's one setting; its default (131,072) is a long read's size
        rows = csv.reader(_lines(stream, settings.max_bytes), delimiter=_DELIMITERS[source.extension], strict=True)
        names = [name.strip().lower() for name in next(rows, [])]
        named = columns(names)
        if not named["text"]:
            raise UnreadableError("no column named text", fix="name the column with the articles' texts `text`")
        while True:
            place = f"line {rows.line_num + 1}"
            try:
                row = next(rows, None)
            except csv.Error as error:
                yield Dropped(f"{source.label}, {place}", f"no valid CSV: {error}")
                continue
            if row is None:
                return
            if row:
                fields = {name: value for name, value in zip(names, row, strict=False) if value}
                yield from_fields(fields.get, named, f"{source.label}, {place}", place, settings)


CSV = CsvFormat()


def _lines(stream: BinaryIO, limit: int) -> Iterator[str]:
    """Lines as text, each, in UTF-8 or else in Windows-1252."""
    first = True
    while line := stream.readline(limit + 1):
        if len(line) > limit:
            raise UnreadableError(f"a line larger than {limit:,} bytes", fix="check the file's quotes and line ends")
        line = line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False
        try:
            yield line.decode()
        except UnicodeError:
            yield line.decode("cp1252", "replace")
