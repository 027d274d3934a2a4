"""A located piece of an article: the evidence under every statement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from msgspec import Struct


class Stretch(Protocol):
    """A sentence, a section or a span of one text, by its half-open offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Stretch)


def holding(stretches: Iterable[S], offset: int) -> S | None:
    """The one of the stretches (a text's sentences, its sections) that an offset stands in."""
    return next((s for s in stretches if s.start <= offset < s.end), None)


def number_holding(stretches: Iterable[Stretch], offset: int) -> int | None:
    """The number of that stretch, counted from 0."""
    return next((n for n, s in enumerate(stretches) if s.start <= offset < s.end), None)


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
