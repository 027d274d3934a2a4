"""Lineage of one story: which article was made from which, and which of them are one voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from variorum.lineage.direction import Standing, standing
from variorum.lineage.evidence import Own, Pool
from variorum.lineage.graphs import components
from variorum.lineage.relation import derivation
from variorum.lineage.spelling import Speller, Spelt
from variorum.lineage.texts import content_of, text_of
from variorum.lineage.tree import Edge, Forest
from variorum.model import Article, Derivation, Extraction, Lineage, Origin, content_id


def trace(articles: tuple[Article, ...], extractions: tuple[Extraction, ...] = ()) -> Lineage:
    """The derivations (acyclic, one main source each, more for compilations) and the origins of one story's articles.

    The order of the input does not matter. An article without an extraction is split into sentences by punctuation.
    """
    found = {e.article: e for e in extractions}
    ordered = sorted(articles, key=order)
    every = [known(a, found.get(a.id), again=True) for a in ordered]
    edges, derivations = traced(every)
    return Lineage(derivations, _origins(every, edges))


class Known(Struct, frozen=True):
    """What comparisons need of an article, whatever it is compared with."""

    article: Article
    own: Own
    standing: Standing
    spelt: Spelt


def known(article: Article, extraction: Extraction | None, *, again: bool = False) -> Known:
    """Read the article for comparisons; `again`: see `text_of`."""
    text = text_of(article, extraction, again=again)
    return Known(article, Own(text, content_of(article)), standing(article), Spelt(text, article.language))


def order(article: Article) -> tuple[str, str]:
    """By publication, undated ones last."""
    return article.published or "9999", article.id


def traced(every: Sequence[Known]) -> tuple[list[Edge], tuple[Derivation, ...]]:
    """The edges between articles that are in `order`, and their records by id."""
    articles, texts = [k.article for k in every], [k.own.text for k in every]
    forest = Forest(Pool([k.own for k in every]), [k.standing for k in every], Speller([k.spelt for k in every]))
    edges = forest.edges()
    records = [derivation(e, articles[e.evidence.derived], articles[e.evidence.source], texts) for e in edges]
    return edges, tuple(sorted(records, key=lambda d: (d.derived, d.source)))


def _origins(every: Sequence[Known], edges: Sequence[Edge]) -> tuple[Origin, ...]:
    """Families of the main edges, each labelled by its root. What one agency sends is one voice, however little its
    later take keeps of the first."""
    articles = [k.article for k in every]
    parents = {e.evidence.derived: e.evidence.source for e in edges if e.main}
    first: dict[str, int] = {}
    heads = [(n, name) for n, k in enumerate(every) if n not in parents for name in sorted(k.standing.own)]
    takes = [(n, first.setdefault(name, n)) for n, name in heads]
    families = components(len(every), (*parents.items(), *takes))
    members = {next(n for n in family if n not in parents): family for family in families}
    cited = Counter(name for root in members for name in _cited(articles[root]))
    origins = (
        _origin(articles[root], sorted(articles[n].id for n in family), cited) for root, family in members.items()
    )
    return tuple(sorted(origins, key=lambda o: o.articles))


def _origin(root: Article, ids: Sequence[str], cited: Counter[str]) -> Origin:
    return Origin(content_id("o", *ids), _label(root, cited), tuple(ids))


def _label(root: Article, cited: Counter[str]) -> str:
    """Whose text it is: the agency, else the paper, else the outlet that it alone cites first, else its headline."""
    own = [a.name for a in root.agencies if a.credit in {"dateline", "byline"}]
    alone = [name for name in _cited(root) if cited[name] == 1]
    opening = " ".join(root.text.split()[:6])
    return [*own, *([root.publisher] if root.publisher else []), *alone, root.title or opening or root.id][0]


def _cited(article: Article) -> list[str]:
    """The outlet cited first, if any."""
    return [a.name for a in article.agencies if a.credit == "cited"][:1]
