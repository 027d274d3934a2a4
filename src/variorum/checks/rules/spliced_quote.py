"""One quotation made of what the source quotes apart: two speakers' words, or words of two occasions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from variorum.checks import quoting
from variorum.checks.base import cite, found
from variorum.checks.desk import Desk
from variorum.checks.quoting import Match, Piece, Quotes
from variorum.model import Discrepancy, Severity


def spliced_quote(desk: Desk) -> Iterator[Discrepancy]:
    """Neighbouring sentences of one quotation that the source has in two."""
    quotes = desk.once(Quotes)
    for link in desk.links:
        for group in quoting.siblings(quotes.matches(link)):
            sure = [m for m in group if m.verbatim or m.likeness >= SURE]
            for one, other in pairwise(sure):
                gaps = [_gap(quotes, a, b) for a in quotes.likely(one) for b in quotes.likely(other)]
                gap = gaps[0] if gaps and None not in gaps else None
                if gap is not None:
                    yield _report(one, other, gap)
                    break


SURE = 0.8
"""Likeness above which a sentence is taken from the source's."""


def _gap(quotes: Quotes, one: Piece, other: Piece) -> str | None:
    """Why the two source pieces are no continuous utterance; None when they are."""
    if one.quotation.span == other.quotation.span:
        return None
    if not quotes.same_speaker(one, other):
        said = quotes.speaker(one.quotation), quotes.speaker(other.quotation)
        return f"the source has the one from {said[0]} and the other from {said[1]}"
    first, last = sorted((one, other), key=lambda p: p.span)
    skipped = [p for p in quotes.pieces(first.span.article) if first.span < p.span < last.span]
    if skipped:
        return f"the source has {cite(skipped[0].span)} between them"
    text = quotes.desk.articles[first.span.article].text[first.span.end : last.span.start]
    return "the source has them in separate passages" if "\n" in text or len(text) > APART else None


APART = 160
"""Characters between two quotations that more than an attribution ("…", he told reporters, "…") fills."""


def _report(one: Match, other: Match, gap: str) -> Discrepancy:
    fault = one.derived.quotation.span
    severity: Severity = "error" if "from" in gap else "warning"
    return found(
        "spliced_quote",
        severity,
        (fault, one.source.span, other.source.span),
        f"{cite(fault)} was made of two",
        (f"{cite(one.source.span)} and {cite(other.source.span)} stand apart", gap),
    )
