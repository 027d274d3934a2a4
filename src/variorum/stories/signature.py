"""What an article is about, as weighed words: what grouping compares, small enough to keep for millions of articles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from variorum.model import Article
from variorum.stories.columns import (
    COUNTED,
    FIGURE,
    I64,
    NO_DAY,
    PHRASE,
    U32,
    U64,
    WORD,
    Flags,
    Terms,
    joined,
    marked,
    nothing,
    of_kind,
    offsets,
)
from variorum.stories.reading import COMMON, HYPHEN, NUMBER, OPENER, PLAIN, SKIP, SMALL, USUAL, Lexicon, known, lexicon

TOLD = 200
"""First words of the body whose sequences are kept."""

READ = 6000
"""Characters that are read: what a report is about stands at its top."""

LEAD = 60
"""First words of the body: with the title, they name the event."""

SCALE = 256
"""Units of a term's weight in a signature: a plain word that stands once weighs SCALE."""

PERCENT = 100

LEAD_BOOST, NAME_BOOST, PAIR_BOOST = 160, 200, 130
"""Weights, per cent, of words in title and lead, of names, of two names in a row."""

BOOSTS = np.zeros(9, dtype=np.int64)
BOOSTS[[PLAIN, NUMBER, SMALL, USUAL, COMMON]] = 100, 100, 100, 30, 20
"""Weights by class of word. Words that have a synonym in news (killed, fire, mayor), the most usual news words and
small numbers weigh little: what two events of any kind share must, even among a handful of articles, whose own
frequencies cannot tell."""

MIXED = np.uint32(0x9E3779B1)
"""Multiplier (2^32 by the golden ratio, Knuth) that makes one hash of two in a row."""

TITLE = 3
"""Words of a title from which a body that has none of them is not the report it stands over."""

REPORT, PROSE = 50, 2
"""Different words of a body from which it is a report, whatever stands above it, if it is prose: one word of grammar
for PROSE others at least, where menus have few. A desk may head a story in other words than its reporter's."""

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
    read = [_passages(a) for a in articles]
    pieces = [table.indexes(part) for parts in read for part in parts]
    parts = np.repeat(np.arange(len(pieces)), np.array([len(p) for p in pieces], dtype=np.int64))
    tokens, rows, titles = np.concatenate(pieces), parts // 2, parts % 2 == 0
    kept = titles | _of_title(tokens, rows, titles, table)
    terms, boosts, capitals, rows = _weighed(tokens[kept], rows[kept], table)
    keys = (rows.astype(np.uint64) << np.uint64(32)) | terms
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, np.int64)
    often = OFTEN[np.minimum(np.diff(np.append(first, len(keys))), len(OFTEN) - 1)]
    strongest = np.maximum.reduceat(boosts[order], first) if len(first) else np.zeros(0, np.int64)
    always = np.logical_and.reduceat(capitals[order], first) if len(first) else np.zeros(0, np.bool_)
    return Terms(
        np.array(numbers, dtype=np.uint64),
        np.array([day(a.published) for a in articles], dtype=np.int32),
        offsets(np.bincount((keys[first] >> np.uint64(32)).astype(np.int64), minlength=len(articles))),
        keys[first].astype(np.uint32),
        marked((often * strongest // PERCENT).astype(np.int32), always & (strongest >= NAME_BOOST)),
    )


def _of_title(tokens: I64, rows: I64, titles: Flags, table: Lexicon) -> Flags:
    """Whether a token's article says in its body any word of its title; where there are enough and it says none, a body
    that is no long prose is a page about something else (a log-in, a list of other reports)."""
    content = table.classes()[tokens] >= PLAIN
    keys = (rows.astype(np.uint64) << np.uint64(32)) | table.terms()[tokens]
    named = np.unique(keys[content & titles])
    of = (named >> np.uint64(32)).astype(np.int64)
    count = int(rows[-1]) + 1 if len(rows) else 0
    said = np.bincount(of, weights=np.isin(named, keys[content & ~titles]), minlength=count)
    told: Flags = (said > 0) | (np.bincount(of, minlength=count) < TITLE)
    body = np.flatnonzero(~told[rows] & ~titles)
    told |= _reports(table.classes()[tokens[body]], keys[body], rows[body], count)
    return told[rows]


def _reports(classes: NDArray[np.uint8], keys: U64, rows: I64, count: int) -> Flags:
    """Whether the body of each of `count` articles, from these tokens, is long prose."""
    content = classes >= PLAIN
    different = (np.unique(keys[content]) >> np.uint64(32)).astype(np.int64)
    joining = np.bincount(rows[classes == SKIP], minlength=count)
    prose = joining * PROSE >= np.bincount(rows[content], minlength=count)
    found: Flags = (np.bincount(different, minlength=count) >= REPORT) & prose
    return found


def _weighed(tokens: I64, rows: I64, table: Lexicon) -> tuple[U32, I64, Flags, I64]:
    """Terms of all tokens that are words, and of words in a row, with their boosts (per cent), whether they are words
    with a capital, and their articles."""
    terms, classes, capitals = table.terms()[tokens], table.classes()[tokens], table.capitals()[tokens]
    content, numbers = classes >= PLAIN, (classes == NUMBER) | (classes == SMALL)
    names = capitals & ~_after(rows, (classes == OPENER) | (classes == HYPHEN))
    lead = _counted(content, rows)
    boosts = BOOSTS[classes]
    boosts[names & (classes == PLAIN)] = NAME_BOOST
    boosts[lead <= LEAD] = boosts[lead <= LEAD] * LEAD_BOOST // PERCENT
    left, right = _neighbours(content, classes == HYPHEN, rows)
    both = terms[left] * MIXED ^ terms[right]
    counted, named = numbers[left], names[left] & names[right]
    near = lead[right] <= TOLD
    found = (
        (of_kind(terms[content], np.where(numbers[content], FIGURE, WORD)), boosts[content], rows[content]),
        (of_kind(both[named], WORD), np.full(int(named.sum()), PAIR_BOOST), rows[right[named]]),
        (
            of_kind(both[near], np.where(counted[near], COUNTED, PHRASE)),
            np.full(int(near.sum()), PERCENT),
            rows[right[near]],
        ),
    )
    words = np.zeros(sum(len(f[0]) for f in found), dtype=np.bool_)
    words[: len(found[0][0])] = capitals[content]
    return (
        np.concatenate([f[0] for f in found]),
        np.concatenate([f[1] for f in found]),
        words,
        np.concatenate([f[2] for f in found]),
    )


def _after(rows: I64, marks: Flags) -> Flags:
    """Whether a token opens its article or stands behind a mark."""
    opens = np.ones(len(rows), dtype=np.bool_)
    opens[1:] = marks[:-1] | (rows[1:] != rows[:-1])
    return opens


def _counted(content: Flags, rows: I64) -> I64:
    """How many words with a meaning its article has up to each token."""
    upto: I64 = np.cumsum(content).astype(np.int64)
    starts = np.searchsorted(rows, np.arange(int(rows[-1]) + 1 if len(rows) else 0))
    before = np.concatenate((np.zeros(1, dtype=np.int64), upto))[starts]
    found: I64 = upto - before[rows] if len(rows) else upto
    return found


def _neighbours(content: Flags, hyphens: Flags, rows: I64) -> tuple[I64, I64]:
    """Places of words in a row, with nothing or a hyphen between."""
    one = np.flatnonzero(content[1:] & content[:-1] & (rows[1:] == rows[:-1]))
    two = np.flatnonzero(content[2:] & hyphens[1:-1] & content[:-2] & (rows[2:] == rows[:-2]))
    return np.concatenate((one, two)), np.concatenate((one + 1, two + 2))


def _passages(article: Article) -> tuple[str, str]:
    """Title, where it does not stand in the text or only opens it as its headline, and the rest of the text."""
    sections = article.sections
    title = article.title if article.title and article.title not in article.text else ""
    if not sections:
        return f"{title}\n", article.text[:READ]
    first = article.text[sections[0].start : sections[0].end]
    apart = article.text[sections[0].end : sections[0].end + 2] == "\n\n"  # as a record's title stands above its text
    if apart and sections[0].kind == "headline" and article.title and article.title.startswith(first):
        title, sections = article.title, sections[1:]
    kept = [article.text[s.start : s.end] for s in sections if s.kind not in SKIPPED]
    return f"{title}\n"[:READ], "\n".join(kept)[:READ]
