"""Where something was said: networks, broadcasts, calls, letters."""

from __future__ import annotations

from msgspec import Struct


class Media(Struct, frozen=True):
    """`platforms` are names of networks as written, `nouns` head nouns of a medium, `qualifiers` words that may stand
    before them and belong to the medium ("radio interview"), `prepositions` what leads to a medium.

    `verbs` name the medium themselves ("tweeted"). `channels` take messages and are no audience ("told state radio").
    """

    platforms: frozenset[str]
    nouns: frozenset[str]
    qualifiers: frozenset[str]
    prepositions: frozenset[str]
    verbs: dict[str, str]
    channels: frozenset[str]
    clipped: dict[str, str]
