"""An article as the sentences that lineage compares: headline, body and bullets, never bylines or boilerplate."""

from __future__ import annotations

from variorum.model import Article, Extraction, Section
from variorum.text.sentences import sentences
from variorum.text.similarity import Text, read

READ = frozenset({"headline", "body", "bullet"})
BODY = frozenset({"body", "bullet"})
"""Sections that are compared, and those whose words count for coverage."""

MAX_SENTENCES = 400
"""Longer articles are cut: bounds the time of one comparison."""


def text_of(article: Article, extraction: Extraction | None) -> Text:
    """The article's sentences: the extraction's, or where it has none those found by punctuation."""
    given = extraction.sentences if extraction is not None else ()
    if given:
        spans = [(s.start, s.end, _kind(article, s.start)) for s in sorted(given)]
    else:
        spans = [(a, b, s.kind) for s in _sections(article) for a, b in sentences(article.text, s.start, s.end)]
    kept = [s for s in spans if s[2] in READ][:MAX_SENTENCES]
    return read(article.id, article.text, kept, language=article.language)


def _kind(article: Article, offset: int) -> str:
    section = article.section_at(offset)
    return section.kind if section is not None else "body"


def _sections(article: Article) -> tuple[Section, ...]:
    return article.sections or (Section("body", 0, len(article.text)),)
