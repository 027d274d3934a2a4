"""The lineage: which article was made from which, drawn as SVG when the page is made, and what each edge rests on."""

from __future__ import annotations

from variorum.export import differences, words
from variorum.export.html import parts
from variorum.export.html.layers import Lane, Layout, Node, place
from variorum.export.html.markup import Html, el, fragment, join
from variorum.export.view import StoryView
from variorum.model import AlignedPassage, Derivation

BOX_W, BOX_H = 204, 42
STEP_X, STEP_Y = 334, 56
MARGIN, LANE_HEAD, LANE_GAP = 14, 26, 14
MOST_PASSAGES = 10
LONGEST_PASSAGE = 420


def edge_id(edge: Derivation) -> str:
    """The id under which `explain` knows the edge, too."""
    return f"{edge.derived}<{edge.source}"


def section(view: StoryView, prefix: str) -> Html:
    """The drawing, and a list of the edges with their passages."""
    layout = place(view)
    drawing = el(
        "div", _svg(view, layout), class_="scroll", tabindex=0, role="region", aria_label="Lineage of the articles"
    )
    edges = [_edge_details(view, e) for e in view.story.lineage]
    origins, articles = len(view.story.origins), len(view.story.articles)
    note = (
        f"{words.plural(articles, 'article')} go back to {words.plural(origins, 'independent origin')}. "
        "An arrow runs from a text to what was made from it; the share is how much of the later text it explains."
    )
    if articles == 1:
        note = "One article, one origin."
    return parts.section(f"{prefix}lineage", "Who copied whom", drawing, el("div", edges, class_="edges"), note=note)


def _x(node: Node) -> float:
    return MARGIN + 12 + node.column * STEP_X


def _y(layout: Layout, node: Node) -> float:
    lane = next(i for i, s in enumerate(layout.lanes) if s.first <= node.row < s.first + s.rows)
    return _lane_y(lane, layout.lanes[lane]) + LANE_HEAD + (node.row - layout.lanes[lane].first) * STEP_Y


def _lane_y(index: int, lane: Lane) -> float:
    return MARGIN + index * (LANE_HEAD + LANE_GAP) + lane.first * STEP_Y


def _svg(view: StoryView, layout: Layout) -> Html:
    width = 2 * MARGIN + 24 + BOX_W + (layout.columns - 1) * STEP_X
    width = max(width, 420)
    height = 2 * MARGIN + len(layout.lanes) * (LANE_HEAD + LANE_GAP) - LANE_GAP + layout.rows * STEP_Y
    edges = [_edge(view, layout, e) for e in view.story.lineage if {e.derived, e.source} <= layout.nodes.keys()]
    return el(
        "svg",
        el("title", "Lineage of the articles"),
        [_lane(view, i, s, width) for i, s in enumerate(layout.lanes)],
        [e[0] for e in edges],
        [_box(view, layout, n) for n in layout.nodes.values()],
        [e[1] for e in edges],
        class_="lineage",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="group",
        aria_label="Lineage of the articles",
    )


def _lane(view: StoryView, index: int, lane: Lane, width: float) -> Html:
    origin = view.story.origins[lane.origin] if lane.origin is not None else None
    label = f"Origin: {words.clip(origin.label, 48)}" if origin else "Origin unknown"
    colour = "onone" if lane.origin is None else f"o{lane.origin % parts.COLOURS}"
    y = _lane_y(index, lane)
    height = LANE_HEAD + lane.rows * STEP_Y
    return el(
        "g",
        el("rect", x=MARGIN, y=y, width=width - 2 * MARGIN, height=height, rx=6, class_="lane"),
        el("text", label, x=MARGIN + 12, y=y + 17, class_="lanename"),
        class_=colour,
    )


def _box(view: StoryView, layout: Layout, node: Node) -> Html:
    x, y = _x(node), _y(layout, node)
    entry = view.articles[node.article]
    return el(
        "a",
        el("title", f"{parts.witness(view, node.article)}: {entry.title or 'no headline'}"),
        el("rect", x=x, y=y, width=BOX_W, height=BOX_H, rx=5, class_="box"),
        el("circle", cx=x + 20, cy=y + BOX_H / 2, r=11),
        el("text", view.siglum(node.article), x=x + 20, y=y + BOX_H / 2 + 4, class_="letter"),
        el("text", words.clip(view.label(node.article), 22), x=x + 39, y=y + 18, class_="name"),
        el("text", words.day(entry.published), x=x + 39, y=y + 33, class_="date"),
        href=fragment(node.article),
        class_=f"node {parts.colour(view, node.article)}",
    )


def _edge(view: StoryView, layout: Layout, edge: Derivation) -> tuple[Html, Html]:
    """The line, and its label (drawn above the boxes)."""
    source, derived = layout.nodes[edge.source], layout.nodes[edge.derived]
    x1, y1 = _x(source) + BOX_W, _y(layout, source) + BOX_H / 2
    x2, y2 = _x(derived) - 3, _y(layout, derived) + BOX_H / 2
    bend = max(36.0, min(90.0, (x2 - x1) / 2))
    d = f"M{x1:.1f},{y1:.1f}C{x1 + bend:.1f},{y1:.1f} {x2 - bend:.1f},{y2:.1f} {x2 - 7:.1f},{y2:.1f}"
    head = f"M{x2 - 8:.1f},{y2 - 4:.1f}L{x2:.1f},{y2:.1f}L{x2 - 8:.1f},{y2 + 4:.1f}Z"
    label = f"{edge.relation.replace('_', ' ')} {edge.coverage:.0%}"
    weight = 1 + 3 * max(0.0, min(edge.coverage, 1.0))
    line = el(
        "g",
        el("path", d=d, stroke_width=weight, class_="line"),
        el("path", d=head, class_="head") if edge.relation != "shared_origin" else None,
        class_=f"edge {edge.relation}",
    )
    text = el(
        "a",
        el(
            "title", f"{view.siglum(edge.derived)} was made from {view.siglum(edge.source)}: {label}; show the passages"
        ),
        el("text", label, x=x2 - 14, y=y2 - 8, class_="edgename"),
        href=fragment(edge_id(edge)),
        class_="edgelink",
    )
    return line, text


def _edge_details(view: StoryView, edge: Derivation) -> Html:
    relation = edge.relation.replace("_", " ")
    summary = el(
        "summary",
        parts.siglum(view, edge.derived),
        f" {relation} of ",
        parts.siglum(view, edge.source),
        f" – {edge.coverage:.0%} of its words, confidence {edge.confidence:.2f}",
    )
    why = el("ul", [el("li", view.readable(w), dir="auto") for w in edge.why], class_="why") if edge.why else None
    changed = [p for p in edge.passages if not differences.same(p.source.text, p.derived.text)]
    verbatim = len(edge.passages) - len(changed)
    note = f"{words.plural(verbatim, 'passage')} word for word" if verbatim else ""
    if changed:
        note += f"{', ' if note else ''}{len(changed)} changed"
    return el(
        "details",
        summary,
        why,
        el("p", note, class_="note") if note else None,
        el("ol", [el("li", _passage(p)) for p in changed[:MOST_PASSAGES]], class_="changed") if changed else None,
        class_="edgebox",
        id=edge_id(edge),
    )


def _passage(passage: AlignedPassage) -> Html:
    old, new = passage.source.text, passage.derived.text
    if max(len(old), len(new)) > LONGEST_PASSAGE:
        old, new = words.clip(old, LONGEST_PASSAGE), words.clip(new, LONGEST_PASSAGE)
    return join(el("span", parts.changes(old, new), dir="auto"))
