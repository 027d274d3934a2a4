"""Words of personal names, and words that are capitalised without being names."""

from __future__ import annotations

from msgspec import Struct


class Names(Struct, frozen=True, kw_only=True):
    """`particles`: small words inside a surname ("van", "al"). `suffixes`: after a name ("Jr"). `women`, `men`: given
    names
    common in the world's news, lower case, plain letters. `never`: words that have a capital for other reasons;
    `never_first`: those of them that may end a name."""

    particles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    women: tuple[str, ...] = ()
    men: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    never_first: tuple[str, ...] = ()
