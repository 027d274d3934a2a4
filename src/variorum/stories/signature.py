"""What an article is about, as weighed words: what grouping compares, small enough to keep for millions of articles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np

from variorum.model import Article
from variorum.stories.columns import I64, NO_DAY, U32, Terms, joined, nothing, offsets
from variorum.stories.reading import COMMON, NUMBER, OPENER, PLAIN, SMALL, USUAL, Lexicon, known, lexicon

READ = 6000
"""Characters that are read: what a report is about stands at its top."""

LEAD = 60
"""First words of the body: with the title, they name the event."""

SCALE = 256
"""Units of a term's weight in a signature: a plain word that stands once weighs SCALE."""

PERCENT = 100

LEAD_BOOST, NAME_BOOST, PAIR_BOOST = 160, 200, 130
"""Weights, per cent, of words in title and lead, of names, of two names in a row."""

BOOSTS = np.zeros(8, dtype=np.int64)
BOOSTS[[PLAIN, NUMBER, SMALL, USUAL, COMMON]] = 100, 70, 10, 30, 20
"""Weights by class of word. Words that have a synonym in news (killed, fire, mayor), the most usual news words and
small numbers weigh little: what two events of any kind share must, even among a handful of articles, whose own
frequencies cannot tell."""

MIXED = np.uint32(0x9E3779B1)
"""Multiplier (2^32 by the golden ratio, Knuth) that makes one hash of two in a row."""

SKIPPED = frozenset({"boilerplate", "byline", "note"})

OFTEN = np.array([0] + [round(SCALE * (1 + math.log(n))) for n in range(1, 256)], dtype=np.int64)
"""Weight of a term that stands n times, before its boost."""

BATCH = 512
"""Articles read at once: numpy's cost per call is spread over them."""


def signatures(articles: Sequence[Article], numbers: Sequence[int] | None = None) -> Terms:
    """The terms of each article with their weights before corpus frequencies, articles in the order given.

    `numbers` stand for the articles (default: the hexadecimal digits of their ids). An article's row depends on nothing
    but the article.
    """
    numbers = [number(a.id) for a in articles] if numbers is None else numbers
    return joined(
        [_batch(articles[i : i + BATCH], numbers[i : i + BATCH]) for i in range(0, len(articles), BATCH)] or [nothing()]
    )


def number(id_: str) -> int:
    """The number of an article's or story's id: its hexadecimal digits."""
    return int(id_[2:], 16)


def day(published: str | None) -> int:
    """The ordinal of an ISO date; NO_DAY when there is none or it cannot be read."""
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else NO_DAY
    except ValueError:
        return NO_DAY


def _batch(articles: Sequence[Article], numbers: Sequence[int]) -> Terms:
    """The rows of a batch: each language by itself, then in the order given."""
    languages = [known(a.language) for a in articles]
    places: list[int] = []
    parts: list[Terms] = []
    for language in sorted(set(languages)):
        chosen = [i for i, found in enumerate(languages) if found == language]
        places += chosen
        parts.append(_terms([articles[i] for i in chosen], [numbers[i] for i in chosen], lexicon(language)))
    return joined(parts) if len(parts) == 1 else joined(parts).take(np.argsort(np.array(places, dtype=np.int64)))


def _terms(articles: Sequence[Article], numbers: Sequence[int], table: Lexicon) -> Terms:
    table.trim()
    pieces = [table.indexes(_passage(a)) for a in articles]
    lengths = np.array([len(p) for p in pieces], dtype=np.int64)
    terms, boosts, rows = _weighed(np.concatenate(pieces), np.repeat(np.arange(len(pieces)), lengths), table)
    keys = (rows.astype(np.uint64) << np.uint64(32)) | terms
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, np.int64)
    often = OFTEN[np.minimum(np.diff(np.append(first, len(keys))), len(OFTEN) - 1)]
    strongest = np.maximum.reduceat(boosts[order], first) if len(first) else np.zeros(0, np.int64)
    return Terms(
        np.array(numbers, dtype=np.uint64),
        np.array([day(a.published) for a in articles], dtype=np.int32),
        offsets(np.bincount((keys[first] >> np.uint64(32)).astype(np.int64), minlength=len(articles))),
        keys[first].astype(np.uint32),
        (often * strongest // PERCENT).astype(np.int32),
    )


def _weighed(tokens: I64, rows: I64, table: Lexicon) -> tuple[U32, I64, I64]:
    """Terms of all tokens that are words, and of pairs of names, with their boosts (per cent) and articles."""
    terms, classes, capitals = table.terms()[tokens], table.classes()[tokens], table.capitals()[tokens]
    opens = np.concatenate(([True], (classes[:-1] == OPENER) | (rows[1:] != rows[:-1]))) if len(rows) else capitals
    names = capitals & ~opens
    content = classes >= PLAIN
    place = np.cumsum(content)
    before = np.concatenate(([0], place))[np.searchsorted(rows, np.arange(rows[-1] + 1 if len(rows) else 0))]
    boosts = BOOSTS[classes]
    boosts[names & (classes == PLAIN)] = NAME_BOOST
    lead = place - (before[rows] if len(rows) else 0) <= LEAD
    boosts[lead] = boosts[lead] * LEAD_BOOST // PERCENT
    doubled = np.flatnonzero(names[1:] & names[:-1]) + 1
    both = terms[doubled - 1] * MIXED ^ terms[doubled]
    return (
        np.concatenate((terms[content], both)),
        np.concatenate((boosts[content], np.full(len(both), PAIR_BOOST, dtype=np.int64))),
        np.concatenate((rows[content], rows[doubled])),
    )


def _passage(article: Article) -> str:
    if not article.sections:
        return (article.title or "") + "\n" + article.text[:READ]
    kept = [article.text[s.start : s.end] for s in article.sections if s.kind not in SKIPPED]
    title = article.title if article.title and article.title not in article.text else ""
    return "\n".join([title or "", *kept])[:READ]
