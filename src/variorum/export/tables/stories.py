"""One row a story: its event, and how much of everything it has."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export.tables.base import Row, Table, columns
from variorum.model import DateRange, EventPlace
from variorum.model.account import StoryAccount


def _rows(story: StoryAccount) -> Iterator[Row]:
    date = story.event.date or DateRange("", "")
    place = story.event.place or EventPlace("")
    days = sorted(a.published for a in story.articles if a.published)
    yield (
        story.id, story.title, story.event.type, date.start or None, date.end or None,
        place.name or None, place.country, place.lat, place.lon, place.precision,
        days[0] if days else None, days[-1] if days else None,
        len(story.articles), len(story.origins), len(story.claims), len(story.figures), len(story.quotes),
        len(story.discrepancies),
    )  # fmt: skip


TABLE = Table(
    name="stories",
    columns=columns(
        story="text",
        title="text",
        type="text",
        start="text",
        end="text",
        place="text",
        country="text",
        lat="share",
        lon="share",
        precision="text",
        first_published="text",
        last_published="text",
        articles="count",
        origins="count",
        claims="count",
        figures="count",
        quotes="count",
        discrepancies="count",
    ),
    rows=_rows,
)
