"""How sentences carry counts: totals that move, corrections, parts, doubt, mood, other events."""

from __future__ import annotations

import re

from msgspec import Struct


class Counting(Struct, frozen=True):
    """`lang/<language>/counting.toml`; lemmas or phrases in lower case, and one regular expression (`aged`), as the
    comments there say."""

    to: tuple[str, ...]
    exceed: tuple[str, ...]
    totals: tuple[str, ...]
    earlier: tuple[str, ...]
    older: tuple[str, ...]
    day_before: tuple[str, ...]
    beside: tuple[str, ...]
    tellings: tuple[str, ...]
    notes: tuple[str, ...]
    retold: tuple[str, ...]
    first: tuple[str, ...]
    telling: tuple[str, ...]
    rivals: tuple[str, ...]
    placing: tuple[str, ...]
    corrections: tuple[str, ...]
    void_before: tuple[str, ...]
    part_before: tuple[str, ...]
    part_after: tuple[str, ...]
    aged: re.Pattern[str]
    adding: tuple[str, ...]
    also: tuple[str, ...]
    row: tuple[str, ...]
    modals: tuple[str, ...]
    unreal: tuple[str, ...]
    capacity: tuple[str, ...]
    foreseen: tuple[str, ...]
    involved: tuple[str, ...]
    degrees: tuple[str, ...]
    blamed: tuple[str, ...]
    observed: tuple[str, ...]
    takes_in: tuple[str, ...]
    recorded: tuple[str, ...]
    labels: tuple[str, ...]
    named_after: tuple[str, ...]
    named_before: tuple[str, ...]
    doubt: tuple[str, ...]
    rate_units: tuple[str, ...]
    rate_words: tuple[str, ...]
    adverbs_rate: tuple[str, ...]
    periods: tuple[str, ...]
    other_event: tuple[str, ...]
    wars: tuple[str, ...]
    generics: tuple[str, ...]
    since: tuple[str, ...]
