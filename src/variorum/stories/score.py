"""Candidate pairs by shared words, never all pairs, and how likely each pair reports one event."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.stories.signature import Frequencies, Signature

FLOOR = 0.05
"""Similarity below which a pair is not kept."""

WIDEST = 400
"""A term in more articles than this brings no candidates: it says nothing about which event."""

GRACE, FADE, LEAST = 3, 10.0, 0.4
"""Days between two reports that cost nothing; days over which the rest fades by a factor e; and the least factor."""


def pairs(signatures: Sequence[Signature], known: Frequencies) -> dict[tuple[int, int], float]:
    """Cosine of weighed terms times the time factor, for all pairs (i < j) of at least FLOOR."""
    vectors = [_vector(s, known) for s in signatures]
    postings = _postings(vectors)
    days = np.array([np.nan if s.day is None else s.day for s in signatures])
    found: dict[tuple[int, int], float] = {}
    for number, vector in enumerate(vectors):
        scores = np.zeros(len(signatures))
        for term, value in vector.items():
            posting = postings.get(term)
            if posting is not None:
                scores[posting[0]] += value * posting[1]
        scores *= _fade(days - days[number])
        for other in np.flatnonzero(scores[:number] >= FLOOR).tolist():
            found[other, number] = float(scores[other])
    return found


def _vector(signature: Signature, known: Frequencies) -> dict[str, float]:
    raw = {t: v * known.weight(t) for t, v in signature.terms.items()}
    norm = math.sqrt(sum(v * v for v in raw.values())) or 1.0
    return {t: v / norm for t, v in raw.items()}


def _postings(vectors: Sequence[dict[str, float]]) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
    lists: dict[str, list[tuple[int, float]]] = {}
    for number, vector in enumerate(vectors):
        for term, value in vector.items():
            lists.setdefault(term, []).append((number, value))
    widest = max(WIDEST, len(vectors) // 10)
    return {
        t: (np.array([n for n, _ in entries]), np.array([v for _, v in entries]))
        for t, entries in lists.items()
        if 2 <= len(entries) <= widest
    }


def _fade(gap: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 within GRACE days or where a date is unknown, then fading towards LEAST."""
    late = np.maximum(0.0, np.abs(np.nan_to_num(gap)) - GRACE)
    faded: NDArray[np.float64] = LEAST + (1 - LEAST) * np.exp(-late / FADE)
    return faded
