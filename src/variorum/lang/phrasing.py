"""How the account words its own sentences: predicates per kind, and the small words around them."""

from __future__ import annotations

from msgspec import Struct


class Predicate(Struct, frozen=True):
    """What a counted thing was or did ("was killed", "were killed")."""

    one: str
    many: str


class Phrasing(Struct, frozen=True, kw_only=True):
    """Templates with named fields; see `lang/en/phrasing.toml` for what each is given.

    `units` turns a unit into its singular, `plurals` a currency into its plural; kinds without a predicate are worded
    by `plain`.
    """

    predicates: dict[str, Predicate]
    units: dict[str, str]
    plurals: dict[str, str]
    one_of: str
    none: str
    exact: str
    about: str
    at_least: str
    at_most: str
    bounded: str
    between: str
    best: str
    sentence: str
    background: str
    plain: str
    place: str
    according: str
    own_voice: str
    and_: str
    others: str
    single: str
    origins: str
    overtaken: str
    stated: str
    behind: str
    hedged: str
    joined_places: tuple[str, ...]
