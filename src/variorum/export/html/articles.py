"""The articles in full, each once, with every passage that is evidence marked and linked back to what rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export import words
from variorum.export.html import discrepancies, parts, quotes
from variorum.export.html.marks import Cut, Note, cuts
from variorum.export.html.markup import Html, el, fragment, join, web_address
from variorum.export.view import StoryView
from variorum.model.account import ArticleEntry

MOST_NOTES = 2000
"""Marked passages per article; a page with more would not be read."""


def section(view: StoryView, prefix: str) -> Html:
    """All articles in the account's order."""
    notes: dict[str, list[Note]] = {}
    for article, note in _notes(view):
        notes.setdefault(article, []).append(note)
    shown = [_article(view, a, notes.get(a.id, [])[:MOST_NOTES]) for a in view.story.articles]
    return parts.section(f"{prefix}articles", "The articles", *shown, class_="articles")


def _notes(view: StoryView) -> Iterator[tuple[str, Note]]:
    for claim in view.story.claims:
        role = view.roles[claim.id]
        layer = "background" if claim.scope == "background" else role.standing.replace("set aside", "aside")
        back = role.figure.id if role.figure else ""
        span = claim.span
        yield span.article, Note(span.start, span.end, claim.id, f"claim {layer}", parts.about(view, claim), back)
    for quote in view.story.quotes:
        for index, variant in enumerate(quote.variants):
            title = f"Quote: {quote.speaker or 'speaker not named'}, {words.plural(len(quote.variants), 'rendering')}"
            span = variant.span
            yield span.article, Note(span.start, span.end, quotes.anchor(quote, index), "quote", title, quote.id)
    for found in view.story.discrepancies:
        for index, span in enumerate(found.spans):
            anchor = discrepancies.anchor(found, index)
            told = words.message(found)
            yield span.article, Note(span.start, span.end, anchor, f"disc {found.severity}", told, found.id)


def _article(view: StoryView, article: ArticleEntry, notes: list[Note]) -> Html:
    seen: set[str] = set()
    return el(
        "article",
        _head(view, article),
        el(
            "div",
            [_paragraph(article, p, notes, seen) for p in _paragraphs(article)],
            class_="text",
            lang=article.language,
        ),
        class_=f"source {parts.colour(view, article.id)}",
        id=article.id,
    )


def _head(view: StoryView, article: ArticleEntry) -> Html:
    origin = view.origin(article.id)
    made = "; ".join(
        f"{e.relation.replace('_', ' ')} of {view.siglum(e.source)} ({e.coverage:.0%} of its words)"
        for e in view.derivations.get(article.id, ())
    )
    facts = (
        words.day(article.published),
        f"by {', '.join(article.byline)}" if article.byline else "",
        f"credits {', '.join(article.agencies)}" if article.agencies else "",
        f"origin: {origin.label}" if origin else "",
        made,
    )
    address = web_address(article.url)
    link = el("a", "published at", href=address, rel="noopener noreferrer nofollow") if address else None
    return el(
        "header",
        el("h4", parts.siglum(view, article.id), " ", el("span", view.label(article.id), dir="auto")),
        el("p", " · ".join(filter(None, facts)), class_="note", dir="auto"),
        el("p", link, class_="note") if link else None,
    )


def _paragraphs(article: ArticleEntry) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind of section) of every line that holds text."""
    position = 0
    for line in article.text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped)
            kind = next((s.kind for s in article.sections if s.start <= start < s.end), "body")
            yield start, start + len(stripped), kind
        position += len(line)


def _paragraph(article: ArticleEntry, place: tuple[int, int, str], notes: list[Note], seen: set[str]) -> Html:
    start, end, kind = place
    pieces = [_piece(article.text, c) for c in cuts(notes, start, end, seen)]
    return el("p", pieces, class_=None if kind == "body" else kind, dir="auto")


def _piece(text: str, cut: Cut) -> Html:
    """The text inside its notes, the outermost last; a note that ends here adds a link back."""
    markup = join(text[cut.start : cut.end])
    for note in reversed(cut.notes):
        id_ = note.id if note in cut.first else None
        markup = el("mark", markup, id=id_, class_=note.layer, data_r=note.id, title=note.title)
    ends = {n.back: n for n in cut.last if n.back}
    back = [el("a", "↑", href=fragment(b), class_="back", aria_label=f"back: {n.title}") for b, n in ends.items()]
    return join(markup, back)
