"""Whether an amount is a change up or down: "rose by 5%", "a 5% cut", "5% lower" (not "rose to 5%")."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from variorum.lang.base import any_of, read
from variorum.lang.units import Trend, Units

Direction = Literal["up", "down"]

WORD = re.compile(r"\w+")
REACH = 60
"""Characters looked at on either side of the amount."""


class _Side(Struct, frozen=True):
    way: Direction
    heads: frozenset[str]
    """First words of what stands before an amount: without any, nothing before it fits."""
    before: re.Pattern[str]
    price: re.Pattern[str]
    by: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _sides(language: str) -> tuple[_Side, ...]:
    data = read(language, "units", Units)
    return _side("up", data.increase, data), _side("down", data.decrease, data)


def _side(way: Direction, trend: Trend, data: Units) -> _Side:
    filler = rf"(?:\s(?:{any_of(data.filler)})){{0,3}}"
    adverb = r"(?:\s[a-z]{2,14}ly)?"
    start = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in trend.not_after) + r"(?<![\w-])"
    article = r"(?:\san?(?:\s[a-z]{2,14}){1,2})?"
    object_ = r"(?:\s[\w'’%-]{1,20}){0,6}"
    forms = (*trend.before, *trend.nouns, *trend.price, *trend.by)
    return _Side(
        way,
        frozenset(head[0].lower() for form in forms if (head := WORD.search(form))),
        re.compile(rf"{start}(?:{any_of((*trend.before, *trend.nouns))}){adverb}{filler}\s$", re.I),
        re.compile(rf"{start}(?:{any_of((*trend.before, *trend.price))}){adverb}(?:{filler}|{article})\s$", re.I),
        re.compile(rf"{start}(?:{any_of((*trend.before, *trend.by))}){object_}\sby{adverb}{filler}\s$", re.I),
        re.compile(
            rf"[\s-]?\s?(?:(?:[a-z-]+\s){{0,2}}(?:{any_of(trend.nouns)})|(?:{any_of(trend.after)}))(?![\w-])", re.I
        ),
    )


def moves(lead: str, language: str) -> Direction | None:
    """The direction of a verb right before an amount; `lead` is the text up to it."""
    return next((side.way for side in _sides(language) if side.before.search(lead)), None)


def trend_of(lead: str, tail: str, unit: str | None, language: str, *, money: bool) -> Direction | None:
    """The direction of the words around an amount; `lead` and `tail` are the text of its sentence on both sides.

    Counts of things move only by the verb before them; prices, shares and points also by what follows.
    """
    priced = money or (unit or "").partition(" per ")[0] in {
        "percentage",
        "percentage point",
        "basis point",
        "point",
        "cent",
    }
    near = lead[-REACH:]
    words = frozenset(WORD.findall(near.lower())) if near[-1:].isspace() else frozenset()  # all three end in a space
    by = "by" in near.lower()
    for side in _sides(language):
        if side.heads.isdisjoint(words):
            continue
        if side.before.search(near) or (by and side.by.search(near)) or (priced and side.price.search(near)):
            return side.way
    for side in _sides(language):
        if priced and side.after.match(tail[:REACH]):
            return side.way
    return None
