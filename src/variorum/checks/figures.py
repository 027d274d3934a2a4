"""Which claims speak of the same thing, and when their numbers agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from variorum.checks.desk import Desk, Pair
from variorum.model import Claim, Modifier
from variorum.text.words import words

Bound = Literal["exact", "floor", "ceiling", "about", "open"]

BOUNDS: dict[Modifier, Bound] = {
    "exactly": "exact",
    "at least": "floor",
    "more than": "floor",
    "up to": "ceiling",
    "less than": "ceiling",
    "about": "about",
    "range": "open",
    "vague": "open",
}
"""What a modifier leaves open: "more than 70" and "at least 70" are one to an editor."""


def bound(claim: Claim) -> Bound:
    """What the claim's words leave open."""
    return BOUNDS[claim.value.modifier]


def number(claim: Claim) -> float | None:
    """The claim's number, zero for a denied count; None for words like "dozens"."""
    if claim.negated and claim.value.number is None:
        return 0.0
    return None if claim.value.number is None else float(claim.value.number)


def key(claim: Claim) -> str:
    """The key that the number's word has in a sentence (`Word.key`)."""
    value = number(claim)
    return "" if value is None else f"#{value:g}" if value != int(value) else f"#{int(value)}"


def subset(desk: Desk, claim: Claim) -> frozenset[str]:
    """What part is counted, as word keys; near-synonyms of the language data share one."""
    found = frozenset(w.key or w.plain for w in words(claim.subset or ""))
    plain = {w.plain for w in words(claim.subset or "")}
    groups = (f"*{g[0]}" for g in desk.contrast.subsets if plain & set(g))
    return frozenset(groups) or found


def same_subset(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether both count all, or the same part."""
    a, b = subset(desk, one), subset(desk, other)
    return a == b or bool(a & b)


def same_thing(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether both count the same thing as far as kind, part, scope and manner of counting say."""
    return (
        one.kind == other.kind
        and one.scope == other.scope
        and one.increment == other.increment
        and bool(one.rate) == bool(other.rate)
        and same_subset(desk, one, other)
    )


def stated(desk: Desk, claim: Claim, *, outside: str) -> bool:
    """Whether an article that was not made from `outside` gives this number for this kind."""
    made = desk.descendants(outside)
    others = (c for a in desk.order if a not in made for c in desk.claims(a))
    return any(c.kind == claim.kind and number(c) == number(claim) for c in others)


def in_pair(desk: Desk, pair: Pair) -> Iterator[Claim]:
    """The claims in the source sentences of a pair, nearest sentence first."""
    for source in pair.sources:
        yield from (c for c in desk.claims(source.span.article) if source.span.overlaps(c.span))


def comparable(desk: Desk, one: str, other: str) -> bool:
    """Whether a distorted text may swap the two kinds (`Kind.comparable_with`), and neither is a part of the other."""
    a, b = desk.kinds.get(one), desk.kinds.get(other)
    if a is None or b is None or one == other or a.parent == other or b.parent == one:
        return False
    return other in a.comparable_with or one in b.comparable_with


def agree(one: Claim, other: Claim) -> bool:
    """Whether two readings can both be right as reported: equal, in the range, or as near as "about" allows."""
    a, b = number(one), number(other)
    if a is None or b is None:
        return _open(one, other)
    if a == b:
        return True
    near = "about" in (bound(one), bound(other))
    return near and abs(a - b) <= NEAR * max(a, b)


NEAR = 0.1
"""How far "about" reaches: a tenth (annotation practice for approximations: numbers rounded to one significant digit)."""


def _open(one: Claim, other: Claim) -> bool:
    """Ranges and vague words: do the bounds meet?"""
    return _bounds(one)[0] <= _bounds(other)[1] and _bounds(other)[0] <= _bounds(one)[1]


def _bounds(claim: Claim) -> tuple[float, float]:
    exact = number(claim)
    low = exact if exact is not None else float(claim.value.low or 0)
    high = exact if exact is not None else float("inf") if claim.value.high is None else float(claim.value.high)
    return low, high


def heading(desk: Desk, claim: Claim) -> bool:
    """Whether the claim stands in a headline."""
    at = desk.line_at(claim.span)
    return claim.section == "headline" or (at is not None and at.kind == "headline")
