"""The account for a terminal of 80 columns; readable without colours, so that a pipe gets the same page."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from variorum.export import differences, overtaken, words
from variorum.export.formats.base import DEFAULT, Options
from variorum.export.view import StoryView
from variorum.model import Claim, Derivation, Discrepancy, Figure, Quote, QuoteVariant, Span
from variorum.model.account import Account, StoryAccount

OWN_VOICE = "no source named"
NARROWEST = 40
STATUS = {"agreed": "green", "updated": "cyan", "conflicting": "bold red", "single": "yellow"}
SEVERITY = {"error": "bold red", "warning": "yellow", "info": "cyan"}
DEEPEST = 8
"""Levels of the lineage tree."""
MOST_ROWS, MOST_SOURCES, MOST_QUOTES = 12, 30, 40
"""Lines under one heading, sources, and quotes; `--format json` and `html` have all."""


def render(account: Account, options: Options = DEFAULT) -> str:
    """The account as plain lines, with ANSI styles when `options.colour`."""
    page = _Page(options)
    for index, story in enumerate(account.stories):
        if index:
            page.rule()
        _story(page, StoryView(story), account.policy)
    if not account.stories:
        page.print(Text("No stories: nothing in the input could be read as an article."))
    _dropped(page, account)
    return page.text()


class _Page:
    """Collects what a rich console prints; lines lose their trailing blanks."""

    def __init__(self, options: Options) -> None:
        self._file = StringIO()
        self.console = Console(
            file=self._file,
            width=max(options.width, NARROWEST),
            force_terminal=options.colour,
            color_system="standard" if options.colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    def print(self, *what: RenderableType) -> None:
        """Each renderable on lines of its own."""
        for one in what:
            self.console.print(one)

    def heading(self, title: str) -> None:
        """A blank line and the heading of a section."""
        self.print(Text(), Text(title.upper(), style="bold"))

    def rule(self) -> None:
        """A line between two stories."""
        self.print(Text(), Text("═" * self.console.width, style="dim"), Text())

    def rows(self, rows: Iterable[tuple[Text, ...]], *, indent: int = 2) -> None:
        """Rows of cells in columns as wide as they need; the last column takes the rest and wraps."""
        table = Table.grid(padding=(0, 2, 0, 0))
        held = list(rows)
        for index in range(len(held[0]) if held else 0):
            table.add_column(overflow="fold", ratio=None if index < len(held[0]) - 1 else 1)
        for row in held:
            table.add_row(*row)
        if held:
            self.print(Padding(table, (0, 0, 0, indent)))

    def text(self) -> str:
        """Everything printed so far."""
        return "\n".join(row.rstrip() for row in self._file.getvalue().splitlines()) + "\n"


def _t(text: str, style: str = "") -> Text:
    """One line of text from outside, harmless."""
    return Text(words.line(text), style=style, overflow="fold")


def _story(page: _Page, view: StoryView, policy: str) -> None:
    story = view.story
    page.print(_t(story.title or "Untitled", "bold"), _t(_event_line(story), "dim"))
    page.print(_t(_count_line(story, policy), "dim"))
    for sentence in view.lede[0][:MOST_ROWS]:
        page.rows([(Text("•"), _t(sentence.text))])
    _figures(page, view)
    for figure in view.figures:
        if figure in view.principal or figure.status in {"updated", "conflicting"}:
            _readings(page, view, figure)
    _discrepancies(page, view)
    _by_source(page, view)
    _lineage(page, view)
    _quotes(page, view)


def _event_line(story: StoryAccount) -> str:
    event = story.event
    place = ", ".join(filter(None, (event.place.name, event.place.country))) if event.place else None
    when = None
    if event.date:
        start, end = words.day(event.date.start), words.day(event.date.end)
        when = start if start == end else f"{start} – {end}"
    return " · ".join(filter(None, (event.type, place or "place not settled", when or "date not settled")))


def _count_line(story: StoryAccount, policy: str) -> str:
    counts = (
        words.plural(len(story.articles), "article"),
        words.plural(len(story.origins), "independent origin"),
        words.plural(len(story.claims), "claim"),
        words.plural(len(story.discrepancies), "discrepancy", "discrepancies"),
    )
    return " · ".join((*counts, f"policy {policy}"))


def _figures(page: _Page, view: StoryView) -> None:
    page.heading("Figures")
    if not view.figures:
        page.print(Text("  None: no article counts anything for this event."))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("figure", overflow="fold")
    for title in ("low", "best", "high", "origins"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("status", no_wrap=True)
    for figure in view.figures:
        name = _t(words.figure_name(figure))
        if figure.place:
            name.append(f", {words.line(figure.place)}", style="dim")
        table.add_row(
            name,
            words.number(figure.low),
            Text(view.best(figure), style="bold"),
            words.number(figure.high),
            str(figure.origins),
            Text(figure.status, style=STATUS[figure.status]),
        )
    page.print(Padding(table, (0, 0, 0, 2)))


def _readings(page: _Page, view: StoryView, figure: Figure) -> None:
    page.heading(f"{words.figure_name(figure)}{', ' + words.line(figure.place) if figure.place else ''}")
    groups = (
        ("open", view.named(figure.readings)),
        ("overtaken", view.named(figure.superseded)),
        ("set aside", view.set_aside(figure)),
    )
    for name, claims in groups:
        if claims:
            page.print(Padding(Text(name, style="dim"), (0, 0, 0, 2)))
            grouped = view.grouped(claims)
            page.rows((_reading(view, g, name) for g in grouped[:MOST_ROWS]), indent=4)
            _more(page, len(grouped))


def _more(page: _Page, count: int, shown: int = MOST_ROWS) -> None:
    if count > shown:
        page.print(Padding(Text(f"… and {count - shown} more", style="dim"), (0, 0, 0, 4)))


def _reading(view: StoryView, claims: tuple[Claim, ...], group: str) -> tuple[Text, ...]:
    claim, style = claims[0], "" if group == "open" else "dim"
    sigla = _t(" ".join(view.siglum(c.span.article) for c in view.witnesses(claims)), "bold")
    who = _t(words.sources(claim) or OWN_VOICE, style)
    for flag in words.flags(claim):
        who.append(f" [{flag}]", style="yellow")
    role = view.roles[claim.id]
    if group == "set aside" and role.why:
        who.append(f" – {words.line(view.readable(role.why))}", style="dim")
    return _t(claim.as_of or "undated", "dim"), _t(words.clip(claim.value.stated, 30), style), sigla, who


def _by_source(page: _Page, view: StoryView) -> None:
    said: dict[str, dict[str, list[str]]] = {}
    for claim in view.story.claims:
        name = view.voice(claim) or OWN_VOICE
        what = f"{words.claim_name(claim)}: {words.clip(claim.value.stated, 30)}"
        if claim.scope == "background":
            what += " (not this event)"
        said.setdefault(name, {}).setdefault(what, []).append(view.siglum(claim.span.article))
    if said:
        page.heading("Who says what")
    own = said.pop(OWN_VOICE, {})
    said |= {OWN_VOICE: own} if own else {}  # whoever is named goes before
    for name, statements in list(said.items())[:MOST_SOURCES]:
        rows = [(Text(), _t(f"{what}  [{', '.join(dict.fromkeys(where))}]")) for what, where in statements.items()]
        page.print(Padding(_t(words.line(name)), (0, 0, 0, 2)))
        page.rows(rows[:MOST_ROWS], indent=4)
        _more(page, len(rows))
    _more(page, len(said), MOST_SOURCES)


def _lineage(page: _Page, view: StoryView) -> None:
    page.heading("Lineage")
    for origin in view.story.origins:
        count = words.plural(len(origin.articles), "article")
        tree = Tree(_t(f"{origin.label} – one origin, {count}", "bold"), guide_style="dim")
        placed: set[str] = set()
        held = set(origin.articles)
        for article in origin.articles:
            edges = view.derivations.get(article, ())
            if not any(e.source in held for e in edges):
                _branch(tree, view, article, None, held, placed)
        for article in origin.articles:  # a cycle in a damaged account still shows every article once
            if article not in placed:
                _branch(tree, view, article, None, held, placed)
        page.print(Padding(tree, (0, 0, 0, 2)))


def _branch(
    tree: Tree, view: StoryView, article: str, edge: Derivation | None, held: set[str], placed: set[str]
) -> None:
    """The article and what was made from it; what lies deeper than the page has room for hangs on the last level."""
    waiting = [(tree, 0, article, edge)]
    while waiting:
        above, depth, article, edge = waiting.pop()
        if article in placed:
            continue
        placed.add(article)
        node = above.add(_node(view, article, edge))
        below = node if depth < DEEPEST else above
        made = _made_from(view, article, held)
        waiting.extend((below, depth + 1, e.derived, e) for e in reversed(made))


def _made_from(view: StoryView, article: str, held: set[str]) -> list[Derivation]:
    """The derivations of the same origin whose main source is the article."""
    mains = (next((e for e in view.derivations.get(a.id, ()) if e.source in held), None) for a in view.story.articles)
    return [e for e in mains if e and e.source == article and e.derived in held]


def _node(view: StoryView, article: str, edge: Derivation | None) -> Text:
    """The article; on a second line what it was made from, and its headline or file."""
    text = Text(view.siglum(article) + "  ", style="bold", overflow="fold")
    entry, title = view.articles.get(article), view.subtitle(article)
    text.append(view.label(article), style="not bold")
    text.append(f", {words.day(entry.published if entry else None)}", style="not bold dim")
    others = (e for e in view.derivations.get(article, ()) if e != edge)
    made = [_relation(view, e) for e in (edge, *others) if e is not None]
    if made:
        told = "; also ".join([f"{made[0]} of its words", *made[1:]])
        text.append(f"\n   {told}", style="not bold cyan")
    if title:
        text.append(f"\n   {words.clip(title, 60)}", style="not bold dim")
    return text


def _relation(view: StoryView, edge: Derivation) -> str:
    return f"{edge.relation.replace('_', ' ')} of {view.siglum(edge.source)}, {edge.coverage:.0%}"


def _quotes(page: _Page, view: StoryView) -> None:
    if view.story.quotes:
        page.heading("Quotes")
    shared_first = sorted(view.story.quotes, key=lambda q: len({v.span.article for v in q.variants}) < 2)
    for quote in shared_first[:MOST_QUOTES]:
        page.print(Padding(_t(quote.speaker or "Speaker not named", "bold"), (0, 0, 0, 2)))
        page.rows([(_t(", ".join(where), "bold"), text) for where, text in _renderings(view, quote)], indent=4)
    _more(page, len(view.story.quotes), MOST_QUOTES)


def _renderings(view: StoryView, quote: Quote) -> list[tuple[list[str], Text]]:
    """Renderings with the same words share a row; others show what changed against what they were made from."""
    rows: dict[tuple[str, str], list[str]] = {}
    texts: dict[tuple[str, str], Text] = {}
    for variant in quote.variants:
        base = differences.base(view, quote, variant)
        changed = base is not None and not differences.same(base.text, variant.text)
        said = variant.text.rstrip(" ,.")  # the mark before the closing one is the paper's, not the speaker's
        key = (said, base.text if base and changed else said)
        rows.setdefault(key, []).append(view.siglum(variant.span.article))
        texts.setdefault(key, _rendering(view, variant, base if changed else None))
    return [(list(dict.fromkeys(where)), texts[key]) for key, where in rows.items()]


def _rendering(view: StoryView, variant: QuoteVariant, base: QuoteVariant | None) -> Text:
    marks = words.marks(variant.kind)
    text = Text(marks[0], overflow="fold")
    for piece in differences.pieces(base.text if base else variant.text, variant.text):
        shown = words.line(piece.text)
        gap = " " if piece.text.endswith(" ") else ""
        if piece.op == "same":
            text.append(shown + gap)
        elif piece.op == "del":
            text.append(f"[-{shown}-]", style="red").append(gap)
        else:
            text.append(f"{{+{shown}+}}", style="green").append(gap)
    text.append(marks[1])
    if base:
        drift = "differs" if variant.drift == "none" else variant.drift
        text.append(f"  ({drift}, against {view.siglum(base.span.article)})", style="yellow")
    return text


def _discrepancies(page: _Page, view: StoryView) -> None:
    if view.story.discrepancies:
        page.heading("Discrepancies")
    others, rows = overtaken.split(view.story.discrepancies)
    for found in others:
        _discrepancy(page, view, found)
    if rows:
        head = Text("INFO", style=SEVERITY["info"]).append("  earlier counts, since overtaken", style="bold")
        page.print(Padding(head, (0, 0, 0, 2)))
        page.rows([_overtaken(view, row) for row in rows], indent=4)


def _discrepancy(page: _Page, view: StoryView, found: Discrepancy) -> None:
    head = Text(found.severity.upper(), style=SEVERITY[found.severity])
    head.append(f"  {found.type.replace('_', ' ')}", style="bold")
    head.append(" – ").append_text(_t(words.message(found), "not bold"))
    page.print(Padding(head, (0, 0, 0, 2)))
    rows = [_passage(view, span) for span in found.spans]
    rows += [(Text("–", style="dim"), _t(view.readable(r), "dim")) for r in found.why if _tells(view, r)]
    page.rows(rows, indent=4)


def _overtaken(view: StoryView, row: overtaken.Overtaken) -> tuple[Text, ...]:
    told = Text(", ").join(
        _t(e.stated).append(" ").append(view.siglum(e.span.article), style="bold") for e in row.earlier
    )
    told.append(" – later ", style="dim").append_text(_t(row.now)).append(" ")
    return _t(row.kind), told.append(view.siglum(row.standing.article), style="bold")


def _passage(view: StoryView, span: Span) -> tuple[Text, ...]:
    before, quoted, after = view.context(span, 40)
    passage = _t(before, "dim").append(" " if before[-1:].isspace() else "")
    passage.append(f"«{words.line(quoted)}»", style="bold").append(" " if after[:1].isspace() else "")
    return Text(view.siglum(span.article), style="bold"), passage.append_text(_t(after, "dim"))


def _tells(view: StoryView, reason: str) -> bool:
    """Whether the reason says more than the passages do: they show who has what, and how alike they are."""
    return reason.split(" has ", 1)[0] not in view.sigla and not reason.endswith(" alike")


def _dropped(page: _Page, account: Account) -> None:
    if account.dropped:
        page.heading(f"Not read: {words.plural(len(account.dropped), 'input')}")
    page.rows([(_t(d.path), _t(d.reason, "dim")) for d in account.dropped[:MOST_ROWS]])
    _more(page, len(account.dropped))
