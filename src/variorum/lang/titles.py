"""Titles and offices: the words beside people's names."""

from __future__ import annotations

from msgspec import Struct


class Titles(Struct, frozen=True, kw_only=True):
    """Words in lower case, without full stops. `female`, `male`, `neutral`: forms of address and ranks that precede
    a surname. `offices`: nouns of offices, which precede a name ("mayor X") or head its apposition ("X, head of
    the Y office"). `people`: nouns of occupations and roles in events, which do the same for anybody. `modifiers`: words that
    stand before an office noun as part of it. `gendered`: nouns that tell the person's gender.
    """

    female: tuple[str, ...] = ()
    male: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    women: tuple[str, ...] = ()
    men: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
