"""Words that tell what kind of event a story is about."""

from __future__ import annotations

from msgspec import Struct


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
    `attackers`: those who make an event an attack on others.

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
