"""The reading matrix: what is counted down the side, who reports it along the top, the stated values in the cells."""

from __future__ import annotations

from itertools import groupby

from msgspec import Struct

from variorum.export import words
from variorum.export.html import parts
from variorum.export.html.markup import Html, el, join
from variorum.export.view import StoryView
from variorum.model import Claim
from variorum.model.account import ArticleEntry


class Row(Struct, frozen=True):
    """A line of the matrix: a figure's claims, or claims of one kind that no figure took."""

    name: str
    place: str
    background: bool
    cells: dict[str, list[Claim]]


_CLASS = {"reading": "reading", "superseded": "superseded", "set aside": "aside", "background": "", "unused": "unused"}


def rows(view: StoryView) -> list[Row]:
    """Rows in the order of the figures, then claims in no figure, then the background's."""
    found: dict[tuple[str, ...], Row] = {}
    for figure in view.figures:
        found[("f", figure.id)] = Row(words.figure_name(figure), figure.place or "", False, {})
    for claim in sorted(view.story.claims, key=lambda c: c.scope == "background"):
        figure_ = view.roles[claim.id].figure
        background = claim.scope == "background"
        name = words.claim_name(claim)
        if figure_ is not None and ("f", figure_.id) in found and not background:
            key: tuple[str, ...] = ("f", figure_.id)
        else:
            key = ("c", claim.scope, name, "" if background else claim.place or "")
            found.setdefault(key, Row(name, key[3], background, {}))
        found[key].cells.setdefault(claim.span.article, []).append(claim)
    return [r for r in found.values() if r.cells]


def section(view: StoryView, prefix: str) -> Html:
    """The matrix, scrollable where it is wider than the page."""
    all_rows = rows(view)
    if not all_rows:
        return Html("")
    own = [r for r in all_rows if not r.background]
    other = [r for r in all_rows if r.background]
    columns = view.columns
    table = el(
        "table",
        el("caption", "Every stated count, by article. Struck: overtaken, set aside or taken back.", class_="note"),
        _head(view, columns),
        el("tbody", [_row(view, r, columns) for r in own]),
        _background(view, other, columns),
        class_="matrix",
    )
    scroll = el("div", table, class_="scroll", tabindex=0, role="region", aria_label="Readings by article")
    return parts.section(f"{prefix}readings", "Who reports what", scroll)


def _head(view: StoryView, columns: tuple[ArticleEntry, ...]) -> Html:
    """A line of origins over a line of articles."""
    origins = []
    for index, held in groupby(columns, key=lambda a: view.origin_index(a.id)):
        label = view.story.origins[index].label if index is not None else "origin unknown"
        articles = list(held)
        class_ = f"origin {parts.colour(view, articles[0].id)}"
        origins.append(el("th", el("span", label), colspan=len(articles), scope="colgroup", class_=class_))
    names = [
        el(
            "th",
            parts.siglum(view, a.id),
            el("span", view.label(a.id)),
            el("small", words.day(a.published)),
            scope="col",
        )
        for a in columns
    ]
    return el(
        "thead", el("tr", el("th", "origin", class_="corner"), origins), el("tr", el("th", "", class_="corner"), names)
    )


def _row(view: StoryView, row: Row, columns: tuple[ArticleEntry, ...]) -> Html:
    place = el("small", row.place) if row.place else None
    cells = [el("td", _cell(view, row.cells.get(a.id, []))) for a in columns]
    return el("tr", el("th", row.name, place, scope="row"), cells)


def _cell(view: StoryView, claims: list[Claim]) -> Html:
    return join(el("div", _value(view, c)) for c in claims)


def _value(view: StoryView, claim: Claim) -> Html:
    class_ = "aside" if claim.voided else _CLASS[view.roles[claim.id].standing]
    mark = el("sup", "h", title="in the headline") if claim.section == "headline" else None
    return join(parts.evidence(view, claim, words.clip(claim.value.stated, 32), class_=class_), mark)


def _background(view: StoryView, found: list[Row], columns: tuple[ArticleEntry, ...]) -> Html | None:
    if not found:
        return None
    title = el("th", "Not this event", colspan=len(columns) + 1, scope="rowgroup", class_="rowgroup")
    return el("tbody", el("tr", title), [_row(view, r, columns) for r in found], class_="background")
