"""How a figure moved: claims as lettered dots over the days they speak of, drawn as SVG when the page is made.

Filled: still open. Hollow: overtaken. Struck: set aside. A bar up or down shows an open bound ("at least"). The band is
the figure's low to high, its line the best.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, log10

from msgspec import Struct

from variorum.export import words
from variorum.export.html import parts
from variorum.export.html.markup import Html, el, fragment
from variorum.export.view import StoryView
from variorum.model import Claim, Figure

WIDTH, LEFT, RIGHT, TOP, BOTTOM = 420, 46, 58, 16, 30
RADIUS = 8.5
TALL, FLAT = 170, 128
MOST_DOTS = 60


class Dot(Struct, frozen=True):
    """A claim on the plot."""

    claim: Claim
    standing: str
    x: float
    y: float


class _Scale:
    """Values to vertical places, with room above and below."""

    def __init__(self, values: list[float], height: int) -> None:
        self.height = height
        low, high = min(values), max(values)
        spread = (high - low) or max(abs(high) * 0.2, 1)
        self.low, self.high = max(0.0, low - spread * 0.2) if low >= 0 else low - spread * 0.2, high + spread * 0.25

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return TOP + (self.height - TOP - BOTTOM) * (1 - share)

    def ticks(self) -> list[float]:
        """Two to five round numbers."""
        raw = (self.high - self.low) / 4
        magnitude = 10.0 ** floor(log10(raw))
        step = next(m * magnitude for m in (1, 2, 5, 10) if m * magnitude >= raw)
        step = max(step, 1.0)
        first = ceil(self.low / step)
        return [i * step for i in range(first, floor(self.high / step) + 1)]


def draw(view: StoryView, figure: Figure) -> Html | None:
    """The plot, or None when there is nothing that moved or differed (fewer than two different values)."""
    claims = _claims(view, figure)
    values = {_value(c) for c, _ in claims}
    if len(values) < 2:
        return None
    day_of = _days(view, figure)
    days = sorted({day_of[c.id] for c, _ in claims})
    bounds = {figure.low, figure.best, figure.high}
    height = TALL if len(values) > 2 else FLAT
    scale = _Scale([float(v) for v in values | bounds if v is not None], height)
    dots = _placed(claims, day_of, scale)
    label = f"{words.figure_name(figure)}: readings by day"
    return el(
        "svg",
        el("title", label),
        _grid(scale, days),
        _band(figure, scale),
        _line(figure, days, scale),
        [_dot(view, d, scale) for d in dots],
        class_="plot",
        viewBox=f"0 0 {WIDTH} {height}",
        role="group",
        aria_label=label,
    )


def _claims(view: StoryView, figure: Figure) -> list[tuple[Claim, str]]:
    """The claims to draw; of equal ones in one article only the first."""
    groups: Iterable[tuple[str, tuple[Claim, ...]]] = (
        ("reading", view.named(figure.readings)),
        ("superseded", view.named(figure.superseded)),
        ("aside", view.set_aside(figure)),
    )
    found: dict[tuple[object, ...], tuple[Claim, str]] = {}
    for standing, claims in groups:
        for claim in claims:
            value = _value(claim)
            if value is not None:
                found.setdefault((claim.span.article, claim.as_of, value, standing), (claim, standing))
    return list(found.values())[:MOST_DOTS]


def _value(claim: Claim) -> float | None:
    """Where a claim stands: its number, else the nearest bound it gives."""
    value = claim.value
    if value.number is not None:
        return value.number
    return value.low if value.low is not None else value.high


def _days(view: StoryView, figure: Figure) -> dict[str, str]:
    """Per claim the day it speaks of: the timeline's, else its own, else the day it was printed."""
    days = {c.id: c.as_of or view.articles[c.span.article].published or "" for c in view.story.claims}
    return days | {c: p.as_of for p in figure.timeline for c in p.claims}


def _centre(days: list[str], day: str) -> float:
    slot = (WIDTH - LEFT - RIGHT) / len(days)
    return LEFT + slot * (days.index(day) + 0.5)


def _placed(claims: list[tuple[Claim, str]], day_of: dict[str, str], scale: _Scale) -> list[Dot]:
    """Dots pushed sideways until none hides another."""
    dots: list[Dot] = []
    days = sorted({day_of[c.id] for c, _ in claims})
    for claim, standing in claims:
        y = scale.y(float(_value(claim) or 0))
        centre = _centre(days, day_of[claim.id])
        x = next(x for x in _offsets(centre) if _free(x, y, dots))
        dots.append(Dot(claim, standing, x, y))
    return dots


def _offsets(centre: float) -> Iterable[float]:
    step = 2 * RADIUS + 2
    yield centre
    for n in range(1, MOST_DOTS + 1):
        yield centre + step * n
        yield centre - step * n


def _free(x: float, y: float, dots: list[Dot]) -> bool:
    return all((d.x - x) ** 2 + (d.y - y) ** 2 > (2 * RADIUS + 1) ** 2 for d in dots)


def _grid(scale: _Scale, days: list[str]) -> list[Html]:
    right = WIDTH - RIGHT
    lines: list[Html] = []
    for tick in scale.ticks():
        y = scale.y(tick)
        shown = words.number(int(tick) if tick == int(tick) else tick)
        lines.append(el("line", x1=LEFT, x2=right, y1=y, y2=y, class_="grid"))
        lines.append(el("text", shown, x=LEFT - 8, y=y + 4, class_="tick end"))
    shown_days = days if len(days) <= 4 else [days[0], days[-1]]
    for day in shown_days:
        name = words.day(day).removesuffix(f" {days[-1][:4]}") if day else "undated"
        lines.append(el("text", name, x=_centre(days, day), y=scale.height - 8, class_="tick middle"))
    return lines


def _band(figure: Figure, scale: _Scale) -> list[Html]:
    right = WIDTH - RIGHT
    found: list[Html] = []
    low = figure.low if figure.low is not None else figure.best
    if low is not None:
        top = scale.y(float(figure.high)) if figure.high is not None else float(TOP)
        found.append(
            el(
                "rect",
                x=LEFT,
                y=top - 2,
                width=right - LEFT,
                height=max(scale.y(float(low)) - top, 0) + 4.0,
                class_="band",
            )
        )
    if figure.best is not None:
        y = scale.y(float(figure.best))
        found.append(el("line", x1=LEFT, x2=right, y1=y, y2=y, class_="best"))
        found.append(el("text", f"best {words.number(figure.best)}", x=right + 5, y=y + 4, class_="tick strong"))
    return found


def _line(figure: Figure, days: list[str], scale: _Scale) -> Html | None:
    """A step line through what the reports gave day by day."""
    points: list[str] = []
    last: float | None = None
    for point in sorted(figure.timeline, key=lambda p: p.as_of):
        value = point.high if point.high is not None else point.low
        if value is None or point.as_of not in days:
            continue
        x, y = _centre(days, point.as_of), scale.y(float(value))
        if last is not None:
            points.append(f"{x:.1f},{last:.1f}")
        points.append(f"{x:.1f},{y:.1f}")
        last = y
    return el("polyline", points=" ".join(points), class_="course") if len(points) > 1 else None


def _dot(view: StoryView, dot: Dot, scale: _Scale) -> Html:
    claim = dot.claim
    return el(
        "a",
        el("title", parts.about(view, claim)),
        _reach(dot, scale),
        el("circle", cx=dot.x, cy=dot.y, r=RADIUS),
        el("text", view.siglum(claim.span.article), x=dot.x, y=dot.y + 3.5, class_="letter"),
        el("line", x1=dot.x - 8, x2=dot.x + 8, y1=dot.y + 6, y2=dot.y - 6, class_="strike")
        if dot.standing == "aside"
        else None,
        href=fragment(claim.id),
        class_=f"ev dot {dot.standing} {parts.colour(view, claim.span.article)}",
    )


def _reach(dot: Dot, scale: _Scale) -> Html | None:
    """The bounds that the stated words leave open, as a bar with an arrow where there is no end."""
    value = dot.claim.value
    if value.low == value.high and value.low is not None:
        return None
    up = max(scale.y(float(value.high)), TOP / 2) if value.high is not None else dot.y - 24
    down = min(scale.y(float(value.low)), float(scale.height - BOTTOM)) if value.low is not None else dot.y + 24
    head = (
        f"M{dot.x - 3:.1f},{up + 4:.1f}L{dot.x:.1f},{up:.1f}L{dot.x + 3:.1f},{up + 4:.1f}" if value.high is None else ""
    )
    return el("path", d=f"M{dot.x:.1f},{down:.1f}L{dot.x:.1f},{up:.1f}{head}", class_="reach")
