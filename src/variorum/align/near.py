"""Which of many names are worth a closer look: pairs whose sound keys are half alike, found in one sweep."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from variorum.text.translit import fold, sound

LEAST = 0.5
"""Share of a key's letters that agree: below it no weighting of letters makes two names one."""


def near_pairs(names: Sequence[str], least: float = LEAST) -> list[tuple[int, int]]:
    """Indices (i < j) of names alike as wholes or in their last words, in order."""
    if len(names) < 2:
        return []
    alike = np.zeros((len(names), len(names)), dtype=bool)
    for keys in ([sound(n) for n in names], [_last(n) for n in names]):
        alike |= cdist(keys, keys, scorer=Levenshtein.normalized_similarity, score_cutoff=least, workers=1) >= least
    rows, columns = np.nonzero(np.triu(alike, 1))
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def _last(name: str) -> str:
    words = fold(name).split()
    return sound(words[-1]) if words else ""
