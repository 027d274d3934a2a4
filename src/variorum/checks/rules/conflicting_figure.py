"""Independent reports disagree, or an earlier count stands beside a later one."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import pairs
from variorum.checks.base import found, versus
from variorum.checks.corrections import corrections
from variorum.checks.desk import Desk
from variorum.checks.lone import lone
from variorum.checks.readings import Reading, readings
from variorum.checks.things import things
from variorum.model import Discrepancy, Severity, Span


def conflicting_figure(desk: Desk) -> Iterator[Discrepancy]:
    """One per article that reports by itself and thing counted, against the reading that stands; then corrections."""
    known: list[Span] = []
    reported: list[tuple[Span, ...]] = []
    for reading in readings(desk):
        known.extend(c.span for c in reading.faults)
        reported.append((*(c.span for c in reading.faults), reading.standing.span))
        yield _report(desk, reading)
    for d in pairs.conflicting(desk, reported):
        message = f"{d.stated} against {d.true}"
        yield found("conflicting_figure", "info", (d.fault, d.against), message, versus(d.fault, d.against, LAID))
    for t in things(desk):
        message = f"{t.stated}{', later' if t.later else ' against'} {t.true}"
        yield found("conflicting_figure", "info", (t.fault, t.against), message, versus(t.fault, t.against, COUNTED))
    for one, several in lone(desk):
        message = f"{one.kind}: one against {several.value.stated}"
        yield found("conflicting_figure", "info", (one.span, several.span), message, versus(one.span, several.span))
    for c in corrections(desk):
        if not any(c.earlier.overlaps(span) for span in known):
            message = f"{c.number}, later corrected to {c.now}"
            yield found("conflicting_figure", "info", (c.earlier, c.later), message, versus(c.earlier, c.later))


LAID = "sentences laid on each other: the same unit between the same words"
COUNTED = "each report has one number of this thing, and the sentences agree about more than it"


def _report(desk: Desk, reading: Reading) -> Discrepancy:
    fault, standing = reading.faults[0], reading.standing
    severity: Severity = "info" if reading.overtaken else "warning"
    return found(
        "conflicting_figure",
        severity,
        (*(c.span for c in reading.faults), standing.span),
        f"{fault.kind}: {_stated(reading)}{', later' if reading.overtaken else ' against'} {standing.value.stated}",
        versus(fault.span, standing.span, _why(desk, reading)),
    )


def _stated(reading: Reading) -> str:
    return ", ".join(dict.fromkeys(c.value.stated for c in reading.faults))


def _why(desk: Desk, reading: Reading) -> str:
    if reading.overtaken:
        return "an earlier count, since overtaken"
    days = [desk.articles[c.span.article].published for c in (reading.faults[0], reading.standing)]
    if all(days) and days[0] != days[1]:
        return f"independent reports, of {days[0]} and of {days[1]}"
    return "independent reports, not reconciled by time"
