"""Whether two articles share text, or only an event.

Independent reports of one event share its names, its numbers and an official's words; of a small event they also share
much wording, for there are few ways to say it. So the more two articles are known to stand on their own, and the more
of what they share is fact, the more shared wording is asked for; where one credits the other's agency, little is.

Measured on reports of one event by different publishers (development data: gva, giveme5w1h): the median pair
shares .05 to .11 of its wording, a quarter more than .24. Derived articles of the gold stories share .19 or more.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.lineage.direction import Standing, credits_of
from variorum.lineage.evidence import STRONG, Evidence

FACTUAL = 0.28
"""Share of names and numbers in what two texts share, from which the rest may follow from the event alone: pairs of
news reports have .31 to .6, rewritten encyclopedia passages (Clough and Stevenson 2009) .02 to .39, median .14."""

STEADY = 6
"""Clearly matching passages without which two articles that stand on their own are never linked by wording alone."""

SURE = 4
"""The same for two that credit the same house: they may quote it, each in its own words."""

REUSED = 0.2
"""Words in copied runs (outside quotes) from which text was reused, whoever published it."""


SOME = 0.09
"""The same, for articles of which nothing says that they stand on their own."""


class Bar(Struct, frozen=True):
    """What is asked of a pair: `total` of explained and clearly matching weight, and `wording` shared."""

    total: float
    wording: float


CREDITED, ALIKE, PLAIN, SPARSE, APART = (
    Bar(0.30, 0.14),
    Bar(0.40, 0.16),
    Bar(0.45, 0.26),
    Bar(0.28, 0.12),
    Bar(0.90, 0.34),
)
"""One credits the other's agency or house; both credit the same; neither stands on its own; hardly any facts are shared
(not reports at all); both have another house or byline."""


def linked(a: Standing, b: Standing, forward: Evidence, backward: Evidence) -> bool:
    """Whether one of the two was made from the other, or both from one text."""
    bar = _bar(a, b, forward, backward)
    reused = max(forward.reused, backward.reused)
    if bar is APART and reused < REUSED and min(_steady(forward), _steady(backward)) < STEADY:
        return False
    if bar is ALIKE and reused < REUSED and min(_steady(forward), _steady(backward)) < SURE:
        return False
    if bar is PLAIN and reused >= SOME:
        bar = ALIKE
    return total(forward, backward) >= bar.total and max(forward.wording, backward.wording) >= bar.wording


def total(forward: Evidence, backward: Evidence) -> float:
    """Explained plus clearly matching weight, in the direction in which it is more."""
    return max(forward.explained + forward.strong, backward.explained + backward.strong)


def _bar(a: Standing, b: Standing, forward: Evidence, backward: Evidence) -> Bar:
    if credits_of(a, b) or credits_of(b, a):
        return CREDITED
    if a.cited & b.cited:
        return ALIKE
    if _stands(a) and _stands(b):
        return APART
    return SPARSE if max(forward.facts, backward.facts) < FACTUAL else PLAIN


def _stands(standing: Standing) -> bool:
    """Whether the article says whose it is."""
    return bool(standing.own or standing.publisher or standing.article.byline)


def _steady(evidence: Evidence) -> int:
    return sum(p.similarity >= STRONG for p in evidence.pairs)
