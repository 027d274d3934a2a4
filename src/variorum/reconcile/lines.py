"""Lines of reporting: whose text an article carries, as of when, and which article updates which."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from variorum.lang import subsets
from variorum.model import Article, Claim, Derivation, StoryRecords
from variorum.reconcile.values import same_number

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

    def origin(self, article: str) -> str:
        """The origin's id; an article that no origin holds is a voice of its own."""
        return self._origin.get(article, article)

    def sources(self, article: str) -> list[Derivation]:
        """The derivations that made `article`, the largest first."""
        return [d for d in self.edges if d.derived == article]

    @cached_property
    def updates(self) -> frozenset[tuple[str, str]]:
        """(newer, older) for derivations by which an agency carried its own report on with newer facts."""
        return frozenset((d.derived, d.source) for d in self.edges if self._is_update(d))

    def ancestors(self, article: str) -> list[str]:
        """The articles that `article` goes back to, nearest first."""
        found: list[str] = []
        level = [article]
        while level:
            level = [d.source for a in level for d in self.sources(a) if d.source not in found and d.source != article]
            level = sorted(set(level), key=level.index)
            found += level
        return found

    def descendants(self, article: str) -> set[str]:
        """`article` and everything made from it."""
        return {article} | {a for a in self.articles if article in self.ancestors(a)}

    def made_from(self, article: str) -> list[Derivation]:
        """The derivations by which `article` repeats what others found out (updates left out)."""
        return [d for d in self.sources(article) if (d.derived, d.source) not in self.updates]

    def date(self, article: str) -> str | None:
        """The day of the facts: the publication date, for an undated derived text the date of its source."""
        for id_ in (article, *(s for s in self.ancestors(article) if (article, s) not in self.updates)):
            if id_ in self.articles and self.articles[id_].published:
                return self.articles[id_].published
        return None

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
        agency's own later rewrite and a count moved, or most of the counts moved."""
        if edge.relation == "translation":
            return False
        new, old = self.articles.get(edge.derived), self.articles.get(edge.source)
        if new is None or old is None or _day(new) < _day(old) != "":
            return False
        if self._overtakes(edge):
            return True
        moved, kept = self._moved(edge)
        own = (
            edge.relation == "rewrite" and _day(new) > _day(old) != "" and _credits(new) == _credits(old) != frozenset()
        )
        return bool(moved) and (own or (moved >= 2 and moved > kept))

    def _overtakes(self, edge: Derivation) -> bool:
        older = [c for c in self.claims.get(edge.source, []) if not (c.voided or c.earlier)]
        newer = [c for c in self.claims.get(edge.derived, []) if c.voided or c.earlier]
        return any(n.kind == o.kind and same_number(n.value, o.value) for n in newer for o in older)

    def _moved(self, edge: Derivation) -> tuple[int, int]:
        """How many kinds of count changed between source and derived article, and how many stayed."""
        old, new = self._totals(edge.source), self._totals(edge.derived)
        shared = sorted(old.keys() & new.keys())
        kept = sum(bool(old[k] & new[k]) for k in shared)
        return len(shared) - kept, kept

    def _totals(self, article: str) -> dict[str, set[float | None]]:
        totals: dict[str, set[float | None]] = {}
        for claim in self.claims.get(article, []):
            plain = not (claim.voided or claim.earlier or claim.increment or claim.negated or claim.rate)
            if plain and claim.scope == "event" and claim.section != "headline" and subsets.key(claim.subset) is None:
                totals.setdefault(claim.kind, set()).add(claim.value.number)
        return totals


def _day(article: Article) -> str:
    return article.published or ""


def _credits(article: Article) -> frozenset[str]:
    """The agency whose text this is; empty where none or several are credited."""
    names = frozenset(a.name.casefold() for a in article.agencies if a.credit in ("dateline", "byline"))
    return names if len(names) == 1 else frozenset()
