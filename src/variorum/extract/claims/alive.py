"""Those hit of whom the report says at once that they all live: "two were hit. *Both are expected to recover*", "*all
seven of the victims will recover*"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from variorum.lang.base import read
from variorum.lang.numbers import Numbers
from variorum.model import Claim, content_id

REACH = 250
"""Characters behind a count within which all of them are told to live."""
MOST = 10
"""So many at most: of more no report says at once that they all live."""
LIVE = re.compile(
    r"\b(?:both|all)\b(?:\s+(?P<number>[a-z]+|\d+)\b)?[^.;]{0,80}?\b(?:(?:expected|going|likely)\s+to\s+"
    r"(?:survive|live|recover|make|be\s+(?:ok(?:ay)?|fine|all\s*right))|survived|will\s+(?:survive|live|recover))\b",
    re.I,
)


def with_alive(text: str, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims; those hit of whom all live are hurt, and none of them is one of the dead. `text`: of the article."""
    return tuple(_hurt(c) if _all_live(text, c) else c for c in claims)


def _all_live(text: str, claim: Claim) -> bool:
    number = claim.value.number
    if claim.kind == "shot":
        match = LIVE.search(text, claim.span.end, claim.span.end + REACH)
    elif claim.kind == "killed" and "victim" in claim.span.text:  # they themselves are said to live
        start = claim.span.start
        match = LIVE.search(text, max(0, start - len("all ")), start + REACH)
        match = match if match is not None and match.start() <= start else None
    else:
        return False
    if match is None or number is None or claim.negated or not 1 < number <= MOST:
        return False
    if match.group().lower().startswith("both"):
        return number == 2
    stated = (match.group("number") or "").lower()
    words = read("en", "numbers", Numbers).units
    told = int(stated) if stated.isdigit() else words.get(stated)
    return told is None or told == number


def _hurt(claim: Claim) -> Claim:
    span = claim.span
    id_ = content_id("c", span.article, "injured", span.start, span.end)
    return replace(claim, id=id_, kind="injured", why=(*claim.why, "kind injured: all of them live"))
