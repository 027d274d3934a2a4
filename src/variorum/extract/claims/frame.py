"""A word that governs an amount, and how."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from variorum.text.tree import Token

Relation = Literal["subject", "object", "modifier", "self", "of", "total"]


INNER = 4
"""How far a state before its noun counts as: "searched for two *missing* men", but "found two missing men dead"."""


class Frame(Struct, frozen=True):
    """`word` governs the amount as `relation` says; smaller `distance` is nearer."""

    relation: Relation
    word: Token
    distance: int
    case: str = ""
