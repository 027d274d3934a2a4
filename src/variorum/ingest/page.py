"""A web page as a record: its main text without menus and scripts, and what its metadata says about it.

Extraction is trafilatura's (dates are htmldate's), which reads the markup and runs nothing. Only a parsed tree is
handed to them: given a string that looks like an address, htmldate would fetch it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from variorum.errors import UnreadableError
from variorum.ingest.decode import decode
from variorum.ingest.formats.base import Mark, RawRecord
from variorum.model import SectionKind

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_XML = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_MAX_TAGS = 40_000
"""News pages have 500 to 10,000 tags; the extractor needs 7 s for 40,000 and its time grows with their square."""

_DATES = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2100-12-31"}
"""The page's own dates, not guesses from its text; a fixed end, so that the result does not depend on today."""

_LOG = logging.getLogger("trafilatura")


class _Line(Struct, frozen=True):
    text: str
    kind: SectionKind


def read_page(data: bytes, charset: str | None = None) -> RawRecord:
    """The page's record; `charset` is what its server says it is in, which comes before what it says itself.

    Raises UnreadableError for pages that hold no article or cannot be parsed.
    """
    declared = _CHARSET.search(data[:8192])
    page = decode(data, declared=charset or (declared.group(1).decode() if declared else None))
    tree = _tree(page)
    titles = [_clean(h.text_content()) for h in tree.iter("h1")]
    captions = {_clean(c.text_content()) for c in tree.iter("figcaption")}
    document = _extract(tree)
    lines = [_Line(x.text, "caption") if x.text in captions else x for x in _lines(document.body)]
    title = _clean(document.title or "") or None
    if title in titles and not any(x.text == title for x in lines[:3]):
        lines.insert(0, _Line(title, "headline"))
    text, marks = _join(lines)
    if not text:
        raise UnreadableError("no article text found in the page", fix="save the article's text as .txt")
    return RawRecord(
        text=text,
        title=title,
        publisher=_clean(document.sitename or "") or None,
        byline=_authors(document.author),
        published=document.date,
        date_origin="meta",
        url=_address(document.url),
        language=document.language,
        marks=marks,
    )


def _tree(page: str) -> Any:
    if page.count("<") > _MAX_TAGS:
        raise UnreadableError(f"a page of more than {_MAX_TAGS:,} tags", fix="save the article's text as .txt")
    from trafilatura import load_html

    _LOG.setLevel(logging.CRITICAL)  # its warnings are about single pages and would go to the user's screen
    try:
        tree = load_html(_XML.sub("", page))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"page cannot be parsed: {error}", fix="save the article's text as .txt") from error
    if tree is None:
        raise UnreadableError("page cannot be parsed", fix="save the article's text as .txt")
    return tree


def _extract(tree: Any) -> Any:
    """trafilatura's document. Hostile pages make it fail in many ways, and one page must not end the run."""
    import trafilatura

    try:
        document: Any = trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            include_formatting=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:
        raise UnreadableError(f"page cannot be read: {type(error).__name__}", fix="save its text as .txt") from error
    if document is None or document.body is None:
        raise UnreadableError("no article text found in the page", fix="save the article's text as .txt")
    return document


def _lines(body: Any) -> Iterator[_Line]:
    """The extracted elements as lines: headings below the title count as captions, list items as bullets."""
    for element in body.iterchildren():
        tag = element.tag
        if tag == "list":
            yield from _split(element.iter("item"), "bullet")
        elif tag == "head":
            yield from _split([element], "headline" if element.get("rend") == "h1" else "caption")
        elif tag == "quote" and len(element):
            yield from _lines(element) if element.find("p") is not None else _split([element], "body")
        elif isinstance(tag, str) and tag not in ("graphic", "table", "code", "fw"):
            yield from _split([element], "body")


def _split(elements: Any, kind: SectionKind) -> Iterator[_Line]:
    for element in elements:
        for line_break in element.iter("lb"):
            line_break.tail = "\n" + (line_break.tail or "")
        for line in "".join(element.itertext()).split("\n"):
            if text := _clean(line):
                yield _Line(text, kind)


def _clean(text: str) -> str:
    """White space as single spaces, without control characters."""
    if not text.isprintable():
        text = "".join(c for c in text if c.isprintable() or c.isspace())
    return " ".join(text.split())


def _join(lines: list[_Line]) -> tuple[str, tuple[Mark, ...]]:
    """Paragraphs parted by blank lines, and where the page marks one as something other than body."""
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for line in lines:
        if line.kind != "body":
            marks.append(Mark(at, at + len(line.text), line.kind))
        parts.append(line.text)
        at += len(line.text) + 2
    return "\n\n".join(parts), tuple(marks)


def _authors(value: str | None) -> tuple[str, ...]:
    """trafilatura joins names with "; "."""
    return tuple(name for part in (value or "").split(";")[:10] if (name := _clean(part)))


def _address(url: str | None) -> str | None:
    return url if url and re.match(r"https?://", url) else None
