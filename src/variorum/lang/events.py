"""Words that tell what kind of event a story is about."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from variorum.lang.base import any_of, read


class Events(Struct, frozen=True, kw_only=True):
    """`types`: event type to lemmas of its nouns and verbs, in the order that decides ties.

    `things`: nouns that are seen elsewhere too, and count where people came to harm or beside a sign of their type;
    `scenes`: the same, beside a sign only. `kinds`: event type to the kinds of claim that only it has. `reporting`:
    verbs whose time is that of the report, not of the event. `deeds`: what is done to people or befalls them, whatever
    the type; `aftermath`: what follows deeds (courts, mourning, speeches) and what careers consist of. `charges`:
    words of courts that name a deed behind one of `links` ("guilty of murder"). `moments`: types that are done in a
    moment, so that harm of another day is another event's; `telling`: forms of words whose day is that of the report;
    `sequels`: forms of words for what an event brings on later days. `mishaps`: forms of words for what kills beside
    shots on roads and rails; `shots_told`: what ties such a death to the shots after all.
    `attackers`: those who make an event an attack on others. `several`: several events at once.

    `dealt_with`: words for events that stand before `dealers` (people, bodies and things for them: "fire chief"),
    `dealing` between the two; `idioms`: pairs of words that name no event; `shots`: words before "fire" that make it
    gunfire; `apart`: what looks like an inflection of an event's word and is none ("fired").
    """

    types: dict[str, tuple[str, ...]] = {}
    things: dict[str, tuple[str, ...]] = {}
    scenes: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, tuple[str, ...]] = {}
    reporting: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    aftermath: tuple[str, ...] = ()
    charges: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    attackers: tuple[str, ...] = ()
    several: re.Pattern[str]
    telling: tuple[str, ...] = ()
    sequels: tuple[str, ...] = ()
    mishaps: tuple[str, ...] = ()
    shots_told: tuple[str, ...] = ()
    dealt_with: tuple[str, ...] = ()
    dealing: tuple[str, ...] = ()
    dealers: tuple[str, ...] = ()
    idioms: tuple[tuple[str, str], ...] = ()
    shots: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


def of_report(text: str, low: int, start: int, end: int, language: str = "en") -> bool:
    """Whether a day at `start` to `end` of a sentence that begins at `low` is that of the telling: "police said
    Friday", "Friday, the sheriff said"."""
    before, behind = _telling(language)
    return before.search(text[max(low, start - REACH) : start]) is not None or behind.match(text, end) is not None


REACH = 40
"""Characters before a day within which the word of telling stands."""


@cache
def _telling(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs = any_of(read(language, "events", Events).telling)
    before = re.compile(rf"\b(?:{verbs})\b[^.;,]{{0,25}}$", re.I)
    return before, re.compile(rf"(?:,?\s+\w+){{0,2}}\s+(?:{verbs})\b", re.I)


def several(text: str, language: str = "en") -> bool:
    """Whether a text tells of several events at once: "three separate shootings", "weekend shootings"; "the latest in a
    string of shootings" is one."""
    return _events(language).several.search(text) is not None


@cache
def _events(language: str) -> Events:
    found: Events = read(language, "events", Events)
    return found
