"""A web page in a file of its own; what it holds is read by `ingest.page`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from variorum.ingest.decode import read_bounded
from variorum.ingest.formats.base import Input, RawRecord
from variorum.ingest.page import read_page
from variorum.settings import Settings

_EXTENSIONS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_OPENING = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|(?:html|head|body|meta|title|script|style|article|main"
    rb"|section|div|p|h1|table|span|header|nav)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<[a-zA-Z!/]")


class HtmlFormat:
    """Claims pages by their first tag, or by extension when there is any tag."""

    def claims(self, source: Input) -> bool:
        """True for a page, whatever its name; false for a plain text called `.html`."""
        head = source.head.removeprefix(b"\xef\xbb\xbf")
        if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
            head = head.replace(b"\0", b"")[2:]
        return bool(_OPENING.match(head)) or (source.extension in _EXTENSIONS and bool(_TAG.search(head)))

    def read(self, source: Input, stream: BinaryIO, settings: Settings) -> Iterator[RawRecord]:
        """One record. Raises UnreadableError for pages that hold no article or cannot be parsed."""
        yield read_page(read_bounded(stream, settings.max_bytes))


HTML = HtmlFormat()
