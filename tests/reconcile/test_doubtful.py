"""Who of those told as hurt may be one of the dead."""

from __future__ import annotations

from variorum.model import Claim, Span, Value
from variorum.reconcile.doubtful import dead_of, surely_hurt
from variorum.reconcile.readings import Reading


def reading(kind: str, person: str | None, at: int, *, article: str = "a", increment: bool = False) -> Reading:
    """One person, told at a place of an article."""
    claim = Claim(
        id=f"{article}-{at}",
        kind=kind,
        value=Value(person or "one", 1, 1, 1),
        unit="people",
        span=Span(article, at, at + 9, "." * 9),
        person=person,
        increment=increment,
    )
    return Reading(claim=claim, root=claim, origin=article, as_of=None)


DEAD = [reading("killed", "Ana Weld", 0)]


def test_somebody_described_far_from_the_dead_or_in_another_report_may_be_dead() -> None:
    assert surely_hurt([reading("injured", "a clerk", 900)], DEAD) == 0
    assert surely_hurt([reading("injured", "a clerk", 20, article="b")], DEAD) == 0


def test_others_the_named_and_those_beside_the_dead_are_not() -> None:
    assert surely_hurt([reading("injured", "Lev Brandt", 900)], DEAD) == 1
    assert surely_hurt([reading("injured", "another clerk", 900, increment=True)], DEAD) == 1
    assert surely_hurt([reading("injured", "a clerk", 40)], DEAD) == 1


def test_the_dead_are_those_told_as_killed() -> None:
    assert len(dead_of([*DEAD, reading("injured", "a clerk", 40)])) == 1
