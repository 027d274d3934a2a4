"""What an article is about, as weighed words: what grouping compares, small enough to keep for millions of articles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from variorum.model import Article
from variorum.text.words import Word, words

READ = 6000
"""Characters that are read: what a report is about stands at its top."""

LEAD = 60
"""First words of the body: with the title, they name the event."""

LEAD_BOOST, NAME_BOOST, PAIR_BOOST, NUMBER_BOOST, SMALL_BOOST, USUAL_BOOST, COMMON_BOOST = (
    1.6,
    2.0,
    1.3,
    0.7,
    0.1,
    0.3,
    0.2,
)
"""Weights of words in title and lead, of names, of two names in a row, of numbers, of numbers to SMALL, of words that
have a synonym in news (killed, fire, mayor) and of the most usual news words: what two events of any kind share must
weigh little even among a handful of articles, whose own frequencies cannot tell."""

SMALL = 12

SKIPPED = frozenset({"boilerplate", "byline", "note"})


class Signature(Struct, frozen=True):
    """`terms`: term → how much the article is about it, before corpus frequencies; `day`: ordinal of publication."""

    id: str
    terms: dict[str, float]
    day: int | None


def signature(article: Article) -> Signature:
    """The article's terms."""
    found: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for term, boost in _terms(article):
        counts[term] += 1
        found[term] = max(found.get(term, 0.0), boost)
    weighed = {t: (1 + math.log(counts[t])) * found[t] for t in sorted(found)}
    return Signature(article.id, weighed, _ordinal(article.published))


def _ordinal(published: str | None) -> int | None:
    from datetime import date

    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None


def _terms(article: Article) -> Iterable[tuple[str, float]]:
    lead = LEAD
    for text, language in _passages(article):
        read = [w for w in words(text, language=language) if w.key]
        for number, word in enumerate(read):
            boost = _boost(word) * (LEAD_BOOST if number < lead else 1.0)
            yield word.key, boost
        lead = max(0, lead - len(read))
        yield from _names(read, text)


def _passages(article: Article) -> list[tuple[str, str]]:
    if not article.sections:
        return [((article.title or "") + "\n" + article.text[:READ], article.language)]
    kept = [article.text[s.start : s.end] for s in article.sections if s.kind not in SKIPPED]
    title = article.title if article.title and article.title not in article.text else ""
    return [("\n".join([title or "", *kept])[:READ], article.language)]


def _boost(word: Word) -> float:
    if word.number:
        return SMALL_BOOST if word.key[1:].isdigit() and int(word.key[1:]) <= SMALL else NUMBER_BOOST
    if word.key.startswith("="):
        return USUAL_BOOST
    if word.common:
        return COMMON_BOOST
    return NAME_BOOST if word.name else 1.0


def _names(read: Sequence[Word], text: str) -> Iterable[tuple[str, float]]:
    """Two names in a row are a term of their own: a full name says more than its parts."""
    for one, two in pairwise(read):
        if one.name and two.name and text[one.end : two.start] == " ":
            yield f"{one.key}+{two.key}", PAIR_BOOST


class Frequencies(Struct, frozen=True):
    """In how many articles each term stands; `total` articles counted."""

    total: int
    documents: dict[str, int]

    def weight(self, term: str) -> float:
        """Inverse document frequency, smoothed by BACKGROUND articles that have no term of these."""
        return math.log((self.total + BACKGROUND) / (self.documents.get(term, 0) + 1.0))


BACKGROUND = 300
"""Articles of other events assumed beside those given: what all of five articles share still weighs something."""


def frequencies(signatures: Iterable[Signature]) -> Frequencies:
    """Document frequencies of all terms."""
    documents: Counter[str] = Counter()
    total = 0
    for one in signatures:
        total += 1
        documents.update(one.terms.keys())
    return Frequencies(total, dict(documents))
