"""Cuts a long quotation where an article made from it carries only some of its sentences.

What one paper prints as a single quotation is several utterances once another repeats a part of it alone. The cuts lie
at sentence boundaries and are carried over to the other full renderings, so that each part is compared with its like.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.quotes_items import Item, piece
from variorum.align.quotes_match import FEW, SAME, Link, likeness
from variorum.model import Article
from variorum.text.sentences import sentences

PART = 0.6
"""Likeness of a rendering with the run of sentences that it is said to cover, and with no more than that."""

FULL = 0.6
"""Least share of words that the shorter of both has: half a sentence is a shortened rendering, and cuts nothing."""

CARRIED = 0.3
"""Likeness of corresponding parts of two full renderings: less, for a translation has few of the source's words."""

MOST = 24
"""Sentences of a quotation above which it is never cut: every run of them is compared."""


class Run(Struct, frozen=True):
    """The sentences from `first` up to `last` of a quotation, and how like them the rendering of them is."""

    first: int
    last: int
    alike: float


def cut(
    found: Sequence[Item],
    derived: Sequence[Link],
    clusters: Sequence[Sequence[int]],
    articles: Sequence[Article],
    spliced: frozenset[int],
) -> dict[int, tuple[Item, ...]]:
    """The parts of each item that is cut, in text order; `derived` links a rendering to the one it was made from.

    `spliced` are known to be made of two quotations: they stay whole.
    """
    whole = Whole(found, derived, articles, spliced)
    parts: dict[int, tuple[Item, ...]] = {}
    for members in clusters:
        edges = [k for k in whole.links_of(members) if k.other in members]
        for number, bounds in _cluster(found, members, edges, whole).items():
            parts[number] = whole.parts(found[number], bounds)
    return parts


class Whole:
    """The sentences of quotations, each as an item, where a quotation may be cut at all."""

    def __init__(
        self, found: Sequence[Item], derived: Sequence[Link], articles: Sequence[Article], spliced: frozenset[int]
    ) -> None:
        self._found = found
        self._links = {k.one: k for k in derived}
        self._articles = {a.id: a for a in articles}
        self._spliced = spliced
        self._read: dict[int, tuple[Item, ...]] = {}
        self._sentences: dict[int, tuple[Item, ...]] = {}
        self._of: dict[int, list[Item]] = {}
        for item in found:
            self._of.setdefault(item.rank, []).append(item)

    def links_of(self, members: Sequence[int]) -> list[Link]:
        """The links from these items to what they were made from."""
        return [self._links[n] for n in members if n in self._links]

    def sentences(self, item: Item) -> tuple[Item, ...]:
        """One item per sentence that has words; an item that must stay whole is its own only one."""
        if item.number not in self._sentences:
            read = self._split(item)
            fit = 1 < len(read) <= MOST and not self.joined(item)
            self._sentences[item.number] = read if fit else (item,)
        return self._sentences[item.number]

    def joined(self, item: Item) -> bool:
        """Whether the item is made of two quotations of its source: a sentence of it is another one's there."""
        link = self._links.get(item.number)
        if link is None or item.number in self._spliced:
            return link is not None
        source = self._found[link.other]
        others = [o for o in self._of[source.rank] if o.number != source.number]
        return any(_elsewhere(s, self._split(source), others, self._split) for s in self._split(item))

    def _split(self, item: Item) -> tuple[Item, ...]:
        if item.number not in self._read:
            span = item.quotation.span
            article = self._articles[span.article]
            spans = sentences(article.text, span.start, span.end)
            self._read[item.number] = tuple(p for s in spans if (p := piece(item, article, *s)).plain)
        return self._read[item.number]

    def parts(self, item: Item, bounds: Sequence[int]) -> tuple[Item, ...]:
        """The item in parts: each from one bound, counted in sentences, up to the next, quoting its article exactly."""
        read, span = self.sentences(item), item.quotation.span
        article = self._articles[span.article]
        starts = [span.start, *(read[b].start for b in bounds), span.end]
        texts = (article.text[a:b].rstrip() for a, b in pairwise(starts))
        return tuple(piece(item, article, a, a + len(t)) for a, t in zip(starts, texts, strict=False))


def _elsewhere(
    sentence: Item, own: Sequence[Item], others: Sequence[Item], split: Callable[[Item], Sequence[Item]]
) -> bool:
    """Whether the sentence is plainly one of another quotation, and more so than of its own source."""
    near = max((likeness(sentence, s) for s in own), default=0.0)
    return any(likeness(sentence, s) > max(near, SAME) for o in others for s in (o, *split(o)[:MOST]))


def _cluster(
    found: Sequence[Item], members: Sequence[int], edges: Sequence[Link], whole: Whole
) -> dict[int, tuple[int, ...]]:
    """Per member, the sentences before which it is cut."""
    model = min(members, key=lambda n: (-len(whole.sentences(found[n])), n))
    bounds: set[int] = set()
    for edge in edges:
        for bound in _ends(found[edge.one], found[edge.other], whole):
            there = _carry(found[edge.other], found[model], [bound], whole) if edge.other != model else (bound,)
            bounds.update(there)
    if not bounds:
        return {}
    given = {n: _carry(found[model], found[n], sorted(bounds), whole) for n in members if n != model}
    return {n: b for n, b in {**given, model: tuple(sorted(bounds))}.items() if b}


def _ends(one: Item, other: Item, whole: Whole) -> tuple[int, ...]:
    """Where `one`, made from `other`, begins and ends in it, when it covers some of its sentences and no more."""
    size = len(whole.sentences(other))
    if one.headline or size < 2 or len(one.plain) < FEW or whole.joined(one):
        return ()
    run = _run(one, whole.sentences(other))
    covered = whole.sentences(other)[run.first : run.last]
    short, long = sorted((len(one.plain), sum(len(c.plain) for c in covered)))
    foreign = any(max(likeness(s, c) for c in covered) < CARRIED for s in whole.sentences(one))
    if foreign or run.alike < PART or short < FULL * long:
        return ()
    return tuple(b for b in (run.first, run.last) if 0 < b < size)


def _run(item: Item, read: Sequence[Item]) -> Run:
    """The sentences that the item renders: the run most like it, the longest and first of equals."""
    spans = ((a, b) for a in range(len(read)) for b in range(a + 1, len(read) + 1))
    runs = (Run(a, b, likeness(item, _joined(read[a:b]))) for a, b in spans)
    return max(runs, key=lambda r: (r.alike, r.last - r.first, -r.first))


def _carry(one: Item, other: Item, bounds: Sequence[int], whole: Whole) -> tuple[int, ...]:
    """The bounds of `one` in `other`: where the sentences before and after are most like those of `one`."""
    mine, theirs = whole.sentences(one), whole.sentences(other)
    if len(theirs) < 2:
        return ()
    run = _run(other, mine)
    inner = [b for b in bounds if run.first < b < run.last]
    placed = (_place(mine[run.first : run.last], theirs, b - run.first) for b in inner)
    return tuple(sorted({p for p in placed if p is not None}))


def _place(mine: Sequence[Item], theirs: Sequence[Item], bound: int) -> int | None:
    front, back = _joined(mine[:bound]), _joined(mine[bound:])
    sides = {k: (_joined(theirs[:k]), _joined(theirs[k:])) for k in range(1, len(theirs))}
    alike = {k: (likeness(a, front), likeness(b, back)) for k, (a, b) in sides.items()}
    best = max(alike, key=lambda k: (sum(alike[k]), -k))
    return best if min(alike[best]) >= CARRIED else None


def _joined(read: Sequence[Item]) -> Item:
    """The sentences as one item, for comparing alone."""
    if len(read) == 1:
        return read[0]
    keys = {k: w for s in read for k, w in s.keys.items()}
    return replace(read[0], plain=tuple(w for s in read for w in s.plain), keys=keys)


def renumbered(found: Sequence[Item], parts: Mapping[int, tuple[Item, ...]]) -> tuple[list[Item], list[list[int]]]:
    """The items with the parts in place of what was cut; and for each old number its new ones."""
    fresh: list[Item] = []
    numbers: list[list[int]] = []
    for item in found:
        here = parts.get(item.number, (item,))
        numbers.append(list(range(len(fresh), len(fresh) + len(here))))
        fresh += [replace(p, number=len(fresh) + k) for k, p in enumerate(here)]
    return fresh, numbers


def relinked(links: Sequence[Link], fresh: Sequence[Item], numbers: Sequence[Sequence[int]]) -> list[Link]:
    """The links between the parts: each rendering's part with the part most like it."""
    made: list[Link] = []
    for link in links:
        for one in numbers[link.one]:
            best = max(numbers[link.other], key=lambda n: (likeness(fresh[one], fresh[n]), -n))
            made.append(Link(link.strength, one, best))
    return made
