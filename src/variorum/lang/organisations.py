"""Words of organisations' names and of their descriptions."""

from __future__ import annotations

from msgspec import Struct


class Organisations(Struct, frozen=True, kw_only=True):
    """`heads`: nouns that head a name or a description ("Interior Ministry", "the interior ministry"). `alone`: heads that
    describe an organisation without any modifier ("police"). `people`: plural nouns that speak as a body, with a modifier
    ("rescue officials"). `legal`: last words of companies' names; `legal_first`: first words of them. `known`: names and acronyms known everywhere. `expansions`: acronym to full
    name. `modifiers`: adjectives that narrow a description and belong to it. `vessels`: nouns before names of ships,
    trains, products, which are no organisation, person or place.
    """

    heads: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    legal_first: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    expansions: dict[str, str] = {}
    vessels: tuple[str, ...] = ()
