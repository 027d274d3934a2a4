"""From linked pairs to sources: every article gets the source that explains it best, and never a cycle."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.lineage.direction import Sign, Standing, credits_of, nearness, signs
from variorum.lineage.evidence import STRONG, Evidence, Pool

LINK = 0.34
"""Explained plus strong share (either way) from which two articles are linked. On the development stories derived
articles reach .50 or more and independent reports .20 or less."""

CREDITED = 0.12
"""The same for a second source that the article credits."""

CLOSE = 0.06
"""A copy explains a third text nearly as well as its original: within this margin the original is preferred."""


TIGHT = 0.2
"""Weight of what an article explains of its source, against what the source explains of it."""


class Edge(Struct, frozen=True, kw_only=True):
    """A chosen derivation; `main` edges make the tree, the others are a compilation's further sources."""

    evidence: Evidence
    signs: tuple[Sign, ...]
    main: bool
    credited: frozenset[str] = frozenset()

    @property
    def certainty(self) -> float:
        """Sum of the signs' weights."""
        return sum(s.weight for s in self.signs)


class Forest:
    """Evidence between all articles of a story, and the edges chosen from it."""

    def __init__(self, pool: Pool, standings: Sequence[Standing]) -> None:
        self.standings = tuple(standings)
        self._pool = pool
        count = len(standings)
        self.evidence = {(i, j): pool.compare(i, j) for i in range(count) for j in range(count) if i != j}
        self._explained = {k: e.explained for k, e in self.evidence.items()}
        self._signs: dict[tuple[int, int], tuple[Sign, ...]] = {}
        self._related = [[j for j in range(count) if j != i and self.link(i, j) >= LINK] for i in range(count)]

    def link(self, a: int, b: int) -> float:
        """How clearly two articles share text, whichever was first."""
        one, two = self.evidence[a, b], self.evidence[b, a]
        return max(one.explained + one.strong, two.explained + two.strong)

    def signs(self, a: int, b: int) -> tuple[Sign, ...]:
        """Signs that `a` was made from `b`."""
        if (a, b) not in self._signs:
            others = [z for z in self._related[a] if z != b and z in self._related[b]]
            near = nearness(self._explained, a, b, others)
            one, two = self.standings[a], self.standings[b]
            self._signs[a, b] = signs(one, two, self.evidence[a, b], self.evidence[b, a], near)
        return self._signs[a, b]

    def follows(self, a: int, b: int) -> bool:
        """Whether `a` came after `b`: the signs' sum, a tie goes to the one that sorts later."""
        total = sum(s.weight for s in self.signs(a, b))
        return total > 0 or (total == 0 and a > b)

    def edges(self) -> list[Edge]:
        """The main edge of every article that has one, then the further sources."""
        main = self._main()
        parents = {e.evidence.derived: e.evidence.source for e in main}
        return [*main, *self._further(parents)]

    def _main(self) -> list[Edge]:
        candidates = [
            (self._fit(a, b), a, b) for a, related in enumerate(self._related) for b in related if self.follows(a, b)
        ]
        parents: dict[int, int] = {}
        for _, a, b in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
            if a not in parents and not _reaches(parents, b, a):
                parents[a] = b
        return [self._edge(a, self._original(a, b, parents)) for a, b in sorted(parents.items())]

    def _fit(self, a: int, b: int) -> float:
        """How well `b` explains `a`; between equals, the one that has less besides."""
        return self.evidence[a, b].explained + TIGHT * self.evidence[b, a].explained

    def _original(self, a: int, b: int, parents: dict[int, int]) -> int:
        """Step back from a copy to what it was copied from, as long as that explains `a` about as well."""
        while b in parents and self.evidence[b, parents[b]].verbatim >= COPIED and parents[b] != a:
            if self.evidence[a, parents[b]].explained < self.evidence[a, b].explained - CLOSE:
                break
            b = parents[b]
        return b

    def _edge(self, a: int, b: int, *, main: bool = True, evidence: Evidence | None = None) -> Edge:
        credited = credits_of(self.standings[a], self.standings[b])
        return Edge(evidence=evidence or self.evidence[a, b], signs=self.signs(a, b), main=main, credited=credited)

    def _further(self, parents: dict[int, int]) -> list[Edge]:
        """A compilation's other sources: articles of other families that explain what the main source does not."""
        families = self.families(parents)
        found = []
        for a, b in sorted(self.evidence):
            if families[a] == families[b] or not self.follows(a, b):
                continue
            rest = self._rest(a, b, parents)
            needed = CREDITED if credits_of(self.standings[a], self.standings[b]) else LINK
            if rest >= needed:
                found.append(self._edge(a, b, main=False))
        return _best_of_family(found, families)

    def _rest(self, a: int, b: int, parents: dict[int, int]) -> float:
        """Link strength over the passages of `a` that its main source does not explain as well."""
        main = {p.row: p.similarity for p in self.evidence[a, parents[a]].pairs} if a in parents else {}
        own = [p for p in self.evidence[a, b].pairs if p.similarity > main.get(p.row, 0.0)]
        return self._pool.strength(a, own) if any(p.similarity >= STRONG for p in own) else 0.0

    def families(self, parents: dict[int, int]) -> list[int]:
        """Per article the number of its connected family."""
        names = list(range(len(self.standings)))
        for a, b in sorted(parents.items()):
            old, new = max(names[a], names[b]), min(names[a], names[b])
            names = [new if n == old else n for n in names]
        return names


COPIED = 0.6
"""Share of words in copied runs of five from which an article is a copy."""


def _reaches(parents: dict[int, int], start: int, goal: int) -> bool:
    while start != goal and start in parents:
        start = parents[start]
    return start == goal


def _best_of_family(edges: list[Edge], families: list[int]) -> list[Edge]:
    """One further source per article and family: the one that explains most."""
    best: dict[tuple[int, int], Edge] = {}
    for edge in edges:
        key = edge.evidence.derived, families[edge.evidence.source]
        if key not in best or edge.evidence.explained > best[key].evidence.explained:
            best[key] = edge
    return [best[k] for k in sorted(best)]
