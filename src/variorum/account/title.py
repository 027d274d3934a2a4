"""The story's title: the headline of its most central article, none with a count that the news has moved past."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from variorum.model import Article, Claim, Figure, Lineage

LONGEST = 200
"""Characters of a title; some pages give a whole paragraph as theirs."""


def choose(articles: tuple[Article, ...], lineage: Lineage, stale: Set[str] = frozenset()) -> str:
    """The headline most other articles were made from; then the one that shares most words with the others; then
    the earliest. Articles without a headline lend their first line; those in `stale` only where no other has one."""
    if not articles:
        return ""
    made_from = Counter(d.source for d in lineage.derivations)
    titles = {a.id: headline(a) for a in articles}
    shared = _shared_words(titles)
    best = max(enumerate(articles), key=lambda p: (*_usable(p[1], stale), made_from[p[1].id], shared[p[1].id], -p[0]))
    return titles[best[1].id]


def _usable(article: Article, stale: Set[str]) -> tuple[bool, bool]:
    return bool(article.title), article.id not in stale


def stale(claims: Iterable[Claim], figures: Sequence[Figure]) -> frozenset[str]:
    """The articles whose headline counts people outside the bounds of the event's figure."""
    totals = {f.kind: f for f in reversed(figures) if f.subset is None and f.unit is None}
    found = set()
    for claim in claims:
        figure = totals.get(claim.kind)
        plain = not (claim.subset or claim.partial or claim.increment or claim.earlier)
        if claim.section != "headline" or claim.scope != "event" or not plain or figure is None:
            continue
        low, high = figure.low or 0, figure.high if figure.high is not None else figure.best
        number = claim.value.number
        least = number if number is not None else claim.value.low  # "dozens" are more than 12
        below = number is not None and number < low
        if below or (high is not None and least is not None and least > high):
            found.add(claim.span.article)
    return frozenset(found)


def headline(article: Article) -> str:
    """The article's title, else its headline section, else its first line; cut at a word."""
    section = next((s for s in article.sections if s.kind == "headline"), None)
    found = article.title or (article.text[section.start : section.end] if section else "")
    line = " ".join(found.split()) or next((" ".join(t.split()) for t in article.text.splitlines() if t.strip()), "")
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0] + " …"


def _shared_words(titles: dict[str, str]) -> dict[str, int]:
    """How many other titles hold each word of a title, summed."""
    words = {id_: set(re.findall(r"\w{3,}", title.casefold())) for id_, title in titles.items()}
    counts = Counter(w for found in words.values() for w in found)
    return {id_: sum(counts[w] - 1 for w in found) for id_, found in words.items()}
