"""Common readings: where two texts differ, the wording that third texts also have is the older one.

The rule of textual criticism (Maas 1927): whoever copies makes changes of his own, which nobody shares unless he copied
from that copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from variorum.lineage.evidence import Evidence, Pool

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
    derived, source, held = shared.derived, shared.source, pool.held
    own = _readings(pool, derived, [p.row for p in shared.pairs], source)
    theirs = _readings(pool, source, [c for p in shared.pairs for c in range(p.first, p.last + 1)], derived)
    mine = sum((own & held[derived, other]).bit_count() for other in others[:WITNESSES])
    older = sum((theirs & held[source, other]).bit_count() for other in others[:WITNESSES])
    clear = (older - mine) / sqrt(older + mine) if older + mine else 0.0
    return max(-1.0, min(1.0, clear / SURE)) if abs(clear) >= CLEAR else 0.0


def _readings(pool: Pool, number: int, sentences: Sequence[int], other: int) -> int:
    """Places (as bits) in these sentences of a text where runs of three words begin that the other has nowhere."""
    found = 0
    for sentence in sentences:
        found |= pool.begun[number][sentence]
    return found & ~pool.held[number, other]
