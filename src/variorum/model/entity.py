"""People, organisations and places, as mentioned and as resolved."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from variorum.model.span import Span

EntityType = Literal["person", "organization", "place"]


class GeoPoint(Struct, frozen=True):
    """A place of the gazetteer: WGS84 degrees, ISO 3166 country, what kind of place it is."""

    lat: float
    lon: float
    country: str | None = None
    precision: Literal["country", "region", "city", "point"] = "city"


class Mention(Struct, frozen=True, kw_only=True):
    """A name in one article. `name` is the fullest form this article gives it; `role` the office or title beside it."""

    span: Span
    type: EntityType
    name: str
    role: str | None = None
    gender: Literal["f", "m"] | None = None
    point: GeoPoint | None = None


class Entity(Struct, frozen=True, kw_only=True):
    """One person, organisation or place of the story with all renderings of its name."""

    id: str
    type: EntityType
    name: str
    names: tuple[str, ...]
    mentions: tuple[Span, ...]
    roles: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


class TimeMention(Struct, frozen=True, kw_only=True):
    """A time expression resolved against the publication date: first and last day it covers (ISO), null if open."""

    span: Span
    start: str | None
    end: str | None
    precision: Literal["time", "day", "week", "month", "year", "period"] = "day"
