"""The articles that report one event, and what the stages have found out about them so far."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from variorum.model.article import Article, Dropped
from variorum.model.claim import Claim
from variorum.model.discrepancy import Discrepancy
from variorum.model.entity import Entity
from variorum.model.extraction import Extraction
from variorum.model.figure import Figure
from variorum.model.lineage import Lineage
from variorum.model.speech import Quote


class DateRange(Struct, frozen=True):
    """First and last day, ISO 8601."""

    start: str
    end: str


class EventPlace(Struct, frozen=True):
    """Where the event was; coordinates are null where the gazetteer does not know the place."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Literal["country", "region", "city", "point"] | None = None


class Event(Struct, frozen=True):
    """What kind of event, when and where; a null field could not be settled."""

    type: str | None = None
    date: DateRange | None = None
    place: EventPlace | None = None


class Story(Struct, frozen=True, kw_only=True):
    """The articles (ids, sorted) that report one event."""

    id: str
    articles: tuple[str, ...]


class StoryRecords(Struct, frozen=True, kw_only=True):
    """What travels through the `by_key` stages: each stage returns a copy with its own fields filled.

    `articles` and `extractions` run parallel and are sorted by (published, article id).
    `claims` are the extractions' claims after alignment (entities resolved, places normalised).
    """

    story: Story
    articles: tuple[Article, ...]
    extractions: tuple[Extraction, ...]
    lineage: Lineage = Lineage()
    entities: tuple[Entity, ...] = ()
    event: Event = Event()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()

    def article(self, id_: str) -> Article:
        """The article with this id (KeyError when the story has none)."""
        for article in self.articles:
            if article.id == id_:
                return article
        raise KeyError(id_)


class Batch(Struct, frozen=True):
    """What ingestion made of an input: articles, and the records it could not use."""

    articles: tuple[Article, ...] = ()
    dropped: tuple[Dropped, ...] = ()
