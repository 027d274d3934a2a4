"""A quotation that the source has from somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import quoting
from variorum.checks.base import cite, found, versus
from variorum.checks.desk import Desk, Link
from variorum.checks.quoting import Match, Quotes
from variorum.model import Discrepancy, Span


def changed_speaker(desk: Desk) -> Iterator[Discrepancy]:
    """Quotations in the same words with two names to them."""
    quotes = Quotes(desk)
    for link in desk.links:
        seen: set[tuple[Span, Span]] = set()
        for match in quotes.matches(link):
            mark = (match.derived.quotation.span, match.source.quotation.span)
            if mark not in seen and _other(quotes, link, match):
                seen.add(mark)
                yield _report(quotes, match)


def _other(quotes: Quotes, link: Link, match: Match) -> bool:
    if not match.verbatim or len(match.derived.plain) < quoting.LONG:
        return False
    whole = [p for p in quotes.pieces(link.source) if quoting.verbatim(match.derived, p)]
    return not any(quotes.same_speaker(match.derived, p) for p in whole)


def _report(quotes: Quotes, match: Match) -> Discrepancy:
    fault, against = match.derived.span, match.source.span
    given, true = (quotes.speaker(p.quotation) or "" for p in (match.derived, match.source))
    named = _named(quotes.desk, match, given)
    return found(
        "changed_speaker",
        "error",
        (fault, *named, against),
        f"{cite(fault)} is given to {given}; the source has it from {true}",
        versus(fault, against, f"{given} is not {true}"),
    )


def _named(desk: Desk, match: Match, name: str) -> tuple[Span, ...]:
    """Where the derived article names its speaker: as read, or by the last word of the name around the quotation."""
    source = match.derived.quotation.speaker
    if source is not None and source.span is not None:
        return (source.span,)
    line = desk.line_at(match.derived.span)
    last = name.split()[-1]
    at = line.span.text.find(last) if line else -1
    if line is None or at < 0:
        return ()
    start = line.span.start + at
    return (desk.articles[line.span.article].span(start, start + len(last)),)
