"""A derived article, or a headline against its body, gives another number for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures, pairs
from variorum.checks.base import found, versus
from variorum.checks.changes import changes, perhaps_news, uncounted
from variorum.checks.desk import Desk
from variorum.checks.digits import turned
from variorum.checks.firm import doubtful
from variorum.checks.rivals import rivals
from variorum.checks.whole import counts, is_rest
from variorum.model import Claim, Discrepancy


def changed_figure(desk: Desk) -> Iterator[Discrepancy]:
    """Number against number in aligned passages, headlines against their own text, then alerts on one another."""
    sure = tuple(_sure(desk))
    yield from sure
    for d in pairs.changed(desk, [d.spans for d in sure]):
        message = f"{d.stated} where the source has {d.true}"
        yield found("changed_figure", "info", (d.fault, d.against), message, versus(d.fault, d.against, LAID))


NEWS = "the text is of a later day: it may have the number from a later count"
DIGITS = "the same digits in another order; the source has no such number"
LAID = "sentences laid on each other: the same unit between the same words"


def _sure(desk: Desk) -> Iterator[Discrepancy]:
    for claim, source in desk.once(changes):
        news = perhaps_news(desk, claim, source)
        yield found(
            "changed_figure",
            "warning" if news else "error",
            (claim.span, source.span),
            f"{claim.kind}: {claim.value.stated} where the source has {source.value.stated}",
            versus(claim.span, source.span, *([NEWS] if news else [])),
        )
    for change in uncounted(desk):
        yield found(
            "changed_figure",
            "warning",
            (change.fault, change.against),
            f"{change.number} where the source has {change.true}",
            versus(change.fault, change.against),
        )
    known = {(c.span.article, figures.key(c)) for c, _ in desk.once(changes)}
    for t in desk.once(turned):
        if not t.year and (t.fault.article, f"#{t.number}") not in known:
            message = f"{t.number} where the source has {t.true}"
            yield found("changed_figure", "error", (t.fault, t.against), message, versus(t.fault, t.against, DIGITS))
    for article in desk.order:
        yield from _headline(desk, article)


def _headline(desk: Desk, article: str) -> Iterator[Discrepancy]:
    claims = [
        c for c in desk.claims(article) if c.scope == "event" and not c.increment and not c.negated and not c.voided
    ]
    claims = [c for c in claims if c.value.number != 1 or counts(desk, c)]
    body = [c for c in claims if not figures.heading(desk, c)]
    for claim in claims:
        if not figures.heading(desk, claim):
            continue
        same = [c for c in body if figures.same_thing(claim, c) and (is_rest(c) or _sound(desk, c))]
        if figures.number(claim) is None and any(is_rest(c) for c in same):
            continue  # "several" are two and two others
        if not figures.evident(desk, claim) or any(
            figures.key(claim) in w.numbers for w in desk.lines(article) if w.kind != "headline"
        ):
            continue
        if same and not any(_supports(claim, c) or not rivals(desk, claim, c, apart=False) for c in same):
            yield found(
                "changed_figure",
                "warning",
                (claim.span, same[0].span),
                f"{claim.kind}: the headline has {claim.value.stated}, the text {same[0].value.stated}",
                versus(claim.span, same[0].span),
            )


def _sound(desk: Desk, claim: Claim) -> bool:
    return figures.evident(desk, claim) and not doubtful(desk, claim)


def _supports(headline: Claim, body: Claim) -> bool:
    """Whether the body bears out the headline: "over 200" for 206 does; "dozens" needs two dozen, whatever is open."""
    if figures.agree(headline, body):
        return True
    shown, true = figures.number(headline), figures.number(body)
    if shown is None or true is None:
        return False
    near = abs(shown - true) <= CLOSE * true and shown % 10 == 0
    return near or (figures.bound(headline) == "floor" and shown <= true <= shown * ROUNDED)


CLOSE = 0.05
ROUNDED = 1.25
"""A headline may round by a twentieth, and with "more than" cut a number down to four fifths of it."""
