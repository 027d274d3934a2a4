"""A part larger than what it is a part of: "17 people were hurt. Of these, 33 are still in hospital"."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.forms import forms
from variorum.checks.line import Line, at
from variorum.model import Claim, Span


def of_these(desk: Desk) -> Iterator[tuple[Span, Span]]:
    """The part's number with its words, and the smaller count of people that the sentence before ends with."""
    for article in desk.order:
        for line in desk.lines(article):
            lead = forms().of_these.match(line.span.text)
            number = next((w for w in line.words if w.number), None) if lead else None
            if lead is None or number is None or not number.key[1:].isdigit():
                continue
            if number.start - line.span.start > lead.end() + 1:
                continue
            before = desk.neighbours(line, 1, 0)[:-1]
            whole = _whole(desk, before[0]) if before else None
            if whole is not None and (figures.number(whole) or 0.0) < int(number.key[1:]):
                behind = [w for w in line.words if w.start >= number.start][:WORDS]
                yield at(line, number.start, behind[-1].end), whole.span


WORDS = 6
"""Words that the passage of the part shows."""


def _whole(desk: Desk, line: Line) -> Claim | None:
    """The one exact count of people in the sentence."""
    told = [c for c in desk.claims(line.span.article) if line.span.contains(c.span) and not c.person]
    whole = [c for c in told if c.unit == "people" and not (c.subset or c.partial or c.increment or c.negated)]
    exact = [c for c in whole if figures.bound(c) == "exact" and (figures.number(c) or 0.0) > 1]
    return exact[0] if len(exact) == len(told) == 1 else None
