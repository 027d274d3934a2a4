"""Which claims speak of the same thing, and when their numbers agree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from variorum.checks.desk import Desk
from variorum.checks.finder import Pair
from variorum.checks.forms import forms
from variorum.kinds.base import Triggers
from variorum.lang import subsets
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
"""What a modifier leaves open: "more than 80" and "at least 80" are one to an editor."""


def bound(claim: Claim) -> Bound:
    """What the claim's words leave open; in "climbs up to 30" nothing."""
    if claim.value.modifier == "up to" and forms().risen.search(claim.span.text):
        return "exact"
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


def same_subset(one: Claim, other: Claim) -> bool:
    """Whether both count all, or the same part."""
    a, b = subsets.key(one.subset), subsets.key(other.subset)
    return a == b or bool(a and b and set(a.split()) & set(b.split()))


def same_thing(one: Claim, other: Claim) -> bool:
    """Whether both count the same thing as far as kind, part, scope and manner of counting say."""
    alike = one.kind == other.kind and one.scope == other.scope and bool(one.rate) == bool(other.rate)
    return alike and one.unit == other.unit and same_subset(one, other)


def evident(desk: Desk, claim: Claim) -> bool:
    """Whether the number's clause has a word that makes it a count of this kind: across clauses much is misread."""
    return bool(clause(desk, claim) & triggers(desk, claim.kind))


def clause(desk: Desk, claim: Claim) -> frozenset[str]:
    """The content words of the clause that holds the claim's number."""
    line = desk.line_at(claim.span)
    if line is None:
        return frozenset()
    inside = [w for w in line.words if claim.span.start <= w.start < claim.span.end]
    place = next((w.start for w in inside if w.number and w.key == key(claim)), claim.span.start) - line.span.start
    asides = [m.span() for m in forms().aside.finditer(line.span.text)]
    cuts = [
        m.end() for m in forms().clause_end.finditer(line.span.text) if not any(a <= m.start() < b for a, b in asides)
    ]
    start = max((c for c in cuts if c <= place), default=0) + line.span.start
    end = min((c for c in cuts if c > place), default=len(line.span.text)) + line.span.start
    return frozenset(w.key for w in line.words if start <= w.start < end and w.key)


def triggers(desk: Desk, kind: str) -> frozenset[str]:
    """Keys of the words that make a number a count of the kind: nouns, and what a verb must come with."""
    return desk.once(_telling).get(kind, frozenset())


def _telling(desk: Desk) -> dict[str, frozenset[str]]:
    tables = ((name, kind.triggers.get("en")) for name, kind in desk.kinds.items())
    return {name: _signs(table) for name, table in tables if table is not None}


@cache
def _signs(table: Triggers) -> frozenset[str]:
    verbs = (*table.object_of, *table.subject_of, *table.counters)
    signs = (p.split()[:1] for p in (*table.nouns, *table.adjectives))
    telling = [*(_sign(p) for p in verbs), *signs, list(table.things)]
    return frozenset(w.key for parts in telling for w in words(" ; ".join(parts).replace("|", " ; ")) if w.key)


def _sign(pattern: str) -> list[str]:
    """What of a verb's pattern tells the kind: its complement, or the verb; a long list of complements names places."""
    verb, _, complement = pattern.partition(" ")
    if not complement:
        return [verb]
    return complement.split() if complement.count("|") < PLACES else []


PLACES = 4


def stated(desk: Desk, claim: Claim, *, outside: str) -> bool:
    """Whether an article that was not made from `outside` gives this number for this kind."""
    tellers = desk.once(_tellers).get((claim.kind, number(claim)))
    return tellers is not None and not tellers <= desk.descendants(outside)


def _tellers(desk: Desk) -> dict[tuple[str, float | None], set[str]]:
    """The story's articles by kind and number that they give."""
    found: dict[tuple[str, float | None], set[str]] = {}
    for article in desk.order:
        for claim in desk.claims(article):
            found.setdefault((claim.kind, number(claim)), set()).add(article)
    return found


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
"""How far "about" reaches: a tenth, the most that rounding to two digits moves a number."""


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
    if claim.section == "headline":
        return True
    at = desk.line_at(claim.span)
    return at is not None and at.kind == "headline"
