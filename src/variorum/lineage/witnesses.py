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
    own, theirs = _readings(pool, shared)
    mine = sum(_held(pool, own, other) for other in others[:WITNESSES])
    older = sum(_held(pool, theirs, other) for other in others[:WITNESSES])
    clear = (older - mine) / sqrt(older + mine) if older + mine else 0.0
    return max(-1.0, min(1.0, clear / SURE)) if abs(clear) >= CLEAR else 0.0


def _held(pool: Pool, readings: Hashes, other: int) -> int:
    return int(held_in(readings, pool.kept[other].distinct).sum())


def _readings(pool: Pool, shared: Evidence) -> tuple[Hashes, Hashes]:
    """Runs of three words that either text has in the aligned passages and the other has nowhere."""
    derived, source = shared.derived, shared.source
    rows = [p.row for p in shared.pairs]
    columns = sorted({c for p in shared.pairs for c in range(p.first, p.last + 1)})
    own, theirs = _inside(pool, derived, rows), _inside(pool, source, columns)
    own = own[~held_in(own, pool.kept[source].distinct)]
    return own, theirs[~held_in(theirs, pool.kept[derived].distinct)]


def _inside(pool: Pool, number: int, sentences: Sequence[int]) -> Hashes:
    runs = pool.kept[number]
    begins = pool.rows[number][: len(runs.at)]
    found: Hashes = np.unique(runs.at[np.isin(begins, sentences)])
    return found
