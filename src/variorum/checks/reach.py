"""Over how wide a ground a count holds by the nouns of its sentence, so that a county's is no rival of the state's.

The town of a single blow says nothing: only what another count goes beyond is a part ("68 of them in Arl County").
"""

from __future__ import annotations

import re
from functools import cache

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.firm import CUT, number, table
from variorum.checks.ground import around
from variorum.model import Claim


def narrower(desk: Desk, small: Claim, large: Claim) -> bool:
    """Whether the smaller count is of one town or county, and the larger, or a count beside either, of more."""
    mine = rung(desk, small)
    if mine is None:
        return False
    theirs = rung(desk, large)
    if theirs is not None:
        return theirs > mine
    return beside_wider(desk, small)


def beside_wider(desk: Desk, claim: Claim) -> bool:
    """Whether its clause names a ground, and some count of the event a wider one."""
    mine = rung(desk, claim)
    return mine is not None and desk.once(_widest) > mine


def at_large(desk: Desk, claim: Claim) -> bool:
    """Whether the count is of the whole whatever place it names: the event's, the widest ground that any count has
    ("in Arl and Bor counties"), or its own article tells the same number of no place."""
    wide = desk.once(around)
    if (claim.place or "").lower() in wide:
        return True
    step = rung(desk, claim)
    if step is not None and step >= SEVERAL and step == desk.once(_widest):
        return True
    alike = (c for c in desk.claims(claim.span.article) if figures.same_thing(claim, c) and figures.agree(claim, c))
    return any((c.place or "").lower() in wide for c in alike)


SEVERAL = 3
"""The first step that is wider than one county or town."""


def rung(desk: Desk, claim: Claim) -> int | None:
    """The step of `lang/counted` that the count's clause names, nearest behind the number, else before it."""
    line = desk.line_at(claim.span)
    if line is None:
        return None
    first, last = number(line, claim)
    behind = CUT.split(line.span.text[last:], maxsplit=1)[0]
    named = next(_steps().finditer(behind), None)
    for found in (named, *reversed([*_steps().finditer(line.span.text[:first])])):
        if found is not None:
            return _step(found)
    return None


def _widest(desk: Desk) -> int:
    """The highest step that any count of the event names."""
    told = (c for a in desk.order for c in desk.claims(a) if c.scope == "event" and figures.number(c))
    return max((rung(desk, c) or 0 for c in told), default=0)


@cache
def _steps() -> re.Pattern[str]:
    """One group per step: "in the county", "from Arl County", "in Arl and Bor counties", "nationwide"."""
    groups = (f"(?P<r{i}>{'|'.join(step)})" for i, step in enumerate(table().reach, start=1))
    return re.compile(rf"\b(?:{'|'.join(groups)})\b")


def _step(found: re.Match[str]) -> int:
    return int((found.lastgroup or "r0")[1:])
