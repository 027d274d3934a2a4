"""A derived article, or a headline against its body, gives another number for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.base import found, versus
from variorum.checks.desk import Desk, Link, Pair
from variorum.model import Claim, Discrepancy


def changed_figure(desk: Desk) -> Iterator[Discrepancy]:
    """Number against number in aligned passages, then headlines against their own text."""
    for link in desk.links:
        yield from _derived(desk, link)
    for article in desk.order:
        yield from _headline(desk, article)


def _derived(desk: Desk, link: Link) -> Iterator[Discrepancy]:
    seen: set[tuple[str, float | None]] = set()
    for claim in sorted(desk.claims(link.derived), key=lambda c: (figures.heading(desk, c), c.span)):
        pair = link.pair_at(claim.span)
        mark = (claim.kind, figures.number(claim))
        if mark in seen:
            continue
        source = _counterpart(desk, link, pair, claim)
        if source is not None:
            seen.add(mark)
            yield found(
                "changed_figure",
                "error",
                (claim.span, source.span),
                f"{claim.kind}: {claim.value.stated} where the source has {source.value.stated}",
                versus(claim.span, source.span),
            )


def _counterpart(desk: Desk, link: Link, pair: Pair | None, claim: Claim) -> Claim | None:
    """The source's claim that this one distorts: no independent text has this number, and each passage lacks the other's."""
    if claim.value.number is None or claim.negated or figures.stated(desk, claim, outside=link.derived):
        return None
    if pair is not None and any(figures.key(claim) in line.numbers for line in pair.sources):
        return None
    own = {(c.kind, figures.number(c)) for c in desk.claims(link.derived)}
    near = figures.in_pair(desk, pair) if pair is not None else ()
    rivals = (c for c in (*near, *_only(desk, link, claim)) if _rival(desk, claim, c) and (c.kind, figures.number(c)) not in own)
    at = desk.line_at(claim.span)
    return next((c for c in rivals if at is None or figures.key(c) not in at.numbers), None)


def _rival(desk: Desk, claim: Claim, source: Claim) -> bool:
    known = source.value.number is not None and not source.negated
    return known and figures.same_thing(desk, claim, source) and not figures.agree(claim, source)


def _only(desk: Desk, link: Link, claim: Claim) -> tuple[Claim, ...]:
    """The source's only count of this kind, where it has one and nowhere has the derived number."""
    if claim.scope != "event" or any(figures.key(claim) in line.numbers for line in desk.lines(link.source)):
        return ()
    same = [c for c in desk.claims(link.source) if figures.same_thing(desk, claim, c) and not c.negated]
    alone = len({figures.number(c) for c in same}) == 1 and not claim.subset and not claim.place
    return tuple(same[:1]) if alone and not any(c.subset or c.place for c in same) else ()


def _headline(desk: Desk, article: str) -> Iterator[Discrepancy]:
    claims = [c for c in desk.claims(article) if c.scope == "event" and not c.increment and not c.negated and not c.voided]
    body = [c for c in claims if not figures.heading(desk, c)]
    for claim in claims:
        if not figures.heading(desk, claim):
            continue
        same = [c for c in body if figures.same_thing(desk, claim, c)]
        if same and not any(_supports(claim, c) for c in same):
            yield found(
                "changed_figure",
                "warning",
                (claim.span, same[0].span),
                f"{claim.kind}: the headline has {claim.value.stated}, the text {same[0].value.stated}",
                versus(claim.span, same[0].span),
            )


def _supports(headline: Claim, body: Claim) -> bool:
    """Whether the body's number bears out the headline's: "over 400" for 412; "dozens" needs two dozen, whatever is open."""
    if figures.agree(headline, body):
        return True
    shown, true = figures.number(headline), figures.number(body)
    rounded = figures.bound(headline) == "floor" and shown is not None and true is not None
    return rounded and shown <= true <= shown * ROUNDED


ROUNDED = 1.25
"""A headline may cut a number down to a round one ("more than 400" for 412), not to less than four fifths of it."""
