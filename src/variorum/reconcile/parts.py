"""The distinct parts that add up to a total that no report states: classes, persons, and others on top of them."""

from __future__ import annotations

from collections.abc import Callable

from variorum.reconcile.described import named, pronoun, same_person
from variorum.reconcile.readings import Reading
from variorum.reconcile.sums import INJURED, SHOT, live, restated
from variorum.reconcile.values import best_of, size


def distinct_parts(readings: list[Reading], attackers: frozenset[str] = frozenset()) -> list[Reading]:
    """Distinct parts: the largest count of each class with the persons told beside them, or persons and what is said to
    come on top of them, whichever are more."""
    added = added_counts(readings)
    numbered = any(r.claim.value.number is not None for r in added)
    classes: dict[str, Reading] = {}
    for r in readings:
        if r.subset is None or r.claim.person is not None or r.claim.increment:
            continue
        if (not numbered or r.claim.value.number is not None) and (
            r.subset not in classes or _tells_more(r, classes[r.subset], readings)
        ):
            classes[r.subset] = r
    kept = list(_distinct(classes).values())
    whole = [*kept, *_persons(readings, lambda p: not kept or p.id in attackers or any(_beside(p, m) for m in kept))]
    if added:
        rows = [k for k in kept if any(k.claim.span.overlaps(a.claim.span) and k.id != a.id for a in added)]
        on_top = [*added, *rows, *_persons(readings, lambda p: any(p.claim.span < a.claim.span for a in added))]
        whole = max(on_top, whole if kept else [], key=lambda parts: sum(size(r.claim) for r in parts))
    return sorted(whole, key=lambda r: (r.claim.span, r.id))


def _tells_more(r: Reading, other: Reading, readings: list[Reading]) -> bool:
    """Whether a count of a class is larger than another, or alike and told in one breath with a person."""
    if size(r.claim) != size(other.claim) or r.claim.kind != SHOT:
        return size(r.claim) > size(other.claim)
    persons = [p for p in readings if p.claim.person is not None]
    return any(_beside(p, r) for p in persons) and not any(_beside(p, other) for p in persons)


def held(r: Reading, own: list[Reading]) -> bool:
    """Whether what a count adds is a part of a larger count of its class ("five officers", "four officers also")."""
    many = (o for o in own if o.subset == r.subset and not o.claim.increment and o.claim.value.number and live(o))
    return r.claim.increment and r.subset is not None and any(size(o.claim) > size(r.claim) for o in many)


def _persons(readings: list[Reading], counts: Callable[[Reading], bool]) -> list[Reading]:
    """Each person that counts, once; who is told by a pronoun alone is one of the others."""
    found: dict[str, Reading] = {}
    for r in readings:
        if (told := r.claim.person) is not None and counts(r):
            found.setdefault(next((p for p in found if same_person(p, told)), told), r)
    known = [r for r in found.values() if not pronoun(r.claim.person)]
    return known or list(found.values())


def added_counts(readings: list[Reading]) -> list[Reading]:
    """Counts on top of persons told before: the largest, and those told in one breath with it; a vague word only
    where no number is given."""
    found = [r for r in readings if r.claim.increment and r.claim.person is None]
    numbered = [r for r in found if r.claim.value.number is not None] or found
    if not numbered:
        return []
    most = max(numbered, key=lambda r: (size(r.claim), r.id))
    row = [r for r in numbered if r.id != most.id and (_near(r, most) or _near(most, r))]
    return [most, *(r for r in row if r.subset != most.subset or r.subset is None)]


def _distinct(classes: dict[str, Reading]) -> dict[str, Reading]:
    """Without a count that a second word repeats elsewhere in the text: "two rebels …, the two attackers"."""
    kept: dict[str, Reading] = {}
    for key, r in sorted(classes.items(), key=lambda item: (item[1].claim.span, item[0])):
        twin = [k for k in kept.values() if size(k.claim) == size(r.claim) and not _near(k, r)]
        if not twin:
            kept[key] = r
    return kept


def _near(a: Reading, b: Reading) -> bool:
    return abs(b.claim.span.start - a.claim.span.end) < 60


def _beside(person: Reading, many: Reading) -> bool:
    """Whether a person is told in one breath with a class ("two guards and the mayor")."""
    return abs(person.claim.span.start - many.claim.span.end) < 60


def lead_of(
    parts: list[Reading], attackers: frozenset[str] = frozenset(), killers: frozenset[str] = frozenset()
) -> Reading:
    """The first part with the sum as its value: at least so many, since a report need not tell of everyone; the dead
    it does name one by one. Where persons are told, one who is only described may be one told of already; not who
    killed another, and that other (`killers`)."""
    values = [r.claim.value for r in parts]
    numbers = [best_of(v) or 0 for v in values]
    total = sum(numbers)
    persons = [r for r in parts if r.claim.person is not None]
    if len(persons) == len(parts) > 1:
        # A report names its dead: who is only described beside them is most often one of them. The hurt stay unnamed.
        sure = _sure(persons)
        slain = [p for p in persons if p.id not in attackers]
        if 0 < len(slain) < len(persons):  # who killed is none of those killed
            sure = max(sure, _sure(slain) + len(persons) - len(slain))
        sure = max(sure, sum(p.id in killers for p in persons))
        return restated(parts[0], total if parts[0].claim.kind == INJURED else sure, sure, total)
    low = sum((v.low if v.low is not None else 0) for v in values)
    if _sure(persons) < len(persons) and any(r.claim.increment for r in parts):
        return restated(parts[0], total, low - len(persons) + _sure(persons), total)
    persons = persons if len(persons) == len(parts) else []
    return restated(parts[0], total, low, total if persons and parts[0].claim.kind != INJURED else None)


def _sure(persons: list[Reading]) -> int:
    """How many of the persons are surely different ones: those told by name, those in one row of one verb, and those
    said to be others than the ones before."""
    rows = [sum(a.claim.span.overlaps(b.claim.span) for b in persons) for a in persons]
    others = sum(r.claim.increment and not any(_shares(r, p) for p in persons) for r in persons)
    return max([sum(map(_named, persons)), *rows, 1]) + others if persons else 0


def _shares(a: Reading, b: Reading) -> bool:
    """Whether two persons are told in one row."""
    return a.id != b.id and a.claim.span.overlaps(b.claim.span)


def _named(r: Reading) -> bool:
    """Whether a person is told by name, not only described."""
    return named(r.claim.person)
