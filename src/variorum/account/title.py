"""The story's title: the headline of its most central article, none of a text that the account itself faults."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from variorum.model import Article, Claim, Discrepancy, Figure, Lineage

LONGEST = 200
"""Characters of a title; some pages give a whole paragraph as theirs."""
LEAD = 120
"""Characters of a title made of a text's first line, which goes on where a headline would end."""


def choose(articles: tuple[Article, ...], lineage: Lineage, unfit: Set[str] = frozenset()) -> str:
    """The headline most other articles were made from; then the one that shares most words with the others; then
    the earliest. Articles without a headline lend the start of their first line, before those in `unfit` lend any."""
    if not articles:
        return ""
    made_from = Counter(d.source for d in lineage.derivations)
    titles = {a.id: headline(a) for a in articles}
    shared = _shared_words(titles)

    def fitness(place: int, article: Article) -> tuple[bool, bool, int, int, int]:
        fit, id_ = article.id not in unfit, article.id
        return fit and bool(titles[id_]), bool(article.title), made_from[id_], shared[id_], -place

    return titles[max(enumerate(articles), key=lambda p: fitness(*p))[1].id]


def distorted(discrepancies: Iterable[Discrepancy]) -> frozenset[str]:
    """The articles that, held against another text, are at fault beyond doubt."""
    return frozenset(d.spans[0].article for d in discrepancies if d.severity == "error" and len(d.spans) > 1)


CLAUSE = re.compile(rf".{{{LEAD // 3},{LEAD}}}(?=[,;:] )")
"""The most of a line that ends where a clause does, and is long enough to say something."""


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
    """The article's title, else its headline section, else its body's first line as far as a clause or a word goes."""
    section = next((s for s in article.sections if s.kind == "headline"), None)
    found = article.title or (article.text[section.start : section.end] if section else "")
    if line := " ".join(found.split()):
        return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"
    body = next((s.start for s in article.sections if s.kind == "body"), 0)
    lead = next((" ".join(t.split()) for t in article.text[body:].splitlines() if t.strip()), "")
    if len(lead) <= LEAD:
        return lead
    clause = CLAUSE.match(lead)
    return (clause[0] if clause else lead[:LEAD].rsplit(" ", 1)[0]) + " …"


def _shared_words(titles: dict[str, str]) -> dict[str, int]:
    """How many other titles hold each word of a title, summed."""
    words = {id_: set(re.findall(r"\w{3,}", title.casefold())) for id_, title in titles.items()}
    counts = Counter(w for found in words.values() for w in found)
    return {id_: sum(counts[w] - 1 for w in found) for id_, found in words.items()}
