"""One published text, and what ingestion read around it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from variorum.model.span import Span

SectionKind = Literal["headline", "body", "bullet", "caption", "byline", "dateline", "note", "boilerplate"]
"""`bullet`: a summary line; `note`: an editor's or correction note; `boilerplate`: menus, tags, adverts."""


class Section(Struct, frozen=True):
    """A paragraph (or line) of the text and its function; sections never overlap and stand in text order."""

    kind: SectionKind
    start: int
    end: int


class DateCandidate(Struct, frozen=True):
    """A possible publication date and where it came from (`field`, `line`, `dateline`, `meta`, `url`, `crawl`,
    `context`)."""

    date: str
    origin: str
    span: Span | None = None
    year_stated: bool = True


class AgencyMention(Struct, frozen=True):
    """An agency or outlet that the article credits ("told Reuters", "(AFP)", "as X reports").

    `credit`: `dateline` and `byline` credits say whose text this is; `cited` ones say where a passage came from.
    """

    name: str
    credit: Literal["dateline", "byline", "cited"]
    span: Span | None = None


class Article(Struct, frozen=True, kw_only=True):
    """One published text. `text` is kept as it came; everything else points into it."""

    id: str
    text: str
    source_id: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: tuple[str, ...] = ()
    agencies: tuple[AgencyMention, ...] = ()
    published: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    language: str = "en"
    dateline_place: str | None = None
    sections: tuple[Section, ...] = ()
    group: str | None = None
    """The story the user already knows this article belongs to (`--group-by`)."""

    def span(self, start: int, end: int) -> Span:
        """The span of `text[start:end]`."""
        return Span(self.id, start, end, self.text[start:end])

    def section_at(self, offset: int) -> Section | None:
        """The section that holds `offset`."""
        return next((s for s in self.sections if s.start <= offset < s.end), None)


class Dropped(Struct, frozen=True):
    """An input that was not read, and why; nothing vanishes."""

    path: str
    reason: str
