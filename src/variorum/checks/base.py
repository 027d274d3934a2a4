"""What a rule is, and how it states what it found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from variorum.checks.desk import Desk
from variorum.model import Discrepancy, DiscrepancyType, Severity, Span, content_id


class Rule(Protocol):
    """Reads a story and yields its discrepancies of one type, in any order."""

    def __call__(self, desk: Desk) -> Iterator[Discrepancy]: ...


def found(
    type_: DiscrepancyType, severity: Severity, spans: Sequence[Span], message: str, why: Iterable[str] = ()
) -> Discrepancy:
    """The discrepancy on `spans` (the passage at fault first); its id comes from type and spans."""
    places = tuple(dict.fromkeys(spans))
    key = [(s.article, s.start, s.end) for s in places]
    return Discrepancy(
        id=content_id("d", type_, key), type=type_, severity=severity, spans=places, message=message, why=tuple(why)
    )


def cite(span: Span) -> str:
    """The passage in quotation marks, shortened to what a line holds."""
    text = " ".join(span.text.split()).strip(MARKS)
    return f"“{text}”" if len(text) <= LINE else f"“{text[:LINE].rpartition(' ')[0] or text[:LINE]} …”"


MARKS = '"“”„«» '
"""Marks at the ends of a passage, which would stand twice."""

LINE = 110
"""Characters of a passage that a message shows."""


def versus(fault: Span, against: Span, *notes: str) -> tuple[str, ...]:
    """The usual `why`: both passages in words, and what else was seen."""
    return (f"{fault.article} has {cite(fault)}", f"{against.article} has {cite(against)}", *notes)
