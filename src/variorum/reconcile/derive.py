"""Totals that no report states: the sum of the parts or persons it tells of, and the wounded among those shot.

A derived total takes the place of its first part, as a reading of that claim with the derived value; the step says so
and carries the value, so that a figure replays.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from variorum.model import Step
from variorum.reconcile.attackers import find_attackers, find_killers, with_attackers
from variorum.reconcile.doubtful import dead_of, surely_hurt
from variorum.reconcile.nth import with_nth
from variorum.reconcile.parts import added_counts, distinct_parts, held, lead_of
from variorum.reconcile.readings import Reading
from variorum.reconcile.since import with_died_since
from variorum.reconcile.sums import (
    INJURED,
    SHOT,
    SUMMED,
    by_article,
    live,
    of_a_side,
    plural,
    renewed,
    restated,
    sided,
    stated,
)
from variorum.reconcile.survivors import carried, died_since, survivors
from variorum.reconcile.values import best_of, size

DETAINED = "detained"


class Derived(Struct, frozen=True):
    """The readings to go on with, and for each lead (kind, claim id) the step that made it."""

    readings: tuple[Reading, ...]
    steps: dict[tuple[str, str], Step]


def derive(readings: Iterable[Reading]) -> Derived:
    """Readings in which each article's parts of a kind without a stated total stand as one total."""
    steps: dict[tuple[str, str], Step] = {}
    readings = tuple(readings)
    found = _outnumbered(died_since(_without_plurals(readings)), steps)
    attackers = find_attackers(found)
    found = with_died_since(found, steps)
    killers = find_killers(found)
    found = with_nth(with_attackers(found, attackers, steps), steps)
    told = found
    for kind in SUMMED:
        found = _summed(found, kind, steps, attackers, killers)
    slain = frozenset(r.article for r in readings if r.id in attackers and r.claim.kind == "killed")
    left_out = [r for r in readings if r.claim.kind == SHOT and r.claim.exclusive_of is not None]
    slain |= {r.article for r in left_out}
    beside = frozenset(r.id for r in left_out)
    return Derived(carried(survivors(_counted_alike(found, steps), steps, slain, told, beside), steps), steps)


def _counted_alike(readings: tuple[Reading, ...], steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """Sums of persons of whom some may be one: the number that another report tells of, where it lies between."""
    sums = [r for r in readings if r.derived and (r.claim.kind, r.id) in steps]
    out = []
    for r in readings:
        value = r.claim.value
        if r in sums and value.modifier == "range" and value.number is not None:
            others = [
                o.claim.value.number
                for o in sums
                if o.article != r.article and o.claim.kind == r.claim.kind and o.claim.value.number is not None
            ]
            fewer = [n for n in others if (value.low or 0) <= n < value.number]
            if fewer and value.number not in others:
                number = max(fewer)
                value = msgspec.structs.replace(value, number=number, stated=str(number))
                steps[r.claim.kind, r.id] = msgspec.structs.replace(steps[r.claim.kind, r.id], value=value)
                r = renewed(r, value)
        out.append(r)
    return tuple(out)


def _without_plurals(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Without bare plurals ("people were hurt") of a kind that some report counts or tells one by one."""
    told = {r.claim.kind for r in readings if live(r) and (r.claim.value.number or 0) > 0}
    return tuple(r for r in readings if r.claim.kind not in told or not plural(r))


def _summed(
    readings: tuple[Reading, ...],
    kind: str,
    steps: dict[tuple[str, str], Step],
    attackers: frozenset[str],
    killers: frozenset[str],
) -> tuple[Reading, ...]:
    readings = _rows(readings, kind, steps)
    own = [r for r in readings if r.claim.kind == kind]
    if any(stated(r) for r in own):
        return tuple(r for r in readings if r.claim.kind != kind or r.claim.person is None)
    if _one_part(own):
        return readings
    dead = dead_of(readings) if kind == INJURED else ()
    leads: list[Reading] = []
    gone: dict[str, list[Reading]] = {}
    two = sided(own)
    for article, mates in sorted(by_article(own).items()):
        told = [r for r in mates if live(r) and not (two and of_a_side(r))]
        parts = distinct_parts([r for r in told if not held(r, own)], attackers)
        spent = [r for r in told if r.claim.person is not None or (r in parts and r.subset is None)]
        if not parts:
            continue
        gone[article] = [*spent, *(r for r in mates if _nobody(r))]
        lead = lead_of(parts, attackers, killers)
        if dead and all(r.claim.person is not None for r in parts):
            lead = _perhaps_dead(lead, surely_hurt(parts, dead))
        ids = tuple(r.id for r in parts)
        named = ", ".join(_told(r) for r in parts)
        why = f"no total stated: the sum of {named}" if len(parts) > 1 else f"no total stated: all it counts is {named}"
        steps[kind, lead.id] = Step("sum", (lead.id,), tuple(i for i in ids if i != lead.id), why, lead.claim.value)
        leads.append(lead)
    out = [r for r in readings if r.article not in gone or r not in gone[r.article]] + leads
    return tuple(sorted(out, key=lambda r: (r.claim.span, r.id, r.subset or "")))


def _outnumbered(readings: tuple[Reading, ...], steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """A total is never less than its part: where an article counts a class higher than all ("38 migrants drowned … 36
    bodies were recovered"), or counts only a class where others give a total ("seven dockers", later "nine dead"), the
    class is the least that the whole can be, unless its number is the most that it can be."""
    out = list(readings)
    summed = [r for r in readings if r.claim.kind in SUMMED]
    two = {k for k in SUMMED if sided(r for r in summed if r.claim.kind == k)}
    counted = {r.claim.kind for r in summed if stated(r)}
    for _, mates in sorted(by_article(summed).items()):
        for kind in SUMMED:
            if kind not in counted:
                continue
            own = [r for r in mates if r.claim.kind == kind]
            totals = [r for r in own if stated(r)]
            classes = [r for r in own if live(r) and r.subset is not None and r.claim.person is None]
            classes = [r for r in classes if kind not in two or not of_a_side(r)]
            classes = [r for r in classes if r.claim.value.modifier not in ("up to", "less than")]
            most = max(classes, key=lambda r: (size(r.claim), r.claim.section != "headline", r.id), default=None)
            if most is None or size(most.claim) <= max((size(r.claim) for r in totals), default=0):
                continue
            number = best_of(most.claim.value) or 0
            why = f"no total is less than its part: {most.claim.value.stated} {most.root.subset or ''}".rstrip()
            lead = restated(most, number, number, None)
            steps[kind, lead.id] = Step("part", (lead.id,), (), why, lead.claim.value)
            out.append(lead)
    return tuple(sorted(out, key=lambda r: (r.claim.span, r.id, r.claim.kind, r.subset or "")))


def _perhaps_dead(lead: Reading, sure: int) -> Reading:
    """The sum of persons hurt; who may be one of the dead leaves its low end open."""
    number = lead.claim.value.number
    if number is None or sure >= number:
        return lead
    return restated(lead, number, sure, number)


def _rows(readings: tuple[Reading, ...], kind: str, steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """Readings in which a count and the others told with it are one: "two dealers and two other men were arrested".

    Arrests are told one after another, so there the others may stand anywhere behind; of the dead and hurt they may be
    a part of the total unless they stand in one row with it.
    """
    own = [r for r in readings if r.claim.kind == kind and live(r) and r.claim.value.number and r.claim.person is None]
    out = list(readings)
    for _, mates in sorted(by_article(own).items()):
        whole_counts = [r for r in mates if stated(r) and not r.derived]
        if len(whole_counts) != 1:
            continue
        whole = whole_counts[0]
        later = [r for r in added_counts(mates) if r.claim.span.start > whole.claim.span.start]
        others = [r for r in later if kind == DETAINED or r.claim.span.overlaps(whole.claim.span)]
        if len(others) != 1:
            continue
        total = int(size(whole.claim) + size(others[0].claim))
        lead = restated(whole, total, total, total)
        why = f"{_told(whole)} and {_told(others[0])} more"
        steps[kind, lead.id] = Step("sum", (lead.id,), (others[0].id,), why, lead.claim.value)
        out = [lead if r.id == whole.id else r for r in out if r.id != others[0].id]
    return tuple(out)


def _one_part(own: list[Reading]) -> bool:
    """Whether all count one class, and no place of its own: then that class is the total, without a derivation."""
    told = [r for r in own if live(r) and size(r.claim) > 0]
    return len({r.subset for r in told}) <= 1 and not any(r.claim.person or r.place for r in told)


def _nobody(r: Reading) -> bool:
    """ "No civilian was hurt" beside those who were."""
    return r.subset is None and size(r.claim) == 0 and r.claim.value.number == 0


def _told(r: Reading) -> str:
    return r.claim.person or r.claim.value.stated
