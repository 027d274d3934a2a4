"""Connected components in one process: edges are streamed, only the nodes are in memory (16 bytes each, for moments
twice that)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Ids = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Edges = Callable[[], Iterable[tuple[Any, Any]]]
"""Gives the edges anew each time, as pairs of arrays."""

VERSION = 1
PIECE = 1 << 20
"""Edges to one part of the result."""
SCHEMA = pa.schema([("node", pa.uint64()), ("component", pa.uint64())])


def pieces(edges: Edges, count: int) -> Iterator[Iterable[pa.Table]]:
    """The components as so many parts, by ascending node."""
    nodes, least = components(edges)
    cuts = [len(nodes) * i // count for i in range(count + 1)]
    for start, end in pairwise(cuts):
        yield [pa.table({"node": nodes[start:end], "component": least[start:end]}, schema=SCHEMA)]


def components(edges: Edges) -> tuple[Ids, Ids]:
    """All nodes, ascending, and for each the least node of its connected component."""
    nodes = _nodes(edges())
    parent: Places = np.arange(len(nodes), dtype=np.int64)
    for a, b in edges():
        _join(parent, _places(nodes, a), _places(nodes, b))
    return nodes, nodes[_roots(parent, parent)]


def _nodes(edges: Iterable[tuple[Any, Any]]) -> Ids:
    """Every node once. New ones wait until they are as many as the known, so that sorting stays n log n."""
    known: Ids = np.empty(0, dtype=np.uint64)
    waiting: list[Ids] = []
    for a, b in edges:
        waiting.append(_distinct([a, b]))
        if sum(map(len, waiting)) > max(len(known), 1 << 20):
            known, waiting = _distinct([known, *waiting]), []
    return _distinct([known, *waiting])


def _distinct(ids: list[Ids]) -> Ids:
    """Every one once, ascending. (numpy's own `unique` hashes, which takes ten times as long.)"""
    every = np.sort(np.concatenate(ids))
    return every[np.append(True, every[1:] != every[:-1])] if len(every) else every


def _places(nodes: Ids, wanted: Ids) -> Places:
    """Where each one stands; asked for in order, neighbours are found in what the processor has at hand."""
    order = np.argsort(wanted)
    places: Places = np.empty(len(wanted), dtype=np.int64)
    places[order] = np.searchsorted(nodes, wanted[order])
    return places


def _join(parent: Places, a: Places, b: Places) -> None:
    """Hook the greater of two roots to the lesser until every edge lies within one tree.

    A parent is never greater than its child, so there are no cycles, and a root is the least of its tree. Of the edges
    that compete for one root the one to the least wins; the others come again in the next round.
    """
    while len(a):
        up, other = _roots(parent, a), _roots(parent, b)
        parent[a], parent[b] = up, other  # the next to come this way has one step
        a, b = up, other
        apart = a != b
        a, b = a[apart], b[apart]
        np.minimum.at(parent, np.maximum(a, b), np.minimum(a, b))


def _roots(parent: Places, at: Places) -> Places:
    """Follow the parents up."""
    while True:
        up = parent[at]
        if np.array_equal(up, at):
            return up
        at = parent[up]
