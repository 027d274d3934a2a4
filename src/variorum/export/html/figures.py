"""The figures: low, best and high in large type, how they moved, which readings stand behind them and why."""

from __future__ import annotations

from variorum.export import words
from variorum.export.html import parts, plot
from variorum.export.html.markup import Html, el, fragment, join
from variorum.export.view import StoryView
from variorum.model import Claim, Figure, Step


def section(view: StoryView, prefix: str) -> Html:
    """The principal figures as cards, those of parts and other places as lines that open."""
    if not view.figures:
        empty = el("p", "None: no article counts anything for this event.", class_="note")
        return parts.section(f"{prefix}figures", "Figures", empty)
    cards = el("div", [_card(view, f) for f in view.principal], class_="cards")
    return parts.section(f"{prefix}figures", "Figures", cards, _minor(view))


def _minor(view: StoryView) -> Html:
    if not view.minor:
        return Html("")
    return join(el("h4", "Parts and other places", class_="minorhead"), [_line(view, f) for f in view.minor])


def _line(view: StoryView, figure: Figure) -> Html:
    name = words.figure_name(figure)
    place = el("span", f" {figure.place}", class_="place") if figure.place else None
    return el(
        "details",
        el(
            "summary",
            el("span", name[:1].upper() + name[1:], place, class_="name"),
            el("span", _range(view, figure), class_="range"),
            el("span", _sigla(view, figure), class_="sigs"),
            parts.badge(figure.status, figure.status),
        ),
        plot.draw(view, figure),
        _readings(view, figure),
        _steps(view, figure),
        class_="figureline",
        id=figure.id,
    )


def _range(view: StoryView, figure: Figure) -> Html:
    best = el("b", view.best(figure)) if figure.best is not None else None
    whole = figure.low == figure.best == figure.high
    bounds = el("small", f" {words.interval(figure.low, figure.high)}") if not whole else None
    return join(best, bounds)


def _card(view: StoryView, figure: Figure) -> Html:
    place = el("span", f" {figure.place}", class_="place") if figure.place else None
    name = words.figure_name(figure)
    return el(
        "article",
        el("header", el("h4", name[:1].upper() + name[1:], place), parts.badge(figure.status, figure.status)),
        _numbers(view, figure),
        _voices(view, figure),
        plot.draw(view, figure),
        _readings(view, figure),
        _steps(view, figure),
        class_="card figure",
        id=figure.id,
    )


def _numbers(view: StoryView, figure: Figure) -> Html:
    bounds = (("low", figure.low), ("high", figure.high))
    side = [el("span", el("b", words.number(v)), f" {n}", class_="bound") for n, v in bounds]
    return el("p", el("span", view.best(figure), class_="n"), el("span", side, class_="bounds"), class_="numbers")


def _voices(view: StoryView, figure: Figure) -> Html:
    """How many independent voices stand behind the best value, and in which articles."""
    count = words.plural(figure.origins, "independent origin")
    behind = f" behind {words.number(figure.best)} " if figure.status == "conflicting" else " "
    return el("p", el("b", count), behind, _sigla(view, figure), class_="voices")


def _sigla(view: StoryView, figure: Figure) -> Html:
    return join(join(parts.witnessed(view, c), " ") for c in view.witnesses(view.behind(figure)))


def _readings(view: StoryView, figure: Figure) -> Html:
    groups = (
        ("Open", "reading", view.named(figure.readings)),
        ("Overtaken", "superseded", view.named(figure.superseded)),
        ("Set aside", "aside", view.set_aside(figure)),
    )
    return el("dl", [_group(view, *g) for g in groups if g[2]], class_="readings")


def _group(view: StoryView, title: str, class_: str, claims: tuple[Claim, ...]) -> Html:
    return join(el("dt", title), [el("dd", _reading(view, g, class_)) for g in view.grouped(claims)])


def _reading(view: StoryView, claims: tuple[Claim, ...], class_: str) -> Html:
    """One value with all articles that state it alike."""
    claim = claims[0]
    who = words.sources(claim) or "no source named"
    why = view.readable(view.roles[claim.id].why) if class_ == "aside" else ""
    return join(
        [join(parts.witnessed(view, c), " ") for c in view.witnesses(claims)],
        parts.evidence(view, claim, class_=class_),
        " ",
        el("span", f"{who}, {words.day(claim.as_of)}" if claim.as_of else who, class_="who", dir="auto"),
        [join(" ", parts.badge(f, "flag")) for f in words.flags(claim)],
        el("span", f" {why}", class_="why") if why else None,
    )


def _steps(view: StoryView, figure: Figure) -> Html | None:
    if not figure.steps:
        return None
    count = words.plural(len(figure.steps), "step")
    return el(
        "details",
        el("summary", f"How policy {figure.policy} got there: {count}"),
        el("ol", [el("li", _step(view, s, fresh)) for s, fresh in view.replay(figure)], class_="steps"),
    )


def _step(view: StoryView, step: Step, fresh: tuple[str, ...]) -> Html:
    return join(
        el("b", step.rule.replace("_", " ")),
        ": ",
        el("span", view.readable(step.why), dir="auto"),
        _cited(view, "kept", fresh),
        _cited(view, "dropped", step.dropped),
    )


def _cited(view: StoryView, verb: str, ids: tuple[str, ...]) -> Html | None:
    claims = view.named(ids)
    if not claims:
        return None
    links = [join(" ", cite(view, c, struck=verb == "dropped")) for c in claims]
    return el("div", el("span", verb, class_="verb"), links, class_="cited")


def cite(view: StoryView, claim: Claim, *, struck: bool = False) -> Html:
    """`A at least six`: siglum and stated value, linked to the evidence."""
    label = f"{view.siglum(claim.span.article)} {words.clip(claim.value.stated, 40)}"
    colour = parts.colour(view, claim.span.article)
    return el(
        "a",
        label,
        class_=f"ev chip {colour}{' aside' if struck else ''}",
        href=fragment(claim.id),
        title=parts.about(view, claim),
    )
