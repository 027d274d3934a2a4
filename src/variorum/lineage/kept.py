"""How much of its source's wording a derived text kept: what tells a copy from a rewrite, and a light one from a heavy.

The words of a subject are shared by all who write about it; what a writer took shows in their sequence. So a word
counts as kept where it stands in a run of the aligned passage that the source has in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rapidfuzz.distance import LCSseq

from variorum.lineage.evidence import Evidence, Pool
from variorum.lineage.passages import Pair
from variorum.text.words import Word

SHORTEST = 2
"""Words of a run that counts as kept: a word alone may be there by chance."""

UNCHANGED = 0.9
"""Share of a passage's words in kept runs from which it was copied: a word or two may differ in twenty."""


class Kept(Struct, frozen=True):
    """Shares of the derived text.

    `words`: weight of its body words in kept runs. `copied`: of the words that its aligned passages have from the
    source, those in passages copied unchanged (above 1 where these hold more).
    """

    words: float
    copied: float


def kept(pool: Pool, evidence: Evidence) -> Kept:
    """What the evidence's derived text kept of the source."""
    weight = copied = 0.0
    lengths = pool.lengths[evidence.derived] * pool.body[evidence.derived]
    for pair in evidence.pairs:
        if lengths[pair.row]:
            runs = _in_order(*_words(pool, evidence, pair))
            weight += sum(pool.space.worth(runs))
            copied += float(lengths[pair.row]) if len(runs) >= UNCHANGED * lengths[pair.row] else 0.0
    total, held = float(pool.sizes(evidence.derived).sum()), evidence.coverage * float(lengths.sum())
    return Kept(round(weight / total, 6) if total else 0.0, round(copied / held, 6) if held else 0.0)


def _words(pool: Pool, evidence: Evidence, pair: Pair) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of a passage's two sides."""
    source = pool.texts[evidence.source].sentences[pair.first : pair.last + 1]
    return pool.texts[evidence.derived].sentences[pair.row].words, [w for s in source for w in s.words]


def _in_order(mine: Sequence[Word], theirs: Sequence[Word]) -> list[Word]:
    """The words of the first text in runs of SHORTEST or more that the second has in the same order."""
    steps = LCSseq.opcodes([w.plain for w in mine], [w.plain for w in theirs])
    runs = [s for s in steps if s.tag == "equal" and s.src_end - s.src_start >= SHORTEST]
    return [word for s in runs for word in mine[s.src_start : s.src_end]]
