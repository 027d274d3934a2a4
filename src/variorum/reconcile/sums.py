"""What derived totals rest on: which readings count all that an article states, and readings with a new value."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from variorum.model import Modifier, Number, Value
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import size

SUMMED = ("killed", "injured", "detained")
"""Kinds whose parts are told one by one; elsewhere parts overlap more often than they add up."""
SHOT = "shot"
INJURED = "injured"
PLURAL = 2
"""What a plural without a number says at least."""
FEW = 4
"""Up to this low end a word for several is no count of all."""


def plural(r: Reading) -> bool:
    """A bare plural ("people were hurt")."""
    return r.claim.value.number is None and r.claim.value.low == PLURAL and r.subset is None


OTHERS = re.compile(r"\bothers?\b", re.I)


def of_others(r: Reading) -> bool:
    """ "two others were hurt": others than some told of before, so that a count of all may follow."""
    return OTHERS.search(r.claim.span.text) is not None


def live(r: Reading) -> bool:
    """Whether a reading can take part in a total: neither taken back nor a part."""
    claim = r.claim
    return not (r.distorted or r.taken_back or claim.negated or claim.earlier or claim.voided or claim.partial)


CIVIL = "civilians"
ARMED = frozenset(("soldiers", "fighters"))


def sided(readings: Iterable[Reading]) -> bool:
    """Whether civilians and soldiers are told apart by two sides, whose counts add up to nothing (see `sides`)."""
    return any(r.subset is not None and r.root.subset is None for r in readings)


def of_a_side(r: Reading) -> bool:
    """A count of civilians or of soldiers."""
    return r.subset == CIVIL or r.subset in ARMED


def stated(r: Reading) -> bool:
    """Whether a reading is a count of all that its article states; a bare plural ("people were hurt") counts nobody,
    and "two besides the mayor" not all."""
    value = r.claim.value
    counts = value.number is not None or (value.low or 0) > FEW
    alone = r.subset is None and r.claim.person is None and not r.claim.increment and r.claim.exclusive_of is None
    return live(r) and alone and size(r.claim) > 0 and counts


def by_article(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    """The readings of each article."""
    out: dict[str, list[Reading]] = defaultdict(list)
    for r in readings:
        out[r.article].append(r)
    return out


def renewed(r: Reading, value: Value) -> Reading:
    """The reading with another value, and nobody left out."""
    claim, root = (msgspec.structs.replace(c, value=value, exclusive_of=None) for c in (r.claim, r.root))
    return msgspec.structs.replace(r, claim=claim, root=root)


def restated(reading: Reading, number: Number, low: Number, high: Number | None) -> Reading:
    """The reading with a derived value for all."""
    modifier: Modifier = "exactly" if low == high == number else "at least" if high is None else "range"
    value = Value(str(number), number, low, high, modifier)
    claim = msgspec.structs.replace(reading.claim, value=value, subset=None, person=None, place=None, increment=False)
    root = msgspec.structs.replace(reading.root, value=value, subset=None, person=None, place=None, increment=False)
    return msgspec.structs.replace(reading, claim=claim, root=root, subset=None, place=None, derived=True)
