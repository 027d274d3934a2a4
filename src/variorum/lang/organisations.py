"""Words of organisations' names and of their descriptions."""

from __future__ import annotations

from msgspec import Struct


class Organisations(Struct, frozen=True, kw_only=True):
    """Words in lower case, unless they are names.

    `heads`: nouns that head a name or a description ("Interior Ministry", "the interior ministry"); `named_only`:
    those that
    head names alone; `joined`: those whose names hold "and". `indefinite`, `bare`, `vague`: words that
    make a description no particular body, heads that need an article, adjectives outside it. `bodies`: nouns behind a
    name ("the X agency"). `alone`:
    what describes an organisation without any modifier ("police"). `people`: plural nouns that speak as a body, with a
    modifier ("rescue officials"). `legal`, `legal_first`: last and first words of companies' names. `known`: names
    and acronyms known everywhere. `expansions`: acronym to full name. `vessels`: nouns before names of ships, trains
    and products, which are no person, organisation or place. `seated`: last words of bodies that a territory has
    ("X Police Department"); `storms`: nouns before the names of storms; `staffs`: nouns that a rank before them makes
    no person ("General Staff"); `sited`: of houses named after where they stand, or after a person ("X Hospital").
    """

    heads: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    named_only: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    seated: tuple[str, ...] = ()
    sited: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    legal_first: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    expansions: dict[str, str] = {}
    vessels: tuple[str, ...] = ()
    storms: tuple[str, ...] = ()
    staffs: tuple[str, ...] = ()
