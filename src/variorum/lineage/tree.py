"""From linked pairs to sources: every article gets the source that explains it best, and never a cycle."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from msgspec import Struct

from variorum.lineage.direction import Sign, Standing, credits_of, missing_source, nearness, signs
from variorum.lineage.evidence import STRONG, Evidence, Pool
from variorum.lineage.link import FACTUAL, linked

FURTHER = 0.34
"""Explained plus clearly matching share of the passages from which an article is a compilation's further source: on the
development stories such sources reach .27 and are credited, independent reports .11 or less."""

CREDITED = 0.12
"""The same for a second source that the article credits."""

CLOSE = 0.06
"""A copy explains a third text nearly as well as its original: within this margin the earlier text is preferred."""


TIGHT = 0.2
"""Weight of what an article explains of its source, against what the source explains of it."""


class Edge(Struct, frozen=True, kw_only=True):
    """A chosen derivation; `main` edges make the tree, the others are a compilation's further sources.

    `used`: how much of the source the derived article holds. `siblings`: agencies from which both have their text,
    where neither is the agency's own.
    """

    evidence: Evidence
    signs: tuple[Sign, ...]
    main: bool
    used: float
    credited: frozenset[str] = frozenset()
    siblings: frozenset[str] = frozenset()

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
        self.evidence = {(i, j): pool.compare(i, j) for i, j in _pairs(pool, count)}
        self._explained = {k: e.explained for k, e in self.evidence.items()}
        self._signs: dict[tuple[int, int], tuple[Sign, ...]] = {}
        self._related = [
            [j for j in range(count) if (i, j) in self.evidence and self.linked(i, j)] for i in range(count)
        ]

    def linked(self, a: int, b: int) -> bool:
        """Whether two articles share text, whichever was first."""
        return linked(self.standings[a], self.standings[b], self.evidence[a, b], self.evidence[b, a])

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
        return _acyclic([*main, *self._further(parents), *self._either(parents)])

    def _either(self, parents: dict[int, int]) -> list[Edge]:
        """Where a family has two possible roots and nothing tells them apart, edges to both (see `roots`)."""
        found = []
        for members in self._members(parents):
            first, *others = self.roots(members)
            found += [self._edge(a, b, main=False) for b in others for a in members if self._may_follow(a, b, first)]
        return found

    def _may_follow(self, a: int, b: int, root: int) -> bool:
        return a not in {b, root} and b in self._related[a]

    def roots(self, members: Sequence[int]) -> list[int]:
        """The root of a family of plain texts: the one that explains most of all others, then any nearly as central.

        Reports have dates, credits and facts that order them, and then only the signs count: such a family, like one
        of two, has no root to be found here, and its first member stands for it alone.
        """
        if len(members) < 3 or not self._plain(members):
            return [members[0]]
        reach = {b: sum(self._explained.get((a, b), 0.0) for a in members) for b in members}
        ranked = sorted(members, key=lambda b: (-reach[b], b))
        return [b for b in ranked[:ROOTS] if reach[b] >= CENTRAL * reach[ranked[0]]]

    def _plain(self, members: Sequence[int]) -> bool:
        pairs = [(a, b) for a in members for b in members if a < b and b in self._related[a]]
        outside = any(s.outside for p in pairs for s in self.signs(*p))
        return not outside and median(self.evidence[p].facts for p in pairs) < FACTUAL

    def _members(self, parents: dict[int, int]) -> list[list[int]]:
        families = self.families(parents)
        return [[i for i, f in enumerate(families) if f == name] for name in sorted(set(families))]

    def _main(self) -> list[Edge]:
        candidates = [
            (self._fit(a, b), a, b) for a, related in enumerate(self._related) for b in related if self.follows(a, b)
        ]
        parents = self._stars()
        for _, a, b in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
            if a not in parents and not _reaches(parents, b, a):
                parents[a] = b
        return [self._edge(a, self._original(a, b, parents)) for a, b in sorted(parents.items())]

    def _stars(self) -> dict[int, int]:
        """Families of plain texts: all that share text with the root are made from it."""
        parents: dict[int, int] = {}
        for members in self._members(_spanning(self._related)):
            root = self.roots(members)[0]
            if len(members) > 2 and self._plain(members):
                parents |= {a: root for a in members if a != root and root in self._related[a]}
        return parents

    def _fit(self, a: int, b: int) -> float:
        """How well `b` explains `a`; between equals, the one that has less besides."""
        return self.evidence[a, b].explained + TIGHT * self.evidence[b, a].explained

    def _original(self, a: int, b: int, parents: dict[int, int]) -> int:
        """Step back to what the source was itself made from, as long as that explains `a` about as well."""
        while b in parents and parents[b] != a:
            if self.evidence[a, parents[b]].explained < self.evidence[a, b].explained - CLOSE:
                break
            b = parents[b]
        return b

    def _edge(self, a: int, b: int, *, main: bool = True) -> Edge:
        return Edge(
            evidence=self.evidence[a, b],
            signs=self.signs(a, b),
            main=main,
            used=self.evidence[b, a].explained,
            credited=credits_of(self.standings[a], self.standings[b]),
            siblings=missing_source(self.standings[a], self.standings[b]),
        )

    def _further(self, parents: dict[int, int]) -> list[Edge]:
        """A compilation's other sources: articles of other families that explain what the main source does not."""
        families = self.families(parents)
        found = []
        for a, b in sorted(self.evidence):
            if families[a] == families[b] or not self.follows(a, b):
                continue
            rest = self._rest(a, b, parents)
            credited = credits_of(self.standings[a], self.standings[b])
            if (rest >= FURTHER and self.linked(a, b)) or (credited and rest >= CREDITED):
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


def _spanning(related: Sequence[Sequence[int]]) -> dict[int, int]:
    """A forest over everything that is related, whoever came first: each article's way to the first of its kin."""
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


ROOTS, CENTRAL = 3, 0.85
"""Most possible roots of a family of plain texts, and how central a root must be, of the most central one."""


def _pairs(pool: Pool, count: int) -> list[tuple[int, int]]:
    """All ordered pairs; in a large story only each article with those nearest to it, both ways."""
    if count <= PARTNERS + 1:
        return [(i, j) for i in range(count) for j in range(count) if i != j]
    near = {(i, j) for i, others in enumerate(pool.space.nearest(PARTNERS)) for j in others}
    return sorted(near | {(j, i) for i, j in near})


PARTNERS = 24
"""Articles that one is compared with: bounds the work to the number of articles, not of pairs."""


def _acyclic(edges: list[Edge]) -> list[Edge]:
    """The edges without any that would close a circle or repeat one, in their order."""
    sources: dict[int, set[int]] = {}
    kept = []
    for edge in edges:
        a, b = edge.evidence.derived, edge.evidence.source
        if b not in sources.get(a, set()) and not _comes_from(sources, b, a):
            sources.setdefault(a, set()).add(b)
            kept.append(edge)
    return kept


def _comes_from(sources: dict[int, set[int]], start: int, goal: int) -> bool:
    """Whether `start` was made from `goal`, directly or through others."""
    seen, stack = {start}, [start]
    while stack:
        for source in sources.get(stack.pop(), set()) - seen:
            seen.add(source)
            stack.append(source)
    return goal in seen


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
