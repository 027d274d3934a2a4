"""One row a claim: what is counted, the number and its bounds, who says so, and the words that say it."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export.tables.base import Row, Table, columns
from variorum.model.account import StoryAccount


def _rows(story: StoryAccount) -> Iterator[Row]:
    origins = {a: o.id for o in story.origins for a in o.articles}
    for c in story.claims:
        v = c.value
        yield (
            story.id, c.id, c.span.article, origins.get(c.span.article), c.kind, v.stated, v.number, v.low, v.high,
            v.modifier, c.unit, c.subset, c.rate, c.scope, c.place, c.as_of, c.negated, c.hedged, c.increment,
            c.voided, c.earlier, c.partial, c.person, c.section, [s.name for s in c.attribution],
            c.span.start, c.span.end, c.span.text,
        )  # fmt: skip


TABLE = Table(
    name="claims",
    columns=columns(
        story="text",
        claim="text",
        article="text",
        origin="text",
        kind="text",
        stated="text",
        number="number",
        low="number",
        high="number",
        modifier="text",
        unit="text",
        subset="text",
        rate="text",
        scope="text",
        place="text",
        as_of="text",
        negated="flag",
        hedged="flag",
        increment="flag",
        voided="flag",
        earlier="flag",
        partial="flag",
        person="text",
        section="text",
        sources="texts",
        start="count",
        end="count",
        text="text",
    ),
    rows=_rows,
)
