"""Words of which a passage can hold one and not the other: directions, opposites, media, offices."""

from __future__ import annotations

from msgspec import Struct


class Contrast(Struct, frozen=True, kw_only=True):
    """All lower case.

    `directions`: groups; two groups never hold of one place. `opposites`: two groups of words each, the one the
    contrary of the other. `media`: class of medium → phrases that name it. `social`: classes that a general phrase of
    `networks` ("wrote on social media") may stand for. `offices`: class of office → nouns that name it; one person
    seldom holds two classes. `seats`: the same → beginnings of words that may mean it. `portfolios`: what a minister
    can be minister of, groups of words. `posts`: what a politician heads: "head of the ministry" is a minister.
    `former`: words that put an office into the past; `courtesy`: titles that are no office; `under`: words that make
    one the second in it. `camps`: groups of nouns for persons, of which nobody is of two; `sexes`: nouns of one sex
    each; `neuter`: nouns for persons of either. `turning`: small words, groups of one sense, that turn what is said;
    `fillers`: such as may stand where a negation was. `anybody`: words for sources that may stand for each other.
    `callings`: groups of nouns that stand before a name and tell what one does; a word of one group never means what
    one of another does.
    """

    directions: tuple[tuple[str, ...], ...]
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    media: dict[str, tuple[str, ...]]
    social: frozenset[str]
    networks: frozenset[str]
    offices: dict[str, tuple[str, ...]]
    seats: dict[str, tuple[str, ...]]
    portfolios: tuple[tuple[str, ...], ...]
    posts: frozenset[str]
    former: frozenset[str]
    courtesy: frozenset[str]
    under: frozenset[str]
    camps: tuple[frozenset[str], ...]
    sexes: tuple[frozenset[str], ...]
    neuter: frozenset[str]
    turning: tuple[tuple[str, ...], ...]
    fillers: frozenset[str]
    anybody: frozenset[str]
    callings: tuple[tuple[str, ...], ...]
