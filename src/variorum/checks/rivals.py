"""Whether two counts are of the same thing: neither is a part of the other, and no third explains the difference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.firm import CUT, aged, behind, classes, doubtful, number, opening, persons, phrases, table
from variorum.checks.forms import forms
from variorum.checks.ground import around
from variorum.checks.line import Line
from variorum.checks.reach import at_large, narrower
from variorum.checks.sides import of_another_side
from variorum.checks.whole import is_rest, others_than
from variorum.model import Claim
from variorum.text.words import Word, stem, words


def sure(desk: Desk, claims: tuple[Claim, ...], standing: Claim) -> Iterator[Claim]:
    """Those of the claims, of one article, that surely contradict the standing one; what is less than a part of the
    whole is a part too (eight in a church, where sixteen died in the province)."""
    later = [c for c in claims if _own_update(desk, c, standing)]
    if later or not doubtful(desk, standing):
        told = (c for c in claims if c in later or not (doubtful(desk, c) or doubtful(desk, standing)))
        firm = (c for c in told if principal(desk, c))
        near = (c for c in firm if commensurate(desk, c, standing) or opposed(desk, c, standing))
        found = [c for c in near if rivals(desk, c, standing)]
        parts = [figures.number(c) or 0.0 for c in claims if found and (local(desk, c) or _within(desk, c))]
        yield from (c for c in found if not parts or (figures.number(c) or 0.0) > max(parts))


def _own_update(desk: Desk, claim: Claim, standing: Claim) -> bool:
    """Whether an agency's later text has another number than its first for what both tell of people in words of the
    kind: what surrounds the two need not be as sure as between strangers."""
    kind = desk.kinds.get(claim.kind)
    if (standing.span.article, claim.span.article) not in desk.updates or kind is None or not kind.people:
        return False
    told = all(figures.evident(desk, c) and c.section != "note" and not c.partial for c in (claim, standing))
    return told and not aged(desk, claim) and any(claim.id in f.superseded for f in desk.records.figures)


def principal(desk: Desk, claim: Claim) -> bool:
    """Whether the number is what the article says of the whole: its first count of the thing, its largest, or one that
    it sets against these. What else it counts on the way is of a part, of another event or of an earlier hour."""
    same = [c for c in desk.claims(claim.span.article) if figures.same_thing(claim, c) and not c.increment]
    told = [c for c in same if (figures.number(c) or 0.0) > 1.0 and _one_place(desk, c, claim)]
    if claim not in told:
        return True
    chief = {figures.number(told[0]), max(figures.number(c) or 0.0 for c in told)}
    if figures.number(claim) in chief:
        return True
    return bool(claim.attribution) and any(opposed(desk, claim, c) for c in told if figures.number(c) in chief)


def _one_place(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether both are of one place, or of the event's as a whole."""
    if one.place and other.place and one.place != other.place:
        return {c.place.lower() for c in (one, other) if c.place} <= desk.once(around)
    return one.place == other.place or all(at_large(desk, c) for c in (one, other))


def commensurate(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether the numbers may be counts of one whole: within a factor, or told at the top of both articles."""
    small, large = sorted((one, other), key=lambda c: figures.number(c) or 0.0)
    low, high = (figures.number(c) or 0.0 for c in (small, large))
    reach = APART if opening(desk, small) or not _elliptic(desk, small) else DOUBLE
    if all(opening(desk, c) for c in (one, other)):
        reach = TOP
    return not low or high <= reach * low


def _elliptic(desk: Desk, claim: Claim) -> bool:
    """Whether no noun follows the number ("Fourteen were hurt"): those of whom the sentence before speaks."""
    line = desk.line_at(claim.span)
    if line is None or claim.kind not in desk.kinds or not desk.kinds[claim.kind].people:
        return False
    first, last = number(line, claim)
    return line.span.text[:first].strip() in ("", "A") and not behind(line, last)


APART = 5.0
"""How many times the smaller of two counts of one whole the larger may be: a toll seldom grows by more from one
report to the next, and a part is often smaller by more."""

TOP = 10.0
"""The same for two counts told at the top of both articles."""

DOUBLE = 2.0
"""The same for a number without a noun that opens a sentence further down."""


def rivals(desk: Desk, one: Claim, other: Claim, *, apart: bool = True, house: bool = False) -> bool:
    """Whether neither is a part of the other by its words, and no count of the dead explains the difference.

    `apart`: two numbers of one article are no rivals unless it sets them against each other. `house`: both are of one
    agency, which counts the same thing each time, whatever nouns it uses and what it names beside.
    """
    if not house and _listed(desk, one) != _listed(desk, other):
        return False
    if apart and one.span.article == other.span.article and not opposed(desk, one, other):
        return False
    small, large = sorted((one, other), key=lambda c: figures.number(c) or 0.0)
    if figures.number(small) and is_rest(small) and not is_rest(large) and not others_than(desk, small):
        return False
    if _known_ones(desk, small) or (not house and _group(desk, small, large)) or _summed(desk, small, large):
        return False
    if _still(desk, small, large) or _manner(desk, small) != _manner(desk, large):
        return False
    if apart and (local(desk, one) != local(desk, other) or (_within(desk, small) and not _within(desk, large))):
        return False
    if of_another_side(desk, one, other) or (apart and narrower(desk, small, large)):
        return False
    if (
        _beyond(desk, small, large)
        or (not house and _unlike(desk, one, other))
        or any(_added(desk, c) for c in (one, other))
    ):
        return False
    gap = (figures.number(large) or 0.0) - (figures.number(small) or 0.0)
    if gap == 1 and any(_harmed_too(desk, c) for c in (one, other)) and not _told(desk, large, table().grown):
        return False
    if one.kind == "killed":
        return True
    both = is_rest(one) and is_rest(other)
    return both or one.kind not in ("injured", "shot") or bool(one.subset) or gap not in _dead(desk, one, other)


def _listed(desk: Desk, claim: Claim) -> bool:
    """Whether others of a list stand beside those counted ("two men and one woman", "two children and a man")."""
    line, kind = desk.line_at(claim.span), desk.kinds.get(claim.kind)
    if line is None or kind is None or not kind.people or claim.negated:
        return False
    first, last = number(line, claim)
    found = (forms().list_behind.match(line.span.text, last), forms().list_before.search(line.span.text[:first]))
    if any(m is not None and _of_another_kind(desk, line, claim, m) for m in found):
        return False
    nouns = (n for m in found if m is not None for n in m.groups() if n and n.lower() not in table().ends)
    return any(w.key in persons() for n in nouns for w in words(n))


def _of_another_kind(desk: Desk, line: Line, claim: Claim, beside: re.Match[str]) -> bool:
    """Whether what stands beside in the list was counted as something else ("60 bodies and 106 survivors")."""
    start, end = (line.span.start + at for at in beside.span())
    other = [c for c in desk.claims(line.span.article) if start <= c.span.start < end and c.span != claim.span]
    return bool(other) and all(c.kind != claim.kind for c in other)


def opposed(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether one article sets the two against each other: within a few sentences, in two voices."""
    small, large = sorted((one, other), key=lambda c: figures.number(c) or 0.0)
    if one.span.article != other.span.article or narrower(desk, small, large):
        return False
    line = desk.line_at(one.span)
    near = line is not None and other.span.start in _around(desk, line)
    return (near and bool(one.attribution or other.attribution)) or _measured_twice(desk, one, other)


def _measured_twice(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether two voices measured one thing: no further count comes between, as there is nothing to add."""
    kind = desk.kinds.get(one.kind)
    voices = [{s.name for s in c.attribution[:1]} for c in (one, other)]
    return kind is not None and kind.measure is not None and all(voices) and voices[0].isdisjoint(voices[1])


def _around(desk: Desk, line: Line) -> range:
    """The offsets of the sentences near this one."""
    lines = desk.neighbours(line, NEARBY, NEARBY)
    return range(lines[0].span.start, lines[-1].span.end)


NEARBY = 3
"""Sentences between two numbers that belong together."""


def _known_ones(desk: Desk, claim: Claim) -> bool:
    """Whether those counted are known ("the two men", "both"): a part as well as all."""
    line = desk.line_at(claim.span)
    if line is None or not figures.number(claim):
        return False
    if claim.value.stated.casefold() == "both":
        return True
    return forms().definite.search(line.span.text[: number(line, claim)[0]]) is not None


def _group(desk: Desk, small: Claim, large: Claim) -> bool:
    """Whether the smaller counts a group by its noun ("two officers"), and the larger others too ("six people")."""
    mine = _class(desk, small)
    if mine in SEXES and _lone(desk, small):
        return False  # "two men were killed", and nobody else: all the dead that the report knows
    return mine is not None and mine != _class(desk, large) and figures.number(small) != 0.0


SEXES = frozenset({"men", "women"})
"""Classes of `lang/subsets` that may be all there are: reports count the dead as "two men"."""


def _lone(desk: Desk, claim: Claim) -> bool:
    """Whether its article counts nobody else of the kind, and tells it at its top."""
    told = (c for c in desk.claims(claim.span.article) if c.kind == claim.kind and c.scope == claim.scope)
    return opening(desk, claim) and all(figures.number(c) == figures.number(claim) for c in told)


def _class(desk: Desk, claim: Claim) -> str | None:
    """The class of `lang/subsets` that the noun behind the number names."""
    line = desk.line_at(claim.span)
    run = behind(line, number(line, claim)[1]) if line is not None else ()
    people = claim.kind in desk.kinds and desk.kinds[claim.kind].people
    if people and run and run[-1].name and not figures.heading(desk, claim):
        return run[-1].key  # "ten Norwegians"
    named = next((c for w in reversed(run) if (c := classes().get(w.plain))), None)
    if people and not run and line is not None:
        first = number(line, claim)[0] + line.span.start  # "the number of injured officers at 34"
        before = [w for w in line.words if claim.span.start <= w.start < first]
        named = next((c for w in reversed(before) if (c := classes().get(w.plain))), None)
    return named if named or not people or line is None else _foes(desk, line, claim, run)


def _foes(desk: Desk, line: Line, claim: Claim, run: tuple[Word, ...]) -> str | None:
    """The class of a camp's enemies that the sentence counts last before a number without a noun of its own
    ("30 rebels were killed, 12 wounded")."""
    if run and run[0].key not in figures.triggers(desk, claim.kind):
        return None
    before = [c for c in desk.claims(claim.span.article) if line.span.contains(c.span) and c.span < claim.span]
    named = [w.plain for c in before[-1:] for w in words(c.span.text)]
    return next((w for w in named if classes().get(w) in FOES or w in table().foes), None)


FOES = frozenset({"fighters"})
"""Classes of `lang/subsets` that one camp counts and others do not."""


def local(desk: Desk, claim: Claim) -> bool:
    """Whether only the people of one small place are counted ("19 villagers", "13 people in his province")."""
    line = desk.line_at(claim.span)
    run = behind(line, number(line, claim)[1]) if line is not None else ()
    if line is not None and not run and phrases(table().institution).search(line.span.text[: number(line, claim)[0]]):
        return True  # "61 workers of the estate have been found, and 40 are missing"
    if line is not None and _elliptic(desk, claim):
        before = desk.neighbours(line, 1, 0)[:-1]  # "Seven of our town died. Sixty were hurt"
        if any(phrases(table().confined).search(w.span.text) or _more_treated(w, claim) for w in before):
            return True
    return any(w.plain in table().narrow for w in run) or _told(desk, claim, table().confined)


def _more_treated(line: Line, claim: Claim) -> bool:
    """Whether the sentence tells of more who were treated, of whom the next one speaks ("treated 47. A dozen …")."""
    larger = any(w.number and float(w.key[1:]) > (claim.value.number or 0) for w in line.words)
    return claim.kind == "injured" and larger and phrases(table().treating).search(line.span.text) is not None


def _within(desk: Desk, claim: Claim) -> bool:
    """Whether its clause names the province or town by that word alone ("16 people had died in the province")."""
    return _told(desk, claim, table().within)


def _still(desk: Desk, small: Claim, large: Claim) -> bool:
    """Whether the smaller counts those still there ("23 remained in hospital"), the larger all who ever were."""
    kind = desk.kinds.get(small.kind)
    if kind is None or kind.name not in table().leaving:
        return False
    return _told(desk, small, table().still) and not _told(desk, large, table().still)


def _manner(desk: Desk, claim: Claim) -> bool:
    """Whether only those are counted that it befell in one manner ("airlifted 126 people", "gusts of 138 mph")."""
    return claim.kind in table().manners and _told(desk, claim, table().manners[claim.kind])


def _told(desk: Desk, claim: Claim, expressions: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in the claim's words or in its clause."""
    line = desk.line_at(claim.span)
    if line is None:
        return False
    start, last = claim.span.start - line.span.start, number(line, claim)[1]
    behind_ = CUT.split(line.span.text[last:], maxsplit=1)[0][:AFTER]
    return phrases(expressions).search(line.span.text[max(0, start) : last] + behind_) is not None


AFTER = 40
"""Characters behind a number in which its clause tells how or whether still."""


def _summed(desk: Desk, small: Claim, large: Claim) -> bool:
    """Whether the article of the smaller counts as many more beside it ("two were hurt … and two others")."""
    line, kind, gap = desk.line_at(small.span), desk.kinds.get(small.kind), figures.number(large) or 0.0
    gap -= figures.number(small) or 0.0
    if line is None or kind is None or not figures.number(small) or gap <= 0:
        return False
    if not kind.people and _more(line, gap):
        return True
    if kind.people and any(_another(w, gap) for w in desk.neighbours(line, 0, NEARBY)):
        return True  # "22 are hurt. Another three were flown out"
    near_by = desk.neighbours(line, NEARBY, NEARBY)
    if gap >= LARGE and gap != figures.number(small) and any(_counts(w, gap) for w in near_by):
        return True  # "138,000 are in shelters here; there 30,000 fled"
    if gap == 1 and any(forms().nth.search(w.span.text) for w in desk.lines(small.span.article)):
        return True
    near = _around(desk, line)
    beside = (c for c in desk.claims(small.span.article) if c.span.start in near and c.kind == small.kind)
    settled = (c for c in beside if c.scope == "event" and not (c.voided or c.earlier or c.negated))
    more = [c for c in settled if figures.number(c) == gap and not c.span.overlaps(small.span)]
    again = gap == figures.number(small) and not figures.heading(desk, small)  # a headline tells the same once more
    return any(
        is_rest(c) or (kind.people and (_on_top(line, c) or (again and not figures.heading(desk, c)))) for c in more
    )


def _more(line: Line, gap: float) -> bool:
    """Whether the sentence counts the difference as others ("seven rifles, two other rifles")."""
    ends = (w.end - line.span.start for w in line.words if w.number and w.key == f"#{gap:g}")
    return any(forms().more_behind.match(line.span.text, end) for end in ends)


def _counts(line: Line, gap: float) -> bool:
    """Whether the sentence has the number, and not as minutes ("at 11:36")."""
    found = (w for w in line.words if w.number and w.key == f"#{gap:.0f}")
    return any(line.article.text[w.start - 1 : w.start] not in (":", ".") for w in found)


LARGE = 20.0
"""A difference from which on its number stands beside by no chance."""


def _another(line: Line, gap: float) -> bool:
    """Whether the sentence counts the difference on top ("another three")."""
    starts = (w.start - line.span.start for w in line.words if w.number and w.key == f"#{gap:g}")
    return any(forms().another.search(line.span.text[:start]) for start in starts)


def _on_top(line: Line, claim: Claim) -> bool:
    """Whether a count comes on top of the one in the line: not where the line says why that one rose ("rose to nine
    after two bodies were found")."""
    return claim.increment and not line.span.contains(claim.span)


def _dead(desk: Desk, one: Claim, other: Claim) -> frozenset[float]:
    """How many the two articles have as killed where they tell of these: a count of those shot has them in, one of
    those hurt does not. Of several counts, as of a page's older posts, those beside it are meant."""
    return frozenset(n for c in (one, other) for n in _dead_beside(desk, c))


def _dead_beside(desk: Desk, claim: Claim) -> frozenset[float]:
    line = desk.line_at(claim.span)
    told = [c for c in desk.claims(claim.span.article) if c.kind == "killed" and c.scope == "event"]
    told = [c for c in told if not (c.subset or c.person or (c.partial and c.value.number == 1))]
    near = _around(desk, line) if line is not None else range(0)
    beside = [c for c in told if c.span.start in near]
    return frozenset(n for c in (beside or told) if (n := figures.number(c)))


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


def _beyond(desk: Desk, small: Claim, large: Claim) -> bool:
    """Whether the smaller is told of so many that the larger is none of them ("31 of 44 drones" against 52)."""
    line, kind = desk.line_at(small.span), desk.kinds.get(small.kind)
    if line is None or kind is None or kind.people:
        return False
    last = number(line, small)[1]
    whole = next((w for w in line.words if w.number and w.start - line.span.start >= last), None)
    if whole is None or forms().share_of.fullmatch(line.span.text, last, whole.start - line.span.start) is None:
        return False
    return whole.key[1:].isdigit() and int(whole.key[1:]) < (figures.number(large) or 0.0)


def _head(desk: Desk, claim: Claim) -> tuple[Word, ...]:
    """The noun that the number counts, if one follows it."""
    line = desk.line_at(claim.span)
    run = behind(line, number(line, claim)[1]) if line is not None else ()
    return tuple(w for w in run if not w.plain.endswith((*table().verbal, "ly")))[-1:]


def _harmed_too(desk: Desk, claim: Claim) -> bool:
    """Whether the article tells that the one who did it died too: some count that one in."""
    told = phrases(table().died_too)
    return claim.kind == "killed" and any(told.search(w.span.text) for w in desk.lines(claim.span.article))
