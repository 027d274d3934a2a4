"""How near a word that governs an amount stands to it, so that the nearest one decides."""

from __future__ import annotations

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.kinds.patterns import Pattern
from variorum.kinds.patterns import Relation as Trigger

BESIDE = {"modifier": 0, "object": 1}
"""Relations by how close they tie a word to an amount; all others come after."""


def gap_to(frame: Frame, counted: Counted) -> int:
    """Characters between the amount (with its noun) and the governing word."""
    if frame.word.end <= counted.start:
        return counted.start - frame.word.end
    end = counted.noun.end if counted.noun is not None and counted.noun.start >= counted.start else counted.end
    return max(0, frame.word.start - end)


def inverted(frame: Frame, counted: Counted, pattern: Pattern) -> bool:
    """ "there died 12 people": an intransitive verb just before its subject."""
    return not pattern.context and frame.word.end <= counted.start <= frame.word.end + 12


def penalty(frame: Frame, trigger: Trigger, counted: Counted) -> int:
    """Weaker evidence counts as farther: the counted noun itself, and words beyond the next amount."""
    beyond = 2 if frame.word.start > counted.horizon else 0
    return beyond + (2 if trigger == "nouns" and frame.relation == "self" else 0)
