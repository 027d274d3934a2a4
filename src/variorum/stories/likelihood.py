"""From what two articles share to how likely they report one event: a logistic model with few and rounded weights.

Fitted on pairs of development articles (three sets, one half of one held back: it scored the same). Logarithms and
exponentials come from tables, so that scores do not depend on a machine's mathematical library.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from msgspec import Struct

from variorum.stories.columns import CORPUS, COUNTED, F64, FIGURE, I64, PHRASE, WORD

FULL = 1_000_000
"""The score of a pair that is surely of one event."""


class Evidence(Struct, frozen=True):
    """What two articles share, one row per pair; columns by kind of term, but for `gaps`.

    `alike`: square root of the cosine; `shared`: dot product; `least`: the shorter vector's length (of both in plain
    words that no other article has); `named`: names in common; `gaps`: days between.
    """

    alike: F64
    shared: F64
    least: F64
    named: I64
    gaps: I64


START = -5.96
"""Log odds before any evidence."""

ALIKE = ((WORD, 8.4), (FIGURE, 2.34), (PHRASE, -1.54), (COUNTED, 2.12))
SHARED = ((WORD, 0.634), (PHRASE, 0.406))
LEAST = ((FIGURE, -1.03), (PHRASE, -0.49), (COUNTED, -1.46))
"""Weights of cosines, of (the logarithm of) what is shared, and of (that of) how much could have been: long texts
of many figures that share few are of two events."""

FEW = 4.2
"""Weight of the smallness of a corpus (see `vectors.fewness`)."""

NAMED = np.array([0.3, 0.7, 0.9, 1.0])
"""The part of it that holds for two articles with so many names in common, or more: a handful of files may be of
several events of one kind, which words do not tell apart.

Of 250 pairs of one event (gva) seven in ten share three names or more and one in sixteen none; of 400 pairs of two
events of about one time one in sixty, and seven in ten."""

APART = -0.92
"""Weight of the logarithm of days between: a year later it takes names and numbers to be the same event."""

STEP = 128
"""Parts of one that dot products and lengths are told apart in."""

ODDS = 1024
LIMIT = 8 * ODDS
"""Parts of one that log odds are told apart in, and the log odds beyond which a score no longer changes."""


class Tables(Struct, frozen=True):
    """`gains`: worth of a dot product in 1/STEP (the first shared terms count most); `lengths`: of a vector's length in
    1/STEP; `delays`: of days; `scores`: score by log odds in 1/ODDS from -LIMIT."""

    gains: F64
    lengths: F64
    delays: F64
    scores: I64


@cache
def tables() -> Tables:
    """The tables, made when first used; beyond their ends nothing changes."""
    return Tables(
        np.array([math.log1p(30 * n / STEP) for n in range(1 << 16)]),
        np.array([math.log1p(n / STEP) for n in range(1 << 13)]),
        np.array([math.log1p(n) for n in range(4000)]),
        np.array([round(FULL / (1 + math.exp(-n / ODDS))) for n in range(-LIMIT, LIMIT + 1)], dtype=np.int64),
    )


def likelihood(found: Evidence) -> I64:
    """The score (0 to FULL) of each pair."""
    known = tables()
    few = FEW * found.least[:, CORPUS] * NAMED[np.minimum(found.named, len(NAMED) - 1)]
    odds = START + few + APART * _read(known.delays, found.gaps)
    for kind, weight in ALIKE:
        odds = odds + weight * found.alike[:, kind]
    for kind, weight in SHARED:
        odds = odds + weight * _read(known.gains, found.shared[:, kind] * STEP)
    for kind, weight in LEAST:
        odds = odds + weight * _read(known.lengths, found.least[:, kind] * STEP)
    steps = np.clip(np.rint(odds * ODDS), -LIMIT, LIMIT).astype(np.int64)
    scores: I64 = known.scores[steps + LIMIT]
    return scores


def _read(table: F64, at: F64 | I64) -> F64:
    found: F64 = table[np.minimum(at, len(table) - 1).astype(np.int64)]
    return found
