"""The story as a checker sees it: every article by sentences, and for each derived sentence what it was made from.

Built once per story and read by all rules. Passages come from the lineage; where it left a sentence out, the source's
sentences that hold most of its words are taken (the words are weighed by how few sentences of the source have them).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, cast

from msgspec import Struct

from variorum.checks.finder import Pair
from variorum.checks.line import Line
from variorum.checks.page import Page
from variorum.checks.takes import another_take, grown, later_day
from variorum.kinds.base import Kind
from variorum.lang.base import read
from variorum.lang.contrast import Contrast
from variorum.lang.negation import Negation
from variorum.lang.wording import Wording
from variorum.model import Article, Claim, Derivation, Extraction, Mention, Quotation, Relation, Span, StoryRecords

DERIVED: frozenset[Relation] = frozenset({"copy", "excerpt", "rewrite", "translation"})
"""Relations in which one text was made from the other; two texts of a shared origin may both have changed it."""


T = TypeVar("T")


class Link(Struct, frozen=True):
    """A derivation that may have distorted its source: `pairs` for every derived sentence that has a source; `take`:
    the texts carry two takes of a report, whose counts differ by rights; `later`: the derived one may."""

    derived: str
    source: str
    relation: Relation
    coverage: float
    pairs: tuple[Pair, ...]
    take: bool = False
    later: bool = False

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
        self._made: dict[Callable[[Desk], object], object] = {}
        claims: dict[str, list[Claim]] = {a: [] for a in self.articles}
        for claim in records.claims or (c for e in records.extractions for c in e.claims):
            claims[claim.span.article].append(claim)
        self.pages = {a: Page(text, self.extractions.get(a), claims[a]) for a, text in self.articles.items()}

    def once(self, make: Callable[[Desk], T]) -> T:
        """What `make` says of this story, asked once: several rules read the same findings."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    def forget(self) -> None:
        """Drop the findings: some hold the desk, and such rings keep a whole story until Python looks for garbage."""
        self._made.clear()

    @cached_property
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
        return self.pages[article].claims

    def quotations(self, article: str) -> tuple[Quotation, ...]:
        """The article's quotations in text order."""
        return self.pages[article].quotations

    def lines(self, article: str) -> tuple[Line, ...]:
        """The article's sentences, headline included."""
        return self.pages[article].lines

    def mentions(self, line: Line) -> tuple[Mention, ...]:
        """The names inside the sentence, as they were found."""
        page = self.pages[line.span.article]
        return page.mentions.get(page.place(line.span.start), ())

    def named(self, article: str) -> tuple[Mention, ...]:
        """The article's persons by name, as they were found."""
        found = self.extractions.get(article)
        return tuple(m for m in found.mentions if m.type == "person") if found else ()

    def line_at(self, span: Span) -> Line | None:
        """The sentence that holds the start of `span`."""
        page = self.pages[span.article]
        place = page.place(span.start)
        return page.lines[place] if place >= 0 and span.start < page.lines[place].span.end else None

    def neighbours(self, at: Line, before: int = 1, after: int = 0) -> tuple[Line, ...]:
        """The sentence with those around it."""
        page = self.pages[at.span.article]
        place = page.place(at.span.start)
        return page.lines[max(0, place - before) : place + after + 1]

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
        """Articles that report by themselves: made from no other, an agency's update or another take, oldest first."""
        made = {link.derived for link in self.links if not link.take}
        return tuple(a for a in self.order if a not in made)

    def descendants(self, article: str) -> frozenset[str]:
        """The article and all that were made from it."""
        if article not in self._below:
            self._below[article] = _reached(article, {article}, self._children)
        return self._below[article]

    def ancestors(self, article: str) -> frozenset[str]:
        """All articles that this one goes back to."""
        return _reached(article, set(), self._parents)

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _children(self) -> dict[str, set[str]]:
        return _grouped((d.source, d.derived) for d in self.derivations)

    @cached_property
    def _parents(self) -> dict[str, set[str]]:
        return _grouped((d.derived, d.source) for d in self.derivations)

    def origin_of(self, article: str) -> str:
        """The id of the article's origin (its own id where the lineage has none)."""
        return self._origins.get(article, article)

    @cached_property
    def _origins(self) -> dict[str, str]:
        return {a: o.id for o in reversed(self.records.lineage.origins) for a in o.articles}

    def _link(self, derivation: Derivation) -> Link:
        source = self.pages[derivation.source]
        passages = [(p.derived.start, p.derived.end, p.source) for p in derivation.passages]
        pairs = []
        for at in self.lines(derivation.derived):
            first, last = at.span.start, at.span.end
            given = [span for start, end, span in passages if start < last and first < end]
            pair = source.finder.pair(at, _overlapped(source, given))
            if pair is not None:
                pairs.append(pair)
        one, other = derivation.derived, derivation.source
        mine, theirs = self.claims(one), self.claims(other)
        later = later_day(self.articles[one], self.articles[other])
        return Link(
            derived=one,
            source=other,
            relation=derivation.relation,
            coverage=derivation.coverage,
            pairs=tuple(pairs),
            take=derivation.relation != "excerpt" and another_take(mine, theirs, self.kinds),
            later=later and grown(mine, theirs, self.kinds),
        )


def _overlapped(page: Page, given: Sequence[Span]) -> list[Line]:
    """The lines of an article, in text order, that share a character with one of its passages."""
    if not given:
        return []
    first, last = min(g.start for g in given), max(g.end for g in given)
    inside = (bounds for bounds in page.bounds if bounds[0] < last and first < bounds[1])
    return [w for start, end, w in inside if any(g.start < end and start < g.end for g in given)]


def _grouped(ties: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for one, other in ties:
        out.setdefault(one, set()).add(other)
    return out


def _reached(start: str, found: set[str], ties: Mapping[str, set[str]]) -> frozenset[str]:
    """All that `ties` lead to from `start`, with what was `found` before."""
    stack = [start]
    while stack:
        fresh = ties.get(stack.pop(), set()) - found
        found |= fresh
        stack.extend(sorted(fresh))
    return frozenset(found)


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
