"""How one record of an account came to be, step by step, with its evidence (`variorum explain ID`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from variorum.errors import NotFoundError
from variorum.export import differences, words
from variorum.export.view import StoryView
from variorum.model import Claim, Derivation, Discrepancy, Entity, Figure, Origin, Quote, Span
from variorum.model.account import Account, ArticleEntry, AttributionEntry

MOST_MENTIONS = 20

Lines = Iterator[str]
Explainer = Callable[[], Lines]


def explain(account: Account, id_: str) -> str:
    """The record with this id: what it says, on what evidence, and what was decided about it.

    Ids of stories, articles, origins, claims, figures, quotes, attributions, entities and discrepancies; an edge of the
    lineage is named `derived<source` (`a-1f…<a-07…`), both article ids. Raises NotFoundError with the nearest ids.
    """
    known: dict[str, Explainer] = {}
    for story in account.stories:
        for name, explainer in _index(StoryView(story)).items():
            known.setdefault(name, explainer)
    found = known.get(id_) or known.get(id_.replace(" ", ""))
    if found is None:
        raise NotFoundError(f"the account holds nothing with the id {words.clip(id_, 80)!r}", fix=_nearest(id_, known))
    return "\n".join(words.visible(row).rstrip() for row in found()) + "\n"


def _nearest(id_: str, known: dict[str, Explainer]) -> str:
    near = get_close_matches(id_[:80], known, n=5, cutoff=0.4) or sorted(known)[:5]
    near = [words.clip(n, 80) for n in near]
    return f"nearest ids: {', '.join(near)}" if near else "the account holds no story"


def _index(view: StoryView) -> dict[str, Explainer]:
    """Every id of the story and the function that explains it."""
    story = view.story
    found: dict[str, Explainer] = {story.id: lambda: _story(view)}
    for article in story.articles:
        found[article.id] = lambda a=article: _article(view, a)  # type: ignore[misc]
    for origin in story.origins:
        found[origin.id] = lambda o=origin: _origin(view, o)  # type: ignore[misc]
    for edge in story.lineage:
        found[f"{edge.derived}<{edge.source}"] = lambda e=edge: _edge(view, e)  # type: ignore[misc]
    for claim in story.claims:
        found[claim.id] = lambda c=claim: _claim(view, c)  # type: ignore[misc]
    for figure in story.figures:
        found[figure.id] = lambda f=figure: _figure(view, f)  # type: ignore[misc]
    for quote in story.quotes:
        found[quote.id] = lambda q=quote: _quote(view, q)  # type: ignore[misc]
    for entry in story.attributions:
        if entry.id:
            found[entry.id] = lambda t=entry: _attribution(view, t)  # type: ignore[misc]
    for entity in story.entities:
        found[entity.id] = lambda e=entity: _entity(view, e)  # type: ignore[misc]
    for discrepancy in story.discrepancies:
        found[discrepancy.id] = lambda d=discrepancy: _discrepancy(view, d)  # type: ignore[misc]
    return found


def _evidence(view: StoryView, span: Span, indent: str = "  ") -> str:
    """`A Northwire [120:141] … before «text» after …`"""
    before, text, after = view.context(span)
    quoted = words.line(f"{before}«{text}»{after}")
    return f"{indent}{_name(view, span.article)} [{span.start}:{span.end}] {quoted}"


def _name(view: StoryView, article: str) -> str:
    return f"{view.siglum(article)} {view.label(article)}"


def _brief(view: StoryView, id_: str) -> str:
    """A claim in one line: id, article, what it states, who says so."""
    claim = view.claims.get(id_)
    if claim is None:
        return id_
    who = words.sources(claim) or "own voice"
    stated = f"{words.claim_name(claim)} “{words.clip(claim.value.stated, 40)}”"
    return f"{id_}  {view.siglum(claim.span.article)}  {stated}, {who}"


def _why(view: StoryView, reasons: tuple[str, ...]) -> Lines:
    if reasons:
        yield "Why:"
        yield from (f"  {i}. {words.line(view.readable(reason, named=True))}" for i, reason in enumerate(reasons, 1))


def _story(view: StoryView) -> Lines:
    story = view.story
    yield f"{story.id}: the story “{words.line(story.title)}”"
    origins = words.plural(len(story.origins), "independent origin")
    yield f"{words.plural(len(story.articles), 'article')} from {origins}:"
    yield from (f"  {a.id}  {_name(view, a.id)}, {words.day(a.published)}" for a in story.articles)
    yield "Figures:"
    for f in story.figures:
        yield f"  {f.id}  {words.figure_name(f)}: {words.number(f.best)} [{words.interval(f.low, f.high)}], {f.status}"


def _article(view: StoryView, article: ArticleEntry) -> Lines:
    yield f"{article.id}: article {_name(view, article.id)}"
    facts = (
        ("headline", article.title),
        ("published", article.published),
        ("byline", ", ".join(article.byline)),
        ("agencies named", ", ".join(article.agencies)),
        ("path", article.path),
        ("url", article.url),
        ("language", article.language),
    )
    yield from (f"  {name}: {words.line(value)}" for name, value in facts if value)
    origin = view.origin(article.id)
    if origin:
        yield f"Origin: {origin.id} {words.line(origin.label)} ({words.plural(len(origin.articles), 'article')})"
    for edge in view.derivations.get(article.id, ()):
        yield f"Made from {_name(view, edge.source)}: {_relation(edge)}; explain {edge.derived}<{edge.source}"
    for edge in view.story.lineage:
        if edge.source == article.id:
            yield f"Source of {_name(view, edge.derived)}: {_relation(edge)}; explain {edge.derived}<{edge.source}"
    claims = [c for c in view.story.claims if c.span.article == article.id]
    yield f"{words.plural(len(claims), 'claim')}:"
    yield from (f"  {_brief(view, c.id)} – {view.roles[c.id].standing}" for c in claims)


def _relation(edge: Derivation) -> str:
    relation = edge.relation.replace("_", " ")
    return f"{relation}, {edge.coverage:.0%} of its words explained, confidence {edge.confidence:.2f}"


def _origin(view: StoryView, origin: Origin) -> Lines:
    count = words.plural(len(origin.articles), "article")
    yield f"{origin.id}: origin {words.line(origin.label)}: {count}, one independent voice"
    for article in origin.articles:
        yield f"  {article}  {_name(view, article)}"
        for edge in view.derivations.get(article, ()):
            yield f"      {_relation(edge)}, from {_name(view, edge.source)}"


def _edge(view: StoryView, edge: Derivation) -> Lines:
    yield f"{_name(view, edge.derived)} was made from {_name(view, edge.source)}: {_relation(edge)}"
    yield from _why(view, edge.why)
    yield f"{words.plural(len(edge.passages), 'passage')}:"
    for index, passage in enumerate(edge.passages, 1):
        yield f"  {index}. similarity {passage.similarity:.2f}"
        yield _evidence(view, passage.derived, "     ")
        yield _evidence(view, passage.source, "     ")
        if not differences.same(passage.source.text, passage.derived.text):
            yield f"     changed: {marked(passage.source.text, passage.derived.text)}"


def marked(old: str, new: str) -> str:
    """The new text on one line with `[-gone-]` and `{+come+}`."""
    shown = {"same": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    pieces = (p for p in differences.pieces(old, new) if p.text.strip())
    return " ".join(shown[p.op].format(words.line(p.text)) for p in pieces)


def _claim(view: StoryView, claim: Claim) -> Lines:
    value = claim.value
    yield f"{claim.id}: {words.claim_name(claim)} “{words.line(value.stated)}” ({claim.unit})"
    yield _evidence(view, claim.span)
    bounds = words.interval(value.low, value.high)
    yield f"Value: {value.modifier}, number {words.number(value.number)}, bounds {bounds}"
    place = words.line(claim.place or "not stated")
    yield f"Scope: {claim.scope}; place {place}; as of {claim.as_of or 'no date'}; stands in the {claim.section}"
    if words.flags(claim):
        yield f"Marked: {', '.join(words.flags(claim))}"
    yield f"Said by: {words.sources(claim) or 'the article in its own voice'}"
    for source in claim.attribution:
        yield from (_evidence(view, s) for s in (source.span, source.cue) if s)
    yield from _why(view, claim.why)
    yield from _fate(view, claim.id)


def _fate(view: StoryView, id_: str) -> Lines:
    """What the figures made of the claim."""
    role = view.roles[id_]
    if role.figure is None:
        yield f"Standing: {role.standing}; it enters no figure"
        return
    yield f"Standing: {role.standing} in {role.figure.id} ({words.figure_name(role.figure)})"
    for index, step in enumerate(role.figure.steps, 1):
        if id_ in step.dropped or id_ in step.kept:
            told = f"dropped: {words.line(view.readable(step.why, named=True))}" if id_ in step.dropped else "kept"
            yield f"  step {index}, {step.rule}: {told}"


def _figure(view: StoryView, figure: Figure) -> Lines:
    place = f" in {words.line(figure.place)}" if figure.place else ""
    yield f"{figure.id}: {words.figure_name(figure)}{place}, policy {figure.policy}"
    low, best, high = map(words.number, (figure.low, figure.best, figure.high))
    yield f"low {low}, best {best}, high {high}; {figure.status}; origins {figure.origins}"
    yield "Steps:"
    for index, (step, fresh) in enumerate(view.replay(figure), 1):
        told = words.line(view.readable(step.why, named=True))
        yield f"  {index}. {step.rule}: {told} (kept {len(step.kept)}, dropped {len(step.dropped)})"
        yield from (f"       kept    {_brief(view, c)}" for c in fresh)
        yield from (f"       dropped {_brief(view, c)}" for c in step.dropped)
    yield "Timeline:"
    for point in figure.timeline:
        yield f"  {point.as_of}  {words.interval(point.low, point.high)}  ({', '.join(point.claims)})"
    yield "Readings:"
    yield from (_evidence(view, c.span, f"  {c.id}  ") for c in view.named(figure.readings))
    if figure.superseded:
        yield "Overtaken:"
        yield from (_evidence(view, c.span, f"  {c.id}  ") for c in view.named(figure.superseded))


def _quote(view: StoryView, quote: Quote) -> Lines:
    count = words.plural(len(quote.variants), "rendering")
    yield f"{quote.id}: words of {words.line(quote.speaker or 'a speaker not named')}, {count}"
    for variant in quote.variants:
        medium = f", on {words.line(variant.medium)}" if variant.medium else ""
        yield f"{variant.kind}, drift {variant.drift}, given to {words.line(variant.speaker or 'nobody')}{medium}"
        yield _evidence(view, variant.span)
        base = differences.base(view, quote, variant)
        if base and not differences.same(base.text, variant.text):
            yield f"  against {_name(view, base.span.article)}: {marked(base.text, variant.text)}"


def _attribution(view: StoryView, entry: AttributionEntry) -> Lines:
    yield f"{entry.id}: attributed words ({entry.kind}), speaker {words.line(entry.speaker or 'not named')}"
    for name, spans in (("source", entry.source), ("cue", entry.cue), ("content", entry.content)):
        pieces = spans if isinstance(spans, tuple) else (spans,) if spans else ()
        yield from (f"{name}:{_evidence(view, s, ' ')}" for s in pieces)
    if entry.via:
        yield f"via {', '.join(map(words.line, entry.via))}"


def _entity(view: StoryView, entity: Entity) -> Lines:
    yield f"{entity.id}: {entity.type} {words.line(entity.name)}"
    others = [words.line(n) for n in entity.names if n != entity.name]
    if others:
        yield f"Also written: {', '.join(others)}"
    if entity.roles:
        yield f"Roles: {', '.join(map(words.line, entity.roles))}"
    if entity.lat is not None:
        yield f"Coordinates: {entity.lat}, {entity.lon} ({entity.country or 'country unknown'})"
    yield f"{words.plural(len(entity.mentions), 'mention')}:"
    yield from (_evidence(view, m) for m in entity.mentions[:MOST_MENTIONS])


def _discrepancy(view: StoryView, found: Discrepancy) -> Lines:
    yield f"{found.id}: {found.severity}, {found.type.replace('_', ' ')}"
    yield words.line(words.message(found))
    yield from (_evidence(view, s) for s in found.spans)
    yield from _why(view, found.why)
