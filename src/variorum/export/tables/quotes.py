"""One row a rendering: a speaker's words as one article has them, and how they depart from the others."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export.tables.base import Row, Table, columns
from variorum.model.account import StoryAccount


def _rows(story: StoryAccount) -> Iterator[Row]:
    for quote in story.quotes:
        for v in quote.variants:
            yield (
                story.id, quote.id, quote.speaker, v.span.article, v.speaker, v.kind, v.drift, v.medium, v.text,
                v.span.start, v.span.end,
            )  # fmt: skip


TABLE = Table(
    name="quotes",
    columns=columns(
        story="text",
        quote="text",
        speaker="text",
        article="text",
        stated_speaker="text",
        kind="text",
        drift="text",
        medium="text",
        text="text",
        start="count",
        end="count",
    ),
    rows=_rows,
)
