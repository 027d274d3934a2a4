"""Small questions about who comes from whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def spanning(related: Sequence[Sequence[int]]) -> dict[int, int]:
    """A forest over everything that is related, whoever came first: each node's way to the first of its kin."""
    parents: dict[int, int] = {}
    seen: set[int] = set()
    for start in range(len(related)):
        stack = [start] if start not in seen else []
        seen.update(stack)
        while stack:
            here = stack.pop()
            for other in related[here]:
                if other not in seen:
                    seen.add(other)
                    parents[other] = here
                    stack.append(other)
    return parents


def roots(count: int, links: Iterable[tuple[int, int]]) -> list[int]:
    """Per node the least node of its connected component."""
    names = list(range(count))

    def root(node: int) -> int:
        while names[node] != node:
            names[node] = names[names[node]]
            node = names[node]
        return node

    for a, b in links:
        one, two = root(a), root(b)
        names[max(one, two)] = min(one, two)
    return [root(node) for node in range(count)]


def components(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected components, each ascending, by their least node."""
    found: dict[int, list[int]] = {}
    for node, name in enumerate(roots(count, links)):
        found.setdefault(name, []).append(node)
    return [found[name] for name in sorted(found)]


def reaches(parents: Mapping[int, int], start: int, goal: int) -> bool:
    """Whether the way up from `start` passes `goal`."""
    while start != goal and start in parents:
        start = parents[start]
    return start == goal


def comes_from(sources: Mapping[int, set[int]], start: int, goal: int) -> bool:
    """Whether `start` was made from `goal`, directly or through others."""
    seen, stack = {start}, [start]
    while stack:
        for source in sources.get(stack.pop(), set()) - seen:
            seen.add(source)
            stack.append(source)
    return goal in seen
