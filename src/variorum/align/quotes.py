"""Clusters the quotations that render one utterance, and says how each rendering departs from its source's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from variorum.align.quotes_cut import cut, relinked, renumbered
from variorum.align.quotes_drift import KEPT, drift
from variorum.align.quotes_items import Item, items
from variorum.align.quotes_match import SAME, Link, derived_links, free_links, likeness, part_of
from variorum.model import Article, Drift, Entity, Extraction, Lineage, Quote, QuoteVariant, content_id
from variorum.text.shingles import run_marks, shingles

NO_LINEAGE = Lineage()


def align(
    articles: tuple[Article, ...],
    extractions: tuple[Extraction, ...],
    lineage: Lineage = NO_LINEAGE,
    entities: tuple[Entity, ...] = (),
) -> tuple[Quote, ...]:
    """One quote per utterance with all its renderings, in the order of articles (date, id) and text."""
    ordered = sorted(articles, key=lambda a: (a.published or "9999", a.id))
    found = items(ordered, extractions, entities)
    of: dict[str, list[Item]] = {}
    for item in found:
        of.setdefault(item.quotation.span.article, []).append(item)
    derived = derived_links(found, lineage.derivations, of, _updates(ordered, lineage))
    clusters = _clusters(found, [*derived, *free_links(found)])
    drifts = _drifts(found, derived, lineage, of)
    names = {e.id: e.name for e in entities}
    spliced = frozenset(n for n, how in drifts.items() if how == "spliced")
    parts = cut(found, derived, clusters, ordered, spliced)
    if parts:
        found, clusters, drifts = _in_parts(found, derived, parts, drifts)
    return tuple(_quote([found[n] for n in numbers], drifts, names) for numbers in clusters)


def _in_parts(
    whole: Sequence[Item], links: Sequence[Link], parts: Mapping[int, tuple[Item, ...]], drifts: Mapping[int, Drift]
) -> tuple[list[Item], list[list[int]], dict[int, Drift]]:
    """Items, clusters and drifts when some quotations are cut: a part is compared with its like alone."""
    found, numbers = renumbered(whole, parts)
    made = relinked(links, found, numbers)
    source = {k.one: found[k.other] for k in made}
    how: dict[int, Drift] = {}
    for old, kept in drifts.items():
        for n in numbers[old]:
            anew = len(numbers[old]) > 1 or kept == "shortened"
            how[n] = drift(found[n], source[n], (), translated=kept == "translated") if anew else kept
    return found, _clusters(found, [*made, *free_links(found)]), how


def _updates(articles: Sequence[Article], lineage: Lineage) -> frozenset[tuple[str, str]]:
    """Edges on which an agency continues its own text: one agency signs both, and the later one is no mere copy."""
    own = {a.id: {m.name for m in a.agencies if m.credit in {"dateline", "byline"}} for a in articles}
    rewritten = [(d.derived, d.source) for d in lineage.derivations if d.relation == "rewrite"]
    return frozenset((a, b) for a, b in rewritten if own.get(a, set()) & own.get(b, set()))


def _clusters(found: Sequence[Item], links: Sequence[Link]) -> list[list[int]]:
    """Join the linked, strongest first, but never two different quotations of one article."""
    home = list(range(len(found)))
    members = {n: [n] for n in home}
    for link in sorted(links, key=lambda k: (-k.strength, k.one, k.other)):
        a, b = sorted((home[link.one], home[link.other]))
        if a != b and not _clash(members[a], members[b], found):
            for n in members[b]:
                home[n] = a
            members[a] += members.pop(b)
    return sorted(sorted(m) for m in members.values())


def _clash(one: Sequence[int], other: Sequence[int], found: Sequence[Item]) -> bool:
    pairs = ((found[n], found[m]) for n in one for m in other)
    return any(a.rank == b.rank and not _repeats(a, b) for a, b in pairs)


def _repeats(a: Item, b: Item) -> bool:
    """Whether an article gives one utterance twice: in the same words, or cut for its headline."""
    title, body = (a, b) if a.headline else (b, a)
    return likeness(a, b) >= SAME or (title.headline and part_of(title, body) >= SAME)


def _drifts(
    found: Sequence[Item], links: Sequence[Link], lineage: Lineage, of: Mapping[str, Sequence[Item]]
) -> dict[int, Drift]:
    relation = {(d.derived, d.source): d.relation for d in lineage.derivations}
    by_edge: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        edge = found[link.one].quotation.span.article, found[link.other].quotation.span.article
        by_edge.setdefault(edge, []).append(link)
    drifts: dict[int, Drift] = {}
    for edge, group in sorted(by_edge.items()):
        translated = relation.get(edge) == "translation" or _kept(found, group) < KEPT
        for link in group:
            item, source = found[link.one], found[link.other]
            others = [o for o in of[edge[1]] if o.number != source.number]
            drifts[item.number] = drift(item, source, others, translated=translated)
    return drifts


def _kept(found: Sequence[Item], links: Sequence[Link]) -> float:
    """The share of quoted words that stand in runs of three which the source's rendering has (1 for few quotations)."""
    kept = total = 0
    for link in links:
        item, source = found[link.one], found[link.other]
        kept += sum(run_marks(item.plain, shingles(source.plain, 3), 3))
        total += len(item.plain) if len(item.plain) >= 3 else 0
    return kept / total if total and len(links) >= ENOUGH else 1.0


ENOUGH = 4
"""Quotations from which the way an article treats quotes can be judged."""


def _quote(members: Sequence[Item], drifts: Mapping[int, Drift], names: Mapping[str, str]) -> Quote:
    entity = _most([m.entity for m in members])
    given = _most([m.quotation.speaker.name for m in members if m.quotation.speaker is not None])
    speaker = names.get(entity, given) if entity is not None else given
    places = [(m.quotation.span.article, m.quotation.span.start, m.quotation.span.end) for m in members]
    return Quote(
        id=content_id("q", speaker, *places),
        speaker=speaker,
        variants=tuple(_variant(m, drifts.get(m.number, "none")) for m in members),
        entity=entity,
    )


def _variant(item: Item, how: Drift) -> QuoteVariant:
    source = item.quotation.speaker
    return QuoteVariant(
        text=item.quotation.span.text,
        kind=item.quotation.kind,
        speaker=source.name if source is not None else None,
        span=item.quotation.span,
        medium=source.medium if source is not None else None,
        cue=source.cue if source is not None else None,
        drift=how,
    )


def _most(values: Sequence[str | None]) -> str | None:
    """The most frequent value; the first of those in a tie."""
    known = [v for v in values if v is not None]
    counts = Counter(known)
    return max(known, key=lambda v: (counts[v], -known.index(v))) if known else None
