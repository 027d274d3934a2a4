"""Lines of reporting: whose text an article carries, as of when, and which article updates which."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from variorum.lang import subsets
from variorum.lang.movement import BEFORE, Direction, moved, over
from variorum.model import Article, Claim, Derivation, Number, Span, StoryRecords
from variorum.reconcile.told import told_day

_LEAP, _YEAR, _NEAR = 2000, 366, 60
"""A leap year, its days, and how many days lie at most between two reports of one story."""
TOLLS = ("killed", "injured")
"""What every report of a disaster counts: by these one sees which of two reports knows more."""
MADE_FROM = ("copy", "excerpt", "rewrite", "translation")


class Lines:
    """Origins, dates and descent of a story's articles. Built once per story, never changed afterwards."""

    def __init__(self, records: StoryRecords, claims: Iterable[Claim]) -> None:
        self.articles: dict[str, Article] = {a.id: a for a in records.articles}
        self.claims: dict[str, list[Claim]] = {a: [] for a in sorted(self.articles)}
        for claim in sorted(claims, key=lambda c: (c.span, c.id)):
            self.claims.setdefault(claim.span.article, []).append(claim)
        self.edges = sorted(
            (d for d in records.lineage.derivations if d.relation in MADE_FROM),
            key=lambda d: (-d.coverage, d.source, d.derived),
        )
        self._origin = {a: o.id for o in records.lineage.origins for a in o.articles}
        self._labels = [(o.label.casefold(), o.id) for o in records.lineage.origins]
        self._sources: dict[str, list[Derivation]] = {}
        for edge in self.edges:
            self._sources.setdefault(edge.derived, []).append(edge)
        self._ancestors: dict[str, list[str]] = {}
        self._altered: dict[str, list[Span]] = {}
        for rendering in (v for q in records.quotes for v in q.variants if v.drift == "altered"):
            self._altered.setdefault(rendering.span.article, []).append(rendering.span)
        self._moved_to: dict[str, Direction | None] = {}
        read = {e.article: e for e in records.extractions}
        self._days = {a.id: a.published or told_day(a, read.get(a.id)) for a in records.articles}

    def origin(self, article: str) -> str:
        """The origin's id; an article that no origin holds is a voice of its own."""
        return self._origin.get(article, article)

    def name(self, article: str) -> str:
        """What a reader knows the article by: its publisher, the agency it credits, or its id."""
        found = self.articles.get(article)
        if found is None:
            return article
        return found.publisher or next((a.name for a in found.agencies if a.credit != "cited"), article)

    def line(self, claim: Claim) -> str:
        """The origin that a claim belongs to: where it cites an agency whose own text is in the story, that text's."""
        cited = {o for s in claim.attribution if (o := self._agencies.get(s.name.casefold()))}
        return cited.pop() if len(cited) == 1 else self.origin(claim.span.article)

    @cached_property
    def _agencies(self) -> dict[str, str]:
        """Agency → the one origin that is named after it or whose texts carry its credit."""
        found: dict[str, set[str]] = {}
        for label, origin in self._labels:
            found.setdefault(label, set()).add(origin)
        for article in self.articles.values():
            for name in _credits(article):
                found.setdefault(name, set()).add(self.origin(article.id))
        return {name: min(origins) for name, origins in found.items() if len(origins) == 1}

    def sources(self, article: str) -> list[Derivation]:
        """The derivations that made `article`, the largest first."""
        return self._sources.get(article, [])

    @cached_property
    def updates(self) -> frozenset[tuple[str, str]]:
        """(newer, older) for derivations by which an agency carried its own report on with newer facts."""
        return frozenset((d.derived, d.source) for d in self.edges if self._is_update(d))

    def ancestors(self, article: str) -> list[str]:
        """The articles that `article` goes back to, nearest first."""
        if article not in self._ancestors:
            found: dict[str, None] = {}
            level = [article]
            while level:
                level = list(dict.fromkeys(d.source for a in level for d in self.sources(a)))
                level = [a for a in level if a not in found and a != article]
                found.update(dict.fromkeys(level))
            self._ancestors[article] = list(found)
        return self._ancestors[article]

    @cached_property
    def _descendants(self) -> dict[str, set[str]]:
        below: dict[str, set[str]] = {a: {a} for a in self.articles}
        for article in self.articles:
            for source in self.ancestors(article):
                below.setdefault(source, {source}).add(article)
        return below

    def descendants(self, article: str) -> set[str]:
        """`article` and everything made from it."""
        return self._descendants.get(article, {article})

    def made_from(self, article: str) -> list[Derivation]:
        """The derivations by which `article` repeats what others found out (updates left out)."""
        return [d for d in self.sources(article) if (d.derived, d.source) not in self.updates]

    def siblings(self, article: str) -> list[str]:
        """The dated first texts and updates of the same origin, earliest first: what an undated text repeats whose
        source is not known."""
        here = self.articles.get(article)
        if here is None or here.published or self.sources(article):
            return []
        same = (a for a in self.articles if a != article and self.origin(a) == self.origin(article))
        first = [a for a in same if self.articles[a].published and not self.made_from(a)]
        return sorted(first, key=lambda a: (_day(self.articles[a]), a))

    def date(self, article: str) -> str | None:
        """The day of the facts: the publication date, else the day on which its lead was told, for an undated derived
        text the date of its source."""
        for id_ in (article, *(s for s in self.ancestors(article) if (article, s) not in self.updates)):
            if day := self._days.get(id_):
                return day
        return None

    def moved(self, claim: Claim) -> Direction | None:
        """Which way the report says that the count went ("rose to 14"); None where it says nothing of it."""
        if claim.id not in self._moved_to:
            article = self.articles.get(claim.span.article)
            inside = claim.span.text.rfind(claim.value.stated)
            at = claim.span.start + max(inside, 0)
            self._moved_to[claim.id] = moved(article.text[max(0, at - BEFORE) : at]) if article is not None else None
        return self._moved_to[claim.id]

    def emptied(self, claim: Claim) -> bool:
        """Whether the report says that nobody is counted any longer ("nobody is missing any longer")."""
        article = self.articles.get(claim.span.article)
        return article is not None and claim.value.number == 0 and over(article.text[claim.span.start :])

    def garbled(self, claim: Claim) -> bool:
        """Whether the count stands in a quotation whose words were altered: nobody said it, so it is no newer fact."""
        return any(span.overlaps(claim.span) for span in self._altered.get(claim.span.article, ()))

    def precedes(self, older: str, newer: str) -> bool:
        """Whether `older` is of an earlier day of the year than `newer`, where neither has a year."""
        days = [_yearless(self.articles.get(a)) for a in (older, newer)]
        if days[0] is None or days[1] is None:
            return False
        return 0 < (days[1] - days[0]) % _YEAR < _NEAR

    def left_behind(self, older: str, newer: str) -> bool:
        """Whether `newer`, of a later day, has a higher toll than `older` and none that is lower: it knows more."""
        days = [self.date(a) or "" for a in (older, newer)]
        if not days[0] or not days[0] < days[1]:
            return False
        old, new = self._totals(older), self._totals(newer)
        tolls = [(max(old[k]), max(new[k])) for k in TOLLS if k in old and k in new]
        return any(a < b for a, b in tolls) and all(a <= b for a, b in tolls)

    def follows(self, newer: str, older: str) -> bool:
        """Whether `newer` continues `older` through at least one update."""
        seen = {(newer, False)}
        open_ = [(newer, False)]
        while open_:
            here, updated = open_.pop()
            if here == older and updated:
                return True
            steps = {(d.source, updated or (here, d.source) in self.updates) for d in self.sources(here)} - seen
            seen |= steps
            open_ += sorted(steps)
        return False

    def _is_update(self, edge: Derivation) -> bool:
        """Newer facts, not a distortion: the text dates or takes back what its source still held, or it is the
        agency's own rewrite and a count moved (upwards, unless it is dated later), or most of the counts moved."""
        new, old = self.articles.get(edge.derived), self.articles.get(edge.source)
        if edge.relation == "translation" or new is None or old is None:
            return False
        days = [self._days.get(a) or "" for a in (edge.derived, edge.source)]
        if days[0] < days[1] and days[0]:
            return False
        if self._overtakes(edge):
            return True
        moved, kept, fell = self._moved(edge)
        if edge.relation == "rewrite" and _credits(new) == _credits(old) != frozenset():
            return bool(moved) and (days[0] > days[1] != "" or (moved > kept and not fell))
        return moved >= 2 and moved > kept

    def _overtakes(self, edge: Derivation) -> bool:
        """Whether the derived text dates or takes back a number that its source held as current."""
        old = self.claims.get(edge.source, [])
        past = {(c.kind, c.value.number) for c in old if c.voided or c.earlier}
        held = {(c.kind, c.value.number) for c in old} - past
        newer = (c for c in self.claims.get(edge.derived, []) if c.voided or c.earlier)
        return any((c.kind, c.value.number) in held for c in newer)

    def _moved(self, edge: Derivation) -> tuple[int, int, int]:
        """How many kinds of count changed between source and derived article, how many stayed, how many fell."""
        old, new = self._totals(edge.source), self._totals(edge.derived)
        shared = sorted(old.keys() & new.keys())
        kept = sum(bool(old[k] & new[k]) for k in shared)
        fell = sum(max(new[k]) < max(old[k]) for k in shared)
        return len(shared) - kept, kept, fell

    def _totals(self, article: str) -> dict[str, set[Number]]:
        totals: dict[str, set[Number]] = {}
        for claim in self.claims.get(article, []):
            plain = not (claim.voided or claim.earlier or claim.increment or claim.negated or claim.rate)
            body = claim.section != "headline" and subsets.key(claim.subset) is None
            if plain and body and claim.scope == "event" and claim.value.number is not None and not self.garbled(claim):
                totals.setdefault(claim.kind, set()).add(claim.value.number)
        return totals


def _yearless(article: Article | None) -> int | None:
    """The day of the year of a dateline without a year, counted in a leap year; None for another article."""
    if article is None or article.published is not None:
        return None
    stated = next((c.date for c in article.dates if c.date.startswith("--")), None)
    if stated is None:
        return None
    return date(_LEAP, int(stated[2:4]), int(stated[5:7])).timetuple().tm_yday


def _day(article: Article) -> str:
    return article.published or ""


def _credits(article: Article) -> frozenset[str]:
    """The agency whose text this is; empty where none or several are credited."""
    names = frozenset(a.name.casefold() for a in article.agencies if a.credit in ("dateline", "byline"))
    return names if len(names) == 1 else frozenset()
