"""Common readings: where two texts differ, the wording that third texts also have is the older one.

The rule of textual criticism (Maas 1927): whoever copies makes changes of his own, which nobody shares unless he copied
from that copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from variorum.lineage.evidence import Evidence, Pool
from variorum.lineage.runs import Places

WITNESSES = 24
"""Third texts that are asked: bounds the work in a large story."""

CLEAR = 2.0
"""Standard deviations of a fair coin below which what the witnesses say is chance."""

SURE = 6.0
"""The same, from which they leave no doubt."""


def witness(pool: Pool, shared: Evidence, others: Sequence[int]) -> float:
    """From -1 to 1: how clearly `others` side with the source's wording against the derived one's.

    Only passages that align count: what one of the two leaves out says nothing. Every two of the texts were compared.
    """
    if not others:
        return 0.0
    rows = [p.row for p in shared.pairs]
    columns = [c for p in shared.pairs for c in range(p.first, p.last + 1)]
    own = _readings(pool, shared.derived, rows, shared.source)
    theirs = _readings(pool, shared.source, columns, shared.derived)
    mine = sum(_held(pool, shared.derived, own, other) for other in others[:WITNESSES])
    older = sum(_held(pool, shared.source, theirs, other) for other in others[:WITNESSES])
    clear = (older - mine) / sqrt(older + mine) if older + mine else 0.0
    return max(-1.0, min(1.0, clear / SURE)) if abs(clear) >= CLEAR else 0.0


def _held(pool: Pool, number: int, readings: Places, other: int) -> int:
    return int(np.count_nonzero(pool.held[number, other][readings]))


def _readings(pool: Pool, number: int, sentences: Sequence[int], other: int) -> Places:
    """Runs of three words that begin in these sentences of a text and that the other text has nowhere."""
    inside = np.zeros(len(pool.texts[number].sentences), dtype=np.bool_)
    inside[sentences] = True
    which = pool.kept[number].which
    found = which[inside[pool.rows[number][: len(which)]]]
    return found[~pool.held[number, other][found]]
