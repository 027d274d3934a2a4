"""Small pieces that every section uses: sigla, badges, links to evidence, marked differences."""

from __future__ import annotations

from variorum.export import differences, words
from variorum.export.html.markup import Html, el, fragment, join
from variorum.export.view import StoryView
from variorum.model import Claim

COLOURS = 8
"""Classes o0 … o7 of the style sheet; more origins than that share colours, never letters."""


def colour(view: StoryView, article: str) -> str:
    """The class of the article's origin."""
    index = view.origin_index(article)
    return "onone" if index is None else f"o{index % COLOURS}"


def siglum(view: StoryView, article: str) -> Html:
    """The article's letter in the colour of its origin, linked to its text."""
    return el(
        "a",
        view.siglum(article),
        class_=f"siglum {colour(view, article)}",
        href=fragment(article),
        title=witness(view, article),
    )


def witnessed(view: StoryView, claim: Claim) -> Html:
    """The letter of the claim's article, linked to the claim's evidence."""
    article = claim.span.article
    class_ = f"ev siglum {colour(view, article)}"
    return el("a", view.siglum(article), class_=class_, href=fragment(claim.id), title=about(view, claim))


def witness(view: StoryView, article: str) -> str:
    """`Northwire, 3 May 2031`."""
    entry = view.articles.get(article)
    return f"{view.label(article)}, {words.day(entry.published if entry else None)}"


def badge(label: str, kind: str) -> Html:
    """A status or severity: a word in a coloured frame, never a colour alone."""
    return el("span", label, class_=f"badge {kind}")


def evidence(view: StoryView, claim: Claim, label: str | None = None, class_: str = "") -> Html:
    """A link from a stated value to where it stands in its article."""
    return el(
        "a",
        label or claim.value.stated,
        class_=f"ev {class_}".strip(),
        href=fragment(claim.id),
        title=about(view, claim),
        dir="auto",
    )


def about(view: StoryView, claim: Claim) -> str:
    """One line on a claim: what, in which article, who says so, as of when, what became of it."""
    role = view.roles[claim.id]
    who = words.sources(claim) or "no source named"
    said = f"{words.claim_name(claim)}: “{words.clip(claim.value.stated, 60)}”"
    parts = (said, f"{view.siglum(claim.span.article)} {view.label(claim.span.article)}", who)
    as_of = f"as of {words.day(claim.as_of)}" if claim.as_of else ""
    return " · ".join(filter(None, (*parts, as_of, standing(role.standing), ", ".join(words.flags(claim)))))


def standing(name: str) -> str:
    """The standing of a claim in the reader's words."""
    named = {"reading": "open", "superseded": "overtaken", "background": "not this event", "unused": "in no figure"}
    return named.get(name, name)


def changes(old: str, new: str) -> Html:
    """The new rendering with what it leaves out and puts in."""
    return join(_piece(p) for p in differences.pieces(old, new))


def side(old: str, new: str, *, newer: bool) -> Html:
    """One of two renderings, with the words the other lacks marked."""
    own = "ins" if newer else "del"
    kept = (p for p in differences.pieces(old, new) if p.op in {"same", own})
    return join(el("span", p.text, class_="differs") if p.op == own else p.text for p in kept)


def _piece(piece: differences.Piece) -> Html:
    if piece.op == "same":
        return join(piece.text)
    word = piece.text.rstrip()
    return join(el(piece.op, word), " " if word != piece.text else "")


def section(id_: str, title: str, *children: Html, note: str = "", class_: str = "") -> Html:
    """A section with its heading; the id lets the contents link here."""
    lead = el("p", note, class_="note") if note else None
    return el("section", el("h3", title), lead, *children, id=id_, class_=f"part {class_}".strip())
