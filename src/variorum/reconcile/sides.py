"""Civilians and soldiers of one fight, counted by its two sides: two counts, and neither is the other's rival.

Coders of conflict count them apart (UCDP GED: `deaths_civilians` beside `deaths_a` and `deaths_b`), and so do reports:
"shelling killed 14 civilians, the governor said; the army said it had killed 30 soldiers".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from variorum.lang import subsets
from variorum.reconcile.lines import Lines
from variorum.reconcile.older import two_voices
from variorum.reconcile.readings import Reading
from variorum.reconcile.sums import ARMED, CIVIL, stated
from variorum.reconcile.values import same_number

COUNTED = ("killed", "injured")
LEAD = 24
"""Characters before a count in which its sort may be named ("the number of civilians killed to 17")."""


def apart(readings: Iterable[Reading], lines: Lines) -> tuple[Reading, ...]:
    """The readings; where an article counts civilians by one voice and soldiers by another, each count of either is a
    count of that part, and so is a bare one with the number that its line gives for the part."""
    readings = tuple(readings)
    for kind in COUNTED:
        own = [r for r in readings if r.claim.kind == kind and r.subset is None and stated(r)]
        sorts = {r.id: sort for r in own if (sort := _sort(r, lines)) is not None}
        if not _two_sides(own, sorts):
            sorts = _claimed(own, sorts, [r for r in readings if r.claim.kind == kind])
            readings = tuple(msgspec.structs.replace(r, subset=sorts.get(r.id, r.subset)) for r in readings)
            continue
        known = [(r, sorts.get(r.id) or r.subset) for r in readings if r.claim.kind == kind]
        sorts |= {r.id: sort for r in own if r.id not in sorts and (sort := _told(r, known)) is not None}
        more = [r for r in readings if r.claim.kind == kind and r.subset is None and _no_whole(r)]
        sorts |= {r.id: sorts[near.id] for r in more if (near := _nearest(r, own, sorts)) is not None}
        readings = tuple(
            msgspec.structs.replace(r, subset=sorts[r.id]) if r.claim.kind == kind and r.id in sorts else r
            for r in readings
        )
    return readings


def _two_sides(own: list[Reading], sorts: Mapping[str, str]) -> bool:
    """Whether one article has civilians by one voice and soldiers by another."""
    if CIVIL not in sorts.values() or not ARMED & set(sorts.values()):
        return False
    told = [r for r in own if r.id in sorts]
    return any(
        a.article == b.article and (sorts[a.id] == CIVIL) != (sorts[b.id] == CIVIL) and two_voices(a, b)
        for a, b in combinations(told, 2)
    )


def _claimed(own: Iterable[Reading], sorts: Mapping[str, str], told: Iterable[Reading]) -> dict[str, str]:
    """Soldiers whom one side says it killed, where some of the dead are civilians and another voice of the article
    counts all of them: no rival of that total."""
    if not any(r.subset == CIVIL and not r.claim.negated for r in told):
        return {}
    whole = [r for r in own if r.id not in sorts]
    armed = [r for r in own if sorts.get(r.id) in ARMED]
    found = {r.id: sorts[r.id] for r in armed if any(w.article == r.article and two_voices(w, r) for w in whole)}
    parts = [(r.origin, r.root.value.number, r.subset) for r in told if r.subset in ARMED]
    parts += [(r.origin, r.root.value.number, found[r.id]) for r in armed if r.id in found]
    return found | {r.id: sorts[r.id] for r in armed if (r.origin, r.root.value.number, sorts[r.id]) in parts}


def _sort(reading: Reading, lines: Lines) -> str | None:
    """Whom the count names, civilians or soldiers: in its own words, else right before them."""
    span = reading.claim.span
    article = lines.articles.get(span.article)
    before = article.text[max(0, span.start - LEAD) : span.start] if article is not None else ""
    for text in (span.text, before):
        named = subsets.named(text) & (ARMED | {CIVIL})
        if named:
            return min(named) if len(named) == 1 else None
    return None


def _told(reading: Reading, known: Iterable[tuple[Reading, str | None]]) -> str | None:
    """The part that the same line or voice gives with this number."""
    found = {
        sort
        for other, sort in known
        if sort in ARMED | {CIVIL}
        and other.id != reading.id
        and same_number(other.claim.value, reading.claim.value)
        and (other.origin == reading.origin or _one_voice(other, reading))
    }
    return min(s for s in found if s is not None) if len(found) == 1 else None


def _no_whole(reading: Reading) -> bool:
    return reading.claim.increment or reading.claim.partial


def _nearest(added: Reading, own: Iterable[Reading], sorts: Mapping[str, str]) -> Reading | None:
    """The count of a part that "three more" or "we counted 11 bodies" stands nearest to in its article."""
    near = [r for r in own if r.id in sorts and r.article == added.article]
    return min(near, key=lambda r: (abs(r.claim.span.start - added.claim.span.start), r.id), default=None)


def _one_voice(a: Reading, b: Reading) -> bool:
    return bool(a.claim.attribution and b.claim.attribution) and not two_voices(a, b)
