"""The story as a checker sees it: every article by sentences, and for each derived sentence what it was made from.

Built once per story and read by all rules. Passages come from the lineage; where it left a sentence out, the source's
sentences that hold most of its words are taken (the words are weighed by how few sentences of the source have them).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import log2

from msgspec import Struct

from variorum.kinds.base import Kind
from variorum.lang.base import read
from variorum.lang.contrast import Contrast
from variorum.lang.negation import Negation
from variorum.lang.wording import Wording
from variorum.model import Article, Claim, Derivation, Extraction, Quotation, Relation, Span, StoryRecords
from variorum.text.sentences import sentences as split
from variorum.text.words import Word, words

DERIVED: frozenset[Relation] = frozenset({"copy", "excerpt", "rewrite", "translation"})
"""Relations in which one text was made from the other; two texts of a shared origin may both have changed it."""


class Line(Struct, frozen=True):
    """A sentence with its words; `keys` are the content words (one key per meaning), `kind` its section's."""

    span: Span
    kind: str
    words: tuple[Word, ...]
    keys: frozenset[str]

    @property
    def numbers(self) -> frozenset[str]:
        """The keys of its numbers."""
        return frozenset(w.key for w in self.words if w.number)


class Pair(Struct, frozen=True):
    """A sentence of a derived article and those it was made from, nearest first; `share` of its words they hold."""

    derived: Line
    sources: tuple[Line, ...]
    share: float

    @property
    def keys(self) -> frozenset[str]:
        """All content words of the source sentences."""
        return frozenset(k for line in self.sources for k in line.keys)


class Link(Struct, frozen=True):
    """A derivation that may have distorted its source: `pairs` for every derived sentence that has a source."""

    derived: str
    source: str
    relation: Relation
    coverage: float
    pairs: tuple[Pair, ...]

    @property
    def translated(self) -> bool:
        """Whether other words for the same thing are to be expected everywhere."""
        return self.relation == "translation"

    def pair_at(self, span: Span) -> Pair | None:
        """The pair whose derived sentence holds the start of `span`."""
        return next((p for p in self.pairs if p.derived.span.start <= span.start < p.derived.span.end), None)


class Desk:
    """The indexes over one story's records. `links` leave out an agency's update of its own text."""

    def __init__(self, records: StoryRecords, kinds: Mapping[str, Kind]) -> None:
        self.records = records
        self.kinds = kinds
        self.articles: dict[str, Article] = {a.id: a for a in records.articles}
        self.extractions: dict[str, Extraction] = {e.article: e for e in records.extractions}
        self.contrast = read("en", "contrast", Contrast)
        self.negation = read("en", "negation", Negation)
        self.wording = read("en", "wording", Wording)
        self._lines: dict[str, tuple[Line, ...]] = {}
        claims = records.claims or tuple(c for e in records.extractions for c in e.claims)
        self._claims: dict[str, list[Claim]] = {a: [] for a in self.articles}
        for claim in sorted(claims, key=lambda c: (c.span, c.id)):
            self._claims.setdefault(claim.span.article, []).append(claim)

    @property
    def order(self) -> tuple[str, ...]:
        """Article ids, oldest first, undated ones last."""
        return tuple(a.id for a in sorted(self.records.articles, key=lambda a: (a.published or "9999", a.id)))

    @cached_property
    def entity_at(self) -> dict[Span, str]:
        """The entity's id for every mention that was resolved."""
        return {span: e.id for e in self.records.entities for span in e.mentions}

    @cached_property
    def people(self) -> frozenset[str]:
        """The last words of all names of persons."""
        mentions = (m for e in self.records.extractions for m in e.mentions if m.type == "person")
        return frozenset(m.name.split()[-1] for m in mentions if m.name.split())

    def claims(self, article: str) -> tuple[Claim, ...]:
        """The article's claims in text order."""
        return tuple(self._claims.get(article, ()))

    def quotations(self, article: str) -> tuple[Quotation, ...]:
        """The article's quotations in text order."""
        found = self.extractions.get(article)
        return tuple(sorted(found.quotations, key=lambda q: q.span)) if found else ()

    def lines(self, article: str) -> tuple[Line, ...]:
        """The article's sentences, headline included."""
        if article not in self._lines:
            self._lines[article] = tuple(self._read(article))
        return self._lines[article]

    def _read(self, article: str) -> Iterable[Line]:
        text = self.articles[article]
        extraction = self.extractions.get(article)
        spans = extraction.sentences if extraction else ()
        for span in sorted(spans or (text.span(a, b) for a, b in split(text.text)))[:MOST_LINES]:
            section = text.section_at(span.start)
            yield line(text, span, section.kind if section else "body")

    def line_at(self, span: Span) -> Line | None:
        """The sentence that holds the start of `span`."""
        found = (w for w in self.lines(span.article) if w.span.start <= span.start < w.span.end)
        return next(found, None)

    def neighbours(self, at: Line, before: int = 1, after: int = 0) -> tuple[Line, ...]:
        """The sentence with those around it."""
        lines = self.lines(at.span.article)
        place = lines.index(at)
        return lines[max(0, place - before) : place + after + 1]

    def paragraph(self, at: Line) -> tuple[Line, ...]:
        """The sentences between the same two line ends."""
        text = self.articles[at.span.article].text
        start, end = text.rfind("\n", 0, at.span.start) + 1, text.find("\n", at.span.end)
        end = len(text) if end < 0 else end
        return tuple(w for w in self.lines(at.span.article) if start <= w.span.start < end)

    @cached_property
    def derivations(self) -> tuple[Derivation, ...]:
        """Derivations of this story's articles in which a text was made from another, sorted."""
        known = (
            d for d in self.records.lineage.derivations if d.derived in self.articles and d.source in self.articles
        )
        return tuple(sorted((d for d in known if d.relation in DERIVED), key=lambda d: (d.derived, d.source)))

    @cached_property
    def updates(self) -> frozenset[tuple[str, str]]:
        """(derived, source) of derivations in which an agency continues its own text: other figures are news there."""
        return frozenset((d.derived, d.source) for d in self.derivations if self._continues(d))

    def _continues(self, derivation: Derivation) -> bool:
        if derivation.relation != "rewrite":
            return False
        later, first = self.articles[derivation.derived], self.articles[derivation.source]
        own, other = credits(later), credits(first)
        same = bool(own & other) or (
            not own | other and later.publisher is not None and later.publisher == first.publisher
        )
        if not same:
            return False
        if later.published and first.published and later.published != first.published:
            return later.published > first.published
        opening = " ".join(later.text[:OPENING].lower().split())
        return any(phrase in opening for phrase in self.wording.update)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every derivation that may have distorted its source, aligned."""
        return tuple(self._link(d) for d in self.derivations if (d.derived, d.source) not in self.updates)

    @cached_property
    def texts(self) -> tuple[Link, ...]:
        """Links to whole reports of which much was taken: headlines that look alike may speak of two things."""
        return tuple(k for k in self.links if len(self.lines(k.source)) >= WHOLE and k.coverage >= TAKEN)

    @cached_property
    def remade(self) -> tuple[Link, ...]:
        """The links of articles that hold little else: there, what no source has was made up on the way."""
        return tuple(k for k in self.texts if k.coverage >= REMADE)

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Articles that report by themselves: made from no other, or an agency's own update, oldest first."""
        made = {link.derived for link in self.links}
        return tuple(a for a in self.order if a not in made)

    def descendants(self, article: str) -> frozenset[str]:
        """The article and all that were made from it."""
        found, stack = {article}, [article]
        while stack:
            top = stack.pop()
            fresh = {d.derived for d in self.derivations if d.source == top} - found
            found |= fresh
            stack.extend(sorted(fresh))
        return frozenset(found)

    def ancestors(self, article: str) -> frozenset[str]:
        """All articles that this one goes back to."""
        found: set[str] = set()
        stack = [article]
        while stack:
            top = stack.pop()
            fresh = {d.source for d in self.derivations if d.derived == top} - found
            found |= fresh
            stack.extend(sorted(fresh))
        return frozenset(found)

    def origin_of(self, article: str) -> str:
        """The id of the article's origin (its own id where the lineage has none)."""
        return next((o.id for o in self.records.lineage.origins if article in o.articles), article)

    def _link(self, derivation: Derivation) -> Link:
        finder = Finder(self.lines(derivation.source))
        pairs = []
        for at in self.lines(derivation.derived):
            given = [p.source for p in derivation.passages if p.derived.overlaps(at.span)]
            near = [w for w in self.lines(derivation.source) if any(g.overlaps(w.span) for g in given)]
            pair = finder.pair(at, near)
            if pair is not None:
                pairs.append(pair)
        return Link(derivation.derived, derivation.source, derivation.relation, derivation.coverage, tuple(pairs))


MOST_LINES = 1000
"""Sentences of one article that are compared; no report is longer, and hostile input stays bounded."""

WHOLE = 3
TAKEN = 0.3
REMADE = 0.45
"""Sentences from which on a text is a report; shares of an article's words that its source explains: enough to compare
wordings, and enough to ask where the rest is from (paraphrases reach one half, independent reports none)."""

OPENING = 900
"""Characters in which an update says that it is one."""


def credits(article: Article) -> frozenset[str]:
    """The agencies whose text this is, by dateline or byline."""
    return frozenset(a.name.lower() for a in article.agencies if a.credit != "cited")


def line(article: Article, span: Span, kind: str) -> Line:
    """The sentence with its words."""
    found = tuple(words(article.text, language=article.language, start=span.start, end=span.end))
    return Line(span, kind, found, frozenset(w.key for w in found if w.key))


def at(line: Line, start: int, end: int) -> Span:
    """The passage of a sentence between two offsets of its article."""
    return Span(line.span.article, start, end, line.span.text[start - line.span.start : end - line.span.start])


class Finder:
    """Finds the sentences of one article that another's sentence was made from, by covering its words greedily."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = tuple(w for w in lines if w.kind != "headline") or lines
        self._places: dict[str, list[int]] = {}
        for number, sentence in enumerate(self.lines):
            for key in sentence.keys:
                self._places.setdefault(key, []).append(number)
        self._weights = {k: log2(1 + max(len(self.lines), 10) / len(n)) for k, n in self._places.items()}
        self._unknown = log2(1 + max(len(self.lines), 10))

    def weight(self, keys: Iterable[str]) -> float:
        """What these words are worth: rare words of the source most, words it has not as if it had them once."""
        return sum(self._weights.get(k, self._unknown) for k in sorted(keys))

    def share(self, keys: frozenset[str], other: frozenset[str]) -> float:
        """The share of `keys` that `other` holds, by weight."""
        total = self.weight(keys)
        return self.weight(keys & other) / total if total else 0.0

    def pair(self, derived: Line, given: Iterable[Line] = ()) -> Pair | None:
        """The sentences `derived` was made from: the `given` ones, then the nearest; None if too little agrees."""
        chosen = list(given)
        left = derived.keys - {k for w in chosen for k in w.keys}
        for _ in range(MOST_SOURCES - len(chosen)):
            best = self._nearest(left)
            if best is None or self.weight(left & best.keys) < GAIN * self.weight(derived.keys):
                break
            chosen.append(best)
            left -= best.keys
        share = self.share(derived.keys, frozenset(k for w in chosen for k in w.keys))
        if not chosen or (share < LEAST_SHARE and not given):
            return None
        ranked = sorted(dict.fromkeys(chosen), key=lambda w: (-self.weight(derived.keys & w.keys), w.span.start))
        return Pair(derived, tuple(ranked), share)

    def _nearest(self, keys: frozenset[str]) -> Line | None:
        """The sentence with most of these words by weight, of those with two at least."""
        counts = Counter(n for k in keys for n in self._places.get(k, ()))
        shared = (self.lines[n] for n, count in counts.items() if count > 1)
        return max(shared, key=lambda w: (self.weight(keys & w.keys), -w.span.start), default=None)


MOST_SOURCES = 3
GAIN = 0.22
LEAST_SHARE = 0.34
"""A sentence is made of at most three; each adds a fifth of its words; below a third in common it has no source."""
