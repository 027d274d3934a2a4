"""The story's title: the headline of its most central article."""

from __future__ import annotations

import re
from collections import Counter

from variorum.model import Article, Lineage

LONGEST = 200
"""Characters of a title; some pages give a whole paragraph as theirs."""


def choose(articles: tuple[Article, ...], lineage: Lineage) -> str:
    """The headline most other articles were made from; then the one that shares most words with the others; then
    the earliest. Articles without a headline lend their first line."""
    if not articles:
        return ""
    made_from = Counter(d.source for d in lineage.derivations)
    titles = {a.id: headline(a) for a in articles}
    shared = _shared_words(titles)
    best = max(enumerate(articles), key=lambda p: (bool(p[1].title), made_from[p[1].id], shared[p[1].id], -p[0]))
    return titles[best[1].id]


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
