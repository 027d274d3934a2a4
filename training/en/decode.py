"""The best tree over a sentence's arc scores: Chu-Liu-Edmonds with exactly one root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ROOTS = 4
"""Words that are tried as the root where the likeliest heads are no tree."""


def tree(scores: Floats) -> list[int]:
    """Heads by ``scores[dependent, head]`` (logarithms), the root's on the diagonal; a root is its own head."""
    size = len(scores)
    heads = [int(head) for head in scores.argmax(axis=1)]
    if sum(head == i for i, head in enumerate(heads)) == 1 and _cycle(heads) is None:
        return heads
    best: list[int] = []
    best_sum = -np.inf
    for root in np.argsort(-scores.diagonal(), kind="stable")[: min(ROOTS, size)]:
        found = _rooted(scores, int(root))
        total = float(sum(scores[i, head] for i, head in enumerate(found)))
        if total > best_sum:
            best, best_sum = found, total
    return best


def _rooted(scores: Floats, root: int) -> list[int]:
    """The best tree with this root."""
    arcs = scores.copy()
    np.fill_diagonal(arcs, -np.inf)
    arcs[root] = -np.inf
    arcs[root, root] = 0.0
    return _contracted(arcs, root)


def _contracted(arcs: Floats, root: int) -> list[int]:
    heads = [int(head) for head in arcs.argmax(axis=1)]
    heads[root] = root
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [i for i in range(len(arcs)) if i not in cycle]
    inside = np.array(sorted(cycle))
    size = len(rest) + 1
    smaller = np.full((size, size), -np.inf)
    smaller[:-1, :-1] = arcs[np.ix_(rest, rest)]
    outward = arcs[np.ix_(rest, inside)]
    smaller[:-1, -1] = outward.max(axis=1)
    kept = arcs[inside, [heads[i] for i in inside]]
    inward = arcs[np.ix_(inside, rest)] - kept[:, None]
    smaller[-1, :-1] = inward.max(axis=0)
    smaller[-1, -1] = -np.inf
    found = _contracted(smaller, rest.index(root))
    for place, head in enumerate(found[:-1]):
        word = rest[place]
        heads[word] = rest[head] if head < size - 1 else int(inside[outward[place].argmax()])
    heads[root] = root
    entered = int(inward[:, found[-1]].argmax())
    heads[int(inside[entered])] = rest[found[-1]]
    return heads


def _cycle(heads: list[int]) -> set[int] | None:
    """The words of one cycle, or None; a word that is its own head is a root and no cycle."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        node = start
        while not state[node] and heads[node] != node:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1 and node in path:
            return set(path[path.index(node) :])
        for seen in path:
            state[seen] = 2
    return None
