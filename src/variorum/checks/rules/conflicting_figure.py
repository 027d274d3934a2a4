"""Independent reports disagree, or an earlier count stands beside a later one."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures, pairs
from variorum.checks.base import found, versus
from variorum.checks.corrections import corrections
from variorum.checks.counterparts import counterparts
from variorum.checks.desk import Desk
from variorum.checks.disputed import denied, disputed
from variorum.checks.lone import lone
from variorum.checks.readings import Reading, readings
from variorum.checks.things import things
from variorum.model import Claim, Discrepancy, Severity, Span


def conflicting_figure(desk: Desk) -> Iterator[Discrepancy]:
    """One per article that reports by itself and thing counted, against the reading that stands; then corrections."""
    known: list[Span] = []
    reported: list[tuple[Span, ...]] = []
    told: list[Reading] = []
    for reading in readings(desk):
        told.append(reading)
        known.extend(c.span for c in reading.faults)
        reported.append((*(c.span for c in reading.faults), reading.standing.span))
        yield _report(desk, reading)
    for a in counterparts(desk):
        if not any(_same(a.fault, a.against, r) for r in told):
            reported.append((a.fault.span, a.against.span))
            known.append(a.fault.span)
            message = (
                f"{a.fault.kind}: {a.fault.value.stated}{', later' if a.later else ' against'} {a.against.value.stated}"
            )
            why = versus(a.fault.span, a.against.span, BESIDE)
            spans = (a.fault.span, a.against.span, *again(desk, a.fault), *again(desk, a.against))
            yield found("conflicting_figure", "info", spans, message, why)
    for one, other in disputed(desk):
        if not any({one.span, other.span} <= set(spans) for spans in reported):
            reported.append((one.span, other.span))
            message = f"{one.kind}: {one.value.stated} against {other.value.stated}, by two voices of one report"
            yield found("conflicting_figure", "info", (one.span, other.span), message, versus(one.span, other.span))
    for count, none in denied(desk):
        message = f"{count.kind}: {count.value.stated}, which another voice of the report denies"
        yield found("conflicting_figure", "info", (count.span, none.span), message, versus(count.span, none.span))
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


BESIDE = "what each report says of this, laid beside the other"
LAID = "sentences laid on each other: the same unit between the same words"
COUNTED = "each report has one number of this thing, and the sentences agree about more than it"


def again(desk: Desk, claim: Claim) -> tuple[Span, ...]:
    """The other passages in which its article states the same count."""
    same = (c for c in desk.claims(claim.span.article) if c is not claim and figures.same_thing(c, claim))
    return tuple(c.span for c in same if figures.number(c) == figures.number(claim) is not None)


def _same(fault: Claim, against: Claim, told: Reading) -> bool:
    """Whether a reading already sets the two numbers against each other, be it in other sentences of the articles."""
    mine, theirs = ({_mark(c) for c in (fault, against)}, {_mark(told.standing)})
    return bool(theirs & mine) and bool(mine & {_mark(c) for c in told.faults})


def _mark(claim: Claim) -> tuple[str, str, float | None]:
    return claim.span.article, claim.kind.removeprefix("homes_").removeprefix("buildings_"), figures.number(claim)


def _report(desk: Desk, reading: Reading) -> Discrepancy:
    fault, standing = reading.faults[0], reading.standing
    spans = (*(c.span for c in reading.faults), standing.span)
    severity: Severity = "info" if reading.overtaken else "warning"
    return found(
        "conflicting_figure",
        severity,
        (*spans, *(s for c in (*reading.faults, standing) for s in again(desk, c))),
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
