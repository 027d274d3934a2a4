"""Titles and offices: the words beside people's names."""

from __future__ import annotations

from msgspec import Struct


class Titles(Struct, frozen=True, kw_only=True):
    """Words in lower case, without full stops.

    `female`, `male`, `neutral`: forms of address and ranks that precede a surname; `addresses`: those that tell no
    office. `offices`: nouns of offices, which precede a name ("mayor X") or head its apposition ("X, head of the Y
    office"); `posts`: what follows "secretary of". `people`: nouns of occupations and of roles in events, which do the
    same for anybody. `modifiers`: words before an office noun that are part of it. `women`, `men`: nouns that tell the
    person's gender. `kin`: what a person has ("X's wife"). `speaks`: verbs with persons as subjects; `cues`: those of
    saying that stand before their subject. `timed`: words before an office or a name, capitalised only to begin a
    sentence ("Former").
    """

    female: tuple[str, ...] = ()
    male: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    timed: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    women: tuple[str, ...] = ()
    men: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
