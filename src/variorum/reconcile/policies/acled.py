"""The policy `acled`: the most conservative count until a second origin bears out a higher one.

Rule text (ACLED, "How does ACLED code fatalities?", FAQ on fatalities of 2024): where reports differ or are vague, the
most conservative estimate is coded, and revised when better information comes; "tens" are 10, "dozens" 12, "hundreds"
100. An unknown number ("several", "many", "a few") is 10, or 3 where the event is a small one. Here it is applied to
every kind of count, over readings collapsed to one per origin; what counts as small is this policy's own (`LARGE`).
"""

from __future__ import annotations

from msgspec.structs import replace

from variorum.lang.base import read
from variorum.lang.numbers import Numbers, NumberWord
from variorum.model import Number, Step, Value
from variorum.reconcile import ranking, rules
from variorum.reconcile.case import Case, people
from variorum.reconcile.policies.base import Policy
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import best_of, size

SOME, MANY = 3, 10
"""What "several" stands for in a small event and in a large one."""
LARGE = 10
"""Persons harmed in an event, by any one count of it, from which it is no small one."""
HARMED = frozenset(("killed", "injured", "hospitalised", "missing", "trapped"))


def words(case: Case) -> Case:
    """A word for a number stands for the least that it names: "dozens" for twelve."""
    open_, steps = list(case.open), list(case.steps)
    for i, r in enumerate(open_):
        if r.claim.value.number is not None or r.claim.value.modifier != "vague":
            continue
        number, why = _named(r, case)
        value = Value(r.claim.value.stated, number, number, number, "exactly")
        steps.append(Step("word", (r.id,), (), why, value))
        open_[i] = replace(r, claim=replace(r.claim, value=value))
    return replace(case, open=tuple(open_), steps=tuple(steps))


def _named(reading: Reading, case: Case) -> tuple[Number, str]:
    """What the word of a reading stands for, and why."""
    stated = reading.claim.value.stated
    named = _scale(stated.casefold())
    if named is not None:
        return named, f"“{stated}” is coded as {named}"
    harmed = max(_harmed(case), default=0.0) if people(case.kind) else 0.0
    if harmed >= LARGE:
        return MANY, f"“{stated}” is coded as {MANY}, as another count of the event is {harmed:g}"
    return SOME, f"“{stated}” is coded as {SOME}, as no count of the event reaches {LARGE}"


def _harmed(case: Case) -> list[float]:
    """The counts of persons harmed in the event."""
    told = (c for a in sorted(case.lines.claims) for c in case.lines.claims[a])
    return [size(c) for c in told if c.kind in HARMED and c.scope == "event" and c.value.number is not None]


def _scale(stated: str) -> Number | None:
    """The scale that a plural names ("dozens of" 12); of several forms in it the longest speaks."""
    known: tuple[NumberWord, ...] = read("en", "numbers", Numbers).words
    forms = [w for w in known if w.form in stated]
    return max(forms, key=lambda w: (len(w.form), w.form)).names if forms else None


def choose(case: Case) -> tuple[Reading, ...]:
    """The readings of the number that most origins bear out, of equals the lowest; a lone one is borne out by none."""
    if not case.open:
        return ()
    first = min(case.open, key=lambda r: (-len(ranking.supporters(case, r)), size(r.claim), r.id))
    return ranking.with_number(case, best_of(first.claim.value))


POLICY = Policy(
    name="acled",
    rules=(
        *rules.CREDIBLE,
        rules.within_article,
        rules.overtaken,
        rules.coarse,
        words,
        rules.without_rests,
    ),
    best=choose,
    chosen_because="the count that most origins bear out; among equals the lowest",
)
