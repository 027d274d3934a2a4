"""The rounds that find derivations between stories, as an engine runs them: tables in, tables out, any number of
buckets, the same derivations.

    prints     each     articles, extractions      → prints     by fingerprint
    meet       by_key   prints                     → shared     by pair
    add        by_key   shared                     → shared     by article, every pair both ways
    choose     by_key   shared                     → shared     by first article, the strongest pairs of each article
    halve      by_key   shared, families           → halves     by second article
    tie        by_key   halves, families           → ties       pairs that may become a derivation, and their roots

`families` has one row per article: `bucket` by article, `article`, `story`, `root` (see `family_rows`). The columns
`a` and `b` of the ties go to the engine's components; `across.across` wants the pairs of one component with the
articles they name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from variorum.lineage.near import both_ways, candidates, likely, near, strongest, unique
from variorum.lineage.prints import fingerprints
from variorum.lineage.tables import (
    FAMILIES,
    HALVES,
    TIES,
    bucket,
    column,
    of_prints,
    of_shared,
    table,
    to_prints,
    to_shared,
)
from variorum.model import Article, Extraction, Lineage, number_of

if TYPE_CHECKING:
    import pyarrow as pa


def prints(articles: Sequence[Article], extractions: Sequence[Extraction], buckets: int) -> pa.Table:
    """Fingerprints of a batch of articles."""
    return of_prints(fingerprints(articles, extractions), buckets)


def meet(prints: pa.Table, buckets: int) -> pa.Table:
    """Pairs with a fingerprint in common."""
    return of_shared(near(to_prints(prints)), buckets, by_pair=True)


def add(shared: pa.Table, buckets: int) -> pa.Table:
    """Pairs worth comparing, both ways."""
    return of_shared(both_ways(candidates(to_shared(shared))), buckets)


def choose(shared: pa.Table, buckets: int) -> pa.Table:
    """The strongest pairs of every article, where they are likely enough."""
    return of_shared(likely(strongest(to_shared(shared))), buckets)


def family_rows(story: int, lineage: Lineage, buckets: int) -> pa.Table:
    """The story's articles, each with the root of its family, and whether the family has a source in another one."""
    roots, mixed = families_of(lineage)
    ids = sorted(roots)
    numbers = np.array([number_of(i) for i in ids], dtype=np.uint64)
    columns = (
        np.full(len(ids), story, dtype=np.uint64),
        np.array([number_of(roots[i]) for i in ids], dtype=np.uint64),
        np.array([roots[i] in mixed for i in ids], dtype=np.uint8),
    )
    return table(FAMILIES, (bucket(numbers, buckets), numbers, *columns))


def families_of(lineage: Lineage) -> tuple[dict[str, str], frozenset[str]]:
    """Per article the root of its origin, which was made from no other of it; and the roots of mixed families."""
    sources: dict[str, set[str]] = {}
    for edge in lineage.derivations:
        sources.setdefault(edge.derived, set()).add(edge.source)
    roots: dict[str, str] = {}
    mixed = set()
    for origin in lineage.origins:
        inside = set(origin.articles)
        root = next((i for i in origin.articles if not sources.get(i, set()) & inside), origin.articles[0])
        roots |= dict.fromkeys(origin.articles, root)
        if any(sources.get(i, set()) - inside for i in origin.articles):
            mixed.add(root)
    return roots, frozenset(mixed)


def halve(shared: pa.Table, families: pa.Table, buckets: int) -> pa.Table:
    """Every pair once, with the family of its first article; pairs of unknown articles go."""
    pairs = unique(to_shared(shared))
    place, known = _found(pairs.first, families)
    first, second = pairs.first[known], pairs.second[known]
    return table(HALVES, (bucket(second, buckets), first, second, *(column(families, n)[place] for n in HALVES[3:])))


def tie(halves: pa.Table, families: pa.Table) -> pa.Table:
    """Pairs of two stories of which one article may have the other as its source there (see `across`)."""
    place, known = _found(column(halves, "second"), families)
    first, second, story, root, mixed = (column(halves, name)[known] for name in HALVES[1:])
    other_story, other_root, other_mixed = (column(families, name)[place] for name in FAMILIES[2:])
    may = ((root == first) & (other_mixed == 0)) | ((other_root == second) & (mixed == 0))
    kept = may & (story != other_story)
    order = np.lexsort((second[kept], first[kept]))
    return table(TIES, [c[kept][order] for c in (first, second, root, other_root)])


def _found(articles: NDArray[Any], families: pa.Table) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Rows of the families that have these articles, and which of them are found at all."""
    known = column(families, "article")
    order = np.argsort(known, kind="stable")
    if not len(known):
        return np.zeros(0, dtype=np.int64), np.zeros(len(articles), dtype=np.bool_)
    place = np.minimum(np.searchsorted(known[order], articles), len(known) - 1)
    found = known[order][place] == articles
    return order[place[found]], found
