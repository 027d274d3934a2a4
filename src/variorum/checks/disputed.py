"""What two voices of one article count differently ("the police put the crowd at 14,000, the union at 60,000")."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from variorum.checks import figures
from variorum.checks.counterparts import settled
from variorum.checks.desk import Desk
from variorum.checks.firm import broken, number, one_house, phrases, table
from variorum.checks.forms import forms
from variorum.checks.line import Line
from variorum.checks.rivals import commensurate, local
from variorum.checks.whole import is_rest
from variorum.lang import subsets
from variorum.model import Claim


def disputed(desk: Desk) -> Iterator[tuple[Claim, Claim]]:
    """(one, other) of every article that reports by itself; each number of an article once."""
    for article in desk.roots:
        seen: set[tuple[str, float | None]] = set()
        told = [c for c in desk.claims(article) if _counted(desk, c)]
        for one, other in combinations(told, 2):
            marks = {(c.kind, figures.number(c)) for c in (one, other)}
            if not marks <= seen and _against(desk, one, other):
                seen |= marks
                yield one, other


def denied(desk: Desk) -> Iterator[tuple[Claim, Claim]]:
    """(count, denial) of one report: somebody's number, and right behind it another voice that calls it untrue and says
    that there was none ("the guild called that a fable, saying nobody had drowned")."""
    for article in desk.roots:
        told = desk.claims(article)
        for count in (c for c in told if c.value.number and not (c.negated or c.person or figures.heading(desk, c))):
            line = desk.line_at(count.span)
            none = next((c for c in told if line is not None and _denies(desk, line, count, c)), None)
            if none is not None:
                yield count, none


def _denies(desk: Desk, line: Line, count: Claim, none: Claim) -> bool:
    """Whether the claim is a denial of the count: in the same sentence or the next, which doubts what was said."""
    if none.kind != count.kind or not none.negated or figures.number(none) or none.span.start < count.span.end:
        return False
    after = desk.neighbours(line, 0, 1)
    near = next((w for w in after if w.span.contains(none.span)), None)
    return near is not None and forms().doubting.search(near.span.text) is not None


def _counted(desk: Desk, claim: Claim) -> bool:
    kind = desk.kinds.get(claim.kind)
    if kind is None or not kind.people or claim.scope != "event" or claim.increment or claim.negated or claim.rate:
        return False
    if claim.earlier or claim.voided or claim.person or figures.heading(desk, claim) or is_rest(claim):
        return False
    return (figures.number(claim) or 0.0) > 1 and not (
        broken(desk, claim) or local(desk, claim) or one_house(desk, claim)
    )


def _against(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether both are of one kind, part and place, of two voices, near each other, and set off by a word or nature."""
    if one.kind != other.kind or subsets.key(one.subset) != subsets.key(other.subset) or settled(one, other):
        return False
    if one.place and other.place and one.place != other.place:
        return False
    lines = [desk.line_at(c.span) for c in (one, other)]
    if lines[0] is None or lines[1] is None or not commensurate(desk, one, other) or not _voices(one, other):
        return False
    if one.kind not in table().estimated and not _opposed(desk, lines[1], other):
        return False
    return not _makes_up(desk, one, other) and (_near(desk, lines[0], lines[1]) or _total(lines[1], other))


def _opposed(desk: Desk, line: Line, claim: Claim) -> bool:
    """Whether the later number is said to be another than the first."""
    return phrases(table().opposing).search(line.span.text) is not None or _total(line, claim)


def _total(line: Line, claim: Claim) -> bool:
    """Whether the number is given as the whole ("put the toll at ten", "said it was six")."""
    found = forms().giving.search(line.span.text[: number(line, claim)[0]])
    return found is not None and not line.span.text[: found.start()].endswith("had ")


def _near(desk: Desk, one: Line, other: Line) -> bool:
    return other.span in {w.span for w in desk.neighbours(one, NEAR, NEAR)}


NEAR = 3
"""Sentences between two numbers that are set against each other."""


def _voices(one: Claim, other: Claim) -> bool:
    """Whether each has a source of its own."""
    names = [{w for s in c.attribution for w in s.name.lower().split()} for c in (one, other)]
    return all(names) and names[0].isdisjoint(names[1])


def _makes_up(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether the article has the sum or the difference of the two: then they are parts."""
    a, b = figures.number(one) or 0.0, figures.number(other) or 0.0
    same = {figures.number(c) for c in desk.claims(one.span.article) if c.kind == one.kind and c not in (one, other)}
    return bool({a + b, abs(a - b)} & same)
