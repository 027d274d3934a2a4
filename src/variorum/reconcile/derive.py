"""Totals that no report states: the sum of the parts or persons it tells of, and the wounded among those shot.

A derived total takes the place of its first part, as a reading of that claim with the derived value; the step says so
and carries the value, so that a figure replays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

import msgspec
from msgspec import Struct

from variorum.model import Claim, Modifier, Number, Step, Value
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import best_of, size

SUMMED = ("killed", "injured", "detained")
"""Kinds whose parts are told one by one; elsewhere parts overlap more often than they add up."""
DETAINED = "detained"
SHOT = "shot"
INJURED = "injured"
KILLED = "killed"
PLURAL = 2
"""What a plural without a number says at least."""
FEW = 4
"""Up to this low end a word for several is no count of all."""
LIKE = {KILLED: KILLED, INJURED: INJURED, SHOT: INJURED}
"""What befell one person of those whom a count is of."""
FURTHER = frozenset(("another", "other", "second", "third", "fourth", "fifth"))
ARTICLES = frozenset(("a", "an", "the", "one", "another", "his", "her", "their", "this"))
"""Words that open a description, in capitals at the head of a sentence."""


class Derived(Struct, frozen=True):
    """The readings to go on with, and for each lead (kind, claim id) the step that made it."""

    readings: tuple[Reading, ...]
    steps: dict[tuple[str, str], Step]


def derive(readings: Iterable[Reading]) -> Derived:
    """Readings in which each article's parts of a kind without a stated total stand as one total."""
    steps: dict[tuple[str, str], Step] = {}
    found = _outnumbered(_died_since(_without_plurals(tuple(readings))), steps)
    attackers = _attackers(found)
    found = _with_attackers(found, attackers, steps)
    for kind in SUMMED:
        found = _summed(found, kind, steps, attackers)
    return Derived(_carried(_survivors(_counted_alike(found, steps), steps), steps), steps)


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
                r = _renewed(r, value)
        out.append(r)
    return tuple(out)


def _without_plurals(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Without bare plurals ("people were hurt") of a kind that some report counts or tells one by one."""
    told = {r.claim.kind for r in readings if _live(r) and (r.claim.value.number or 0) > 0}
    return tuple(r for r in readings if r.claim.kind not in told or not _plural(r))


def _plural(r: Reading) -> bool:
    return r.claim.value.number is None and r.claim.value.low == PLURAL and r.subset is None


def _live(r: Reading) -> bool:
    claim = r.claim
    return not (r.distorted or r.taken_back or claim.negated or claim.earlier or claim.voided or claim.partial)


def _stated(r: Reading) -> bool:
    """Whether a reading is a count of all that its article states; a bare plural ("people were hurt") counts nobody."""
    value = r.claim.value
    counts = value.number is not None or (value.low or 0) > FEW
    alone = r.subset is None and r.claim.person is None and not r.claim.increment
    return _live(r) and alone and size(r.claim) > 0 and counts


def _by_article(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    out: dict[str, list[Reading]] = defaultdict(list)
    for r in readings:
        out[r.article].append(r)
    return out


def _attackers(readings: Iterable[Reading]) -> frozenset[str]:
    """Claim ids of persons whom a count of others like them leaves out: who killed them and died too, or who was told
    of before "two others"."""
    rows = tuple(readings)
    left_out = {(r.article, LIKE[r.claim.kind], r.claim.exclusive_of) for r in rows if _leaves_out(r)}
    return frozenset(r.id for r in rows if (r.article, r.claim.kind, r.claim.person) in left_out)


def _leaves_out(r: Reading) -> bool:
    return r.claim.kind in LIKE and r.claim.exclusive_of is not None


def _with_attackers(
    readings: tuple[Reading, ...], attackers: frozenset[str], steps: dict[tuple[str, str], Step]
) -> tuple[Reading, ...]:
    """Totals with the one they leave out; also where another report states the same number of dead without him."""
    who = {(r.article, r.claim.kind, r.claim.person): r.id for r in readings if r.id in attackers}

    def left_out(r: Reading) -> str | None:
        return who.get((r.article, LIKE[r.claim.kind], r.claim.exclusive_of)) if _leaves_out(r) else None

    short = {
        (r.claim.kind, r.claim.value.number): one
        for r in reversed(readings)
        if r.subset is None and (one := left_out(r)) is not None
    }
    full = {(r.article, r.claim.kind, r.claim.value.number) for r in readings}
    out = []
    for r in readings:
        known, number, kind = left_out(r), r.claim.value.number, r.claim.kind
        if known is not None:
            r = _renewed(r, r.claim.value)
        mine = r.subset is None and r.claim.person is None and _live(r) and r.claim.exclusive_of is None
        one = known or (short.get((kind, number)) if kind == KILLED else None)
        if mine and one is not None and number is not None and (r.article, kind, number + 1) not in full:
            value = _one_more(r.claim.value, number)
            why = f"{r.claim.value.stated} leaves out one who is told of beside them"
            steps[kind, r.id] = Step("sum", (r.id,), (one,), why, value)
            r = msgspec.structs.replace(_renewed(r, value), derived=True)
        out.append(r)
    return tuple(out)


def _one_more(value: Value, number: Number) -> Value:
    low, high = (None if x is None else x + 1 for x in (value.low, value.high))
    return Value(str(number + 1), number + 1, low, high, value.modifier)


def _renewed(r: Reading, value: Value) -> Reading:
    """The reading with another value, and nobody left out."""
    claim, root = (msgspec.structs.replace(c, value=value, exclusive_of=None) for c in (r.claim, r.root))
    return msgspec.structs.replace(r, claim=claim, root=root)


def _summed(
    readings: tuple[Reading, ...], kind: str, steps: dict[tuple[str, str], Step], attackers: frozenset[str]
) -> tuple[Reading, ...]:
    readings = _rows(readings, kind, steps)
    own = [r for r in readings if r.claim.kind == kind]
    if any(_stated(r) for r in own):
        return tuple(r for r in readings if r.claim.kind != kind or r.claim.person is None)
    if _one_part(own):
        return readings
    out = list(readings)
    for article in sorted(_by_article(own)):
        told = [r for r in own if r.article == article and _live(r)]
        parts = _parts([r for r in told if not _held(r, own)], attackers)
        spent = [r for r in told if r.claim.person is not None or (r in parts and r.subset is None)]
        if not parts:
            continue
        out = [r for r in out if r.article != article or r.claim.kind != kind or not _nobody(r)]
        lead = _lead(parts)
        ids = tuple(r.id for r in parts)
        named = ", ".join(_told(r) for r in parts)
        why = f"no total stated: the sum of {named}" if len(parts) > 1 else f"no total stated: all it counts is {named}"
        steps[kind, lead.id] = Step("sum", (lead.id,), tuple(i for i in ids if i != lead.id), why, lead.claim.value)
        out = [r for r in out if r not in spent] + [lead]
    return tuple(sorted(out, key=lambda r: (r.claim.span, r.id, r.subset or "")))


def _outnumbered(readings: tuple[Reading, ...], steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """A total is never less than its part: where an article counts a class higher than all ("38 migrants drowned … 36
    bodies were recovered"), or counts only a class where others give a total ("seven dockers", later "nine dead"), the
    class is the least that the whole can be."""
    out = list(readings)
    for _, mates in sorted(_by_article(readings).items()):
        for kind in SUMMED:
            own = [r for r in mates if r.claim.kind == kind]
            totals = [r for r in own if _stated(r)]
            classes = [r for r in own if _live(r) and r.subset is not None and r.claim.person is None]
            most = max(classes, key=lambda r: (size(r.claim), r.claim.section != "headline", r.id), default=None)
            told = any(_stated(r) and r.claim.kind == kind for r in readings)
            if most is None or not told or size(most.claim) <= max((size(r.claim) for r in totals), default=0):
                continue
            number = best_of(most.claim.value) or 0
            why = f"no total is less than its part: {most.claim.value.stated} {most.root.subset or ''}".rstrip()
            lead = _restated(most, number, number, None)
            steps[kind, lead.id] = Step("part", (lead.id,), (), why, lead.claim.value)
            out.append(lead)
    return tuple(sorted(out, key=lambda r: (r.claim.span, r.id, r.claim.kind, r.subset or "")))


def _rows(readings: tuple[Reading, ...], kind: str, steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """Readings in which a count and the others told with it are one: "two dealers and two other men were arrested".

    Arrests are told one after another, so there the others may stand anywhere behind; of the dead and hurt they may be
    a part of the total unless they stand in one row with it.
    """
    own = [r for r in readings if r.claim.kind == kind and _live(r) and r.claim.value.number and r.claim.person is None]
    out = list(readings)
    for _, mates in sorted(_by_article(own).items()):
        stated = [r for r in mates if _stated(r) and not r.derived]
        if len(stated) != 1:
            continue
        whole = stated[0]
        later = [r for r in _added(mates) if r.claim.span.start > whole.claim.span.start]
        others = [r for r in later if kind == DETAINED or r.claim.span.overlaps(whole.claim.span)]
        if len(others) != 1:
            continue
        total = int(size(whole.claim) + size(others[0].claim))
        lead = _restated(whole, total, total, total)
        why = f"{_told(whole)} and {_told(others[0])} more"
        steps[kind, lead.id] = Step("sum", (lead.id,), (others[0].id,), why, lead.claim.value)
        out = [lead if r.id == whole.id else r for r in out if r.id != others[0].id]
    return tuple(out)


def _one_part(own: list[Reading]) -> bool:
    """Whether all count one class, and no place of its own: then that class is the total, without a derivation."""
    told = [r for r in own if _live(r) and size(r.claim) > 0]
    return len({r.subset for r in told}) <= 1 and not any(r.claim.person or r.place for r in told)


def _nobody(r: Reading) -> bool:
    """ "No civilian was hurt" beside those who were."""
    return r.subset is None and size(r.claim) == 0 and r.claim.value.number == 0


def _told(r: Reading) -> str:
    return r.claim.person or r.claim.value.stated


def _parts(readings: list[Reading], attackers: frozenset[str] = frozenset()) -> list[Reading]:
    """Distinct parts: the largest count of each class with the persons told beside them, or persons and what is said to
    come on top of them, whichever are more."""
    added = _added(readings)
    numbered = any(r.claim.value.number is not None for r in added)
    classes: dict[str, Reading] = {}
    for r in readings:
        if r.subset is None or r.claim.person is not None or r.claim.increment:
            continue
        if (not numbered or r.claim.value.number is not None) and (
            r.subset not in classes or size(r.claim) > size(classes[r.subset].claim)
        ):
            classes[r.subset] = r
    kept = list(_distinct(classes).values())
    whole = [*kept, *_persons(readings, lambda p: not kept or p.id in attackers or any(_beside(p, m) for m in kept))]
    if added:
        on_top = [*added, *_persons(readings, lambda p: any(p.claim.span < a.claim.span for a in added))]
        whole = max(on_top, whole if kept else [], key=lambda parts: sum(size(r.claim) for r in parts))
    return sorted(whole, key=lambda r: (r.claim.span, r.id))


def _held(r: Reading, own: list[Reading]) -> bool:
    """Whether what a count adds is a part of a larger count of its class ("five officers", "four officers also")."""
    many = (o for o in own if o.subset == r.subset and not o.claim.increment and o.claim.value.number and _live(o))
    return r.claim.increment and r.subset is not None and any(size(o.claim) > size(r.claim) for o in many)


def _persons(readings: list[Reading], counts: Callable[[Reading], bool]) -> list[Reading]:
    """Each person that counts, once."""
    found: dict[str, Reading] = {}
    for r in readings:
        if r.claim.person is not None and counts(r):
            found.setdefault(r.claim.person, r)
    return list(found.values())


def _added(readings: list[Reading]) -> list[Reading]:
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


def _lead(parts: list[Reading]) -> Reading:
    """The first part with the sum as its value: at least so many, since a report need not tell of everyone; the dead
    it does name one by one. Where persons are told, one who is only described may be one told of already."""
    values = [r.claim.value for r in parts]
    numbers = [best_of(v) or 0 for v in values]
    total = sum(numbers)
    persons = [r for r in parts if r.claim.person is not None]
    if len(persons) == len(parts) > 1:
        return _restated(parts[0], total, _sure(persons), total)
    low = sum((v.low if v.low is not None else 0) for v in values)
    if _sure(persons) < len(persons) and any(r.claim.increment for r in parts):
        return _restated(parts[0], total, low - len(persons) + _sure(persons), total)
    persons = persons if len(persons) == len(parts) else []
    return _restated(parts[0], total, low, total if persons and parts[0].claim.kind != INJURED else None)


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
    words = (r.claim.person or "").split()
    return bool(words) and words[0][:1].isupper() and words[-1][:1].isupper() and words[0].lower() not in ARTICLES


def _restated(reading: Reading, number: Number, low: Number, high: Number | None) -> Reading:
    """The reading with a derived value for all."""
    modifier: Modifier = "exactly" if low == high == number else "at least" if high is None else "range"
    value = Value(str(number), number, low, high, modifier)
    claim = msgspec.structs.replace(reading.claim, value=value, subset=None, person=None, place=None, increment=False)
    root = msgspec.structs.replace(reading.root, value=value, subset=None, person=None, place=None, increment=False)
    return msgspec.structs.replace(reading, claim=claim, root=root, subset=None, place=None, derived=True)


def _survivors(readings: tuple[Reading, ...], steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """Those shot who did not die, where no report counts the wounded, or counts fewer of them."""
    counted = [r for r in readings if r.claim.kind == "injured" and _stated(r) and ("injured", r.id) not in steps]
    most = max((size(r.claim) for r in counted), default=0)
    out = list(readings)
    for article, mates in sorted(_by_article(readings).items()):
        shot = _shot(mates)
        if not shot:
            continue
        hit = sum(size(r.claim) for r in shot)
        dead = _dead(mates)
        left = int(hit - dead)
        if counted and not (left > most and _opens(shot, [r for r in counted if r.article == article])):
            continue
        if left <= 0 and dead > 1 and hit == 1:
            continue
        spared = left <= 0 and hit > 1
        out = [
            r
            for r in out
            if r.article != article or r.claim.kind != INJURED or r.subset is not None or (spared and _further(r))
        ]
        if left <= 0:
            continue
        lead = _restated(shot[0], left, left, left)
        kinded = msgspec.structs.replace(lead, claim=_injured(lead.claim), root=_injured(lead.root))
        why = f"no count of the wounded: {int(hit)} shot less {int(dead)} killed"
        steps["injured", lead.id] = Step("rest", (lead.id,), (), why, kinded.claim.value)
        out.append(kinded)
    return tuple(sorted(out, key=lambda r: (r.claim.span, r.id, r.claim.kind, r.subset or "")))


def _further(r: Reading) -> bool:
    """Whether a person is told as one more ("another woman")."""
    words = (r.claim.person or "").casefold().split()
    return any(w in FURTHER for w in words[:2])


def _carried(readings: tuple[Reading, ...], steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """Those taken to hospital, where no report tells of anyone hurt; some may be among the dead."""
    if any(r.claim.kind in (INJURED, "infected", "missing") for r in readings if _live(r) and size(r.claim) > 0):
        return readings
    out = list(readings)
    for article, mates in sorted(_by_article(readings).items()):
        carried = [r for r in mates if r.claim.kind == "hospitalised" and _stated(r)]
        if not carried:
            continue
        most = max(carried, key=lambda r: (size(r.claim), r.id))
        number, dead = int(size(most.claim)), int(max(_dead(m) for m in _by_article(readings).values()))
        if number <= dead:  # most likely the dead themselves
            continue
        lead = _restated(most, number, max(number - dead, 0), number)
        kinded = msgspec.structs.replace(lead, claim=_injured(lead.claim), root=_injured(lead.root))
        out = [r for r in out if not (r.article == article and r.claim.kind == INJURED)]
        steps[INJURED, lead.id] = Step(
            "rest", (lead.id,), (), f"no count of the hurt: {number} in hospital", kinded.claim.value
        )
        out.append(kinded)
    return tuple(sorted(out, key=lambda r: (r.claim.span, r.id, r.claim.kind, r.subset or "")))


def _opens(shot: list[Reading], counted: list[Reading]) -> bool:
    """Whether an article counts those shot first, and then some of the wounded among them."""
    whole = len(shot) == 1 and _stated(shot[0])
    return whole and bool(counted) and all(shot[0].claim.span < r.claim.span for r in counted)


def _dead(mates: Iterable[Reading]) -> float:
    """The dead that one article counts."""
    return max((size(r.claim) for r in mates if r.claim.kind == "killed" and _live(r) and r.subset is None), default=0)


def _shot(mates: list[Reading]) -> list[Reading]:
    """The largest stated count of those shot, else the classes and persons told in one breath."""
    own = [r for r in mates if r.claim.kind == SHOT and _live(r)]
    stated = [r for r in own if r.subset is None]
    if stated:
        return [max(stated, key=lambda r: (size(r.claim), r.id))]
    if not own:
        return []
    others = [r for r in mates if r.claim.kind in SUMMED and r.claim.person is not None and _live(r)]
    return _parts([*own, *others])


def _injured(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, kind="injured")


def _alone(r: Reading) -> bool:
    return r.claim.person is not None


def _died_since(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The wounded of one report who are the dead of another that knows of no wounded."""
    articles = _by_article(r for r in readings if _live(r))
    dead = {
        a: max((size(r.claim) for r in rs if r.claim.kind == "killed" and r.subset is None), default=0)
        for a, rs in articles.items()
    }
    hurt = {a: any(r.claim.kind in ("injured", SHOT) and size(r.claim) > 0 for r in rs) for a, rs in articles.items()}
    later = [a for a in sorted(dead) if dead[a] and not hurt[a]]
    out = []
    for r in readings:
        gone = r.claim.kind == "injured" and _live(r) and r.subset is None and not dead.get(r.article)
        other = next((a for a in later if a != r.article and size(r.claim) <= dead[a]), None)
        if gone and other is not None and size(r.claim) > 0:
            r = msgspec.structs.replace(r, taken_back="has died since, as another report tells")
        out.append(r)
    return tuple(out)
