"""Word-level differences of two renderings, and which rendering another was made from."""

from __future__ import annotations

import re
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
    """The pieces that turn `old` into `new`; case and typographic quotes do not count as differences."""
    a, b = _units(old), _units(new)
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
    return [_key(t) for t in _TOKEN.findall(old)] == [_key(t) for t in _TOKEN.findall(new)]


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
    """The rendering this one was made from: its article's source by lineage, else the quote's first rendering.

    None for the first rendering itself.
    """
    by_article: dict[str, QuoteVariant] = {}
    for other in quote.variants:
        by_article.setdefault(other.span.article, other)
    for edge in view.derivations.get(variant.span.article, ()):
        if edge.source in by_article:
            return by_article[edge.source]
    first = quote.variants[0]
    return None if variant == first else first
