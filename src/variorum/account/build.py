"""From what the stages found out about one story to its account."""

from __future__ import annotations

import msgspec

from variorum.account import sentences, title
from variorum.account.order import Order
from variorum.model import Article, Attribution, Claim, Span, StoryRecords
from variorum.model.account import ArticleEntry, AttributionEntry, Spans, StoryAccount


def build(records: StoryRecords, policy: str) -> StoryAccount:
    """The account of one story in the fields and the order of the account format.

    `policy` is checked against nothing here: each figure names the policy that made it, and figures of other
    policies are left out.
    """
    order = Order(records.articles)
    place = records.event.place.name if records.event.place else None
    figures = order.figures((f for f in records.figures if f.policy == policy), place)
    claims = order.claims(records.claims)
    origins = order.origins(records.lineage.origins)
    unfit = title.stale(claims, figures) | title.distorted(records.discrepancies)
    return StoryAccount(
        id=records.story.id,
        title=title.choose(order.articles, records.lineage, unfit),
        event=records.event,
        articles=tuple(map(_article, order.articles)),
        origins=origins,
        lineage=order.lineage(records.lineage),
        claims=tuple(map(_claim, claims)),
        figures=figures,
        quotes=order.quotes(records.quotes),
        attributions=_attributions(records, order),
        entities=order.entities(records.entities),
        discrepancies=order.discrepancies(records.discrepancies),
        sentences=sentences.write(figures, claims, order.articles),
    )


def _claim(claim: Claim) -> Claim:
    """Sources go by the name that the article itself gives them; the entity holds the story's."""
    sources = (msgspec.structs.replace(s, name=s.stated or s.name) for s in claim.attribution)
    return msgspec.structs.replace(claim, attribution=tuple(sources))


def _article(article: Article) -> ArticleEntry:
    return ArticleEntry(
        id=article.id,
        source_id=article.source_id,
        path=article.path,
        url=article.url,
        title=article.title,
        publisher=article.publisher,
        byline=article.byline,
        agencies=tuple(dict.fromkeys(a.name for a in article.agencies)),
        published=article.published,
        language=article.language,
        text=article.text,
        sections=article.sections,
    )


def _attributions(records: StoryRecords, order: Order) -> tuple[AttributionEntry, ...]:
    found = [a for e in records.extractions for a in e.attributions]
    found.sort(key=lambda a: (order.first((*a.content, *a.source, *a.cue)), a.id))
    return tuple(map(_attribution, found))


def _attribution(found: Attribution) -> AttributionEntry:
    return AttributionEntry(
        source=_spans(found.source),
        cue=_spans(found.cue),
        content=_spans(found.content),
        kind=found.kind,
        id=found.id,
        speaker=found.speaker.name if found.speaker else None,
        entity=found.speaker.entity if found.speaker else None,
        via=tuple(s.name for s in found.via),
        denied=found.denied,
    )


def _spans(spans: tuple[Span, ...]) -> Spans:
    if not spans:
        return None
    return spans[0] if len(spans) == 1 else spans
