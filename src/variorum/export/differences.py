"""Word-level differences of two renderings, and which rendering another was made from."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from variorum.export.view import StoryView
from variorum.model import Quote, QuoteVariant

MOST_WORDS = 400
"""Longer texts are not compared word by word: the comparison takes quadratic time."""

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_WORD_OR_GAP = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]|\s+")


class Piece(Struct, frozen=True):
    """A stretch of words both have, only the older has (`del`), or only the newer has (`ins`)."""

    op: Literal["same", "ins", "del"]
    text: str


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that turn `old` into `new`.

    Case, typographic quotes and the comma or full stop at the end (which belongs to the sentence around a quote) do
    not count as differences.
    """
    a, b = _units(_closed(old, new)), _units(_closed(new, old))
    if len(a) > MOST_WORDS or len(b) > MOST_WORDS:
        return (Piece("same", new),) if old == new else (Piece("del", old), Piece("ins", new))
    found: list[Piece] = []
    matcher = SequenceMatcher(None, [_key(u) for u in a], [_key(u) for u in b], autojunk=False)
    for op, i, j, k, m in matcher.get_opcodes():
        if op == "equal":
            found.append(Piece("same", "".join(b[k:m])))
            continue
        if j > i:
            found.append(Piece("del", "".join(a[i:j])))
        if m > k:
            found.append(Piece("ins", "".join(b[k:m])))
    return tuple(found)


def same(old: str, new: str) -> bool:
    """Whether both renderings have the same words and marks."""
    a, b = _closed(old, new), _closed(new, old)
    return [_key(t) for t in _TOKEN.findall(a)] == [_key(t) for t in _TOKEN.findall(b)]


def related(old: str, new: str) -> bool:
    """Whether the texts share enough words for their differences to say anything (a third of the shorter one's)."""
    a, b = (Counter(_key(t) for t in _TOKEN.findall(text)) for text in (old, new))
    return (a & b).total() * 3 >= min(a.total(), b.total())


def _closed(text: str, other: str) -> str:
    """The text without its last comma or full stop, unless both end alike."""
    bare = text.rstrip()
    if bare[-1:] == other.rstrip()[-1:] or bare.endswith(".."):
        return text
    return bare[:-1] if bare[-1:] in {",", "."} else text


def _units(text: str) -> list[str]:
    """Words and marks, each with the white space behind it."""
    units: list[str] = []
    for token in _WORD_OR_GAP.findall(text):
        if token.isspace() and units:
            units[-1] += " "
        elif not token.isspace():
            units.append(token)
    return units


def _key(unit: str) -> str:
    return unit.strip().casefold().replace("’", "'").replace("“", '"').replace("”", '"')


def base(view: StoryView, quote: Quote, variant: QuoteVariant) -> QuoteVariant | None:
    """The rendering this one was made from: that of the nearest article up its lineage, else the quote's first one.

    None for the first rendering itself, and for one that the first was made from.
    """
    by_article: dict[str, QuoteVariant] = {}
    for other in quote.variants:
        by_article.setdefault(other.span.article, other)
    for source in view.ancestors(variant.span.article):
        if source in by_article:
            return by_article[source]
    first = quote.variants[0]
    made_from_this = variant.span.article in view.ancestors(first.span.article)
    return None if variant == first or made_from_this else first
