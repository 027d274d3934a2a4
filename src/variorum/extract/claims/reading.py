"""An amount that was read as a count."""

from __future__ import annotations

from msgspec import Struct

from variorum.extract.claims.choose import Choice
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.parts import Link
from variorum.text.tree import Token


class Reading(Struct, frozen=True):
    """An amount read as a count, before it is written down."""

    counted: Counted
    kind: str
    choice: Choice | None
    link: Link | None
    noun: Token | None
    antecedent: Reading | None = None


Earlier = list[tuple[Counted, Reading | None]]
"""The amounts read so far, each with what it was read as."""
