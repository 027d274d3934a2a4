"""Bytes to text: the encodings that news files come in, and the refusal of what is no text at all."""

from __future__ import annotations

import codecs
from typing import BinaryIO

from variorum.errors import UnreadableError

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file inside another"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF document"),
)
"""First bytes of common binary formats (the signatures that `file(1)` knows), to name what was found."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_CONTROLS = bytes(sorted({*range(32), 127} - {9, 10, 11, 12, 13, 27}))
_ASCII = bytes(range(128))
_MAX_CONTROL_SHARE = 0.005
_MAX_HIGH_SHARE = 0.3
"""Western European text in cp1252 has some 2-8 % letters above 127; more is another encoding."""


def read_bounded(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of the stream. Raises UnreadableError when there are more than `limit`."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(f"larger than {limit:,} bytes", fix="raise the max_bytes setting, or split the file")
    return data


def refuse_binary(head: bytes) -> None:
    """Raises UnreadableError, naming the kind of file, when the first bytes are no text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise UnreadableError(f"{name}, not text; not read", fix="extract the text first")
    if b"\0" in head and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableError("binary content (NUL bytes), not text", fix="save it as UTF-8 text")


def decode(data: bytes, *, declared: str | None = None) -> str:
    r"""The text, without a byte order mark and with "\r\n" as "\n".

    A byte order mark decides, then UTF-8, then the declared encoding (of a page), then Windows-1252 and Latin-1.
    Raises UnreadableError for binary content and for text in an encoding that cannot be told.
    """
    refuse_binary(data)
    text = _by_mark(data)
    if text is None:
        text = _strict(data, "utf-8") or _declared(data, declared) or _western(data)
    _refuse_controls(text)
    return text.replace("\r\n", "\n")


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is None:
                raise UnreadableError(f"broken {encoding.upper()} text", fix="save it as UTF-8 text")
            return text
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        info = codecs.lookup(encoding)
    except (LookupError, ValueError):
        return None
    return _strict(data, info.name) if info._is_text_encoding else None


def _western(data: bytes) -> str:
    high = len(data.translate(None, _ASCII))
    if high > _MAX_HIGH_SHARE * len(data):
        raise UnreadableError("text in an unknown encoding", fix="save it as UTF-8 text")
    return _strict(data, "cp1252") or data.decode("latin-1")


def _refuse_controls(text: str) -> None:
    data = text.encode("utf-8", "replace")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if "\0" in text or controls > _MAX_CONTROL_SHARE * len(text):
        raise UnreadableError("binary content (control characters), not text", fix="save it as UTF-8 text")
