"""One row a figure: low, best, high, how many origins stand behind it, and every step that made it."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export.tables.base import Row, Table, columns
from variorum.model import Step, TimelinePoint
from variorum.model.account import StoryAccount


def _rows(story: StoryAccount) -> Iterator[Row]:
    for f in story.figures:
        yield (
            story.id, f.id, f.kind, f.subset, f.place, f.scope, f.low, f.best, f.high, f.policy, f.origins, f.status,
            list(f.readings), list(f.superseded), list(map(_step, f.steps)), list(map(_point, f.timeline)),
        )  # fmt: skip


def _step(step: Step) -> dict[str, object]:
    number = step.value.number if step.value else None
    return {
        "rule": step.rule,
        "kept": list(step.kept),
        "dropped": list(step.dropped),
        "why": step.why,
        "number": number,
    }


def _point(point: TimelinePoint) -> dict[str, object]:
    return {"as_of": point.as_of, "low": point.low, "high": point.high, "claims": list(point.claims)}


TABLE = Table(
    name="figures",
    columns=columns(
        story="text",
        figure="text",
        kind="text",
        subset="text",
        place="text",
        scope="text",
        low="number",
        best="number",
        high="number",
        policy="text",
        origins="count",
        status="text",
        readings="texts",
        superseded="texts",
        steps="steps",
        timeline="timeline",
    ),
    rows=_rows,
)
