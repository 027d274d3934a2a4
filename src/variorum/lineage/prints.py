"""Fingerprints of articles: few numbers that a text shares with those it was made from, whatever else the corpus holds.

Two kinds. *Runs*: hashes of runs of words, winnowed (Schleimer, Wilkerson and Aiken 2003), so that any RUN + WINDOW - 1
words in a row that two texts share give at least one number in common. *Facts*: pairs of a name or number with another
of the same sentence, which a paraphrase or translation keeps although no run of words survives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from variorum.lineage.runs import coded, runs_of, word_number
from variorum.lineage.texts import BODY, text_of
from variorum.model import Article, Extraction, number_of
from variorum.text.similarity import Sentence, Text
from variorum.text.words import Word, skeleton

U64 = NDArray[np.uint64]
I32 = NDArray[np.int32]
U8 = NDArray[np.uint8]

RUN, WINDOW = 5, 8
"""Words of a run, and of how many runs in a row one is kept: any 12 words in a row that are shared are found."""

MOST_RUNS, MOST_FACTS = 256, 64
"""Numbers kept of one article, the least ones: what two texts share is among the least of both alike (Broder 1997)."""

SMALL = 12
"""Numbers up to this one pin nothing."""

UNDATED = -1
"""The day of an article without a date."""


class Prints(Struct, frozen=True):
    """Columns: one row per fingerprint. `days` since 1970, `facts` is 1 for pairs of facts, `sizes` the number of runs
    that the article has in all."""

    hashes: U64
    articles: U64
    days: I32
    facts: U8
    sizes: I32


def fingerprints(articles: Sequence[Article], extractions: Sequence[Extraction] = ()) -> Prints:
    """Of a batch of articles with corpus ids; how a corpus is cut into batches changes nothing."""
    found = {e.article: e for e in extractions}
    texts = [text_of(a, found.get(a.id)) for a in articles]
    keys = np.array([number_of(a.id) for a in articles], dtype=np.uint64)
    return prints_of(texts, keys, np.array([day_of(a) for a in articles], dtype=np.int32))


def prints_of(texts: Sequence[Text], keys: U64, days: I32) -> Prints:
    """Of texts, by the numbers that stand for them."""
    runs = [_least(winnowed(t), MOST_RUNS) for t in texts]
    facts = [_least(fact_pairs(t), MOST_FACTS) for t in texts]
    both = [part for pair in zip(runs, facts, strict=True) for part in pair]
    counts = [len(part) for part in both]
    sizes = np.repeat(np.array([len(r) for r in runs], dtype=np.int32), 2)
    return Prints(
        np.concatenate(both) if both else np.zeros(0, dtype=np.uint64),
        np.repeat(np.repeat(keys, 2), counts),
        np.repeat(np.repeat(days, 2), counts),
        np.repeat(np.tile(np.array([0, 1], dtype=np.uint8), len(texts)), counts),
        np.repeat(sizes, counts),
    )


def day_of(article: Article) -> int:
    """Days from 1970 to the publication, UNDATED where it is not known."""
    try:
        return (date.fromisoformat((article.published or "")[:10]) - date(1970, 1, 1)).days
    except ValueError:
        return UNDATED


def winnowed(text: Text) -> U64:
    """The least of every WINDOW hashes of runs in a row, each once; runs go on over the ends of sentences."""
    words = [w.plain for s in text.sentences if s.kind in BODY for w in s.words]
    hashes = _mixed(runs_of(coded(words), RUN).at)
    if len(hashes) <= WINDOW:
        return hashes[:0] if not len(hashes) else hashes.min(keepdims=True)
    windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
    least: U64 = np.unique(windows.min(axis=1))
    return least


def fact_pairs(text: Text) -> U64:
    """Hashes of pairs of facts of one sentence."""
    pairs = {p for s in text.sentences if s.kind in BODY for p in _pairs(s)}
    return _mixed(np.array(sorted(pairs), dtype=np.uint64))


def _pairs(sentence: Sentence) -> Iterator[int]:
    """Sums of the hashes of two facts; two names side by side are one name and say nothing."""
    telling = ((place, word) for place, word in enumerate(sentence.words) if word.name or word.number)
    facts = [(place, word_number(key)) for place, word in telling if (key := _fact(word))][:MOST_FACTS]
    for n, (place, one) in enumerate(facts):
        for other_place, other in facts[n + 1 :]:
            if one != other and other_place > place + 1:
                yield (one + other) & 0xFFFFFFFFFFFFFFFF


def _fact(word: Word) -> str | None:
    """The word as a fact: a number, or the sound of a name."""
    if word.number:
        digits = word.key[1:]
        return None if digits.isdigit() and int(digits) <= SMALL else word.key
    if not word.name or word.common or len(word.plain) <= 3:
        return None
    bones = skeleton(word.plain)
    return "~" + bones if len(bones) > 2 else word.plain


def _least(hashes: U64, count: int) -> U64:
    return hashes[:count] if len(hashes) <= count else np.sort(hashes)[:count]


def _mixed(numbers: U64) -> U64:
    """Every bit of the result depends on every bit (Steele, Lea and Flood 2014), so that the least
    are a fair sample."""
    found = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: U64 = found ^ (found >> np.uint64(31))
    return mixed
