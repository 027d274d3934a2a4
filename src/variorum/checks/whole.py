"""Whether a claim counts all there are of its kind, so that another count of all can contradict it.

Reports tell of persons one by one, of those hurt badly, of "one of them" and of "two others": parts of any total.
"""

from __future__ import annotations

import re

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.forms import forms
from variorum.lang import subsets
from variorum.lang.base import read
from variorum.lang.victims import Victims
from variorum.model import Claim
from variorum.text.words import words


def counts(desk: Desk, claim: Claim) -> bool:
    """Whether the claim is a reading at all: of the event, a number, whole, and not one that its article takes back."""
    if claim.scope != "event" or claim.increment or claim.rate or claim.value.modifier == "vague":
        return False
    if claim.partial and not (claim.subset or claim.place):
        return False
    if claim.negated and (claim.subset or claim.place or figures.number(claim) or not _sweeping(desk, claim)):
        return False
    if LINKED.search(claim.span.text) or (not claim.negated and claim.value.number == 1 and not _only(desk, claim)):
        return False
    if _graded(desk, claim) or _joined(desk, claim) or _base(desk, claim):
        return False
    return not ((claim.voided or claim.earlier) and _replaced(desk, claim))


LINKED = re.compile(r"\b\w+\.\w{2,}/|https?:|www\.")
"""An address on the net: its digits count nothing."""


def _base(desk: Desk, claim: Claim) -> bool:
    """Whether the number only tells of how many a share is ("of the town's 1,400 houses, 240 were destroyed")."""
    line = desk.line_at(claim.span)
    if line is None or sum(w.number for w in line.words if claim.span.start <= w.start < claim.span.end) < 2:
        return False
    return forms().base.search(line.span.text[: max(0, claim.span.start - line.span.start)]) is not None


def _sweeping(desk: Desk, claim: Claim) -> bool:
    """Whether a denial speaks of everybody ("no deaths", "nobody"), not of a group ("none of them", "no one else").

    "No one else is missing" does: those missing before were found.
    """
    text, kind = claim.span.text.lower(), desk.kinds.get(claim.kind)
    if not text.startswith(("no ", "nobody", "not a ", "not one ")) or forms().nobody_there.match(text):
        return False
    return (kind is not None and kind.course == "changes") or not forms().rest.search(text)


def _replaced(desk: Desk, claim: Claim) -> bool:
    """Whether the same article gives the newer number beside it."""
    others = (c for c in desk.claims(claim.span.article) if c is not claim and not c.voided and not c.earlier)
    return any(
        c.kind == claim.kind and c.scope == claim.scope and figures.number(c) != figures.number(claim) for c in others
    )


def _only(desk: Desk, claim: Claim) -> bool:
    """Whether the one counted may be all: "one person", neither by name nor "one of them" nor "one …, another …"."""
    line = desk.line_at(claim.span)
    if claim.person or not any(w.number or w.plain == "one" for w in words(claim.span.text)):
        return False
    told = (c for c in desk.claims(claim.span.article) if figures.same_thing(claim, c) and not c.earlier)
    if line is None or any((c.value.number or 0) > 1 for c in told):
        return line is None
    start, end = claim.span.start - line.span.start, claim.span.end - line.span.start
    return not forms().one_of.match(line.span.text, max(0, start)) and not forms().listed.search(line.span.text, end)


def _graded(desk: Desk, claim: Claim) -> bool:
    """Whether only those hurt to some degree are counted ("eight had life-threatening injuries")."""
    kind, line = desk.kinds.get(claim.kind), desk.line_at(claim.span)
    if line is None or claim.subset or kind is None or not kind.people:
        return False
    near = forms().degree_end.split(line.span.text[claim.span.start - line.span.start :][:DEGREE])[0]
    return any(subsets.key(w) in DEGREES for w in WORD.findall(f"{claim.span.text} {near}"))


DEGREES = frozenset({"critical", "serious"})
"""Classes of `lang/subsets` that tell how badly, not who."""

DEGREE = 60
"""Characters behind a number in which its degree stands."""

WORD = re.compile(r"[\w-]+")


def _joined(desk: Desk, claim: Claim) -> bool:
    """Whether one more person is named before those counted ("a woman and two men were taken to hospital")."""
    line = desk.line_at(claim.span)
    before = forms().one_and.search(line.span.text[: claim.span.start - line.span.start]) if line is not None else None
    return before is not None and not desk.once(_persons).isdisjoint(w.lower() for w in before.groups() if w)


def _persons(desk: Desk) -> frozenset[str]:
    victims: Victims = read("en", "victims", Victims)
    return frozenset((*victims.persons, *victims.kin))


def rest(desk: Desk, claim: Claim, standing: Claim) -> bool:
    """Whether the claim is a part of the standing one by its words: "five of the victims", "two others" after one."""
    shown, true = figures.number(claim), figures.number(standing)
    kind, line = desk.kinds.get(claim.kind), desk.line_at(claim.span)
    if shown is None or true is None or shown >= true or kind is None or line is None:
        return False
    if kind.parent is None and not claim.place and of_them(desk, claim):
        return True
    if not is_rest(claim):
        return False
    beside = {w.span for w in desk.neighbours(line, 1, 0)}
    told = (c for c in desk.claims(claim.span.article) if c.kind == claim.kind and c.span.start < claim.span.start)
    before = [c for c in desk.claims(claim.span.article) if line.span.contains(c.span) and c.span < claim.span]
    if others_than(desk, claim):
        return False
    if all(c.kind == claim.kind for c in before):
        return True  # others than whom? "three are dead, 20 others hurt" tells, "and four others were hurt" does not
    return any(b.overlaps(c.span) for c in told for b in beside)


def others_than(desk: Desk, claim: Claim) -> bool:
    """Whether "others" are set off from those of another kind, whom the sentence before counts last ("11 died. Sixty
    others were hurt"): then they are all of theirs."""
    line = desk.line_at(claim.span)
    if line is None:
        return False
    near = {w.span for w in desk.neighbours(line, 1, 0)}
    before = (c for c in desk.claims(claim.span.article) if c.span != claim.span and c.span.start <= claim.span.start)
    told = [c for c in before if c.scope == claim.scope and any(w.overlaps(c.span) for w in near)]
    return bool(told) and not any(_kin(desk, c, claim) for c in told)


def _kin(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether the kinds may count the same persons: one kind, or one in the other (those in hospital are hurt)."""
    a, b = desk.kinds.get(one.kind), desk.kinds.get(other.kind)
    return one.kind == other.kind or a is None or b is None or a.parent == other.kind or b.parent == one.kind


def of_them(desk: Desk, claim: Claim) -> bool:
    """Whether its words make it a part of what was named before ("five of the victims", "two of them")."""
    line = desk.line_at(claim.span)
    return (
        line is not None
        and forms().of_them.match(line.span.text, max(0, claim.span.start - line.span.start)) is not None
    )


def is_rest(claim: Claim) -> bool:
    """Whether its words say that others were counted before ("two other people")."""
    return forms().rest.search(claim.span.text) is not None
