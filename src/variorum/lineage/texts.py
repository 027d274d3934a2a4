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


def text_of(article: Article, extraction: Extraction | None) -> Text:
    """The article's sentences: the extraction's, or where it has none those found by punctuation."""
    given = extraction.sentences if extraction is not None else ()
    if given:
        spans = [(s.start, s.end, _kind(article, s.start)) for s in sorted(given)]
    else:
        spans = [(a, b, s.kind) for s in _sections(article) for a, b in sentences(article.text, s.start, s.end)]
    kept = [(a, min(b, a + MAX_LENGTH), kind) for a, b, kind in spans if kind in READ and a < MAX_READ][:MAX_SENTENCES]
    return read(article.id, article.text, kept, language=article.language)


def _kind(article: Article, offset: int) -> str:
    section = article.section_at(offset)
    return section.kind if section is not None else "body"


def _sections(article: Article) -> tuple[Section, ...]:
    return article.sections or (Section("body", 0, len(article.text)),)
