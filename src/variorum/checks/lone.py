""" "A guard was killed" against another report's "two guards": one person of a calling, and several."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.firm import doubtful, phrases, table
from variorum.checks.things import listed
from variorum.checks.whole import counts
from variorum.lang import subsets
from variorum.model import Claim


def lone(desk: Desk) -> Iterator[tuple[Claim, Claim]]:
    """(one, several) of one kind and calling in two independent reports, each the only one its report has."""
    told = [c for a in desk.roots for c in desk.claims(a) if c.scope == "event" and not c.increment and not c.hedged]
    for one in told:
        calling = _calling(desk, one)
        if calling is None or any(_same(c, one, calling) and (c.value.number or 0) > 1 for c in _own(desk, one)):
            continue
        several = (c for c in told if c.span.article != one.span.article and _same(c, one, calling))
        other = next((c for c in several if (figures.number(c) or 0) > 1 and counts(desk, c)), None)
        if other is not None and not doubtful(desk, other) and not _passing(desk, one, other):
            yield one, other


def _own(desk: Desk, claim: Claim) -> tuple[Claim, ...]:
    return desk.claims(claim.span.article)


def _same(claim: Claim, one: Claim, calling: str) -> bool:
    return claim.kind == one.kind and subsets.key(claim.subset) == calling


def _calling(desk: Desk, claim: Claim) -> str | None:
    """The class of the one person counted, where an article or "one" stands before the noun and the verb behind it;
    men and women are told of one by one, so that one is no count."""
    if claim.value.number != 1 or claim.negated or claim.earlier or claim.voided or claim.place:
        return None
    line = desk.line_at(claim.span)
    if line is None or figures.heading(desk, claim):
        return None
    found = (m for m in listed().one_of_calling.finditer(line.span.text) if _at(m.start(1), claim, line.span.start))
    noun = next((m[1].lower() for m in found), None)
    anybody = noun is None or noun in desk.contrast.neuter or any(noun in sex for sex in desk.contrast.sexes)
    return None if anybody else subsets.key(noun)


def _at(noun: int, claim: Claim, start: int) -> bool:
    return claim.span.start - LEAD <= start + noun < claim.span.end


LEAD = 4
"""Characters of an article that a claim's words may leave out."""


def _passing(desk: Desk, one: Claim, other: Claim) -> bool:
    lines = [desk.line_at(c.span) for c in (one, other)]
    return any(w is None or phrases(table().elsewhen).search(w.span.text) for w in lines)
