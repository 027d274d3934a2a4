"""A sentence with its words, as it is compared with others."""

from __future__ import annotations

from functools import cached_property

from variorum.model import Article, Span
from variorum.text.words import Word, words_of


class Line:
    """A sentence of an article and the kind of section it stands in; most are never read word by word."""

    def __init__(self, article: Article, span: Span, kind: str) -> None:
        self.article = article
        self.span = span
        self.kind = kind

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        text = self.article
        return words_of(text.text, text.language, self.span.start, self.span.end)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Its content words, one key per meaning."""
        return frozenset(w.key for w in self.words if w.key)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The keys of its numbers."""
        return frozenset(w.key for w in self.words if w.number)

    @cached_property
    def plains(self) -> frozenset[str]:
        """All its words as written, folded."""
        return frozenset(w.plain for w in self.words)


def at(line: Line, start: int, end: int) -> Span:
    """The passage of a sentence between two offsets of its article."""
    return Span(line.span.article, start, end, line.span.text[start - line.span.start : end - line.span.start])
