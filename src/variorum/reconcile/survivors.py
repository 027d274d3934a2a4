"""The wounded among those shot or taken to hospital, and those who have died since."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import msgspec

from variorum.model import Claim, Step
from variorum.reconcile.described import same_aged
from variorum.reconcile.parts import distinct_parts
from variorum.reconcile.readings import Reading
from variorum.reconcile.sums import INJURED, SHOT, SUMMED, by_article, live, of_others, restated, stated
from variorum.reconcile.values import size

FURTHER = frozenset(("another", "other", "second", "third", "fourth", "fifth"))


def survivors(
    readings: tuple[Reading, ...],
    steps: dict[tuple[str, str], Step],
    slain: AbstractSet[str] = frozenset(),
    told: tuple[Reading, ...] = (),
    beside: AbstractSet[str] = frozenset(),
) -> tuple[Reading, ...]:
    """Those shot who did not die, where no report counts the wounded, or counts fewer of them.

    `told`: the readings before persons were summed up, for those shot in one breath with a class.
    `slain`: the articles whose dead hold the one who shot; where they count whom that one shot, he is none of these,
    nor of the counts in `beside` (claim ids), which leave him out by their own words.
    """
    counted = [r for r in readings if r.claim.kind == "injured" and stated(r) and ("injured", r.id) not in steps]
    most = max((size(r.claim) for r in counted), default=0)
    out = list(readings)
    singly = by_article(told)
    all_dead = max((_dead(m) for m in by_article(readings).values()), default=0)
    for article, mates in sorted(by_article(readings).items()):
        shot = _shot(singly.get(article, mates))
        if not shot:
            continue
        hit = sum(size(r.claim) for r in shot)
        dead = _dead_among(shot, mates, all_dead)
        if dead is None:
            continue
        if article in slain and dead and any(r.id in beside or ACTIVE.match(r.claim.span.text) for r in shot):
            dead -= 1
        left = int(hit - dead)
        here = [r for r in counted if r.article == article]
        if counted and not (left > most and (not here or _opens(shot, here))):
            continue
        if 0 < left < _summed_counts(mates, steps, singly.get(article, ())):
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
        lead = restated(shot[0], left, left, left)
        kinded = msgspec.structs.replace(lead, claim=_injured(lead.claim), root=_injured(lead.root))
        why = f"no count of the wounded: {int(hit)} shot less {int(dead)} killed"
        steps["injured", lead.id] = Step("rest", (lead.id,), (), why, kinded.claim.value)
        out.append(kinded)
    return tuple(sorted(out, key=lambda r: (r.claim.span, r.id, r.claim.kind, r.subset or "")))


def _summed_counts(mates: Iterable[Reading], steps: dict[tuple[str, str], Step], told: Iterable[Reading]) -> float:
    """How many hurt an article's counts add up to, where it tells none of them one by one."""
    if any(r.claim.kind == INJURED and r.claim.person is not None for r in told):
        return 0
    return max((size(r.claim) for r in mates if r.claim.kind == INJURED and (INJURED, r.id) in steps), default=0)


def _dead_among(shot: list[Reading], mates: Iterable[Reading], all_dead: float) -> float | None:
    """How many of those shot died, also since; None where "multiple" were shot and some of them died."""
    if len(shot) == 1 and of_others(shot[0]):  # "three others were shot" besides the dead
        return 0
    dead = _dead(mates) or (all_dead if all_dead < sum(size(r.claim) for r in shot) else 0)
    return None if dead and len(shot) == 1 and shot[0].claim.value.number is None else dead


ACTIVE = re.compile(r"sh(?:oot|ot)\w*\b", re.I)
"""Before a number: whom somebody shot ("shot six people"), not all who were shot."""


def _further(r: Reading) -> bool:
    """Whether a person is told as one more ("another woman")."""
    words = (r.claim.person or r.claim.span.text).casefold().split()
    return any(w in FURTHER for w in words)


def carried(readings: tuple[Reading, ...], steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """Those taken to hospital, where no report tells of anyone hurt; some may be among the dead. Where fewer are told
    of as hurt than were taken there and cannot be dead, the hurt are no fewer than these."""
    if any(r.claim.kind in ("infected", "missing") for r in readings if live(r) and size(r.claim) > 0):
        return readings
    hurt = [r for r in readings if r.claim.kind == INJURED and live(r) and r.subset is None and size(r.claim) > 0]
    most_hurt = max((size(r.claim) for r in hurt), default=0)
    out = list(readings)
    for article, mates in sorted(by_article(readings).items()):
        carried = [r for r in mates if r.claim.kind == "hospitalised" and stated(r)]
        if not carried:
            continue
        most = max(carried, key=lambda r: (size(r.claim), r.id))
        number, dead = int(size(most.claim)), int(max(_dead(m) for m in by_article(readings).values()))
        if number <= dead:  # most likely the dead themselves
            continue
        alone = all(r.claim.person is not None or r.derived for r in hurt)  # told one by one, some of them
        if hurt and not most_hurt < number - dead <= (number if alone else 2 * most_hurt):
            continue  # far more in hospital are others than these
        if hurt:
            number -= dead
            dead = 0
        open_ = most.claim.value.high is None and not dead  # "more than 40" were taken there
        lead = restated(most, number, max(number - dead, 0), None if open_ else number)
        kinded = msgspec.structs.replace(lead, claim=_injured(lead.claim), root=_injured(lead.root))
        out = [r for r in out if not (r.article == article and r.claim.kind == INJURED)]
        steps[INJURED, lead.id] = Step(
            "rest", (lead.id,), (), f"no count of the hurt: {number} in hospital", kinded.claim.value
        )
        out.append(kinded)
    return tuple(sorted(out, key=lambda r: (r.claim.span, r.id, r.claim.kind, r.subset or "")))


def _opens(shot: list[Reading], counted: list[Reading]) -> bool:
    """Whether an article counts those shot first, and then some of the wounded among them."""
    whole = len(shot) == 1 and stated(shot[0])
    return whole and bool(counted) and all(shot[0].claim.span < r.claim.span for r in counted)


def _dead(mates: Iterable[Reading]) -> float:
    """The dead that one article counts, also as some of those hit ("a shooting of four that left two of them dead")."""
    own = (r for r in mates if r.claim.kind == "killed" and r.subset is None and r.claim.person is None)
    some = [r for r in own if not (r.distorted or r.taken_back or r.claim.negated or r.claim.earlier)]
    return max((size(r.claim) for r in some), default=0)


def _shot(mates: list[Reading]) -> list[Reading]:
    """The largest stated count of those shot, else the classes and persons told in one breath."""
    own = [r for r in mates if r.claim.kind == SHOT and live(r)]
    stated = [r for r in own if r.subset is None]
    stated = [r for r in stated if r.claim.value.number is not None] or stated
    if stated:
        return [max(stated, key=lambda r: (size(r.claim), r.id))]
    if not own:
        return []
    others = [r for r in mates if r.claim.kind in SUMMED and r.claim.person is not None and live(r)]
    return distinct_parts([*own, *others])


def _injured(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, kind="injured")


def _alone(r: Reading) -> bool:
    return r.claim.person is not None


def died_since(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Without the wounded of one report who are the dead of another that knows of no wounded."""
    articles = by_article(r for r in readings if live(r))
    dead = {a: _deaths(rs) for a, rs in articles.items()}
    hurt = {a: any(r.claim.kind in (INJURED, SHOT) and size(r.claim) > 0 for r in rs) for a, rs in articles.items()}
    later = [a for a in sorted(dead) if dead[a] and not hurt[a]]
    out = []
    slain = [r for r in readings if r.claim.kind == "killed" and r.claim.person is not None and live(r)]
    for r in readings:
        if r.claim.kind == INJURED and any(_one_of(r, d) for d in slain):
            r = msgspec.structs.replace(r, taken_back="has died since, as another report tells by name")
        gone = r.claim.kind == INJURED and live(r) and r.subset is None and not dead.get(r.article) and not of_others(r)
        since = (
            a
            for a in later
            if a != r.article and size(r.claim) <= dead[a] and (_alone(r) or not _after(r, articles[a]))
        )
        if gone and size(r.claim) > 0 and any(since):
            r = msgspec.structs.replace(r, taken_back="has died since, as another report tells")
        out.append(r)
    return tuple(out)


def _one_of(r: Reading, dead: Reading) -> bool:
    """Whether a person told as hurt is one told as dead by name in another report, not an earlier one."""
    names = [set(WORD.findall(c.person or "")) for c in (r.claim, dead.claim)]
    shared = names[0] & names[1]
    full = len(shared) >= NAMED
    later = full or (dead.as_of or "") >= (r.as_of or "")  # who has died by full name is dead in later reports too
    same = full or (bool(shared) and shared in names)
    return (r.article != dead.article and later and same) or _as_old(r, dead)


def _as_old(r: Reading, dead: Reading) -> bool:
    """Whether the hurt and the dead are called the same, with an age: "shoots *8-year-old brother*", "his 8-year-old
    brother died"."""
    hurt, slain = r.claim.person or "", dead.claim.person or ""
    return same_aged(hurt, slain) and (dead.as_of or "") >= (r.as_of or "")


WORD = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,}")
NAMED = 2
"""Words of a name that two reports must share."""


def _after(r: Reading, others: Iterable[Reading]) -> bool:
    """Whether a reading is of a later day than all of another report."""
    newest = max((o.as_of or "" for o in others), default="")
    return "" < newest < (r.as_of or "")


def _deaths(mates: Iterable[Reading]) -> float:
    """The dead that one article tells of: its largest total, or the persons it tells one by one."""
    rows = [r for r in mates if r.claim.kind == "killed"]
    persons = {r.claim.person for r in rows if r.claim.person is not None}
    return max(len(persons), max((size(r.claim) for r in rows if r.subset is None), default=0))
