"""What passes between the rounds of grouping: columns as numpy arrays in frozen records.

Articles are `uint64` numbers (the hexadecimal digits of their id), terms `uint32` hashes, days proleptic ordinals. All
weights are integers, so that sums are the same whatever the order and however rows are cut into buckets.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
U32 = NDArray[np.uint32]
I64 = NDArray[np.int64]
I32 = NDArray[np.int32]
F64 = NDArray[np.float64]
Flags = NDArray[np.bool_]

NO_DAY = 0
"""Day of an article without a date; day 1 is 0001-01-01."""

WORD, FIGURE, PHRASE, COUNTED, CORPUS = range(5)
"""Kinds of terms, the two lowest bits of a term: words and full names; numbers; two words in a row; a number and the
word behind it. Term 0 tells how small the corpus is, so that a vector has all that comparing it takes."""

KINDS = 5

UNKNOWN_GAP = 7
"""Days that are assumed between articles of which one has no date."""

KIND = np.uint32(3)


def of_kind(hashes: U32, kind: int | I64) -> U32:
    """Terms of a kind from hashes."""
    return (hashes & ~KIND) | np.asarray(kind, dtype=np.uint32)


def kinds(terms: U32) -> I64:
    """The kind of each term."""
    return np.where(terms == 0, CORPUS, terms & KIND).astype(np.int64)


def marked(weights: I32, names: Flags | I32) -> I32:
    """Weights of which the lowest bit says whether the term is a name."""
    found: I32 = (weights & ~np.int32(1)) | names.astype(np.int32)
    return found


class Terms(Struct, frozen=True):
    """Articles and their weighed terms: article i has `terms[starts[i]:starts[i + 1]]`, ascending, and their weights.

    As *signature*: all terms, weights in SCALE before corpus frequencies. As *vector*: the heaviest terms, weights such
    that the dot product of two vectors is their likeness in units of ONE * ONE. A name's weight is odd, any other even.
    """

    articles: U64
    days: I32
    starts: I64
    terms: U32
    weights: I32

    def __len__(self) -> int:
        return len(self.articles)

    def rows(self) -> I64:
        """For every term the place of its article."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.starts))

    def take(self, places: I64) -> Terms:
        """The articles at some places, in that order."""
        lengths = np.diff(self.starts)[places]
        inner = ranges(self.starts[:-1][places], lengths)
        return Terms(self.articles[places], self.days[places], offsets(lengths), self.terms[inner], self.weights[inner])

    def only(self, kept: Flags) -> Terms:
        """The same articles; those for which `kept` does not hold have no terms."""
        inner = np.repeat(kept, np.diff(self.starts))
        return Terms(
            self.articles,
            self.days,
            offsets(np.diff(self.starts) * kept),
            self.terms[inner],
            self.weights[inner],
        )


class Keys(Struct, frozen=True):
    """Terms by which articles are looked for: a row says that `article` of `day` holds `term` with `weight`."""

    terms: U32
    days: I32
    articles: U64
    weights: I32


class Pairs(Struct, frozen=True):
    """Pairs of articles and what is known of their likeness. Candidates: the `first` keeps the pair (see
    `candidates.near`), values in units of ONE * ONE; scored pairs: `first` < `second`, values 0 to likelihood.FULL."""

    first: U64
    second: U64
    values: I64

    def __len__(self) -> int:
        return len(self.first)

    def where(self, kept: Flags | I64) -> Pairs:
        """The pairs for which `kept` holds, or at these places."""
        return Pairs(self.first[kept], self.second[kept], self.values[kept])


class Shipments(Struct, frozen=True):
    """Vectors under way to the articles they are compared with: `vectors` row i to `to[starts[i]:starts[i + 1]]`."""

    to: U64
    starts: I64
    vectors: Terms


class Counts(Struct, frozen=True):
    """In how many articles a term of each cell stands; cell 0 counts the articles themselves. Sums by cell."""

    cells: U32
    counts: I64


class Same(Struct, frozen=True):
    """Articles and who speaks for them: the copy that is compared, or the group they are in (its least article)."""

    articles: U64
    leaders: U64


def offsets(lengths: I64) -> I64:
    """Starts of pieces of some lengths, and the end of the last."""
    out = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=out[1:])
    return out


def ranges(starts: I64, lengths: I64) -> I64:
    """The whole numbers of all ranges [start, start + length), one range after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    found: I64 = np.arange(total, dtype=np.int64) + np.repeat(starts - (ends - lengths), lengths)
    return found


def gaps(one: I32, two: I32) -> I64:
    """Days between, row by row."""
    unknown = (one == NO_DAY) | (two == NO_DAY)
    found: I64 = np.where(unknown, UNKNOWN_GAP, np.abs(one.astype(np.int64) - two))
    return found


def ranks(groups: I64 | U64) -> I64:
    """For each row how many of its group stand before it; rows of a group stand together."""
    place = np.arange(len(groups), dtype=np.int64)
    start = np.ones(len(groups), dtype=np.bool_)
    start[1:] = groups[1:] != groups[:-1]
    found: I64 = place - np.maximum.accumulate(np.where(start, place, 0))
    return found


def joined(parts: Sequence[Terms]) -> Terms:
    """Several batches as one."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return nothing()
    return Terms(
        np.concatenate([p.articles for p in parts]),
        np.concatenate([p.days for p in parts]),
        offsets(np.concatenate([np.diff(p.starts) for p in parts])),
        np.concatenate([p.terms for p in parts]),
        np.concatenate([p.weights for p in parts]),
    )


def nothing() -> Terms:
    """No articles."""
    return Terms(
        np.zeros(0, np.uint64),
        np.zeros(0, np.int32),
        np.zeros(1, np.int64),
        np.zeros(0, np.uint32),
        np.zeros(0, np.int32),
    )


def joined_pairs(parts: Sequence[Pairs]) -> Pairs:
    """Several lists of pairs as one."""
    if not parts:
        return Pairs(np.zeros(0, np.uint64), np.zeros(0, np.uint64), np.zeros(0, np.int64))
    return Pairs(
        np.concatenate([p.first for p in parts]),
        np.concatenate([p.second for p in parts]),
        np.concatenate([p.values for p in parts]),
    )
