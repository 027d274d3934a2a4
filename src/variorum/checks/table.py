"""The rules, in the order of `DiscrepancyType`; outsiders add theirs by entry point `variorum.checks`."""

from __future__ import annotations

RULES = {
    name: f"variorum.checks.rules.{name}:{name}"
    for name in (
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
    )
}
"""Type of discrepancy → `module:function` of its rule."""
