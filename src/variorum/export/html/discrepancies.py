"""Discrepancies: the passage at fault beside what it stands against, with the differing words marked."""

from __future__ import annotations

from variorum.export import differences, words
from variorum.export.html import parts
from variorum.export.html.markup import Html, el, fragment, join
from variorum.export.view import StoryView
from variorum.model import Discrepancy, Span

MOST_PASSAGES = 6


def section(view: StoryView, prefix: str) -> Html:
    """All discrepancies, the gravest first; nothing when there are none."""
    found = view.story.discrepancies
    if not found:
        return Html("")
    return parts.section(f"{prefix}discrepancies", "Discrepancies", el("div", [_card(view, d) for d in found]))


def anchor(found: Discrepancy, index: int) -> str:
    """The id of one of its passages in the article."""
    return f"{found.id}.{index}"


def _card(view: StoryView, found: Discrepancy) -> Html:
    shown = found.spans[:MOST_PASSAGES]
    more = len(found.spans) - len(shown)
    return el(
        "article",
        el("header", parts.badge(found.severity, found.severity), el("h4", found.type.replace("_", " "))),
        el("p", words.message(found), dir="auto"),
        el("div", [_passage(view, found, i, s) for i, s in enumerate(shown)], class_="passages"),
        el("p", f"and {more} more passages", class_="note") if more else None,
        _why(view, found),
        class_=f"card discrepancy {found.severity}",
        id=found.id,
    )


def _why(view: StoryView, found: Discrepancy) -> Html | None:
    if not found.why:
        return None
    items = [el("li", view.readable(reason), dir="auto") for reason in found.why]
    return el("details", el("summary", "Why"), el("ul", items, class_="why"))


def _passage(view: StoryView, found: Discrepancy, index: int, span: Span) -> Html:
    before, quoted, after = view.context(span, 70)
    return el(
        "blockquote",
        el("p", words.run(before), el("mark", _differing(found, index, quoted)), words.run(after), dir="auto"),
        el("footer", parts.siglum(view, span.article), " ", _link(view, found, index, span)),
    )


def _link(view: StoryView, found: Discrepancy, index: int, span: Span) -> Html:
    href = fragment(anchor(found, index))
    return el("a", view.label(span.article), class_="ev", href=href, title=parts.witness(view, span.article))


def _differing(found: Discrepancy, index: int, quoted: str) -> Html:
    """The first passage is compared with the second, every other with the first."""
    if len(found.spans) < 2:
        return join(quoted)
    first, other = found.spans[0].text, found.spans[1 if index == 0 else index].text
    if not differences.related(other, first):
        return join(quoted)
    return parts.side(other, first, newer=index == 0)
