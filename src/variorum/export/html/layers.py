"""Placing articles for the lineage drawing: layers of descent from left to right, a lane per origin."""

from __future__ import annotations

from msgspec import Struct

from variorum.export.view import StoryView
from variorum.model import Derivation


class Node(Struct, frozen=True):
    """An article's column (how far from its text's beginning) and its row."""

    article: str
    column: int
    row: int


class Lane(Struct, frozen=True):
    """The rows of one origin; `origin` is its index, null for articles of none."""

    origin: int | None
    first: int
    rows: int


class Layout(Struct, frozen=True):
    """Nodes, lanes, and how many rows and columns there are."""

    nodes: dict[str, Node]
    lanes: tuple[Lane, ...]
    columns: int
    rows: int


def place(view: StoryView) -> Layout:
    """The same account always gets the same places; a cycle in a damaged account is cut where it would close."""
    depth = _depths(view)
    nodes: dict[str, Node] = {}
    lanes: list[Lane] = []
    row = 0
    for origin, articles in _groups(view):
        first = row
        for article in sorted(articles, key=lambda a: depth[a]):
            if article not in nodes and depth[article] == min(depth[a] for a in articles if a not in nodes):
                row = _descend(view, article, depth, set(articles), nodes, row)
        lanes.append(Lane(origin, first, row - first))
    return Layout(nodes, tuple(lanes), max(depth.values(), default=0) + 1, row)


def parent(view: StoryView, article: str, held: set[str]) -> Derivation | None:
    """The derivation that explains most of the article, from the same origin."""
    return next((e for e in view.derivations.get(article, ()) if e.source in held), None)


def _groups(view: StoryView) -> list[tuple[int | None, list[str]]]:
    groups: dict[int | None, list[str]] = {}
    for entry in view.columns:
        groups.setdefault(view.origin_index(entry.id), []).append(entry.id)
    return list(groups.items())


def _depths(view: StoryView) -> dict[str, int]:
    """The longest way down to each article, found by relaxing the edges as often as there are articles at most."""
    depth = {a.id: 0 for a in view.story.articles}
    edges = [e for e in view.story.lineage if e.source in depth and e.derived in depth and e.source != e.derived]
    for _ in range(min(len(depth), 64)):
        changed = False
        for edge in edges:
            wanted = min(depth[edge.source] + 1, len(depth) - 1)
            if wanted > depth[edge.derived]:
                depth[edge.derived] = wanted
                changed = True
        if not changed:
            break
    return depth


def _descend(
    view: StoryView, root: str, depth: dict[str, int], held: set[str], nodes: dict[str, Node], row: int
) -> int:
    """Place `root` and what was made from it, the first child on its own row; returns the next free row."""
    stack = [root]
    while stack:
        article = stack.pop()
        if article in nodes:
            continue
        above = parent(view, article, held)
        shares = above is not None and _free(nodes, above.source, depth[article])
        here = nodes[above.source].row if shares and above is not None else row
        nodes[article] = Node(article, depth[article], here)
        row = max(row, here + 1)
        children = [a.id for a in view.story.articles if _is_child(view, a.id, article, held) and a.id not in nodes]
        stack.extend(reversed(children))
    return row


def _is_child(view: StoryView, article: str, source: str, held: set[str]) -> bool:
    edge = parent(view, article, held) if article in held else None
    return edge is not None and edge.source == source


def _free(nodes: dict[str, Node], source: str, column: int) -> bool:
    """Whether the source's row has nothing to the right of the source."""
    at = nodes.get(source)
    return (
        at is not None and all(n.row != at.row or n.column <= at.column for n in nodes.values()) and column > at.column
    )
