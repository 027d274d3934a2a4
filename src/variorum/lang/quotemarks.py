"""How a language sets off quoted words, and which words announce that marks stand around a name."""

from __future__ import annotations

from msgspec import Struct


class Quotemarks(Struct, frozen=True):
    """`pairs`: opening and closing marks that are written differently, the closing ones of each opening mark in a
    string.

    `straight` marks open and close alike. `single` marks also serve as apostrophes. `elisions` are words that begin
    with an apostrophe. `naming` nouns and participles stand before a name in marks (the film “X”, a ship called “X”).
    """

    pairs: dict[str, str]
    straight: str
    single: str
    elisions: frozenset[str]
    naming: frozenset[str]
