"""Lineage of one story: which article was made from which, and which of them are one voice."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.lineage.direction import standing
from variorum.lineage.evidence import Pool
from variorum.lineage.relation import derivation
from variorum.lineage.texts import content_of, text_of
from variorum.lineage.tree import Edge, Forest
from variorum.model import Article, Extraction, Lineage, Origin, content_id


def trace(articles: tuple[Article, ...], extractions: tuple[Extraction, ...] = ()) -> Lineage:
    """The derivations (acyclic, one main source each, more for compilations) and the origins of one story's articles.

    The order of the input does not matter. An article without an extraction is split into sentences by punctuation.
    """
    ordered = sorted(articles, key=lambda a: (a.published or "9999", a.id))
    found = {e.article: e for e in extractions}
    texts = [text_of(a, found.get(a.id)) for a in ordered]
    pool = Pool(texts, [content_of(a) for a in ordered])
    forest = Forest(pool, [standing(a) for a in ordered])
    edges = forest.edges()
    derivations = [derivation(e, ordered[e.evidence.derived], ordered[e.evidence.source], texts) for e in edges]
    return Lineage(tuple(sorted(derivations, key=lambda d: (d.derived, d.source))), _origins(ordered, edges))


def _origins(articles: Sequence[Article], edges: Sequence[Edge]) -> tuple[Origin, ...]:
    """Families of the main edges, each labelled by its root."""
    parents = {e.evidence.derived: e.evidence.source for e in edges if e.main}
    members: dict[int, list[str]] = {}
    for number, article in enumerate(articles):
        root = number
        while root in parents:
            root = parents[root]
        members.setdefault(root, []).append(article.id)
    roots = [articles[root] for root in members]
    origins = (_origin(articles[root], sorted(ids), roots) for root, ids in members.items())
    return tuple(sorted(origins, key=lambda o: o.articles))


def _origin(root: Article, ids: Sequence[str], roots: Sequence[Article]) -> Origin:
    return Origin(content_id("o", *ids), _label(root, roots), tuple(ids))


def _label(root: Article, roots: Sequence[Article]) -> str:
    """Whose text it is: the agency, else the paper, else the outlet that it alone cites first, else its headline."""
    own = [a.name for a in root.agencies if a.credit in {"dateline", "byline"}]
    cited = _cited(root)
    alone = [] if any(_cited(r) == cited for r in roots if r.id != root.id) else cited
    opening = " ".join(root.text.split()[:6])
    return [*own, *([root.publisher] if root.publisher else []), *alone, root.title or opening or root.id][0]


def _cited(article: Article) -> list[str]:
    """The outlet cited first, if any."""
    return [a.name for a in article.agencies if a.credit == "cited"][:1]
