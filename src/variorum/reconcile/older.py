"""Counts that are older by the reports' own words, whatever their dates: "rose from three to seven" speaks of every
report's three."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.lang import subsets
from variorum.model import Claim
from variorum.reconcile.case import Case, people
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import same_number, size


def named_older(s: Reading, r: Reading, case: Case) -> bool:
    """Whether the article of `s` gives the number of `r` as the one that the number of `s` replaces: called older
    ("up from nine", "rose to 14"), taken back by a voice ("not 15 as reported, the surgeon said"), or what it adds to
    ("two more, bringing the toll to 16").

    A report dated later than that article may know better; and a paper that corrects itself speaks for no other.
    """
    if s.article == r.article or s.derived or s.claim.earlier or (s.as_of and r.as_of and r.as_of > s.as_of):
        return False
    if case.lines.precedes(s.article, r.article):
        return False
    if _moved_past(s, r, case):
        return True
    told = _others(s, case)
    replaced = any(_replaced(c) and same_number(c.value, r.claim.value) for c in told)
    return replaced or any(_adds_up(c, s, r, case) for c in told)


def _moved_past(s: Reading, r: Reading, case: Case) -> bool:
    """Whether `s` is the new value of a count that moved, and `r` a value it moved from: lower than what it rose to,
    higher than what it was lowered to, and no other body's. Of two that rose the higher is the newer."""
    if not people(case.kind) or not case.total or s.origin == r.origin:
        return False
    if s.as_of and r.as_of and r.as_of < s.as_of and case.lines.emptied(s.claim):
        return True
    if two_voices(s, r) or disputed(s, r, case):
        return False
    way, other = case.lines.moved(s.claim), case.lines.moved(r.claim)
    if way == "up":
        return case.kind.course == "rises" and other != "down" and size(r.claim) < size(s.claim)
    return way == "down" and other is None and size(r.claim) > size(s.claim)


def _replaced(claim: Claim) -> bool:
    return claim.earlier or (claim.voided and bool(claim.attribution))


def _others(s: Reading, case: Case) -> Iterable[Claim]:
    """What else the article of `s` says of the kind and part it counts, wherever it says it."""
    claims = case.lines.claims.get(s.article, [])
    return [
        c
        for c in claims
        if c.id != s.id
        and c.kind == s.claim.kind
        and c.scope == "event"
        and c.person is None
        and subsets.key(c.subset) in (None, s.subset)
    ]


def _adds_up(added: Claim, s: Reading, r: Reading, case: Case) -> bool:
    if not added.increment or case.kind.course != "rises" or not people(case.kind) or not case.total:
        return False
    exact = all(c.value.number is not None for c in (added, s.claim, r.claim))
    return exact and size(added) > 0 and size(r.claim) + size(added) == size(s.claim)


def disputed(s: Reading, r: Reading, case: Case) -> bool:
    """Whether the article of `r` gives the number of `s` too, by another voice: then the two disagree, and a later
    report that takes one side has not overtaken the other."""
    if 2 * size(r.claim) < size(s.claim):  # a glimpse, not another count of the whole
        return False
    mates = (o for o in (*case.open, *case.overtaken) if o.article == r.article and o.id != r.id)
    return any(same_number(o.claim.value, s.claim.value) and two_voices(o, r) for o in mates)


def told_beside(s: Reading, r: Reading, case: Case) -> bool:
    """Whether the newer article has the older number too, as another voice's count of now: it sets two counts against
    each other ("13, says the fire service; a broadcaster has 15")."""
    mates = (o for o in case.lines.claims.get(s.article, []) if o.id != s.id and o.kind == s.claim.kind)
    now = (o for o in mates if not (o.earlier or o.voided or o.negated or o.increment or o.scope != "event"))
    same = (o for o in now if same_number(o.value, r.claim.value) and subsets.key(o.subset) == s.subset)
    return s.article != r.article and any(_voices_differ(o, s.claim) for o in same)


def _voices_differ(a: Claim, b: Claim) -> bool:
    names = [set(c.attribution[0].name.casefold().split()) if c.attribution else set() for c in (a, b)]
    return bool(names[0] and names[1]) and not names[0] <= names[1] and not names[1] <= names[0]


def two_voices(a: Reading, b: Reading) -> bool:
    """Whether each count has a source of its own ("the ministry" is no other source than "the interior ministry")."""
    return _voices_differ(a.claim, b.claim)


def same_voice(s: Reading, r: Reading, case: Case) -> bool:
    """Whether the person or body of the story that gives `r` gives the number of `s` in its article too."""
    voice = r.claim.attribution[0].entity if r.claim.attribution else None
    if voice is None:
        return False
    told = (s.claim, *(c for c in _others(s, case) if same_number(c.value, s.claim.value)))
    return any(c.attribution and c.attribution[0].entity == voice for c in told)


def stale(r: Reading, dropped: Iterable[Reading], case: Case) -> bool:
    """Whether an undated report still has a number that is overtaken where a dated report gives it."""
    if r.as_of or r.claim.earlier or not people(case.kind) or case.kind.course not in ("rises", "changes"):
        return False
    dated = (o for o in dropped if o.as_of and o.article != r.article)
    return any(same_number(o.claim.value, r.claim.value) for o in dated)
