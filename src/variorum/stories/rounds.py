"""The rounds of grouping as an engine runs them: tables in, tables out, any number of buckets, the same stories.

    sign        each     articles                     → signatures      by print
    copies      by_key   signatures                   → signatures      (copies keep no terms; `leaders` has who does)
    count       each     signatures                   → counts          by cell
    add         by_key   counts                       → counts          (small: the side data of the next two)
    weigh       each     signatures, counts           → vectors         by article
    search      each     vectors, counts              → keys            by term
    meet        by_key   keys                         → pairs           by first article
    send        by_key   pairs, vectors               → shipments       by second article
    compare     by_key   shipments, vectors           → scored pairs    by first article
    tie         each     scored pairs                 → a, b            then the engine's components → node, component
    place       each     node, component              → members         by node
    inside      by_key   scored pairs, members        → scored pairs    by component
    gather      each     members                      → members         by component
    split       by_key   scored pairs, members        → groups          by article
    follow      each     signatures                   → copies          by leader
    settle      by_key   copies, groups               → articles, leaders: each article and the least one of its story

Every function takes the bucket's tables and `buckets`, the number of buckets its own rows are cut into.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum.model import Article
from variorum.stories import tables as t
from variorum.stories.candidates import near, unique
from variorum.stories.copies import followed, leaders, prints, speaking
from variorum.stories.frequency import Sketch, counts, sketch, total
from variorum.stories.link import edges, linked
from variorum.stories.score import score, ship
from variorum.stories.signature import signatures
from variorum.stories.vectors import keys
from variorum.stories.vectors import weigh as weighed

if TYPE_CHECKING:
    import pyarrow as pa


def sign(articles: Sequence[Article], buckets: int) -> pa.Table:
    """The signatures of a batch of articles."""
    signed = signatures(articles)
    return t.of_terms(signed, t.bucket(prints(signed).prints, buckets))


def copies(signed: pa.Table) -> pa.Table:
    """All articles, each once, with their leader; only leaders keep their terms."""
    terms = t.to_terms(signed)
    terms = terms.take(np.unique(terms.articles, return_index=True)[1])
    found = prints(terms)
    same = leaders(found)
    return t.of_terms(terms.only(speaking(terms, found, same)), leaders=same.leaders)


def count(signed: pa.Table, buckets: int) -> pa.Table:
    """Document frequencies of a part's leaders."""
    return t.of_counts(counts(t.to_terms(_leading(signed))), buckets)


def add(counted: pa.Table, buckets: int) -> pa.Table:
    """The sums of all parts' frequencies."""
    return t.of_counts(total([t.to_counts(counted)]), buckets)


def known(counted: pa.Table) -> Sketch:
    """The frequency sketch of the side data; make it once per process."""
    return sketch(total([t.to_counts(counted)]))


def weigh(signed: pa.Table, frequencies: Sketch, buckets: int) -> pa.Table:
    """The vectors of a part's leaders."""
    vectors = weighed(t.to_terms(_leading(signed)), frequencies)
    return t.of_terms(vectors, t.bucket(vectors.articles, buckets))


def search(vectors: pa.Table, frequencies: Sketch, buckets: int) -> pa.Table:
    """The terms by which a part's articles are looked for."""
    return t.of_keys(keys(t.to_terms(vectors), frequencies), buckets)


def meet(found: pa.Table, buckets: int) -> pa.Table:
    """Pairs of articles that share a searched term and stand near in time."""
    return t.of_pairs(near(t.to_keys(found)), buckets)


def send(pairs: pa.Table, vectors: pa.Table, buckets: int) -> pa.Table:
    """The vectors of first articles, to the second ones of their pairs."""
    return t.of_shipments(ship(unique(t.to_pairs(pairs)), t.to_terms(vectors)), buckets)


def compare(shipments: pa.Table, vectors: pa.Table, buckets: int) -> pa.Table:
    """Scored pairs."""
    return t.of_pairs(score(t.to_shipments(shipments), t.to_terms(vectors)), buckets)


def tie(scored: pa.Table) -> pa.Table:
    """The edges of components."""
    strong = edges(t.to_pairs(scored))
    return t.of_edges(strong)


def place(parts: pa.Table, buckets: int) -> pa.Table:
    """Members of components by article."""
    same = t.to_parts(parts)
    return t.of_same(same, same.articles, buckets)


def gather(members: pa.Table, buckets: int) -> pa.Table:
    """Members of components by component."""
    same = t.to_same(members)
    return t.of_same(same, same.leaders, buckets)


def inside(scored: pa.Table, members: pa.Table, buckets: int) -> pa.Table:
    """Scored pairs whose first article is in a component, in that component's bucket."""
    pairs, same = t.to_pairs(scored), t.to_same(members)
    pairs = pairs.where(np.isin(pairs.first, same.articles))
    order = np.argsort(same.articles)
    parts = same.leaders[order[np.searchsorted(same.articles, pairs.first, sorter=order)]]
    return t.of_pairs(pairs, buckets, parts)


def split(scored: pa.Table, members: pa.Table, buckets: int) -> pa.Table:
    """The groups of whole components."""
    groups = linked(t.to_same(members), t.to_pairs(scored))
    return t.of_same(groups, groups.articles, buckets)


def follow(signed: pa.Table, buckets: int) -> pa.Table:
    """Articles by those who speak for them."""
    same = t.to_same(signed)
    return t.of_same(same, same.leaders, buckets)


def settle(same: pa.Table, groups: pa.Table) -> pa.Table:
    """Each article with the least article of its story; one in no component is a story alone."""
    found = followed(t.to_same(groups), t.to_same(same))
    return t.table({"articles": found.articles, "leaders": found.leaders})


def _leading(signed: pa.Table) -> pa.Table:
    import pyarrow.compute as pc

    return signed.filter(pc.equal(signed.column("articles"), signed.column("leaders")))
