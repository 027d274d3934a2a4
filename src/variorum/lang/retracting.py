"""How a number is taken back by those who gave it, or told to hold no longer."""

from __future__ import annotations

import re

from msgspec import Struct


class Retracting(Struct, frozen=True, kw_only=True):
    """`lang/<language>/retracting.toml`.

    `next_sentence`: how a sentence begins that takes back the number of the one before; `behind`: the same behind the
    number, in its own sentence; `telling`: what a sentence must have that gives a number which somebody may take back.
    `over`: behind "no one", what says that it was otherwise before. Who takes back (`who` in the first) must be who
    gave it, or one of `pronouns`.
    """

    next_sentence: re.Pattern[str]
    behind: re.Pattern[str]
    telling: re.Pattern[str]
    over: re.Pattern[str]
    pronouns: frozenset[str]
