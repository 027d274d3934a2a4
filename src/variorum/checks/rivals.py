"""Whether two counts are of the same thing: neither is a part of the other, and no third explains the difference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.firm import CUT, behind, classes, doubtful, number, opening, persons, phrases, table
from variorum.checks.line import Line
from variorum.checks.whole import is_rest
from variorum.model import Claim
from variorum.text.words import Word, stem, words


def sure(desk: Desk, claims: tuple[Claim, ...], standing: Claim) -> Iterator[Claim]:
    """Those of the claims that surely contradict the standing one."""
    if not doubtful(desk, standing):
        firm = (c for c in claims if not doubtful(desk, c) and principal(desk, c))
        near = (c for c in firm if commensurate(desk, c, standing) or opposed(desk, c, standing))
        yield from (c for c in near if rivals(desk, c, standing))


def principal(desk: Desk, claim: Claim) -> bool:
    """Whether the number is what the article says of the whole: its first count of the thing, its largest, or one that
    it sets against these. What else it counts on the way is of a part, of another event or of an earlier hour."""
    same = [c for c in desk.claims(claim.span.article) if figures.same_thing(claim, c) and not c.increment]
    told = [c for c in same if (figures.number(c) or 0.0) > 1.0 and c.place == claim.place]
    if claim not in told:
        return True
    chief = (told[0], max(told, key=lambda c: figures.number(c) or 0.0))
    return any(figures.number(c) == figures.number(claim) or opposed(desk, claim, c) for c in chief)


def commensurate(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether the numbers may be counts of one whole: within a factor, or told at the top of both articles."""
    low, high = sorted(figures.number(c) or 0.0 for c in (one, other))
    return not low or high <= APART * low or all(opening(desk, c) for c in (one, other))


APART = 5.0
"""How many times the smaller of two counts of one whole the larger may be: a toll seldom grows by more from one
report to the next, and a part is often smaller by more."""


def rivals(desk: Desk, one: Claim, other: Claim, *, apart: bool = True) -> bool:
    """Whether neither is a part of the other by its words, and no count of the dead explains the difference.

    `apart`: two numbers of one article are no rivals unless it sets them against each other.
    """
    if _listed(desk, one) != _listed(desk, other):
        return False
    if apart and one.span.article == other.span.article and not opposed(desk, one, other):
        return False
    small, large = sorted((one, other), key=lambda c: figures.number(c) or 0.0)
    if figures.number(small) and is_rest(small) and not is_rest(large):
        return False
    if _known_ones(desk, small) or _group(desk, small, large) or _summed(desk, small, large):
        return False
    if _unlike(desk, one, other) or any(_added(desk, c) for c in (one, other)):
        return False
    gap = (figures.number(large) or 0.0) - (figures.number(small) or 0.0)
    if gap == 1 and any(_harmed_too(desk, c) for c in (one, other)):
        return False
    if one.kind == "killed":
        return True
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


def opposed(desk: Desk, one: Claim, other: Claim) -> bool:
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
    if claim.value.stated.casefold() == "both":
        return True
    first, last = number(line, claim)
    clause = CUT.split(line.span.text[last:], maxsplit=1)[0]
    if not opening(desk, claim) and NAMED.match(line.span.text, last):
        return True
    return DEFINITE.search(line.span.text[:first]) is not None or ALSO.search(clause) is not None


DEFINITE = re.compile(r"\b(?:the|his|her|their|its|these|those|both)\s+(?:other\s+)?$", re.IGNORECASE)
NAMED = re.compile(r"(?:\s+[\w-]+){1,4},\s+[A-Z][\w'’-]+\s+[A-Z][\w'’-]+,?\s")
ALSO = re.compile(r"\balso\b", re.IGNORECASE)


def _group(desk: Desk, small: Claim, large: Claim) -> bool:
    """Whether the smaller counts a group by its noun ("two officers"), and the larger others too ("six people")."""
    mine = _class(desk, small)
    return mine is not None and mine != _class(desk, large) and figures.number(small) != 0.0


def _class(desk: Desk, claim: Claim) -> str | None:
    """The class of `lang/subsets` that the noun behind the number names."""
    line = desk.line_at(claim.span)
    run = behind(line, number(line, claim)[1]) if line is not None else ()
    people = claim.kind in desk.kinds and desk.kinds[claim.kind].people
    if people and run and run[-1].name and not figures.heading(desk, claim):
        return run[-1].key  # "ten Norwegians"
    return next((c for w in reversed(run) if (c := classes(desk).get(w.plain))), None)


def _summed(desk: Desk, small: Claim, large: Claim) -> bool:
    """Whether the article of the smaller counts as many more beside it ("two were hurt … and two others")."""
    line, kind, gap = desk.line_at(small.span), desk.kinds.get(small.kind), figures.number(large) or 0.0
    gap -= figures.number(small) or 0.0
    if line is None or kind is None or not figures.number(small) or gap <= 0:
        return False
    if not kind.people and _more(line, gap):
        return True
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


def _more(line: Line, gap: float) -> bool:
    """Whether the sentence counts the difference as others ("seven rifles, two other rifles")."""
    ends = (w.end - line.span.start for w in line.words if w.number and w.key == f"#{gap:g}")
    return any(REST.match(line.span.text, end) for end in ends)


REST = re.compile(r"\s+(?:others?|more)\b(?!\s+than)", re.IGNORECASE)


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


def _added(desk: Desk, claim: Claim) -> bool:
    """Whether its words add to a count of the kind made before ("three more suspects"), not to one of another kind
    ("11 dead … five more people are missing")."""
    line, kind = desk.line_at(claim.span), desk.kinds.get(claim.kind)
    if line is None or kind is None or not kind.people or not phrases(table().added).search(claim.span.text):
        return False
    near = _around(desk, line)
    before = (c for c in desk.claims(claim.span.article) if c.span.start in near and c.span < claim.span)
    return all(c.kind == claim.kind for c in before)


def _unlike(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether they count two sorts of the kind's things ("seven rifles", "three machine guns")."""
    kind = desk.kinds.get(one.kind)
    if kind is None or kind.people or kind.measure is not None:
        return False
    heads = [w for c in (one, other) for w in _head(desk, c)]
    if len(heads) < 2 or any(w.plain in (kind.unit, kind.unit.removesuffix("s")) for w in heads):
        return False
    sorts = kind.triggers["en"].classes if "en" in kind.triggers else ()
    named = {stem(w.plain) for w in heads}
    return len({w.key for w in heads}) == 2 or (len(named) == 2 and not named.isdisjoint(map(stem, sorts)))


def _head(desk: Desk, claim: Claim) -> tuple[Word, ...]:
    """The noun that the number counts, if one follows it."""
    line = desk.line_at(claim.span)
    run = behind(line, number(line, claim)[1]) if line is not None else ()
    return tuple(w for w in run if not w.plain.endswith(table().verbal))[-1:]


def _harmed_too(desk: Desk, claim: Claim) -> bool:
    """Whether the article tells that the one who did it was harmed in the same way: some count that one in."""
    told = phrases(table().died_too if claim.kind == "killed" else table().hurt_too)
    return any(told.search(w.span.text) for w in desk.lines(claim.span.article))
