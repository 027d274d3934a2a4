"""The account as Markdown (CommonMark with tables), every character from outside escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from variorum.export import differences, overtaken, words
from variorum.export.formats.base import DEFAULT, Options
from variorum.export.view import StoryView
from variorum.model import Claim, Figure, Quote, QuoteVariant
from variorum.model.account import Account, StoryAccount

# Any ASCII punctuation may be escaped (CommonMark 2.4); these marks can start markup or a link.
_MARKUP = re.compile(r"([\\`*_\[\]|~<>&$]|^[-+=#:]|:(?=//)|(?<=\bwww)\.|(?<=^\d)[.)]|(?<=^\d\d)[.)])")


def escape(text: str) -> str:
    """Text from outside on one line, with nothing left that Markdown or HTML would read as markup."""
    return _MARKUP.sub(r"\\\1", words.line(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")


def render(account: Account, options: Options = DEFAULT) -> str:
    """The account as one Markdown document; `options` change nothing."""
    parts = ["\n".join(_story(StoryView(s), account.policy)) for s in account.stories]
    if not parts:
        parts = ["No stories: nothing in the input could be read as an article.\n"]
    if account.dropped:
        rows = (f"- {escape(d.path)}: {escape(d.reason)}" for d in account.dropped)
        parts.append("\n".join(["## Not read", "", *rows, ""]))
    return "\n".join(parts).rstrip("\n") + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], align: str = "") -> list[str]:
    """A pipe table; cells are already escaped. `align` holds r for right, per column."""
    rules = ["--:" if i < len(align) and align[i] == "r" else ":--" for i in range(len(head))]
    lines = [head, rules, *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines] + [""]


def _story(view: StoryView, policy: str) -> list[str]:
    lines = [f"# {escape(view.story.title or 'Untitled')}", "", *_event(view.story, policy)]
    lines += [f"- {escape(s.text)}" for s in view.story.sentences] + [""]
    lines += _figures(view)
    for figure in view.figures:
        lines += _readings(view, figure)
    return [*lines, *_articles(view), *_lineage(view), *_quotes(view), *_discrepancies(view)]


def _event(story: StoryAccount, policy: str) -> list[str]:
    event = story.event
    date = [words.day(event.date.start), words.day(event.date.end)] if event.date else []
    facts = (
        event.type,
        ", ".join(filter(None, (event.place.name, event.place.country))) if event.place else None,
        " – ".join(dict.fromkeys(date)) or None,
        words.plural(len(story.articles), "article"),
        words.plural(len(story.origins), "independent origin"),
        f"policy {policy}",
    )
    return [" · ".join(escape(f) for f in facts if f), ""]


def _figures(view: StoryView) -> list[str]:
    if not view.figures:
        return ["## Figures", "", "None: no article counts anything for this event.", ""]
    rows = [
        (
            escape(words.figure_name(f)),
            escape(f.place or ""),
            words.number(f.low),
            f"**{view.best(f)}**",
            words.number(f.high),
            str(f.origins),
            f.status,
        )
        for f in view.figures
    ]
    return ["## Figures", "", *_table(("figure", "place", "low", "best", "high", "origins", "status"), rows, "llrrrr")]


def _readings(view: StoryView, figure: Figure) -> list[str]:
    place = f", {escape(figure.place)}" if figure.place else ""
    rows = [_reading(view, c, "open") for c in view.named(figure.readings)]
    rows += [_reading(view, c, "overtaken") for c in view.named(figure.superseded)]
    rows += [_reading(view, c, "set aside") for c in view.set_aside(figure)]
    head = ("standing", "as of", "stated", "article", "who says so", "why")
    return [f"### {escape(words.figure_name(figure))}{place}", "", *_table(head, rows)]


def _reading(view: StoryView, claim: Claim, standing: str) -> tuple[str, ...]:
    flags = "".join(f" \\[{f}\\]" for f in words.flags(claim))
    stated = escape(claim.value.stated)
    return (
        standing,
        escape(claim.as_of or "undated"),
        f"~~{stated}~~" if standing != "open" else f"**{stated}**",
        f"{view.siglum(claim.span.article)} {escape(view.label(claim.span.article))}",
        escape(words.sources(claim) or "no source named") + flags,
        escape(view.readable(view.roles[claim.id].why)),
    )


def _articles(view: StoryView) -> list[str]:
    rows = []
    for a in view.columns:
        origin = view.origin(a.id)
        cells = (
            view.siglum(a.id),
            view.label(a.id),
            words.day(a.published),
            a.title or "",
            view.file(a.id) or "",
            origin.label if origin else "",
        )
        rows.append(tuple(map(escape, cells)))
    return ["## Articles", "", *_table(("siglum", "article", "published", "headline", "file", "origin"), rows)]


def _lineage(view: StoryView) -> list[str]:
    lines = ["## Lineage", ""]
    for origin in view.story.origins:
        lines.append(f"- **{escape(origin.label)}**: {words.plural(len(origin.articles), 'article')}, one origin")
        for article in origin.articles:
            made = [
                f"{d.relation.replace('_', ' ')} of {view.siglum(d.source)}, {d.coverage:.0%} of its words"
                for d in view.derivations.get(article, ())
            ]
            how = f": {'; '.join(made)}" if made else ""
            lines.append(f"  - {view.siglum(article)} {escape(view.label(article))}{how}")
    return [*lines, ""]


def _quotes(view: StoryView) -> list[str]:
    lines = ["## Quotes", ""] if view.story.quotes else []
    for quote in view.story.quotes:
        lines += [f"**{escape(quote.speaker or 'Speaker not named')}**", ""]
        lines += [f"- {view.siglum(v.span.article)}: {_rendering(view, quote, v)}" for v in quote.variants] + [""]
    return lines


def _rendering(view: StoryView, quote: Quote, variant: QuoteVariant) -> str:
    base = differences.base(view, quote, variant)
    if base is None or differences.same(base.text, variant.text):
        return escape(variant.text).join(words.marks(variant.kind))
    marks = {"same": ("", ""), "del": ("~~", "~~"), "ins": ("**", "**")}
    pieces = (p for p in differences.pieces(base.text, variant.text) if p.text.strip())
    found = [marks[p.op][0] + escape(p.text) + marks[p.op][1] for p in pieces]
    body = " ".join(found).join(words.marks(variant.kind))
    return f"{body} ({variant.drift}, against {view.siglum(base.span.article)})"


def _discrepancies(view: StoryView) -> list[str]:
    lines = ["## Discrepancies", ""] if view.story.discrepancies else []
    others, rows = overtaken.split(view.story.discrepancies)
    for found in others:
        lines.append(f"- **{found.severity}**, {found.type.replace('_', ' ')} – {escape(words.message(found))}")
        lines += [f"  - {view.siglum(s.article)}: “{escape(s.text)}”" for s in found.spans]
        lines += [f"  - {escape(view.readable(reason))}" for reason in found.why]
    lines += ["- **info**, earlier counts, since overtaken"] if rows else []
    for row in rows:
        told = ", ".join(f"{escape(e.stated)} ({view.siglum(e.span.article)})" for e in row.earlier)
        now = f"{escape(row.now)} ({view.siglum(row.standing.article)})"
        lines.append(f"  - {escape(row.kind)}: {told}; later {now}")
    return [*lines, ""] if lines else []
