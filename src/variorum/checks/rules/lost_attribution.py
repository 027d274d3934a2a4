"""A contested figure, or a statement, that the source gives in somebody's name becomes the derived article's own."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.base import cite, found, versus
from variorum.checks.desk import Desk, Link
from variorum.checks.forms import forms
from variorum.checks.unsourced import unsourced, unspoken
from variorum.model import Claim, Discrepancy, Span


def lost_attribution(desk: Desk) -> Iterator[Discrepancy]:
    """Figures that the source itself sets against another voice's; then what a copy tells word by word as a fact."""
    seen: list[Span] = []
    for d in _contested(desk):
        seen.extend(d.spans)
        yield d
    for claim, source in _distanced(desk):
        if not any(claim.span.overlaps(span) for span in seen):
            seen.append(claim.span)
            voice = source.attribution[0].name
            message = f"{claim.kind}: {claim.value.stated} as a fact; the source has it as a claim of {voice}"
            yield found(
                "lost_attribution", "warning", (claim.span, source.span), message, versus(claim.span, source.span)
            )
    for lost in unspoken(desk):
        if not any(lost.fault.overlaps(span) for span in seen):
            seen.append(lost.fault)
            message = f"{cite(lost.fault)} is nobody's; the source has it from {lost.voice}"
            why = versus(lost.fault, lost.against)
            yield found("lost_attribution", "warning", (lost.fault, lost.against), message, why)
    for lost in unsourced(desk):
        if not any(lost.fault.overlaps(span) for span in seen):
            message = f"{cite(lost.fault)} as a fact; the source has it from {lost.voice}"
            yield found(
                "lost_attribution", "info", (lost.fault, lost.against), message, versus(lost.fault, lost.against)
            )


def _contested(desk: Desk) -> Iterator[Discrepancy]:
    for link in desk.texts:
        for claim in desk.claims(link.derived):
            if claim.attribution or claim.value.number is None or _attributed(desk, claim):
                continue
            source = _source(desk, link, claim)
            rival = _rival(desk, source) if source and not _told_below(desk, claim) else None
            if source is not None and rival is not None:
                yield _report(claim, source, rival)


def _told_below(desk: Desk, claim: Claim) -> bool:
    """Whether a headline only shortens what its text tells in somebody's name."""
    same = (c for c in desk.claims(claim.span.article) if c.kind == claim.kind and not figures.heading(desk, c))
    return figures.heading(desk, claim) and any(
        c.attribution and figures.number(c) == figures.number(claim) for c in same
    )


def _distanced(desk: Desk) -> Iterator[tuple[Claim, Claim]]:
    """(derived claim, source claim): a retelling states as a fact what its source has as somebody's claim ("the union
    counts seven", "stood by its claim that …") and never as its own."""
    for link in desk.remade:
        for claim in desk.claims(link.derived):
            number = figures.number(claim)
            if claim.attribution or number is None or number <= 1 or figures.heading(desk, claim):
                continue
            same = [c for c in desk.claims(link.source) if c.kind == claim.kind and figures.number(c) == number]
            same = [c for c in same if not (c.subset and claim.subset) or figures.same_subset(c, claim)]
            if same and all(_held(c) for c in same) and not _named(desk, claim, same):
                yield claim, same[0]


def _held(claim: Claim) -> bool:
    """Whether the nearest voice is set off by a word that leaves the claim with it."""
    cue = claim.attribution[0].cue if claim.attribution else None
    return cue is not None and not claim.negated and any(w.lower() in forms().holding for w in cue.text.split())


def _named(desk: Desk, claim: Claim, same: list[Claim]) -> bool:
    """Whether the sentence or the one before names the voice, or doubts what it tells."""
    line = desk.line_at(claim.span)
    if line is None:
        return True
    voices = {w.lower() for c in same for w in c.attribution[0].name.split() if len(w) > len("the")}
    near = {w for at in desk.neighbours(line, 1, 0) for w in at.plains}
    return not voices.isdisjoint(near) or not line.plains.isdisjoint(forms().hearsay)


def _attributed(desk: Desk, claim: Claim) -> bool:
    """Whether anything in the claim's sentence is in somebody's name."""
    line = desk.line_at(claim.span)
    extraction = desk.extractions.get(claim.span.article)
    return (
        any(line.span.overlaps(s) for a in extraction.attributions if a.source for s in a.content)
        if line and extraction
        else False
    )


def _source(desk: Desk, link: Link, claim: Claim) -> Claim | None:
    """The source's claim of this number, if it always has it in somebody's name; where the source tells the number and
    was itself made from a text that counts it, that one's."""
    same = _same(desk, link.source, claim)
    if not same and figures.key(claim) in desk.pages[link.source].numbers:
        same = [c for a in sorted(desk.ancestors(link.source)) for c in _same(desk, a, claim)]
    return same[0] if same and all(c.attribution for c in same) else None


def _same(desk: Desk, article: str, claim: Claim) -> list[Claim]:
    """What the article counts of this thing, by this number."""
    alike = (c for c in desk.claims(article) if figures.same_thing(claim, c))
    return [c for c in alike if figures.number(c) == figures.number(claim)]


def _rival(desk: Desk, source: Claim) -> Claim | None:
    """Another voice's number for the same thing, set beside the source's."""
    line = desk.line_at(source.span)
    if line is None or source.subset:
        return None
    beside = desk.neighbours(line, BESIDE, BESIDE)
    rivals = (c for w in beside for c in desk.claims(source.span.article) if w.span.overlaps(c.span))
    return next((c for c in rivals if _contradicts(source, c)), None)


BESIDE = 2
"""Sentences between two figures that a text sets against each other."""


def _contradicts(source: Claim, other: Claim) -> bool:
    settled = not (other.voided or other.earlier or other.partial or other.negated or source.negated)
    voices = {s.name for s in source.attribution[:1]}, {s.name for s in other.attribution[:1]}
    same = figures.same_thing(source, other) and source.place == other.place
    return settled and same and bool(voices[1]) and voices[0] != voices[1] and not figures.agree(source, other)


def _report(claim: Claim, source: Claim, rival: Claim) -> Discrepancy:
    voice, other = source.attribution[0].name, rival.attribution[0].name
    return found(
        "lost_attribution",
        "warning",
        (claim.span, source.span, rival.span),
        f"{claim.kind}: {claim.value.stated} as a fact; the source has it from {voice}",
        versus(claim.span, source.span, f"{other} says {rival.value.stated}"),
    )
