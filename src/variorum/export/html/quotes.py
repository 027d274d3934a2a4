"""Quotes with all their renderings, the words that changed marked against the rendering each was made from."""

from __future__ import annotations

from variorum.export import differences, words
from variorum.export.html import parts
from variorum.export.html.markup import Html, el, fragment, join
from variorum.export.view import StoryView
from variorum.model import Quote, QuoteVariant


def section(view: StoryView, prefix: str) -> Html:
    """All quotes; nothing when the story has none."""
    quotes = view.story.quotes
    if not quotes:
        return Html("")
    several = [_quote(view, q) for q in quotes if len(q.variants) > 1]
    once = [q for q in quotes if len(q.variants) == 1]
    shown = el("div", several, class_="quotes") if several else Html("")
    return parts.section(f"{prefix}quotes", "Who said what", shown, _once(view, once, unfolded=not several))


def _once(view: StoryView, quotes: list[Quote], *, unfolded: bool) -> Html:
    """Quotes of one article alone, gathered by speaker."""
    if not quotes:
        return Html("")
    speakers: dict[str, list[Quote]] = {}
    for quote in quotes:
        speakers.setdefault(quote.speaker or "Speaker not named", []).append(quote)
    figures = [_speaker(view, name, held) for name, held in speakers.items()]
    summary = el("summary", f"Given by one article alone: {words.plural(len(quotes), 'quote')}")
    return el("details", summary, el("div", figures, class_="quotes"), open=unfolded, class_="once")


def _speaker(view: StoryView, name: str, held: list[Quote]) -> Html:
    items = [el("li", _rendering(view, q, [0]), id=q.id) for q in held]
    return el("figure", el("figcaption", name, dir="auto"), el("ul", items), class_="quote")


def anchor(quote: Quote, index: int) -> str:
    """The id of a rendering's place in its article."""
    return f"{quote.id}.{index}"


def _quote(view: StoryView, quote: Quote) -> Html:
    groups: dict[tuple[str, str], list[int]] = {}
    for index, variant in enumerate(quote.variants):
        base = differences.base(view, quote, variant)
        changed = base is not None and not differences.same(base.text, variant.text)
        groups.setdefault((variant.text, base.text if base and changed else variant.text), []).append(index)
    return el(
        "figure",
        el("figcaption", quote.speaker or "Speaker not named", dir="auto"),
        el("ul", [el("li", _rendering(view, quote, held)) for held in groups.values()]),
        class_="quote",
        id=quote.id,
    )


def _rendering(view: StoryView, quote: Quote, held: list[int]) -> Html:
    variant = quote.variants[held[0]]
    base = differences.base(view, quote, variant)
    changed = base is not None and not differences.same(base.text, variant.text)
    body = parts.changes(base.text, variant.text) if base and changed else join(variant.text)
    marks = words.marks(variant.kind)
    return join(
        el("span", [_witness(view, quote, i) for i in held], class_="where"),
        el("q", marks[0], body, marks[1], dir="auto"),
        _note(view, quote, variant, base if changed else None),
    )


def _witness(view: StoryView, quote: Quote, index: int) -> Html:
    article = quote.variants[index].span.article
    return el(
        "a",
        view.siglum(article),
        class_=f"ev siglum {parts.colour(view, article)}",
        href=fragment(anchor(quote, index)),
        title=parts.witness(view, article),
    )


def _note(view: StoryView, quote: Quote, variant: QuoteVariant, base: QuoteVariant | None) -> Html:
    notes: list[str] = []
    if variant.speaker and variant.speaker != quote.speaker:
        notes.append(f"given to {variant.speaker}")
    if variant.medium:
        notes.append(words.medium(variant.medium))
    if base:
        notes.append(f"against {view.siglum(base.span.article)}")
    drift = parts.badge(variant.drift, f"drift {variant.drift}") if variant.drift != "none" else None
    return el("small", drift, " ", ", ".join(notes)) if drift or notes else Html("")
