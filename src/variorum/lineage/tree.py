"""From linked pairs to sources: every article gets the source that explains it best, and never a cycle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from variorum.lineage.direction import (
    REPEATED,
    Sign,
    Standing,
    credits_of,
    missing_source,
    nearness,
    same_house,
    signs,
    takes,
)
from variorum.lineage.evidence import STRONG, Evidence, Pool
from variorum.lineage.graphs import comes_from, components, reaches, roots, spanning
from variorum.lineage.houses import crediting
from variorum.lineage.kept import Kept, kept
from variorum.lineage.link import linked
from variorum.lineage.near import FIRST, both_ways, near, strongest, unique
from variorum.lineage.passages import Pair
from variorum.lineage.plain import Kin, stars, unordered
from variorum.lineage.prints import day_of, prints_of
from variorum.lineage.spelling import Speller
from variorum.lineage.witnesses import witness


class Taken(Struct, frozen=True):
    """What passages must show: the `share` of the text (as FURTHER), rare words outside quotes, names and numbers
    (`Evidence.told`), the likeness of the `clear`est, and how much nearer each stands to the source than to any text of
    a third family (`alone`)."""

    share: float
    told: float
    clear: float
    alone: float


FURTHER = 0.34
"""Explained plus clearly matching share of the passages from which an article is a compilation's further source: on the
development stories such sources reach .27 and are credited, independent reports .11 or less."""

CREDITED = 0.18
"""The same for a second source that the article credits."""

TAKEN = Taken(share=0.22, told=5.0, clear=0.7, alone=0.15)
"""And for one that it neither credits nor shares text with as a whole, where it is made from another text anyway: of
passages that no third family has as well (all who heard an official have those), in which writing was taken over.
Second sources of all development stories have .25 (those without credit .3), 5.4 rare words and .71 of the likest
passage; what else a derived text shares with other families there reaches .11 and 3.2."""

CLOSE = 0.06
"""A copy explains a third text nearly as well as its original: within this margin the earlier text is preferred."""

OWED = 0.12
"""The same where the article credits the original's house, and not the third text's: it says whose it has."""

TIGHT = 0.2
"""Weight of what an article explains of its source, against what the source explains of it."""


class Edge(Struct, frozen=True, kw_only=True):
    """A chosen derivation; `main` edges make the tree, the others are a compilation's further sources.

    `used`: how much of the source the derived article holds. `kept`: how much of its wording. `plain`: in a family of
    plain texts. `take`: both are one agency's own. `siblings`: agencies from which both have their text, where neither
    is the agency's own.
    """

    evidence: Evidence
    signs: tuple[Sign, ...]
    main: bool
    used: float
    kept: Kept
    plain: bool = False
    take: bool = False
    credited: frozenset[str] = frozenset()
    siblings: frozenset[str] = frozenset()

    @property
    def certainty(self) -> float:
        """Sum of the signs' weights."""
        return sum(s.weight for s in self.signs)


class Forest:
    """Evidence between all articles of a story, and the edges chosen from it."""

    def __init__(self, pool: Pool, standings: Sequence[Standing], speller: Speller) -> None:
        self.standings = crediting(standings)
        self._pool = pool
        self._speller = speller
        self.evidence: dict[tuple[int, int], Evidence] = {}
        for pair in _pairs(pool, self.standings):
            self._compare(*pair)
        self.standings = _as_agencies(self.standings, self.evidence)
        self._explained = {k: e.explained for k, e in self.evidence.items()}
        self._signs: dict[tuple[int, int], tuple[Sign, ...]] = {}
        self._wordings: dict[tuple[int, int], tuple[float, float]] = {}
        self._related: list[list[int]] = [[] for _ in standings]
        for a, b in sorted(self.evidence):
            if a < b and self.linked(a, b):
                self._related[a].append(b)
                self._related[b].append(a)
        for related in self._related:
            related.sort()
        self._near = [frozenset(related) for related in self._related]

    def linked(self, a: int, b: int) -> bool:
        """Whether two articles share text, whichever was first."""
        return linked(self.standings[a], self.standings[b], self.evidence[a, b], self.evidence[b, a])

    def signs(self, a: int, b: int) -> tuple[Sign, ...]:
        """Signs that `a` was made from `b`."""
        if (a, b) not in self._signs:
            one, two = self.standings[a], self.standings[b]
            near = self._near[b]
            others = [z for z in self._related[a] if z != b and z in near]
            nearer = nearness(self._explained, a, b, others)
            wording = self._wording(a, b, others)
            self._signs[a, b] = signs(one, two, self.evidence[a, b], self.evidence[b, a], nearer, wording)
        return self._signs[a, b]

    def _wording(self, a: int, b: int, others: Sequence[int]) -> tuple[float, float]:
        """What third texts and spelling say, asked of the pair once, in one order, so that both ways agree."""
        pair = min(a, b), max(a, b)
        if pair not in self._wordings:
            shared = self.evidence[pair]
            self._wordings[pair] = witness(self._pool, shared, others), self._speller.misspelt(shared)
        read, spelt = self._wordings[pair]
        return (read, spelt) if a < b else (-read, -spelt)

    def follows(self, a: int, b: int) -> bool:
        """Whether `a` came after `b`: the signs' sum, a tie goes to the one that sorts later."""
        total = sum(s.weight for s in self.signs(a, b))
        return total > 0 or (total == 0 and a > b)

    def edges(self) -> list[Edge]:
        """The main edge of every article that has one, then the further sources."""
        kin = Kin(self.evidence, self._related, self.follows, self._outside)  # kept here it would hold itself
        main = self._main(kin)
        parents = {e.evidence.derived: e.evidence.source for e in main}
        return _acyclic([*main, *self._further(parents, kin)])

    def _main(self, kin: Kin) -> list[Edge]:
        candidates = [
            (self._fit(a, b), a, b)
            for a, related in enumerate(self._related)
            for b in related
            if self.follows(a, b) and not unordered(kin, a, b)
        ]
        plain = stars(kin, components(len(self.standings), spanning(self._related).items()))
        parents = dict(plain)
        for _, a, b in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
            if a not in parents and not reaches(parents, b, a):
                parents[a] = b
        return [self._edge(a, self._original(a, b, parents), plain=a in plain) for a, b in sorted(parents.items())]

    def _outside(self, a: int, b: int) -> bool:
        return any(s.outside for s in self.signs(a, b))

    def _fit(self, a: int, b: int) -> float:
        """How well `b` explains `a`; between equals, the one that has less besides."""
        return self.evidence[a, b].explained + TIGHT * self.evidence[b, a].explained

    def _original(self, a: int, b: int, parents: dict[int, int]) -> int:
        """Step back to what the source was itself made from, as long as that explains `a` about as well."""
        while b in parents and parents[b] != a:
            margin = OWED if self._credit(a, parents[b]) and not self._credit(a, b) else CLOSE
            if self._compared(a, parents[b]).explained < self.evidence[a, b].explained - margin:
                break
            b = parents[b]
        return b

    def _compared(self, a: int, b: int) -> Evidence:
        """Evidence for a pair that was no candidate before."""
        if (a, b) not in self.evidence:
            self._compare(a, b)
        return self.evidence[a, b]

    def _compare(self, a: int, b: int) -> None:
        self.evidence[a, b], self.evidence[b, a] = self._pool.compare(a, b)

    def _edge(self, a: int, b: int, *, main: bool = True, plain: bool = False) -> Edge:
        return Edge(
            evidence=self.evidence[a, b],
            signs=self.signs(a, b),
            main=main,
            used=self.evidence[b, a].explained,
            kept=kept(self._pool, self.evidence[a, b]),
            plain=plain,
            take=takes(self.standings[a], self.standings[b]),
            credited=credits_of(self.standings[a], self.standings[b]),
            siblings=missing_source(self.standings[a], self.standings[b]),
        )

    def _further(self, parents: dict[int, int], kin: Kin) -> list[Edge]:
        """A compilation's other sources: articles of other families that explain what the main source does not."""
        families = roots(len(self.standings), sorted(parents.items()))
        found = []
        for a, b in sorted(self.evidence):
            if families[a] == families[b] or not self._draws(a, b, parents, families):
                continue  # asked before the direction, which takes longest to tell
            if self.follows(a, b) and not unordered(kin, a, b):
                found.append(self._edge(a, b, main=False))
        return _best_of_family(found, families)

    def _draws(self, a: int, b: int, parents: Mapping[int, int], families: Sequence[int]) -> bool:
        """Whether what `a` has not from its main source shows that it draws on `b` too."""
        shared, credited = self.linked(a, b), self._credit(a, b)
        if shared or credited:
            own = self._beyond(a, b, parents)
            rest = self._pool.strength(a, own) if any(p.similarity >= STRONG for p in own) else 0.0
            if (shared and rest >= FURTHER) or (credited and rest >= CREDITED):
                return True
        return a in parents and self._took(a, b, parents, families)

    def _took(self, a: int, b: int, parents: Mapping[int, int], families: Sequence[int]) -> bool:
        """Whether `a`, made from another text, has passages of `b` that it can have from nowhere else."""
        whole = self.evidence[a, b]
        if whole.told < TAKEN.told or whole.explained + whole.strong_quoted < TAKEN.share:
            return False
        third: dict[int, float] = {}
        for c in range(len(families)):
            if families[c] not in (families[a], families[b]) and (a, c) in self.evidence:
                for p in self.evidence[a, c].pairs:
                    third[p.row] = max(third.get(p.row, 0.0), p.similarity)
        own = [p for p in self._beyond(a, b, parents) if p.similarity > third.get(p.row, 0.0) + TAKEN.alone]
        return (
            max((p.similarity for p in own), default=0.0) >= TAKEN.clear
            and self._pool.strength(a, own) >= TAKEN.share
            and self._pool.told(a, b, own) >= TAKEN.told
        )

    def _credit(self, a: int, b: int) -> frozenset[str]:
        """Whom `a` names of `b`; an agency whose text both reprint is no source besides it."""
        one, two = self.standings[a], self.standings[b]
        house = two.publisher
        found = credits_of(one, two) - missing_source(one, two)
        return frozenset(n for n in found if house is None or n not in one.own or same_house(n, house))

    def _beyond(self, a: int, b: int, parents: Mapping[int, int]) -> list[Pair]:
        """The passages of `a` that `b` explains better than its main source."""
        main = {p.row: p.similarity for p in self.evidence[a, parents[a]].pairs} if a in parents else {}
        return [p for p in self.evidence[a, b].pairs if p.similarity > main.get(p.row, 0.0)]


def _as_agencies(standings: tuple[Standing, ...], evidence: Mapping[tuple[int, int], Evidence]) -> tuple[Standing, ...]:
    """The standings; a house whose text another's article repeats as a whole, and credits, is an agency: its articles
    are its own texts, and a later one may be its update however little it keeps."""
    houses = {
        standings[b].publisher
        for (a, b), found in evidence.items()
        if found.coverage >= REPEATED
        and standings[b].publisher in standings[a].cited
        and standings[a].publisher != standings[b].publisher
        and linked(standings[a], standings[b], found, evidence[b, a])
    }
    return tuple(
        replace(s, own=s.own | {s.publisher}) if s.publisher is not None and s.publisher in houses else s
        for s in standings
    )


def _pairs(pool: Pool, standings: Sequence[Standing]) -> list[tuple[int, int]]:
    """All pairs; in a large story only each article with those it has most fingerprints in common with, and with the
    first texts of the houses that it credits."""
    count = len(standings)
    if count <= PARTNERS + 1:
        return list(combinations(range(count), 2))
    days = np.array([day_of(s.article) for s in standings], dtype=np.int32)
    shared = near(prints_of(pool.texts, np.arange(count, dtype=np.uint64), days))
    best = unique(strongest(both_ways(shared), PARTNERS))
    found = set(zip(best.first.tolist(), best.second.tolist(), strict=True))
    return sorted(found | _credited(standings))


def _credited(standings: Sequence[Standing]) -> set[tuple[int, int]]:
    holders: dict[str, list[int]] = {}
    for number, standing in enumerate(standings):
        for name in standing.own | ({standing.publisher} if standing.publisher else set()):
            holders.setdefault(name, []).append(number)
    pairs = set()
    for number, standing in enumerate(standings):
        for name in standing.cited | standing.own:
            pairs |= {(min(number, h), max(number, h)) for h in holders.get(name, ())[:FIRST] if h != number}
    return pairs


PARTNERS = 24
"""Articles that one is compared with: bounds the work to the number of articles, not of pairs."""


def _acyclic(edges: list[Edge]) -> list[Edge]:
    """The edges without any that would close a circle or repeat one, in their order."""
    sources: dict[int, set[int]] = {}
    kept = []
    for edge in edges:
        a, b = edge.evidence.derived, edge.evidence.source
        if b not in sources.get(a, set()) and not comes_from(sources, b, a):
            sources.setdefault(a, set()).add(b)
            kept.append(edge)
    return kept


def _best_of_family(edges: list[Edge], families: list[int]) -> list[Edge]:
    """One further source per article and family: the one that explains most."""
    best: dict[tuple[int, int], Edge] = {}
    for edge in edges:
        key = edge.evidence.derived, families[edge.evidence.source]
        if key not in best or edge.evidence.explained > best[key].evidence.explained:
            best[key] = edge
    return [best[k] for k in sorted(best)]
