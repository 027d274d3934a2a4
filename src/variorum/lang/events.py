"""Words that tell what kind of event a story is about."""

from __future__ import annotations

from msgspec import Struct


class Events(Struct, frozen=True, kw_only=True):
    """`types`: event type to lemmas of its nouns and verbs, in the order that decides ties.

    `things`: nouns that are seen elsewhere too, and count where people came to harm or beside a sign of their type;
    `scenes`: the same, beside a sign only. `kinds`: event type to the kinds of claim that only it has. `reporting`:
    verbs whose time is that of the report, not of the event. `deeds`: what is done to people or befalls them, whatever
    the type; `aftermath`: what follows deeds (courts, mourning, speeches) and what careers consist of. `charges`:
    words of courts that name a deed behind one of `links` ("guilty of murder").
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
