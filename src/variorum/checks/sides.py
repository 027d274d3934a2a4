"""Counts of one camp or of many places: one side's of two, those of several states, one nation's drones."""

from __future__ import annotations

from itertools import pairwise

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.firm import CUT, behind, number, phrases, table
from variorum.checks.line import Line
from variorum.lang import subsets
from variorum.model import Claim
from variorum.text.words import Word


def of_another_side(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether one counts what befell one camp, or both, and the other does not."""
    if spread(desk, one) != spread(desk, other) or _flags(desk, one, other):
        return True
    return _camp(one) is not None and _camp(other) is not None and _made_up(desk, one, other)


def spread(desk: Desk, claim: Claim) -> bool:
    """Whether its sentence speaks of more than the event's ground ("on both sides", "in four states"), and not of
    others behind an "and" or a mark ("86 were held, and dozens were hurt on both sides")."""
    line = desk.line_at(claim.span)
    if line is None:
        return False
    told = phrases(table().spread).search(line.span.text)
    return told is not None and not _others(desk, line, claim, told.start() + line.span.start)


def _others(desk: Desk, line: Line, claim: Claim, place: int) -> bool:
    """Whether another count of persons, behind this one and set apart from it, stands nearer to the place."""
    between = (c for c in desk.claims(claim.span.article) if claim.span.end <= c.span.start < place)
    return claim.span.end < place and any(
        CUT.search(line.span.text[claim.span.end - line.span.start : c.span.start - line.span.start]) for c in between
    )


def _camp(claim: Claim) -> str | None:
    return claim.attribution[0].name if claim.attribution else None


def _made_up(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether two voices' numbers in one article make the total that it gives too."""
    if one.span.article != other.span.article or _camp(one) == _camp(other):
        return False
    total = (figures.number(one) or 0.0) + (figures.number(other) or 0.0)
    return any(c.kind == one.kind and figures.number(c) == total for c in desk.claims(one.span.article))


def _flags(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether things of two nations are counted ("37 Utrian drones", where the other report has "Norlish drones")."""
    kind = desk.kinds.get(one.kind)
    if kind is None or kind.people or kind.measure is not None:
        return False
    return any(_foreign(desk, a, b) for a, b in ((one, other), (other, one)))


def _foreign(desk: Desk, claim: Claim, other: Claim) -> bool:
    """Whether the claim's things bear a nation's name, and the other's article names another's and not that one's."""
    named = _flagged(desk, claim)
    if not named:
        return False
    nation, head = (w.plain for w in named)
    beside = {
        a.plain
        for line in desk.lines(other.span.article)
        for a, b in pairwise(line.words)
        if b.plain == head and (a.name or _nation(a))
    }
    mine = {w.plain for w in _flagged(desk, other)[:1]}
    return bool(mine or beside) and nation not in (mine or beside)


def _flagged(desk: Desk, claim: Claim) -> tuple[Word, ...]:
    """The name and the noun behind the number, if they stand so."""
    line = desk.line_at(claim.span)
    run = behind(line, number(line, claim)[1]) if line is not None else ()
    pairs = (p for p in pairwise(run) if (p[0].name or _nation(p[0])) and not (p[1].name or p[1].number))
    return next(pairs, ())


def _nation(word: Word) -> bool:
    """Whether it is a nation's adjective, which at a sentence's start no capital tells."""
    return (subsets.key(word.plain) or "").isupper()
