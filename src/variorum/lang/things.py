"""Words by which a checker tells what numbers of things without a kind may be held against each other."""

from __future__ import annotations

import re

from msgspec import Struct


class Things(Struct, frozen=True, kw_only=True):
    """All lower case.

    `tallied`: nouns for what players and teams are credited with, game by game; `parts`: nouns for what a whole is
    told in parts of, place by place; `placing`: prepositions that say where or since when, so that the number behind
    them is of the place. `made_for`: what stands before the number that something was made or allowed to hold.
    `over_time`: phrases of a count by the day, or over a longer time. `away`: what follows a distance that tells a
    position. `either`: two ways of being counted in one ("damaged or destroyed").
    `one_of_calling`: one person by a noun, with what was suffered behind.
    """

    tallied: frozenset[str]
    parts: frozenset[str]
    placing: frozenset[str]
    made_for: re.Pattern[str]
    over_time: re.Pattern[str]
    away: re.Pattern[str]
    either: re.Pattern[str]
    one_of_calling: re.Pattern[str]
