"""A located piece of an article: the evidence under every statement."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """Half-open code-point offsets into `Article.text`; `article.text[start:end] == text`."""

    article: str
    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether both lie in one article and share a character."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end
