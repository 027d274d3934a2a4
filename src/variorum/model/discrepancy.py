"""Typed, located differences that an editor would want to know."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from variorum.model.span import Span

Severity = Literal["info", "warning", "error"]
DiscrepancyType = Literal[
    "changed_figure",
    "conflicting_figure",
    "changed_modifier",
    "altered_quote",
    "spliced_quote",
    "reversed_meaning",
    "changed_speaker",
    "lost_attribution",
    "changed_title",
    "changed_medium",
    "changed_place",
    "changed_date",
    "changed_victim_class",
    "totals_mismatch",
    "unsupported",
    "incoherent",
]


class Discrepancy(Struct, frozen=True, kw_only=True):
    """`spans`: the passage at fault first, then what it stands against; `why` names both passages."""

    id: str
    type: DiscrepancyType
    severity: Severity
    spans: tuple[Span, ...]
    message: str
    why: tuple[str, ...] = ()
