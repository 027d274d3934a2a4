"""Families of plain texts: no date, credit or fact orders them, so only the wording can say which was first.

Answers that students copied from one page are such a family. The text that the others follow is their common source,
and what two of them share they share through it: an edge between them needs something that it does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median

from msgspec import Struct

from variorum.lineage.evidence import Evidence
from variorum.lineage.link import FACTUAL, Bar, total

FAMILY = 4
"""Fewest texts of a family in which wording alone can show a root: three others follow it."""

MADE = 0.6
"""Share of a plain text that another explains from which it is the other's copy, or the other its: less may come from a
text that is not here."""

ADMITTED = Bar(0.20, 0.12)
"""What is asked of a text to be made from a root that others are known to be made from: there a little shared wording
is no accident. Answers written without the source share .00 to .15 with it (Clough and Stevenson 2009)."""

CONTRAST = 2.0
"""And it shares so many times more with the root than the median text that is not of the family."""


class Kin(Struct, frozen=True):
    """What is known of a story: evidence by (derived, source), whom each text shares text with, who follows whom."""

    evidence: Mapping[tuple[int, int], Evidence]
    related: Sequence[Sequence[int]]
    follows: Callable[[int, int], bool]
    outside: Callable[[int, int], bool]

    def pair(self, a: int, b: int) -> tuple[Evidence, Evidence] | None:
        """The evidence both ways, where the two were compared."""
        forward, backward = self.evidence.get((a, b)), self.evidence.get((b, a))
        return (forward, backward) if forward is not None and backward is not None else None


def stars(kin: Kin, families: Sequence[Sequence[int]]) -> dict[int, int]:
    """Derived text → root, of all families of plain texts among those that share text with one another."""
    loose = [members[0] for members in families if len(members) == 1]
    parents: dict[int, int] = {}
    for members in families:
        found = star(kin, members) if plain(kin, members) else {}
        if len(found) >= FAMILY - 1:
            parents |= found
            parents |= {a: b for a, b in admitted(kin, root(kin, members), loose).items() if a not in parents}
    return parents


def plain(kin: Kin, members: Sequence[int]) -> bool:
    """Whether the members are a family of plain texts."""
    if len(members) < FAMILY:
        return False
    pairs = [(a, b) for a in members for b in kin.related[a] if a < b]
    if any(kin.outside(a, b) for a, b in pairs):
        return False
    return median(kin.evidence[p].facts for p in pairs) < FACTUAL


def unordered(kin: Kin, a: int, b: int) -> bool:
    """Whether two plain texts share something that nothing shows to be either one's."""
    pair = kin.pair(a, b)
    if pair is None or kin.outside(a, b) or min(e.facts for e in pair) >= FACTUAL:
        return False
    return max(e.explained for e in pair) < MADE


def root(kin: Kin, members: Sequence[int]) -> int:
    """The text that most of the others follow, those taken off that it follows itself; between equals, the one that
    explains most of them."""

    def rank(one: int) -> tuple[int, float, int]:
        later = sum(1 if kin.follows(a, one) else -1 for a in kin.related[one])
        reach = sum(kin.evidence[a, one].explained for a in kin.related[one])
        return later, reach, -one

    return max(members, key=rank)


def star(kin: Kin, members: Sequence[int]) -> dict[int, int]:
    """All that share text with the root are made from it."""
    source = root(kin, members)
    return {a: source for a in members if a != source and a in kin.related[source]}


def admitted(kin: Kin, source: int, loose: Sequence[int]) -> dict[int, int]:
    """Texts outside every family that have a little of the root, and clearly more than the rest of them."""
    found = {}
    for a in loose:
        pair = kin.pair(a, source)
        if pair is not None and not kin.outside(a, source):
            found[a] = pair
    if not found:
        return {}
    usual = median(total(*pair) for pair in found.values()) if len(found) > 1 else 0.0
    return {a: source for a, pair in found.items() if _enters(pair) and total(*pair) >= CONTRAST * usual}


def _enters(pair: tuple[Evidence, Evidence]) -> bool:
    forward, backward = pair
    if max(forward.facts, backward.facts) >= FACTUAL:
        return False
    return total(forward, backward) >= ADMITTED.total and max(forward.wording, backward.wording) >= ADMITTED.wording
