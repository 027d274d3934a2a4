"""Common readings: where two texts differ, the wording that third texts also have is the older one.

The rule of textual criticism (Maas 1927): whoever copies makes changes of his own, which nobody shares unless he copied
from that copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from variorum.lineage.evidence import Evidence, Pool
from variorum.lineage.runs import Hashes, held_in

WITNESSES = 24
"""Third texts that are asked: bounds the work in a large story."""

CLEAR = 2.0
"""Standard deviations of a fair coin below which what the witnesses say is chance."""

SURE = 6.0
"""The same, from which they leave no doubt."""


def witness(pool: Pool, shared: Evidence, others: Sequence[int]) -> float:
    """From -1 to 1: how clearly `others` side with the source's wording against the derived one's.

    Only passages that align count: what one of the two leaves out says nothing.
    """
    if not others:
        return 0.0
    rows = [p.row for p in shared.pairs]
    columns = [c for p in shared.pairs for c in range(p.first, p.last + 1)]
    own = _readings(pool, shared.derived, rows, shared.source)
    theirs = _readings(pool, shared.source, columns, shared.derived)
    mine = sum(_held(pool, own, other) for other in others[:WITNESSES])
    older = sum(_held(pool, theirs, other) for other in others[:WITNESSES])
    clear = (older - mine) / sqrt(older + mine) if older + mine else 0.0
    return max(-1.0, min(1.0, clear / SURE)) if abs(clear) >= CLEAR else 0.0


def _held(pool: Pool, readings: Hashes, other: int) -> int:
    return int(np.count_nonzero(held_in(readings, pool.kept[other].distinct)))


def _readings(pool: Pool, number: int, sentences: Sequence[int], other: int) -> Hashes:
    """Runs of three words that begin in these sentences of a text and that the other text has nowhere."""
    runs = pool.kept[number]
    inside = np.zeros(len(pool.texts[number].sentences), dtype=np.bool_)
    inside[sentences] = True
    found = runs.at[inside[pool.rows[number][: len(runs.at)]]]
    apart = found[~held_in(found, pool.kept[other].distinct)]
    apart.sort()  # they are looked up in many texts, and neighbours are found faster
    return apart
