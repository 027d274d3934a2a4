"""The page around the sections: head, contents, one part per story, how to read, what was not read.

One file without network: style and script stand in the page and the content security policy admits only those two, by
their hashes. Without the script the page reads the same; the script adds the evidence drawer and the filters.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from variorum.export import words
from variorum.export.html import articles, discrepancies, figures, lineage, matrix, parts, quotes
from variorum.export.html.markup import Html, el, fragment, join
from variorum.export.view import StoryView
from variorum.model.account import Account, Sentence, StoryAccount

MOST_DROPPED = 500

HOW_TO_READ = (
    (
        "Sigla",
        "Each article has a letter, A for the earliest. Its colour is its origin: articles of one colour go back to "
        "one text and count as one voice, however many there are.",
    ),
    (
        "Figures",
        "Low, best and high come from the named policy over the readings that are still open, one vote per origin. An "
        "early count that a later one overtook stays listed, but enters no low or high. A dash is an open bound.",
    ),
    (
        "Status",
        "Agreed: independent origins say the same. Updated: counts moved over time and the last one stands. "
        "Conflicting: what is open cannot all be right. Single: one origin alone.",
    ),
    (
        "Plots",
        "Filled dots are open, hollow ones overtaken, struck ones set aside. A bar shows a bound the words leave open, "
        "such as “at least”. The band runs from low to high.",
    ),
    ("Changes", "Underlined words were put in, struck words left out, against the rendering a text was made from."),
    (
        "Evidence",
        "Every value links to the words it was read from. In the articles, marks are claims, quotes and discrepancies; "
        "the arrow behind a mark leads back to what rests on it.",
    ),
)


@cache
def _resource(name: str) -> str:
    return files("variorum.export.html").joinpath(name).read_text(encoding="utf-8")


def document(account: Account) -> str:
    """The whole page; the same account gives the same bytes."""
    style, script = _resource("style.css"), _resource("script.js")
    title = (
        account.stories[0].title
        if len(account.stories) == 1
        else words.plural(len(account.stories), "story", "stories")
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", f"{title} – Variorum"),
        el("style", Html(style)),
    )
    body = el(
        "body", el("a", "Skip to the account", class_="skip", href="#main"), _main(account), el("script", Html(script))
    )
    return f"<!doctype html>\n{el('html', head, body, lang='en')}\n"


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _main(account: Account) -> Html:
    many = len(account.stories) > 1
    stories = [_story(s, account, f"s{i}-" if many else "") for i, s in enumerate(account.stories)]
    nothing = el("p", "No stories: nothing in the input could be read as an article.", class_="note")
    return join(
        el("header", el("p", "Variorum", class_="wordmark"), _contents(account) if many else None, class_="mast"),
        el("main", stories or nothing, _dropped(account), id="main"),
        el(
            "footer",
            _how(),
            el("p", f"Format {account.format} · policy {account.policy}", class_="note"),
            class_="foot",
        ),
        el("aside", id="drawer", hidden=True, aria_label="Evidence", tabindex=-1),
    )


def _contents(account: Account) -> Html:
    items = [
        el("li", el("a", s.title or "Untitled", href=fragment(s.id)), _headline_figure(s)) for s in account.stories
    ]
    title = words.plural(len(account.stories), "story", "stories")
    return el("nav", el("h1", title), el("ol", items), class_="contents", aria_label="Stories")


def _headline_figure(story: StoryAccount) -> Html:
    view = StoryView(story)
    told = [f"{words.figure_name(f)} {view.best(f)}" for f in view.principal[:3]]
    return el("small", " " + " · ".join([words.plural(len(story.articles), "article"), *told]))


def _story(story: StoryAccount, account: Account, prefix: str) -> Html:
    view = StoryView(story)
    sections = (
        figures.section(view, prefix),
        discrepancies.section(view, prefix),
        matrix.section(view, prefix),
        lineage.section(view, prefix),
        quotes.section(view, prefix),
        articles.section(view, prefix),
    )
    return el(
        "section",
        _title(view, account, "h2" if prefix else "h1"),
        el("div", _side(view, prefix), el("div", _account(view), *sections, class_="body"), class_="story"),
        id=story.id,
    )


def _title(view: StoryView, account: Account, level: str) -> Html:
    story, event = view.story, view.story.event
    days = [words.day(event.date.start), words.day(event.date.end)] if event.date else ["date not settled"]
    place = ", ".join(filter(None, (event.place.name, event.place.country))) if event.place else "place not settled"
    line = " · ".join(
        filter(None, (event.type and event.type[:1].upper() + event.type[1:], place, " – ".join(dict.fromkeys(days))))
    )
    counts = " · ".join(
        (
            words.plural(len(story.articles), "article"),
            words.plural(len(story.origins), "independent origin"),
            words.plural(len(story.claims), "claim"),
            words.plural(len(story.discrepancies), "discrepancy", "discrepancies"),
            f"policy {account.policy}",
        )
    )
    return el(
        "header",
        el("p", line, class_="kicker", dir="auto"),
        el(level, story.title or "Untitled", dir="auto"),
        el("p", counts, class_="counts"),
        class_="title",
    )


def _side(view: StoryView, prefix: str) -> Html:
    """The contents of the story and the list of sigla, origin by origin."""
    present = (
        ("figures", "Figures", True),
        ("discrepancies", "Discrepancies", bool(view.story.discrepancies)),
        ("readings", "Who reports what", bool(view.story.claims)),
        ("lineage", "Who copied whom", True),
        ("quotes", "Who said what", bool(view.story.quotes)),
        ("articles", "The articles", True),
    )
    links = [el("li", el("a", title, href=f"#{prefix}{name}")) for name, title, there in present if there]
    links.append(el("li", el("a", "How to read this", href="#how")))
    origins = [
        el(
            "li",
            el("b", o.label, dir="auto"),
            el("ul", [_witness(view, a) for a in o.articles]),
            class_=f"o{i % parts.COLOURS}",
        )
        for i, o in enumerate(view.story.origins)
    ]
    return el(
        "aside",
        el("nav", el("ul", links), aria_label="Sections"),
        el("h2" if not prefix else "h3", "Sigla"),
        el("ul", origins, class_="sigla"),
        class_="side",
    )


def _witness(view: StoryView, article: str) -> Html:
    entry = view.articles.get(article)
    title = view.subtitle(article)
    return el(
        "li",
        parts.siglum(view, article),
        " ",
        el("span", view.label(article), dir="auto"),
        el("small", f" {words.day(entry.published if entry else None)}"),
        el("small", words.clip(title, 70), dir="auto", class_="headline") if title else None,
    )


def _account(view: StoryView) -> Html | None:
    """The account's own sentences with their citations."""
    first, rest = view.lede
    if not first:
        return None
    more = el("details", el("summary", words.plural(len(rest), "more sentence")), [_sentence(view, s) for s in rest])
    return el("div", [_sentence(view, s) for s in first], more if rest else None, class_="lede")


def _sentence(view: StoryView, sentence: Sentence) -> Html:
    return el("p", sentence.text, " ", _citations(view, sentence), dir="auto")


def _citations(view: StoryView, sentence: Sentence) -> Html:
    cited = view.witnesses(view.named(sentence.claims))
    links = [join(parts.evidence(view, c, view.siglum(c.span.article)), " ") for c in cited]
    return el("sup", links, class_="cites")


def _how() -> Html:
    items = [join(el("dt", name), el("dd", told)) for name, told in HOW_TO_READ]
    return el("details", el("summary", "How to read this edition"), el("dl", items), class_="how", id="how")


def _dropped(account: Account) -> Html | None:
    if not account.dropped:
        return None
    shown = [
        el("li", el("code", d.path), " ", el("span", d.reason, dir="auto")) for d in account.dropped[:MOST_DROPPED]
    ]
    more = len(account.dropped) - len(shown)
    return parts.section(
        "dropped",
        f"Not read: {words.plural(len(account.dropped), 'input')}",
        el("ul", shown, el("li", f"and {more:,} more") if more else None, class_="dropped"),
    )
