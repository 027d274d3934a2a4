"""Grave deeds and causes by which a sentence shows that no source has it, as data."""

from __future__ import annotations

from msgspec import Struct


class Additions(Struct, frozen=True, kw_only=True):
    """`signs`: field of meaning → beginnings of words that show it (a space stands for any break); `cover`: further
    words of the field, behind which a rewrite may have it from. `more`: words for one more of a kind; `plural`: words
    by which a source has several; `blows`: verbs for what befalls a thing."""

    signs: dict[str, tuple[str, ...]]
    cover: dict[str, tuple[str, ...]]
    more: tuple[str, ...]
    plural: tuple[str, ...]
    blows: tuple[str, ...]
