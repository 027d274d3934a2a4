"""Discrepancies: the passage at fault beside what it stands against, with the differing words marked."""

from __future__ import annotations

from variorum.export import differences, overtaken, words
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
    others, rows = overtaken.split(found)
    cards = [_card(view, d) for d in others]
    cards += [_overtaken(view, rows)] if rows else []
    return parts.section(f"{prefix}discrepancies", "Discrepancies", el("div", cards))


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


def _overtaken(view: StoryView, rows: tuple[overtaken.Overtaken, ...]) -> Html:
    """One card for all counts that the news moved past, a row for each that stands."""
    lines = [
        el("tr", el("th", row.kind, scope="row"), el("td", _earlier(view, row)), el("td", *_standing(view, row)))
        for row in rows
    ]
    head = el(
        "tr", el("th", "what", scope="col"), el("th", "earlier counts", scope="col"), el("th", "later", scope="col")
    )
    return el(
        "article",
        el("header", parts.badge("info", "info"), el("h4", "earlier counts, since overtaken")),
        el("table", el("thead", head), el("tbody", lines), class_="overtaken"),
        class_="card discrepancy info",
    )


def _earlier(view: StoryView, row: overtaken.Overtaken) -> Html:
    told = [
        el("li", _link(view, e.found, 0, e.span, e.stated), " ", parts.siglum(view, e.span.article), id=e.found.id)
        for e in row.earlier
    ]
    return el("ul", told)


def _standing(view: StoryView, row: overtaken.Overtaken) -> tuple[Html | str, ...]:
    last = row.earlier[0].found
    link = _link(view, last, len(last.spans) - 1, row.standing, row.now)
    return link, " ", parts.siglum(view, row.standing.article)


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


def _link(view: StoryView, found: Discrepancy, index: int, span: Span, shown: str = "") -> Html:
    href = fragment(anchor(found, index))
    return el("a", shown or view.label(span.article), class_="ev", href=href, title=parts.witness(view, span.article))


def _differing(found: Discrepancy, index: int, quoted: str) -> Html:
    """The first passage is compared with the second, every other with the first."""
    if len(found.spans) < 2:
        return join(quoted)
    first, other = found.spans[0].text, found.spans[1 if index == 0 else index].text
    if not differences.related(other, first):
        return join(quoted)
    return parts.side(other, first, newer=index == 0)
