"""Which words carry no content, and which say the same: what comparing two texts needs to know of a language."""

from __future__ import annotations

from msgspec import Struct


class Wording(Struct, frozen=True, kw_only=True):
    """`stop`: function words, never compared. `common`: content words so usual in news that sharing them shows little.

    `same`: groups of words that a rewriter or a translator swaps (first one stands for all); stems are compared.
    `numbers`: number words and their values; `joined`: those that are numbers only behind a hyphen. `credits`: words by
    which a text passes on another's report. `update`: phrases by which a text shows that it follows an earlier one of
    the same line.
    """

    stop: tuple[str, ...]
    common: tuple[str, ...]
    same: tuple[tuple[str, ...], ...]
    numbers: dict[str, int]
    joined: dict[str, int]
    credits: tuple[str, ...]
    update: tuple[str, ...]
    days: tuple[str, ...]
    months: tuple[str, ...]
