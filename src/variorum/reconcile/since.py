"""Those who died since the count that a report still carries: its headline keeps up with the news, or the headline of
another report says that a third victim has died. They were among the hurt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from variorum.model import Step
from variorum.reconcile.nth import place
from variorum.reconcile.readings import Reading
from variorum.reconcile.sums import INJURED, SHOT, by_article, live, restated, stated
from variorum.reconcile.values import size

KILLED = "killed"
DIED = re.compile(r"\b(?:die[sd]|dying|succumb\w*|passed\s+away)\b", re.I)
"""What is told of one who lived for a while; who was killed may have died at once."""
FEW = 2
"""So many may have died since: a larger gap between two counts has another reason."""
BESIDE = 120
"""Characters within which dead and hurt are counted in one breath."""


def with_died_since(readings: tuple[Reading, ...], steps: dict[tuple[str, str], Step]) -> tuple[Reading, ...]:
    """The readings, counts of the hurt that are as old as a lower count of the dead without those who died since."""
    nth = _nth(readings)
    fewer: dict[str, int] = {}
    for _, mates in sorted(by_article(readings).items()):
        if any(r.claim.exclusive_of for r in mates if r.claim.kind == KILLED):
            continue
        for hurt in (r for r in mates if r.claim.kind == INJURED and _counts(r)):
            gone = _since_headline(hurt, mates, readings) or _since_nth(hurt, mates, nth)
            if 0 < gone <= FEW and size(hurt.claim) >= gone:
                fewer[hurt.id] = gone
    return tuple(_less(r, fewer[r.id], steps) if r.id in fewer else r for r in readings)


def _since_headline(hurt: Reading, mates: Sequence[Reading], readings: Iterable[Reading]) -> int:
    """How many died since a body's count of the hurt, by its own headline's count of the dead or by a headline that
    says that the one told of as hurt has died."""
    totals = [r for r in mates if r.claim.kind == KILLED and stated(r)]
    body = _of_body(totals)
    rows = tuple(readings)
    if not body:
        return int(_lone(hurt, mates) and any(_has_died(r, hurt) for r in rows))
    told = any(r.claim.kind == KILLED and DIED.search(r.claim.span.text) for r in rows)
    known = max(size(r.claim) for r in totals)
    beside = max((size(r.claim) for r in body if _beside(r, hurt)), default=known)
    return int(known - beside) if told else 0


def _since_nth(hurt: Reading, mates: Iterable[Reading], nth: Reading | None) -> int:
    """How many died since a count of the hurt, by a headline's "third victim dies"."""
    if nth is None or not (hurt.as_of and nth.as_of and hurt.as_of <= nth.as_of):
        return 0
    body = _of_body(r for r in mates if r.claim.kind == KILLED and stated(r))
    last = size(nth.claim)
    return int(last - max((size(r.claim) for r in body), default=last - 1))


def _of_body(totals: Iterable[Reading]) -> list[Reading]:
    return [r for r in totals if r.claim.section != "headline" and not r.derived]


def _nth(readings: Iterable[Reading]) -> Reading | None:
    """The latest "third victim dies" of a headline, which counts all the dead so far."""
    found = [r for r in readings if r.claim.kind == KILLED and stated(r) and place(r.claim.value.stated) is not None]
    return max(found, key=lambda r: (r.as_of or "", size(r.claim), r.id), default=None)


def _has_died(r: Reading, hurt: Reading) -> bool:
    """Whether a headline, not an older one, says that a person has died."""
    one = r.claim.kind == KILLED and r.claim.person is not None and live(r)
    newer = r.article == hurt.article or bool(hurt.as_of and r.as_of and hurt.as_of <= r.as_of)
    return one and newer and r.claim.section == "headline" and DIED.search(r.claim.span.text) is not None


def _lone(hurt: Reading, mates: Iterable[Reading]) -> bool:
    """Whether a report tells of one hurt, and of no others shot or hurt."""
    others = (r for r in mates if r.claim.kind in (INJURED, SHOT) and live(r) and r is not hurt)
    return size(hurt.claim) == 1 and not any(size(r.claim) > 0 for r in others)


def _counts(r: Reading) -> bool:
    return live(r) and r.subset is None and r.claim.person is None and r.claim.value.number is not None


def _beside(dead: Reading, hurt: Reading) -> bool:
    """Whether both are counted in one breath."""
    one, other = sorted((dead.claim.span, hurt.claim.span))
    return other.start - one.end < BESIDE


def _less(r: Reading, gone: int, steps: dict[tuple[str, str], Step]) -> Reading:
    """The count without those who died since; whether it held them stays open."""
    number = int(size(r.claim))
    lead = restated(r, number - gone, number - gone, number)
    claim = msgspec.structs.replace(lead.claim, increment=r.claim.increment)
    why = f"{r.claim.value.stated} less {gone} who died since"
    steps[INJURED, r.id] = Step("rest", (r.id,), (), why, claim.value)
    return msgspec.structs.replace(lead, claim=claim, root=r.root)
