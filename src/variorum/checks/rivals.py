"""Whether two counts are of the same thing: neither is a part of the other, and no third explains the difference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.firm import CUT, behind, classes, doubtful, number, persons, table
from variorum.checks.line import Line
from variorum.checks.whole import is_rest
from variorum.model import Claim
from variorum.text.words import words


def sure(desk: Desk, claims: tuple[Claim, ...], standing: Claim) -> Iterator[Claim]:
    """Those of the claims that surely contradict the standing one."""
    if not doubtful(desk, standing):
        yield from (c for c in claims if not doubtful(desk, c) and rivals(desk, c, standing))


def rivals(desk: Desk, one: Claim, other: Claim, *, apart: bool = True) -> bool:
    """Whether neither is a part of the other by its words, and no count of the dead explains the difference.

    `apart`: two numbers of one article are no rivals unless it sets them against each other.
    """
    if _listed(desk, one) != _listed(desk, other):
        return False
    if apart and one.span.article == other.span.article and not _opposed(desk, one, other):
        return False
    small, large = sorted((one, other), key=lambda c: figures.number(c) or 0.0)
    if figures.number(small) and is_rest(small) and not is_rest(large):
        return False
    if _known_ones(desk, small) or _group(desk, small, large) or _summed(desk, small, large):
        return False
    gap = (figures.number(large) or 0.0) - (figures.number(small) or 0.0)
    if one.kind == "killed":
        return not (gap == 1 and any(_died_too(desk, c) for c in (one, other)))
    both = is_rest(one) and is_rest(other)
    return both or one.kind not in ("injured", "shot") or gap not in _dead(desk, one, other)


def _listed(desk: Desk, claim: Claim) -> bool:
    """Whether others of a list stand beside those counted ("two men and one woman", "two children and a man")."""
    line, kind = desk.line_at(claim.span), desk.kinds.get(claim.kind)
    if line is None or kind is None or not kind.people or claim.negated:
        return False
    first, last = number(line, claim)
    if NAMES_BEHIND.match(line.span.text, last):
        return True
    found = (LIST_BEHIND.match(line.span.text, last), LIST_BEFORE.search(line.span.text[:first]))
    nouns = (n for m in found if m is not None for n in m.groups() if n and n.lower() not in table().ends)
    return any(w.key in persons(desk) for n in nouns for w in words(n))


COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
VERBS = r"(?:were|was|are|is|had|have|has|remain\w*|died)"
ASIDE = r"(?:,?\s+(?:ages?|aged)\s[\d, and]+)?"
LIST_BEHIND = re.compile(
    rf"(?:\s+(?!{VERBS}\b)[\w-]+){{1,4}}{ASIDE},?\s+and\s+(?:{COUNT}|his|her|their)\s+([\w-]+)(?:\s+(\w+))?",
    re.IGNORECASE,
)
LIST_BEFORE = re.compile(rf"\b{COUNT}\s+(?:[\w-]+\s+)?([\w-]+){ASIDE},?\s+and\s+$", re.IGNORECASE)
NAMES_BEHIND = re.compile(r"[^.;:,]{0,60}\s(?:--|–|—)\s[^.;]{3,80}\s(?:--|–|—)\s+and\s+[A-Z]")


def _opposed(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether one article sets the two against each other: within a few sentences, in two voices."""
    line = desk.line_at(one.span)
    near = line is not None and other.span.start in _around(desk, line)
    return near and bool(one.attribution or other.attribution)


def _around(desk: Desk, line: Line) -> range:
    """The offsets of the sentences near this one."""
    lines = desk.neighbours(line, NEARBY, NEARBY)
    return range(lines[0].span.start, lines[-1].span.end)


NEARBY = 3
"""Sentences between two numbers that belong together."""


def _known_ones(desk: Desk, claim: Claim) -> bool:
    """Whether those counted are known ("the two men"), or come on top ("two were also hurt"): a part as well as all."""
    line = desk.line_at(claim.span)
    if line is None or not figures.number(claim):
        return False
    first, last = number(line, claim)
    clause = CUT.split(line.span.text[last:], maxsplit=1)[0]
    return DEFINITE.search(line.span.text[:first]) is not None or ALSO.search(clause) is not None


DEFINITE = re.compile(r"\b(?:the|his|her|their|its|these|those|both)\s+(?:other\s+)?$", re.IGNORECASE)
ALSO = re.compile(r"\balso\b", re.IGNORECASE)


def _group(desk: Desk, small: Claim, large: Claim) -> bool:
    """Whether the smaller counts a group by its noun ("two officers"), and the larger others too ("six people")."""
    mine = _class(desk, small)
    return mine is not None and mine != _class(desk, large) and figures.number(small) != 0.0


def _class(desk: Desk, claim: Claim) -> str | None:
    """The class of `lang/subsets` that the noun behind the number names."""
    line = desk.line_at(claim.span)
    run = behind(line, number(line, claim)[1]) if line is not None else ()
    return next((c for w in reversed(run) if (c := classes(desk).get(w.plain))), None)


def _summed(desk: Desk, small: Claim, large: Claim) -> bool:
    """Whether the article of the smaller counts as many more beside it ("two were hurt … and two others")."""
    line, kind, gap = desk.line_at(small.span), desk.kinds.get(small.kind), figures.number(large) or 0.0
    gap -= figures.number(small) or 0.0
    if line is None or kind is None or not figures.number(small) or gap <= 0:
        return False
    if gap == 1 and any(NTH.search(w.span.text) for w in desk.lines(small.span.article)):
        return True
    near = _around(desk, line)
    beside = (c for c in desk.claims(small.span.article) if c.span.start in near and c.kind == small.kind)
    settled = (c for c in beside if c.scope == "event" and not (c.voided or c.earlier or c.negated))
    more = (c for c in settled if figures.number(c) == gap and not c.span.overlaps(small.span))
    return any(
        is_rest(c) or (kind.people and (_on_top(line, c) or gap == figures.number(small) or ONE_OF.match(c.span.text)))
        for c in more
    )


def _on_top(line: Line, claim: Claim) -> bool:
    """Whether a count comes on top of the one in the line: not where the line says why that one rose ("rose to nine
    after two bodies were found")."""
    return claim.increment and not line.span.contains(claim.span)


ONE_OF = re.compile(r"one\s+of\b", re.IGNORECASE)
NTH = re.compile(
    r"\b(?:an?|the)\s+(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}th)"
    r"\s+(?:\w+\s+)?(?:victim|person|man|woman)\b"
)


def _dead(desk: Desk, one: Claim, other: Claim) -> frozenset[float]:
    """How many the two articles have as killed: a count of those shot has them in, one of those hurt does not."""
    told = (c for a in (one.span.article, other.span.article) for c in desk.claims(a) if c.kind == "killed")
    return frozenset(n for c in told if (n := figures.number(c)) and not c.subset and c.scope == "event")


def _died_too(desk: Desk, claim: Claim) -> bool:
    """Whether the article tells that the one who did it died too: some count that one in."""
    return any(DIED_TOO.search(w.span.text) for w in desk.lines(claim.span.article))


DIED_TOO = re.compile(
    r"\b(?:kill\w*|shot|shoot\w*|gun|dead) [^.]{0,40}\b(?:himself|herself)\b|\bsuicide\b"
    r"(?! (?:attack|bomb|blast|car|truck|squad|mission|vest|raid))"
    r"|\btook (?:his|her) own life\b"
    r"|\bkilled by (?:police|officers|deputies|troops|soldiers)\b"
    r"|\b(?:gunman|shooter|suspect|attacker|bomber|killer|assailant)\b[^.,]{0,30}"
    r"\b(?:was (?:\w+ and )?killed|(?:is|was|found|shot) dead|died|body)\b",
    re.IGNORECASE,
)
