"""One row an article: what it is, which story it reports and which origin it goes back to."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export.tables.base import Row, Table, columns
from variorum.model.account import StoryAccount


def _rows(story: StoryAccount) -> Iterator[Row]:
    origins = {a: (o.id, o.label) for o in story.origins for a in o.articles}
    for a in story.articles:
        origin, label = origins.get(a.id, (None, None))
        yield (
            a.id, story.id, origin, label, a.source_id, a.path, a.url, a.title, a.publisher, list(a.byline),
            list(a.agencies), a.published, a.language, a.text,
        )  # fmt: skip


TABLE = Table(
    name="articles",
    columns=columns(
        article="text",
        story="text",
        origin="text",
        origin_label="text",
        source_id="text",
        path="text",
        url="text",
        title="text",
        publisher="text",
        byline="texts",
        agencies="texts",
        published="text",
        language="text",
        text="text",
    ),
    rows=_rows,
)
