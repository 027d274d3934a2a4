"""Runs of words that two texts share: what a copy keeps and a paraphrase loses."""

from __future__ import annotations

from collections.abc import Sequence


def shingles(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    """All runs of `size` words."""
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def run_marks(words: Sequence[str], runs: set[tuple[str, ...]], size: int) -> list[bool]:
    """Per word, whether it stands in one of the runs of `size` words."""
    marks = [False] * len(words)
    for i in range(len(words) - size + 1):
        if tuple(words[i : i + size]) in runs:
            marks[i : i + size] = [True] * size
    return marks


def shared_run_share(words: Sequence[str], other: Sequence[str], size: int) -> float:
    """The share of `words` that stand in a run of `size` words which `other` has too (0 for a shorter text)."""
    return sum(run_marks(words, shingles(other, size), size)) / len(words) if words else 0.0


def shared_share(words: Sequence[str], other: Sequence[str], size: int) -> float:
    """The share of the different runs of `size` words that `other` has too (containment, Broder 1997)."""
    mine = shingles(words, size)
    return len(mine & shingles(other, size)) / len(mine) if mine else 0.0
