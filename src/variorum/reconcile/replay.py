"""Replays a figure's steps: the proof that they lead to it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from variorum.model import Claim, Figure, Number
from variorum.reconcile.values import best_of, point


def replay(figure: Figure, claims: Iterable[Claim]) -> tuple[Number | None, Number | None, Number | None]:
    """The (low, best, high) that the figure's steps give when followed over `claims`.

    Raises ValueError when the steps do not hang together (a step keeps what an earlier one dropped).
    """
    known = {c.id: c for c in claims}
    open_ = set(figure.steps[0].kept)
    best: Number | None = None
    for step in figure.steps:
        if step.value is not None:
            lead = step.kept[0]
            if lead not in open_:
                raise ValueError(f"step {step.rule!r} speaks of readings that are out already")
            known[lead] = replace(known[lead], value=step.value)
            open_ -= set(step.dropped)
            continue
        if not set(step.kept) | set(step.dropped) <= open_:
            raise ValueError(f"step {step.rule!r} speaks of readings that are out already")
        if step.rule == "best":
            best = best_of(known[step.kept[0]].value)
        elif set(step.kept) != open_ - set(step.dropped):
            raise ValueError(f"step {step.rule!r} loses readings without saying so")
        open_ -= set(step.dropped)
    low, high = bounds(known[i] for i in sorted(open_))
    return low, best, high


def bounds(claims: Iterable[Claim]) -> tuple[Number | None, Number | None]:
    """Lowest low and highest high of the readings; an open end stays open (null)."""
    points = [point(c.value) for c in claims]
    lows = [low for low, _ in points]
    highs = [high for _, high in points]
    low = None if not lows or None in lows else min(x for x in lows if x is not None)
    high = None if not highs or None in highs else max(x for x in highs if x is not None)
    return low, high
