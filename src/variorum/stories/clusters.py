"""Groups from scored pairs by average link: joining two groups takes the mean of all their pairs, so that no chain of
near neighbours can tie two events together."""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def average_link(count: int, scores: Mapping[tuple[int, int], float], threshold: float) -> list[list[int]]:
    """Partition of `range(count)`: the closest two groups are joined while their mean score is at least `threshold`.

    A pair without a score counts as 0. Groups and members come sorted; ties go to the lowest members.
    """
    members = {i: [i] for i in range(count)}
    links: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    heap: list[tuple[float, int, int]] = []
    for (a, b), score in scores.items():
        links[a][b] = links[b][a] = score
        heap.append((-score, a, b))
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if -mean < threshold:
            break
        if a in members and b in members and -mean == links[a][b] / (len(members[a]) * len(members[b])):
            _join(a, b, members, links, heap)
    return sorted(sorted(m) for m in members.values())


def _join(
    a: int, b: int, members: dict[int, list[int]], links: dict[int, dict[int, float]], heap: list[tuple[float, int, int]]
) -> None:
    """Put group `b` into `a`; sums of scores add up, and the new means go on the heap."""
    members[a] += members.pop(b)
    for other, score in links.pop(b).items():
        del links[other][b]
        if other != a:
            links[a][other] = links[other][a] = links[a].get(other, 0.0) + score
    for other, score in links[a].items():
        mean = score / (len(members[a]) * len(members[other]))
        heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
