"""The number stands, but what it counts was changed: evacuated people became missing ones."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks.base import cite, found, versus
from variorum.checks.desk import Desk
from variorum.checks.victims import crossed, renamed, resexed, swaps
from variorum.model import Discrepancy


def changed_victim_class(desk: Desk) -> Iterator[Discrepancy]:
    """Claims of a derived article whose number its source gives to another kind, or to another sort of people."""
    for claim, source in desk.once(swaps):
        yield found(
            "changed_victim_class",
            "error",
            (claim.span, source.span),
            f"{claim.kind}: {claim.value.stated}; the source has them as {desk.kinds[source.kind].label}",
            versus(claim.span, source.span),
        )
    known = []
    for claim, source in crossed(desk):
        known.append(claim.span)
        message = f"{claim.kind}: {claim.value.stated} {claim.subset}; the source has {source.value.stated} of them"
        yield found(
            "changed_victim_class", "error", (claim.span, source.span), message, versus(claim.span, source.span)
        )
    for claim, source, noun, other in renamed(desk):
        if any(claim.span.overlaps(span) for span in known):
            continue
        known.append(claim.span)
        yield found(
            "changed_victim_class",
            "error",
            (claim.span, source.span),
            f"{claim.kind}: {claim.value.stated} {noun}; the source has {source.value.stated} {other}",
            versus(claim.span, source.span),
        )
    for fault, against in resexed(desk):
        if not any(fault.overlaps(span) for span in known):
            message = f"{cite(fault)} where the source has {cite(against)}"
            yield found("changed_victim_class", "error", (fault, against), message, versus(fault, against))
