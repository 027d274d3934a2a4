"""Reports of several events ("three shootings overnight left …"): which of them their counts are of stays open."""

from __future__ import annotations

import msgspec

from variorum.lang.events import several
from variorum.model import Step, Value
from variorum.reconcile.lines import Lines
from variorum.reconcile.readings import Reading
from variorum.reconcile.sums import INJURED, SHOT, live
from variorum.reconcile.values import best_of, size

KILLED = "killed"
HARM = frozenset((KILLED, INJURED, SHOT, "hospitalised"))
LEAD = 400
"""Characters of a report within which it says so."""


def round_ups(readings: tuple[Reading, ...], lines: Lines) -> frozenset[str]:
    """The articles that open with several events; none where more of those that tell of harm do so than not, beside
    others: one who shot in several places is an event of its own."""
    found = frozenset(a.id for a in lines.articles.values() if several(a.title or "") or several(a.text[:LEAD]))
    telling = _telling(readings)
    return frozenset() if len(telling & found) > len(telling - found) > 0 else found


def _telling(readings: tuple[Reading, ...]) -> frozenset[str]:
    return frozenset(r.article for r in readings if r.claim.kind in HARM and live(r) and size(r.claim) > 0)


def without_round_ups(readings: tuple[Reading, ...], found: frozenset[str]) -> tuple[Reading, ...]:
    """The readings; what a round-up tells of harm is out where reports of the one event tell of some."""
    telling = _telling(readings)
    if not telling & found or not telling - found:
        return readings
    why = "of a report of several events"
    return tuple(
        msgspec.structs.replace(r, taken_back=r.taken_back or why) if r.claim.kind in HARM and r.article in found else r
        for r in readings
    )


def opened(
    readings: tuple[Reading, ...], found: frozenset[str], steps: dict[tuple[str, str], Step]
) -> tuple[Reading, ...]:
    """The readings; of a count in a round-up any part may be the event's, and the steps say so."""
    return tuple(_opened(r, steps) if r.article in found and _counts(r) else r for r in readings)


def _counts(r: Reading) -> bool:
    return r.claim.kind in (KILLED, INJURED) and r.subset is None and live(r) and bool(best_of(r.claim.value))


def _opened(r: Reading, steps: dict[tuple[str, str], Step]) -> Reading:
    number = best_of(r.claim.value) or 0
    value = Value(r.claim.value.stated, number, 0, max(number, r.claim.value.high or 0), "range")
    told = steps.get((r.claim.kind, r.id))
    new = Step("open", (r.id,), (), "told of several events, of which this is one", value)
    steps[r.claim.kind, r.id] = new if told is None else msgspec.structs.replace(told, value=value)
    claim, root = (msgspec.structs.replace(c, value=value) for c in (r.claim, r.root))
    return msgspec.structs.replace(r, claim=claim, root=root)
