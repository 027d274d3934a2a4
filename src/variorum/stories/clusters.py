"""Groups from scored pairs by average link: joining two groups takes the mean of all their pairs, so that no chain of
near neighbours can tie two events together."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

COHERENT = 0.75
"""Two grown groups are one only if their pairs across are at least this part as alike as the pairs inside: two events
of one kind read alike, but less than reports of one."""

GROWN = 4
"""Members from which a group's own likeness is known well enough to be held against a join."""


NEIGHBOURS = 16
"""Best pairs of an article that count: no article is compared with all others of a large story, and a group of many
articles stays small by it."""


class Groups:
    """Groups under way: members, sums of scores between and inside groups."""

    def __init__(self, count: int, scores: Mapping[tuple[int, int], int]) -> None:
        self.members = {i: [i] for i in range(count)}
        self.between: dict[int, dict[int, int]] = {i: {} for i in range(count)}
        self.inside = dict.fromkeys(range(count), 0)
        for (a, b), score in sorted(scores.items()):
            self.between[a][b] = self.between[b][a] = score

    def mean(self, a: int, b: int) -> float:
        """Mean score of the pairs across, as many as can be known; a pair without a score counts as 0."""
        less, more = sorted((len(self.members[a]), len(self.members[b])))
        return float(self.between[a].get(b, 0) / (less * min(more, NEIGHBOURS)))

    def own(self, a: int) -> float:
        """Mean score of the pairs inside."""
        size = len(self.members[a])
        return float(2 * self.inside[a] / (size * min(size - 1, NEIGHBOURS)))

    def coheres(self, a: int, b: int) -> bool:
        """Whether joining would not tie together two groups that are each much more alike."""
        if min(len(self.members[a]), len(self.members[b])) < GROWN:
            return True
        return self.mean(a, b) >= COHERENT * min(self.own(a), self.own(b))

    def join(self, a: int, b: int) -> None:
        """Put group `b` into `a`."""
        self.inside[a] += self.inside.pop(b) + self.between[a].get(b, 0)
        self.members[a] += self.members.pop(b)
        for other, score in self.between.pop(b).items():
            del self.between[other][b]
            if other != a:
                self.between[a][other] = self.between[other][a] = self.between[a].get(other, 0) + score


def average_link(count: int, scores: Mapping[tuple[int, int], int], threshold: float) -> list[list[int]]:
    """Partition of `range(count)`: the closest two groups are joined while their mean score is at least `threshold`.

    Groups and members come sorted; ties go to the lowest members.
    """
    groups = Groups(count, scores)
    refused: dict[int, set[int]] = {}
    heap: list[tuple[float, int, int]] = [(-score, a, b) for (a, b), score in scores.items() if score >= threshold]
    heapq.heapify(heap)

    def push(one: int, other: int) -> None:
        mean = groups.mean(min(one, other), max(one, other))
        if mean >= threshold:
            heapq.heappush(heap, (-mean, min(one, other), max(one, other)))

    while heap:
        mean, a, b = heapq.heappop(heap)
        if a not in groups.members or b not in groups.members:
            continue
        if -mean != groups.mean(a, b):
            if -mean > groups.mean(a, b):  # a group has grown since: the mean fell, and the pair waits for its turn
                push(a, b)
        elif groups.coheres(a, b):
            again = {*groups.between[b], *refused.pop(a, ()), *refused.pop(b, ())}
            groups.join(a, b)
            for other in again & groups.between[a].keys():
                push(a, other)
        else:
            refused.setdefault(a, set()).add(b)
            refused.setdefault(b, set()).add(a)
    return sorted(sorted(m) for m in groups.members.values())
