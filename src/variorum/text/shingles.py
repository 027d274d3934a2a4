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
