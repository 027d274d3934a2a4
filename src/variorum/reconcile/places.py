"""Which readings count over the same ground: the event's total, wider places, and single places within it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from variorum.reconcile.readings import Reading
from variorum.reconcile.values import compatible, same_number, size


class Group(Struct, frozen=True, kw_only=True):
    """The readings of one figure. `total`: they count the whole event, not one place of it."""

    kind: str
    subset: str | None
    place: str | None
    readings: tuple[Reading, ...]
    total: bool


def groups(readings: Iterable[Reading], event_place: str | None) -> tuple[Group, ...]:
    """The readings by kind, part counted and place, in that order."""
    settled = _settle(tuple(readings))
    scale = _scale(settled, event_place)
    parted: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for r in settled:
        parted[r.claim.kind, r.subset or ""].append(r)
    return tuple(g for key in sorted(parted) for g in _by_place(parted[key], event_place, scale))


def same_place(a: str | None, b: str | None) -> bool:
    """Whether two normalised names are one place."""
    return a is not None and b is not None and a.casefold() == b.casefold()


def _settle(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """A count without a place takes the place that its article gives to the same number elsewhere (headline, body)."""
    placed: dict[tuple[str, str, str | None], list[Reading]] = defaultdict(list)
    for r in readings:
        if r.root.place is not None and not r.claim.partial:
            placed[r.root.span.article, r.claim.kind, r.subset].append(r)
    return tuple(_placed(r, placed[r.root.span.article, r.claim.kind, r.subset]) for r in readings)


def _placed(reading: Reading, others: list[Reading]) -> Reading:
    if reading.place is not None or reading.claim.partial:
        return reading
    same = [o for o in others if same_number(o.root.value, reading.root.value)]
    return msgspec.structs.replace(reading, place=same[0].place) if same else reading


def _scale(readings: tuple[Reading, ...], event_place: str | None) -> str | None:
    """The one place other than the event's over which the articles give totals without naming a place, if any."""
    adopted = {r.place for r in readings if r.root.place is None and r.place is not None and r.subset is None}
    if len(adopted) != 1 or any(same_place(p, event_place) for p in adopted):
        return None
    return adopted.pop()


def _by_place(readings: list[Reading], event_place: str | None, scale: str | None) -> list[Group]:
    whole = [r for r in readings if r.claim.exclusive_of is None]
    rests = tuple(r for r in readings if r.claim.exclusive_of is not None)
    at: dict[str | None, list[Reading]] = defaultdict(list)
    for r in whole:
        at[event_place if same_place(r.place, event_place) else r.place].append(r)
    part = event_place is not None and _is_part(at, event_place)
    label, members = _total(at, event_place, scale, part)
    total = [r for p in members for r in at.pop(p, [])]
    found = [(label, total, True)] if total else []
    found += [(p, at[p], False) for p in sorted(at, key=lambda p: p or "")]
    found = found or [(label, [], True)]
    # What leaves a place out ("seven other regions") is compared with the widest count there is.
    found[0] = (found[0][0], [*found[0][1], *rests], found[0][2])
    kind, subset = readings[0].claim.kind, readings[0].subset
    return [Group(kind=kind, subset=subset, place=p, readings=tuple(rs), total=t) for p, rs, t in found]


def _total(
    at: dict[str | None, list[Reading]], event_place: str | None, scale: str | None, part: bool
) -> tuple[str | None, list[str | None]]:
    """The total's label, and the places whose readings belong to it."""
    members: list[str | None] = [None]
    if not part:
        members.append(event_place)
    if scale is not None and (part or event_place not in at):
        return scale, [*members, scale]
    return (None if part else event_place), members


def _is_part(at: dict[str | None, list[Reading]], event_place: str) -> bool:
    """Whether the counts at the event's own place are parts of wider totals.

    They are where an article gives a higher count beside them and names a further place: "14 of the 18 died in the
    town, four in the next village".
    """
    here = [r for r in at.get(event_place, []) if _counts(r)]
    rest: dict[str, list[Reading]] = defaultdict(list)
    for r in (r for p in at if p != event_place for r in at[p] if _counts(r)):
        rest[r.article].append(r)
    return any(_beside(r, rest.get(r.article, [])) for r in here)


def _beside(reading: Reading, rest: list[Reading]) -> bool:
    higher = [
        r for r in rest if size(r.claim) > size(reading.claim) and not compatible(r.claim.value, reading.claim.value)
    ]
    return bool(higher) and any(r.place is not None for r in rest)


def _counts(reading: Reading) -> bool:
    claim = reading.claim
    idle = claim.increment or claim.earlier or claim.partial or claim.negated or reading.taken_back or reading.distorted
    return not idle and claim.exclusive_of is None
