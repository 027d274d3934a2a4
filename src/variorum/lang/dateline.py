"""How a language's news writes dates, datelines and credit lines."""

from __future__ import annotations

from msgspec import Struct


class Dateline(Struct, frozen=True, kw_only=True):
    """`months` and `weekdays`: each number or index (Monday 0) with its spellings, lower case, without final periods.

    `labels`: words before a date in a page's head ("published"); `updated_labels`: those of a later version.
    `by`: words before an author. `credit_openers`: how a line without a date or name begins that credits somebody.
    `particles`: lower-case words inside names of places and people. `zones`: time zones.
    `countries`: states of the world, to tell "Town (Country)" from "Town (Agency)". `not_places`: words that open a
    sentence before a dash or colon and are no city.
    """

    months: dict[str, tuple[str, ...]]
    weekdays: tuple[tuple[str, ...], ...]
    labels: tuple[str, ...]
    updated_labels: tuple[str, ...]
    by: tuple[str, ...]
    credit_openers: tuple[str, ...]
    particles: tuple[str, ...]
    zones: tuple[str, ...]
    countries: tuple[str, ...]
    not_places: tuple[str, ...]
