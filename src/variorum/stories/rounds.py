"""The rounds of grouping as an engine runs them: tables in, tables out, any number of buckets, the same stories.

    sign        each     articles                     → signatures      by print
    copies      by_key   signatures                   → signatures      (copies keep no terms; `leaders` has who does)
    count       each     signatures                   → counts          by cell
    add         by_key   counts                       → counts          (small: the side data of the next two)
    weigh       each     signatures, counts           → vectors         by block
    search      each     vectors, counts              → keys            by term
    meet        by_key   keys                         → pairs           by the first article's block
    send        by_key   pairs, vectors               → shipments       by the second articles' block
    compare     by_key   shipments, vectors           → scored pairs    by first article
    tie         each     scored pairs                 → a, b            then the engine's components → node, component
    place       each     node, component              → members         by node
    inside      by_key   scored pairs, members        → scored pairs    by component
    gather      each     members                      → members         by component
    split       by_key   scored pairs, members        → groups          by article
    follow      each     signatures                   → copies          by leader
    settle      by_key   copies, groups               → articles, leaders: each article and the least one of its story

Every function takes the bucket's tables and `buckets`, the number of buckets its own rows are cut into. Blocks are
buckets, too: articles by their time (see `variorum.stories.blocks`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum.model import Article
from variorum.stories import tables as t
from variorum.stories.blocks import Known, day_counts
from variorum.stories.blocks import known as all_known
from variorum.stories.candidates import chosen, met
from variorum.stories.copies import followed, leaders, prints, speaking
from variorum.stories.frequency import counts, total
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
    """In how many of a part's leaders terms stand, and how many are of each day."""
    leading = t.to_terms(_leading(signed))
    return t.of_counts(total([counts(leading), day_counts(leading)]), buckets)


def add(counted: pa.Table, buckets: int) -> pa.Table:
    """The sums of all parts' frequencies."""
    return t.of_counts(total([t.to_counts(counted)]), buckets)


def known(counted: pa.Table) -> Known:
    """What the side data says of all articles; make it once per process."""
    return all_known(total([t.to_counts(counted)]))


def weigh(signed: pa.Table, of_all: Known, buckets: int) -> pa.Table:
    """The vectors of a part's leaders."""
    vectors = weighed(t.to_terms(_leading(signed)), of_all.sketch)
    return t.of_terms(vectors, of_all.calendar.blocks(vectors.articles, vectors.days, buckets))


def search(vectors: pa.Table, of_all: Known, buckets: int) -> pa.Table:
    """The terms by which a part's articles are looked for."""
    found = keys(t.to_terms(vectors), of_all.sketch)
    return t.of_keys(found, of_all.calendar.blocks(found.articles, found.days, buckets), buckets)


def meet(found: pa.Table) -> pa.Table:
    """Pairs of articles that share a searched term and stand near in time."""
    return t.of_met(found, met(t.to_keys(found)))


def send(pairs: pa.Table, vectors: pa.Table) -> pa.Table:
    """The vectors of first articles, once to each block in which they are to be compared."""
    found = t.to_pairs(pairs)
    at, _ = chosen(found)
    return t.of_shipments(*ship(found.where(at), t.column(pairs, "blocks")[at], t.to_terms(vectors)))


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
