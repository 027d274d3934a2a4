"""A figure of a derived article that no source passage supports and nobody else gives."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.additions import additions
from variorum.checks.base import cite, found
from variorum.checks.changes import changes
from variorum.checks.desk import Desk, Link
from variorum.checks.digits import turned
from variorum.checks.firm import doubtful, of_something
from variorum.checks.victims import swaps
from variorum.model import Claim, Discrepancy


def unsupported(desk: Desk) -> Iterator[Discrepancy]:
    """One per kind and number. A new paragraph with names of its own is reporting, and left alone."""
    explained = {_mark(c) for c, _ in (*desk.once(swaps), *desk.once(changes))}
    explained |= {_mark(t.claim) for t in desk.once(turned) if t.claim is not None}
    for link in desk.remade:
        if link.take:
            continue
        seen: set[Mark] = set()
        for claim in sorted(
            desk.claims(link.derived), key=lambda c: (c.section != "body", figures.heading(desk, c), c.span)
        ):
            mark = _mark(claim)
            if mark not in seen | explained and _alone(desk, link, claim):
                seen.add(mark)
                yield _report(desk, link, claim)
    known = [c.span for a in desk.order for c in desk.claims(a) if _mark(c) in explained]
    for passage, field in additions(desk):
        if not any(passage.contains(span) for span in known):
            why = (f"{passage.article} has {cite(passage)}", f"no other report has a word of it ({field})")
            yield found("unsupported", "error", (passage,), f"{cite(passage)} in no other report", why)


Mark = tuple[str, str, float | None]
"""Article, kind and number."""


def _mark(claim: Claim) -> Mark:
    return claim.span.article, claim.kind, figures.number(claim)


def _alone(desk: Desk, link: Link, claim: Claim) -> bool:
    value = figures.number(claim)
    if not figures.evident(desk, claim) or doubtful(desk, claim) or of_something(claim):
        return False
    counted = value is not None and value > 1 and not claim.negated and not claim.rate and claim.scope == "event"
    if not counted or figures.bound(claim) == "open" or _stated(desk, link, claim, value or 0.0):
        return False
    told = _rounded(desk, link, claim) or _summed(desk, link, claim) or _changed(desk, link, claim)
    return not (told or _in_place(desk, link, claim) or _own_names(desk, link, claim))


def _stated(desk: Desk, link: Link, claim: Claim, value: float) -> bool:
    """Whether another text has the number; a small one of a class ("two newborns") of all or of that class."""
    if not _class_of_few(claim):
        return figures.stated(desk, claim, outside=link.derived)
    made = desk.descendants(link.derived)
    told = (c for a in desk.order if a not in made for c in desk.claims(a) if c.kind == claim.kind)
    return any(figures.number(c) == value and _same_class(c, claim) for c in told)


def _class_of_few(claim: Claim) -> bool:
    return bool(claim.subset) and (figures.number(claim) or 0.0) <= SMALL


def _same_class(other: Claim, claim: Claim) -> bool:
    """Whether the other counts all, or the same class, where the claim counts a class of a few."""
    return not _class_of_few(claim) or not other.subset or figures.same_subset(other, claim)


SMALL = 12
"""Numbers up to here are told of many things in one story."""


def _summed(desk: Desk, link: Link, claim: Claim) -> bool:
    """Whether the number adds up two counts of one sentence of the source ("one dead, three hurt": four shot)."""
    totals = [c for c in desk.claims(link.source) if c.scope == "event" and (figures.number(c) or 0) > 0]
    beside = (
        (a, b) for a in totals for b in totals if a.kind < b.kind and desk.line_at(a.span) is desk.line_at(b.span)
    )
    return any((figures.number(a) or 0) + (figures.number(b) or 0) == figures.number(claim) for a, b in beside)


def _rounded(desk: Desk, link: Link, claim: Claim) -> bool:
    """Whether another text has nearly this number for the kind."""
    made = desk.descendants(link.derived)
    others = (c for a in desk.order if a not in made for c in desk.claims(a) if c.kind == claim.kind)
    known = (c for c in others if figures.number(c) is not None and not c.negated and _same_class(c, claim))
    return any(figures.agree(claim, c) for c in known)


def _changed(desk: Desk, link: Link, claim: Claim) -> bool:
    """Whether the aligned passage has this number, or another for the same thing (that is a changed figure)."""
    pair = link.pair_at(claim.span)
    if pair is None:
        return False
    if any(figures.key(claim) in s.numbers for s in pair.sources):
        return True
    return any(
        figures.same_thing(claim, c) and not c.negated and c.value.number is not None
        for c in figures.in_pair(desk, pair)
    )


def _in_place(desk: Desk, link: Link, claim: Claim) -> bool:
    """Whether the source has the number where the claim stands in the order of things, however it is worded there and
    whatever it was read as: in a sentence beside those that the claim's neighbours were made from; a larger one as
    another count of the event ("102 carried to safety" for "brought down 102")."""
    line = desk.line_at(claim.span)
    if line is None or _class_of_few(claim):
        return False
    same = (c for c in desk.claims(link.source) if figures.number(c) == figures.number(claim) and c.unit == claim.unit)
    if (figures.number(claim) or 0.0) > SMALL and any(c.scope == claim.scope for c in same):
        return True
    around = [p for w in desk.neighbours(line, 1, 1) if (p := link.pair_at(w.span)) is not None]
    told = (w for pair in around for s in pair.sources[:1] for w in desk.neighbours(s, 1, 2))
    return any(figures.key(claim) in w.numbers for w in told)


def _own_names(desk: Desk, link: Link, claim: Claim) -> bool:
    """Whether the claim's sentence or one beside it names somebody or some place that the sources do not."""
    line = desk.line_at(claim.span)
    if line is None:
        return True
    known = {w.plain for a in (*sorted(desk.ancestors(link.derived)),) for at in desk.lines(a) for w in at.words}
    return any(
        w.name and w.plain not in known for at in desk.neighbours(line, 1, 1) if at.kind == line.kind for w in at.words
    )


def _report(desk: Desk, link: Link, claim: Claim) -> Discrepancy:
    denial = next(
        (c for c in desk.claims(link.source) if c.kind == claim.kind and figures.number(c) == 0 and not c.subset), None
    )
    against = () if denial is None else (denial.span,)
    note = (
        f"{link.source} has {cite(denial.span)}"
        if denial
        else f"{link.source}, which it was made from, has no such number"
    )
    return found(
        "unsupported",
        "warning" if link.later else "error",
        (claim.span, *against),
        f"{claim.kind}: {claim.value.stated} in no other report",
        (f"{claim.span.article} has {cite(claim.span)}", note),
    )
