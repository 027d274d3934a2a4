"""One article as a checker reads it: its sentences with their words, and what was found in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from variorum.checks.finder import Finder
from variorum.checks.line import Line
from variorum.model import Article, Attribution, Claim, Extraction, Mention, Quotation
from variorum.text.sentences import sentences as split


class Page:
    """An article's sentences and findings in text order; each is made when first asked for."""

    def __init__(self, article: Article, extraction: Extraction | None, claims: Iterable[Claim]) -> None:
        self.article = article
        self.extraction = extraction
        self.claims = tuple(sorted(claims, key=lambda c: (c.span, c.id)))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences, headline included."""
        return tuple(self._read())

    def _read(self) -> Iterable[Line]:
        text = self.article
        spans = self.extraction.sentences if self.extraction else ()
        sections = sorted(text.sections, key=lambda s: s.start)
        starts = [s.start for s in sections]
        for span in sorted(spans or (text.span(a, b) for a, b in split(text.text)))[:MOST_LINES]:
            section = bisect_right(starts, span.start) - 1
            held = section >= 0 and span.start < sections[section].end
            yield Line(text, span, sections[section].kind if held else "body")

    @cached_property
    def bounds(self) -> tuple[tuple[int, int, Line], ...]:
        """Start, end and sentence."""
        return tuple((w.span.start, w.span.end, w) for w in self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        return [w.span.start for w in self.lines]

    def place(self, start: int) -> int:
        """The number of the last sentence that begins no later; -1 where none does."""
        return bisect_right(self._starts, start) - 1

    @cached_property
    def finder(self) -> Finder:
        """Finds which of these sentences another was made from."""
        return Finder(self.lines)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations."""
        return tuple(sorted(self.extraction.quotations, key=lambda q: q.span)) if self.extraction else ()

    @cached_property
    def _told(self) -> tuple[tuple[int, int, int, bool], ...]:
        """Start, end and attribution (its number) of all contents and sources; whether it is a content."""
        every = self.extraction.attributions if self.extraction else ()
        return tuple(
            (span.start, span.end, number, content)
            for number, one in enumerate(every)
            for spans, content in ((one.content, True), (one.source, False))
            for span in spans
        )

    def told(self, line: Line, *, sources: bool) -> tuple[Attribution, ...]:
        """The attributions whose content, or also whose source, reaches into the sentence."""
        if self.extraction is None:
            return ()
        first, last = line.span.start, line.span.end
        found = {n for start, end, n, content in self._told if start < last and first < end and (content or sources)}
        return tuple(self.extraction.attributions[n] for n in sorted(found))

    @cached_property
    def mentions(self) -> dict[int, tuple[Mention, ...]]:
        """The names by number of the sentence that holds them whole."""
        found: dict[int, list[Mention]] = {}
        for mention in self.extraction.mentions if self.extraction else ():
            place = self.place(mention.span.start)
            if place >= 0 and self.lines[place].span.contains(mention.span):
                found.setdefault(place, []).append(mention)
        return {place: tuple(mentions) for place, mentions in found.items()}

    @cached_property
    def plains(self) -> frozenset[str]:
        """All words, folded."""
        return frozenset(p for w in self.lines for p in w.plains)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words in order, as written."""
        return tuple(w.plain for line in self.lines for w in line.words)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The keys of all numbers."""
        return frozenset(n for w in self.lines for n in w.numbers)


MOST_LINES = 1000
"""Sentences of one article that are compared; no report is longer, and hostile input stays bounded."""
