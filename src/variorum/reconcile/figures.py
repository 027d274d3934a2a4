"""Figures: the low, best and high of each kind of count, and the steps that led there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from variorum import registry
from variorum.kinds.base import Kind
from variorum.lang import subsets
from variorum.model import Claim, Figure, Number, Span, Status, Step, StoryRecords, TimelinePoint, content_id
from variorum.reconcile import readings as reading_
from variorum.reconcile.case import Case
from variorum.reconcile.derive import derive
from variorum.reconcile.lines import Lines
from variorum.reconcile.places import Group, groups, survey
from variorum.reconcile.policies.base import POLICIES, Policy
from variorum.reconcile.ranking import supporters
from variorum.reconcile.readings import Reading
from variorum.reconcile.replay import bounds
from variorum.reconcile.several import opened, round_ups, without_round_ups
from variorum.reconcile.sides import apart
from variorum.reconcile.values import best_of, size


def reconcile(records: StoryRecords, policy: str, kinds: Mapping[str, Kind]) -> tuple[Figure, ...]:
    """The figures of a story's aligned claims, by kind, part counted and place.

    Raises SettingsError when no policy has this name. A kind that `kinds` lacks counts as rising.
    """
    chosen: Policy = registry.find("policies", policy, POLICIES)
    claims = records.claims or tuple(c for e in records.extractions for c in e.claims)
    lines = Lines(records, claims)
    told = apart(reading_.read(records, lines), lines)
    several = round_ups(told, lines)
    derived = derive(without_round_ups(told, several))
    derived = msgspec.structs.replace(derived, readings=opened(derived.readings, several, derived.steps))
    found = groups(derived.readings, survey(records))
    made = (_figure(g, chosen, lines, kinds, records, derived.steps) for g in _with_parts(found))
    return tuple(f for f in made if f is not None)


def _with_parts(found: Iterable[Group]) -> list[Group]:
    """The groups, and totals made of one part where the reports give no other.

    Where no report gives a total and all count one part, or where the only total is "nobody" beside a counted part,
    that part is what is known of the total.
    """
    by_kind: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in found:
        by_kind[group.kind, group.readings[0].claim.unit if group.readings else ""].append(group)
    out: list[Group] = []
    for groups_ in by_kind.values():
        totals = [g for g in groups_ if g.subset is None and g.total]
        parts = [g for g in groups_ if g.subset is not None and g.total and any(size(r.claim) for r in g.readings)]
        persons = [g for g in parts if not subsets.households(g.readings[0].root.subset)]
        whole = [g for g in parts if not _of_parts(g)]
        rest = [g for g in groups_ if g not in whole and not (g.subset is not None and _of_parts(g))]
        alone = not rest or (bool(totals) and _nobody(totals[0]))
        if not (len(persons) == len(parts) and len(whole) == 1 and alone):
            out += groups_
            continue
        readings = (*(r for g in totals for r in g.readings), *whole[0].readings)
        merged = msgspec.structs.replace(whole[0], subset=None, readings=tuple(sorted(readings, key=_place_in_text)))
        out += [g for g in groups_ if g not in totals] + [merged]
    return out


def _of_parts(group: Group) -> bool:
    """Whether all its counts are told as some of those counted before ("90 campers, *12 of them children*")."""
    return all(r.root.partial for r in group.readings)


def _nobody(group: Group) -> bool:
    return all(size(r.claim) == 0 for r in group.readings if not (r.distorted or r.taken_back))


def _place_in_text(reading: Reading) -> tuple[Span, str]:
    return reading.claim.span, reading.id


def _figure(
    group: Group,
    policy: Policy,
    lines: Lines,
    kinds: Mapping[str, Kind],
    records: StoryRecords,
    derived: Mapping[tuple[str, str], Step],
) -> Figure | None:
    claim = group.readings[0].claim
    kind = kinds.get(group.kind) or Kind(name=group.kind, label=group.kind, unit=claim.unit)
    case = Case(kind=kind, lines=lines, total=group.total, open=group.readings, steps=_first_steps(group, derived))
    for rule in policy.rules:
        case = rule(case)
    if not case.open or (kind.course == "changes" and all(r.claim.earlier for r in case.open)):
        return None  # who had been missing is so no more
    best = policy.best(case)
    case = _concluded(case, best, policy)
    low, high = bounds(r.claim for r in case.open)
    number = best_of(best[0].claim.value) if best else None
    return Figure(
        id=content_id("f", records.story.id, *_counted(kind, claim), group.place, group.subset, policy.name),
        kind=group.kind,
        low=low,
        best=number,
        high=high,
        policy=policy.name,
        origins=len(supporters(case, best[0])) if best else len({r.origin for r in case.open}),
        status=_status(case, best, low, high),
        place=group.place,
        subset=None if group.subset is None else _word(group),
        unit=claim.unit if kind.measure is not None else None,
        readings=_ids((*case.open, *case.absorbed), group),
        superseded=_ids(case.overtaken, group),
        steps=case.steps,
        timeline=_timeline(case, group, records),
    )


def _counted(kind: Kind, claim: Claim) -> tuple[str, ...]:
    """What a figure is of: the kind, and of money the currency."""
    return (kind.name, claim.unit) if kind.measure == "money" else (kind.name,)


def _first_steps(group: Group, derived: Mapping[tuple[str, str], Step]) -> tuple[Step, ...]:
    """What the figure is made from: the claims collected, and the totals derived from some of them."""
    found = [
        derived[group.kind, r.id] for r in group.readings if group.subset is None and (group.kind, r.id) in derived
    ]
    first = _collected(group)
    parts = dict.fromkeys((*first.kept, *(i for step in found for i in step.dropped)))
    return (msgspec.structs.replace(first, kept=tuple(parts)), *found)


def _collected(group: Group) -> Step:
    """The first step: what the figure is made from."""
    ids = tuple(r.id for r in group.readings)
    where = f" at {group.place}" if group.place else ""
    if group.subset is None and all(r.subset is not None for r in group.readings):
        return Step("collect", ids, (), f"no report gives a total of {group.kind}{where}; all count {_word(group)}")
    part = f" ({group.subset})" if group.subset else ""
    return Step("collect", ids, (), f"the event's counts of {group.kind}{part}{where}")


def _concluded(case: Case, best: tuple[Reading, ...], policy: Policy) -> Case:
    steps = [
        *case.steps,
        Step("bounds", tuple(r.id for r in case.open), (), "lowest and highest of what is still open"),
    ]
    if best:
        steps.append(Step("best", tuple(r.id for r in best), (), policy.chosen_because))
    return msgspec.structs.replace(case, steps=tuple(steps))


def _status(case: Case, best: tuple[Reading, ...], low: Number | None, high: Number | None) -> Status:
    if len({best_of(r.claim.value) for r in case.open}) > 1 and low != high:
        return "conflicting"
    if case.overtaken or any(s.rule == "taken-back" for s in case.steps):
        return "updated"
    voices = supporters(case, best[0]) if best else {r.origin for r in (*case.open, *case.absorbed)}
    return "agreed" if len(voices) > 1 else "single"


def _ids(kept: Iterable[Reading], group: Group) -> tuple[str, ...]:
    """The claims of these readings and every repetition of them, in the group's order."""
    roots = {r.root.id for r in kept}
    return tuple(r.id for r in group.readings if r.root.id in roots)


def _word(group: Group) -> str:
    """The part counted in the words of the reports: the one most of them use, of equals the first in the alphabet."""
    words = [w for r in group.readings if (w := r.root.subset or r.subset)]
    return min(words, key=lambda w: (-words.count(w), w))


def _timeline(case: Case, group: Group, records: StoryRecords) -> tuple[TimelinePoint, ...]:
    """What stood on each day; an older count without a day of its own stands on the event's first day."""
    start = records.event.date.start if records.event.date else None
    days: dict[str, list[Reading]] = defaultdict(list)
    for r in (*case.open, *case.absorbed):
        if r.as_of:
            days[r.as_of].append(r)
    for r in case.overtaken:
        if day := r.as_of or start:
            days[day].append(r)
    return tuple(_moment(day, days[day], group) for day in sorted(days))


def _moment(day: str, found: list[Reading], group: Group) -> TimelinePoint:
    claims: list[Claim] = [r.claim for r in found]
    low, high = bounds(claims)
    return TimelinePoint(day, low, high, _ids(found, group))
