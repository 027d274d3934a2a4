"""Which quotations render one utterance: by their words, and by the passages that lineage has aligned."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from variorum.align.quotes_items import Item, compatible, named_alike
from variorum.model import Derivation

SAME = 0.75
"""Likeness from which quotations of unrelated articles, or two of one article, render one utterance."""

LIKE = 0.5
"""Likeness from which a derived article's quotation renders one of its source."""

ALIGNED = 0.2
"""The same, where lineage has aligned the passages around them and the speakers agree."""

PASSAGE_BONUS, SPEAKER_BONUS, OPENING_BONUS = 0.3, 0.1, 0.7
"""What aligned passages, one speaker and the same first words add to the likeness when
a quotation's source is chosen among several."""

FEW = 3
"""Words below which a quotation is too short to be recognised inside another."""

HEAD = 4
"""Words by which the beginning of a quotation is recognised."""

LENGTHS = 3.0
"""Most times that one rendering may be longer than the other where only their place ties them together."""


class Link(Struct, frozen=True):
    """Items `one` (derived, or later) and `other` render one utterance; `strength` orders the joining."""

    strength: float
    one: int
    other: int


def likeness(a: Item, b: Item) -> float:
    """How alike two renderings are: by content words whatever their order and form, or by all words in order."""
    from rapidfuzz.distance import Indel

    shared = sum(min(w, b.keys[k]) for k, w in a.keys.items() if k in b.keys)
    whole = sum(a.keys.values()) + sum(b.keys.values())
    return max(2 * shared / whole if whole else 0.0, Indel.normalized_similarity(a.plain, b.plain))


def part_of(a: Item, b: Item) -> float:
    """The share of `a`'s words that `b` has in the same order (0 for very short ones)."""
    from rapidfuzz.distance import LCSseq

    if len(a.plain) < FEW:
        return 0.0
    return LCSseq.similarity(a.plain, b.plain) / len(a.plain)


def opens_with(a: Item, b: Item) -> bool:
    """Whether the first words of `a` stand in a row in `b`: a splice stands with its first half."""
    head = a.plain[: max(HEAD, len(a.plain) // 3)]
    return any(b.plain[i : i + len(head)] == head for i in range(len(b.plain) - len(head) + 1))


class Places:
    """Which quotations of two articles stand in passages that a derivation aligns."""

    def __init__(self, derivation: Derivation) -> None:
        self._passages = sorted(derivation.passages, key=lambda p: p.derived)
        self._starts = [p.derived.start for p in self._passages]

    def aligned(self, derived: Item, source: Item) -> bool:
        """Whether a passage of the one around the first is aligned with one around the second."""
        span = derived.quotation.span
        last = bisect_right(self._starts, span.end)
        near = (p for p in self._passages[max(0, last - 8) : last] if p.derived.overlaps(span))
        return any(p.source.overlaps(source.quotation.span) for p in near)


def derived_links(
    found: Sequence[Item],
    derivations: Sequence[Derivation],
    of: Mapping[str, Sequence[Item]],
    updates: frozenset[tuple[str, str]],
) -> list[Link]:
    """Each quotation of a derived article with the quotation of a source that it renders.

    `updates` are the edges (derived, source) on which an agency continues its own text: its people may have said
    something new in like words ("65 were rescued" after "64 were rescued"), so only the same words count there.
    """
    best: dict[int, Link] = {}
    for derivation in derivations:
        mine, theirs = of.get(derivation.derived, ()), of.get(derivation.source, ())
        places = Places(derivation)
        if (derivation.derived, derivation.source) in updates:
            links = [k for k in _by_words(mine, theirs, places) if _still_said(found[k.one], found[k.other])]
        else:
            links = _by_words(mine, theirs, places)
            links += _by_place(mine, theirs, places, links) if derivation.coverage >= WHOLE else []
        for link in links:
            if link.one not in best or link.strength > best[link.one].strength:
                best[link.one] = link
    return [best[k] for k in sorted(best)]


WHOLE = 0.5
"""Coverage from which a quotation that has no match by words may be matched by its place alone."""


def _still_said(a: Item, b: Item) -> bool:
    """Whether an update repeats a quotation: nearly the same words, and no other number."""
    return _numbers(a) == _numbers(b) and (likeness(a, b) >= SAME or part_of(a, b) >= SAME)


def _numbers(item: Item) -> set[str]:
    return {k for k in item.keys if k.startswith("#")}


def _by_words(mine: Sequence[Item], theirs: Sequence[Item], places: Places) -> list[Link]:
    found = []
    for a in mine:
        options = [o for b in theirs if (o := _option(a, b, places)) is not None]
        if options:
            found.append(max(options, key=lambda o: (o.strength, -o.other)))
    return found


def _option(a: Item, b: Item, places: Places) -> Link | None:
    aligned = places.aligned(a, b)
    alike = likeness(a, b)
    if part_of(a, b) >= 0.9:
        alike = max(alike, 0.8)
    opening = part_of(a, b) < 0.9 and opens_with(a, b)
    if not (alike >= LIKE or opening or (aligned and compatible(a, b) and alike >= ALIGNED)):
        return None
    bonus = PASSAGE_BONUS * aligned + SPEAKER_BONUS * named_alike(a, b) + OPENING_BONUS * opening
    return Link(alike + bonus, a.number, b.number)


def _by_place(mine: Sequence[Item], theirs: Sequence[Item], places: Places, links: Sequence[Link]) -> list[Link]:
    """What words could not tie: the only two quotations left in an aligned passage."""
    used = {n for link in links for n in (link.one, link.other)}
    free = [b for b in theirs if b.number not in used]
    rest = [(a.number, [b.number for b in free if _may_be(a, b, places)]) for a in mine if a.number not in used]
    only = [(a, bs[0]) for a, bs in rest if len(bs) == 1]
    claims = Counter(b for _, b in only)
    return [Link(PASSAGE_BONUS, a, b) for a, b in only if claims[b] == 1]


def _may_be(a: Item, b: Item, places: Places) -> bool:
    short, long = sorted((len(a.plain), len(b.plain)))
    return long <= LENGTHS * max(1, short) and compatible(a, b) and places.aligned(a, b)


def free_links(found: Sequence[Item]) -> list[Link]:
    """Quotations of any articles that are plainly one: nearly the same words, speakers that agree.

    Candidates share a content word; words in very many quotations bring none.
    """
    holders: dict[str, list[int]] = {}
    for item in found:
        for key in item.keys or {" ".join(item.plain): 1.0}:
            holders.setdefault(key, []).append(item.number)
    narrow = (numbers for numbers in holders.values() if len(numbers) <= WIDEST)
    pairs = {pair for numbers in narrow for pair in combinations(numbers, 2)}
    return [Link(s, b, a) for a, b in sorted(pairs) if (s := _plainly_one(found[a], found[b])) > 0]


WIDEST = 200
"""Quotations that share a word from which the word brings no candidates."""


def _plainly_one(a: Item, b: Item) -> float:
    if not compatible(a, b) or (a.rank != b.rank and _numbers(a) != _numbers(b)):
        return 0.0
    alike = likeness(a, b)
    if a.rank == b.rank:
        title, body = (a, b) if a.headline else (b, a)
        if title.headline and not body.headline and part_of(title, body) >= 0.8:
            return max(alike, SAME)
        return alike if alike >= 0.9 and len(a.plain) >= FEW else 0.0
    weight = sum(a.keys.values())
    if alike >= SAME and (weight >= 2 or (a.plain == b.plain and named_alike(a, b))):
        return alike
    return 0.0
