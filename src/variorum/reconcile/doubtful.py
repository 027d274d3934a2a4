"""Single persons told as hurt who may be the dead: a report that does not name them may tell, in other words, of those
whose death it or another report tells."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.reconcile.described import named
from variorum.reconcile.readings import Reading
from variorum.reconcile.sums import live
from variorum.reconcile.values import size

BESIDE = 200
"""Characters within which the dead and a person hurt are told beside each other, and so are others."""
FULL = 2
"""Words of a name by which a person is known."""


def dead_of(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The dead that the story tells of, one by one or counted."""
    return tuple(r for r in readings if r.claim.kind == "killed" and live(r) and size(r.claim) > 0)


def surely_hurt(persons: Iterable[Reading], dead: Iterable[Reading]) -> int:
    """How many of the persons told as hurt are surely none of the dead: those told by their full name, as others than
    those before, or beside the dead."""
    slain = tuple(dead)
    return sum(_known(p) or p.claim.increment or any(_beside(p, d) for d in slain) for p in persons)


def _known(p: Reading) -> bool:
    return named(p.claim.person) and len((p.claim.person or "").split()) >= FULL


def _beside(p: Reading, d: Reading) -> bool:
    one, other = sorted((p.claim.span, d.claim.span))
    return p.article == d.article and other.start - one.end < BESIDE
