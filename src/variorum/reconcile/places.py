"""Which readings count over the same ground: the event's total, wider places, and single places within it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

import msgspec
from msgspec import Struct

from variorum.lang.grounds import grounds
from variorum.model import Span, StoryRecords
from variorum.reconcile.joined import joined, kilometres, spots
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import compatible, size


class Group(Struct, frozen=True, kw_only=True):
    """The readings of one figure. `total`: they count the whole event, not one place of it."""

    kind: str
    subset: str | None
    place: str | None
    readings: tuple[Reading, ...]
    total: bool


class Ground(Struct, frozen=True, kw_only=True):
    """`place`: the event's; `whole`: case-folded names of places that hold all of it (its country), so that "twelve
    died in Norway" and "twelve died" are one count; `spots`: those of quarters and sites of it; `copies`: ids of
    articles that only copy another; `texts`: the articles' by id."""

    place: str | None
    whole: AbstractSet[str] = frozenset()
    spots: AbstractSet[str] = frozenset()
    copies: AbstractSet[str] = frozenset()
    texts: Mapping[str, str] = {}

    def own(self, place: str | None) -> bool:
        """Whether `place` is the event's own."""
        return same_place(place, self.place)

    def event(self, place: str | None) -> bool:
        """Whether a count at `place` is one of the event: no place, its own, or one that holds it."""
        return place is None or self.own(place) or place.casefold() in self.whole


def groups(readings: Iterable[Reading], ground: Ground) -> tuple[Group, ...]:
    """The readings by kind, part counted, unit (two currencies never compare) and place, in that order."""
    settled = _settle(tuple(readings), ground)
    scale = _scale(settled, ground.place)
    parted: dict[tuple[str, str, str], list[Reading]] = defaultdict(list)
    for r in settled:
        parted[r.claim.kind, r.subset or "", r.claim.unit].append(r)
    return tuple(g for key in sorted(parted) for g in _by_place(parted[key], ground, scale))


def survey(records: StoryRecords) -> Ground:
    """The story's ground."""
    place = records.event.place.name if records.event.place else None
    copies = frozenset(d.derived for d in records.lineage.derivations if d.relation == "copy")
    whole = countries(records) | _regions(records)
    texts = {a.id: a.text for a in records.articles}
    return Ground(place=place, whole=whole, spots=spots(records), copies=copies, texts=texts)


def countries(records: StoryRecords) -> frozenset[str]:
    """Case-folded names of the event's country in this story; empty where the gazetteer knows none."""
    mentions = [m for e in records.extractions for m in e.mentions if m.point and m.point.precision == "country"]
    home = records.event.place.country if records.event.place else None
    return _all_names(
        records, {m.name.casefold() for m in mentions if m.point and (home is None or m.point.country in (home, None))}
    )


def _regions(records: StoryRecords) -> frozenset[str]:
    """Case-folded names of the regions that hold the event's town, unless a report counts in both: "14 of the region's
    18 died in the town"."""
    place = records.event.place
    if place is None or place.lat is None or place.lon is None or place.precision not in ("city", "point"):
        return frozenset()
    around = set()
    for article, extraction in zip(records.articles, records.extractions, strict=True):
        towns = [m for m in extraction.mentions if same_place(m.name, place.name)]
        for mention in extraction.mentions:
            point = mention.point
            if point is None or point.precision != "region" or point.country not in (place.country, None):
                continue
            far = kilometres(point.lat, point.lon, place)
            held = any(_behind(article.text, t.span, mention.span) for t in towns)
            if far is not None and far <= (_REGION_KM if held else 0 if point.country else _RANGE_KM):
                around.add(mention.name.casefold())
    names = _all_names(records, around)
    names |= {f"{name} {word}" for name in names for word in grounds().wider}
    return frozenset() if _counted_in_both(records, place.name, names) else names


_REGION_KM, _RANGE_KM = 250, 1000
"""How far a town lies from the middle of its region at most, and from that of a region of several countries ("the
Andes"); kilometres."""
_BETWEEN = re.compile(r",?\s*(?:in\s+)?(?:the\s+)?(?:[\w-]+(?:'s|’s)\s+)?(?:[a-z]+ern\s+|central\s+)?")
"""Between a town and its region: "X, Y", "X in Z's northern Y"."""


def _behind(text: str, town: Span, region: Span) -> bool:
    return 0 < region.start - town.end < 40 and _BETWEEN.fullmatch(text, town.end, region.start) is not None


def _counted_in_both(records: StoryRecords, town: str, regions: AbstractSet[str]) -> bool:
    counted: dict[tuple[str, str], set[tuple[bool, float]]] = defaultdict(set)
    for claim in records.claims:
        if claim.scope == "event" and claim.place is not None and claim.value.number is not None:
            here = same_place(claim.place, town)
            if here or claim.place.casefold() in regions:
                counted[claim.span.article, claim.kind].add((here, claim.value.number))
    return any(
        {n for here, n in found if here} and {n for here, n in found if not here} - {n for here, n in found if here}
        for found in counted.values()
    )


def _all_names(records: StoryRecords, names: set[str]) -> frozenset[str]:
    """The names, and the others of the places that bear them."""
    for entity in records.entities:
        known = {n.casefold() for n in (entity.name, *entity.names)}
        if entity.type == "place" and known & names:
            names |= known
    return frozenset(names)


def same_place(a: str | None, b: str | None) -> bool:
    """Whether two normalised names are one place."""
    return a is not None and b is not None and a.casefold() == b.casefold()


def _settle(readings: tuple[Reading, ...], ground: Ground) -> tuple[Reading, ...]:
    """Readings with the reach that most bodies of their line give to their number.

    Headlines leave places out, and a place beside a number may belong to something else: a place that most of a line's
    articles name with the number holds for those that name none; one that most do not name is none, unless its article
    counts more in all: "six in the old town" of nine are no older report's six.
    """
    families: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for r in readings:
        families[_family(r)].append(r)
    common = {key: _common(found, ground) for key, found in families.items()}
    most: dict[tuple[str, str, str], float] = defaultdict(float)
    for r in (r for r in readings if ground.event(r.place) and r.stands):
        counted = r.article, r.claim.kind, r.subset or ""
        most[counted] = max(most[counted], size(r.claim))
    return tuple(r if _part_of(r, most, ground) else _settled(r, common[_family(r)], ground) for r in readings)


def _part_of(reading: Reading, most: Mapping[tuple[str, str, str], float], ground: Ground) -> bool:
    """Whether it counts at a place of its own what its article counts more of in all."""
    more = most.get((reading.article, reading.claim.kind, reading.subset or ""), 0.0)
    return not ground.event(reading.place) and 0 < size(reading.claim) < more


def _settled(reading: Reading, common: str | None, ground: Ground) -> Reading:
    """A reading moved to where its number belongs; the event's own place stays, and so does that of a part."""
    near = ground.event(reading.place)
    if ground.own(reading.place) or (not near and (reading.claim.partial or common is not None)):
        return reading
    return msgspec.structs.replace(reading, place=None if reading.claim.partial else common)


def _family(reading: Reading) -> tuple[object, ...]:
    value, claim = reading.root.value, reading.root
    loose = claim.partial, claim.earlier, claim.increment
    return (
        reading.origin,
        claim.kind,
        reading.subset or "",
        value.number,
        value.low if value.number is None else None,
        loose,
    )


def _common(found: list[Reading], ground: Ground) -> str | None:
    """The place beyond the event's that more articles name with the number than name none; null where there is none.

    A copy has no vote of its own.
    """
    bodies = [r for r in found if r.claim.section != "headline"] or found
    at: dict[str | None, set[str]] = defaultdict(set)
    for r in (r for r in bodies if r.article not in ground.copies):
        at[None if ground.event(r.claim.place) else r.claim.place].add(r.article)
    named = sorted((-len(at[p]), p) for p in at if p is not None)
    return named[0][1] if named and -named[0][0] > len(at.get(None, ())) else None


def _scale(readings: tuple[Reading, ...], event_place: str | None) -> str | None:
    """The one place other than the event's over which the articles give totals without naming a place, if any."""
    plain = [r for r in readings if r.subset is None and r.stands]
    adopted = {r.place for r in plain if r.claim.place is None and r.place is not None}
    if len(adopted) != 1 or any(same_place(p, event_place) for p in adopted):
        return None
    return adopted.pop()


def _by_place(readings: list[Reading], ground: Ground, scale: str | None) -> list[Group]:
    event_place = ground.place
    whole = [r for r in readings if r.claim.exclusive_of is None]
    rests = tuple(r for r in readings if r.claim.exclusive_of is not None)
    at: dict[str | None, list[Reading]] = defaultdict(list)
    for r in whole:
        at[event_place if same_place(r.place, event_place) else r.place].append(r)
    part = event_place is not None and _is_part(at, event_place)
    label, members = _total(at, event_place, scale, part)
    if not part:
        members += sorted(joined(at, frozenset(members), ground.spots, ground.texts))
    total = [r for p in members for r in at.pop(p, [])]
    found = [(label, total, True)] if total else []
    found += [(p, readings, False) for p, readings in _single(at, ground)]
    found = found or [(label, [], True)]
    # What leaves a place out ("seven other regions") is compared with the widest count there is.
    found[0] = (found[0][0], [*found[0][1], *rests], found[0][2])
    kind, subset = readings[0].claim.kind, readings[0].subset
    return [Group(kind=kind, subset=subset, place=p, readings=tuple(rs), total=t) for p, rs, t in found]


def _single(at: dict[str | None, list[Reading]], ground: Ground) -> list[tuple[str | None, list[Reading]]]:
    """The counts at single places, those at two spots of one ground together under the name that more articles give."""
    out: list[tuple[str | None, list[Reading]]] = []
    left = dict(at)
    for place in sorted(at, key=lambda p: (-len({r.article for r in at[p]}), p or "")):
        if place in left:
            same = (place, *sorted(joined(left, frozenset((place,)), ground.spots, ground.texts)))
            out.append((place, [r for p in same for r in left.pop(p)]))
    return sorted(out, key=lambda found: found[0] or "")


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
    here = [r for r in at.get(event_place, []) if r.stands]
    rest: dict[str, list[Reading]] = defaultdict(list)
    for r in (r for p in at if p != event_place for r in at[p] if r.stands):
        rest[r.article].append(r)
    return any(_beside(r, rest.get(r.article, [])) for r in here)


def _beside(reading: Reading, rest: list[Reading]) -> bool:
    higher = [
        r for r in rest if size(r.claim) > size(reading.claim) and not compatible(r.claim.value, reading.claim.value)
    ]
    return bool(higher) and any(r.place is not None for r in rest)
