"""An article as the sentences that lineage compares: headline, body and bullets, never bylines or boilerplate."""

from __future__ import annotations

from variorum.model import Article, Extraction, Section
from variorum.text.sentences import sentences
from variorum.text.similarity import Text, read

READ = frozenset({"headline", "body", "bullet"})
BODY = frozenset({"body", "bullet"})
"""Sections that are compared, and those whose words count for coverage."""

MAX_SENTENCES, MAX_LENGTH, MAX_READ = 400, 4_000, 200_000
"""Sentences, characters of one, and characters of an article that are read: bounds the time of one comparison."""


def content_of(article: Article) -> str:
    """The part of the article's text that is read."""
    return article.text[:MAX_READ]


def text_of(article: Article, extraction: Extraction | None, *, again: bool = False) -> Text:
    """The article's sentences: the extraction's, or where it has none those found by punctuation; `again`: other stages
    will read the same ones soon."""
    given = extraction.sentences if extraction is not None else ()
    if given:
        kinds = _Kinds(article)
        spans = [(s.start, s.end, kinds.at(s.start)) for s in sorted(given)]
    else:
        spans = [(a, b, s.kind) for s in _sections(article) for a, b in sentences(article.text, s.start, s.end)]
    kept = [(a, min(b, a + MAX_LENGTH), kind) for a, b, kind in spans if kind in READ and a < MAX_READ][:MAX_SENTENCES]
    return read(article.id, article.text, kept, language=article.language, again=again)


class _Kinds:
    """The kinds of an article's sections, asked by offsets that never fall: those that ended are passed by once."""

    def __init__(self, article: Article) -> None:
        self._sections = article.sections
        self._place = 0

    def at(self, offset: int) -> str:
        """The kind of the section that holds the offset, `body` where none does."""
        sections, place = self._sections, self._place
        while place < len(sections) and sections[place].end <= offset:
            place += 1
        self._place = place
        left = (sections[n] for n in range(place, len(sections)))
        return next((s.kind for s in left if s.start <= offset < s.end), "body")


def _sections(article: Article) -> tuple[Section, ...]:
    return article.sections or (Section("body", 0, len(article.text)),)
