"""From what two articles share to how likely they report one event: a logistic model with few and rounded weights.

Fitted on pairs of development articles (three sets, one half of one held back: it scored the same). Logarithms and
exponentials come from tables, so that scores do not depend on a machine's mathematical library.
"""

from __future__ import annotations

import math

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from variorum.stories.columns import CORPUS, COUNTED, FIGURE, I64, PHRASE, WORD

F64 = NDArray[np.float64]

FULL = 1000
"""The score of a pair that is surely of one event."""


class Evidence(Struct, frozen=True):
    """What two articles share, one row per pair; columns by kind of term, but for `gaps`.

    `alike`: square root of the cosine; `shared`: dot product; `least`: the shorter vector's length (of both in plain
    words that no other article has); `gaps`: days between.
    """

    alike: F64
    shared: F64
    least: F64
    gaps: I64


START = -8.5
"""Log odds before any evidence."""

ALIKE = ((WORD, 6.2), (FIGURE, 2.1), (PHRASE, -4.5), (COUNTED, 2.6))
SHARED = ((WORD, 1.55), (PHRASE, 0.52))
LEAST = ((FIGURE, -1.1), (PHRASE, -2.5), (COUNTED, -1.1))
"""Weights of cosines, of (the logarithm of) what is shared, and of (that of) how much could have been: long texts of many
figures that share few are of two events."""

FEW = 3.0
"""Weight of the smallness of a corpus (see `vectors.fewness`)."""

APART = -0.72
"""Weight of the logarithm of days between: a year later it takes names and numbers to be the same event."""

STEP, MOST = 16, 1 << 14
GAINS = np.array([math.log1p(30 * n / STEP) for n in range(MOST)])
"""Worth of a dot product in 1/STEP: the first shared terms count most."""

LENGTHS = np.array([math.log1p(n / STEP) for n in range(MOST)])
"""Worth of a vector's length in 1/STEP."""

DELAYS = np.array([math.log1p(n) for n in range(4000)])

ODDS = 64
CURVE = np.array([round(FULL / (1 + math.exp(-n / ODDS))) for n in range(-8 * ODDS, 8 * ODDS + 1)], dtype=np.int64)
"""Score by log odds in 1/ODDS, from -8 to 8."""


def likelihood(found: Evidence) -> I64:
    """The score (0 to FULL) of each pair."""
    odds = START + FEW * found.least[:, CORPUS] + APART * DELAYS[np.minimum(found.gaps, len(DELAYS) - 1)]
    for kind, weight in ALIKE:
        odds = odds + weight * found.alike[:, kind]
    for kind, weight in SHARED:
        odds = odds + weight * GAINS[np.minimum(found.shared[:, kind] * STEP, MOST - 1).astype(np.int64)]
    for kind, weight in LEAST:
        odds = odds + weight * LENGTHS[np.minimum(found.least[:, kind] * STEP, MOST - 1).astype(np.int64)]
    steps = np.clip(np.rint(odds * ODDS), -8 * ODDS, 8 * ODDS).astype(np.int64)
    scores: I64 = CURVE[steps + 8 * ODDS]
    return scores
