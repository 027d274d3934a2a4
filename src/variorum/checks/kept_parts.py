"""Parts that do not make their total: those that a changed total left behind, and lists in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks import figures
from variorum.checks.changes import changes
from variorum.checks.desk import Desk
from variorum.checks.line import Line, at
from variorum.model import Claim, Span


class Kept(Struct, frozen=True):
    """The passage of the parts, that of the total, and the numbers."""

    fault: Span
    total: Span
    parts: tuple[int, ...]
    stated: str


def kept_parts(desk: Desk) -> Iterator[Kept]:
    """ "36 are in hospital … 22 at Arl, 41 at Brod" for the source's 63; "301 houses (Arl 173, Brod 88, Lund 31)"."""
    for claim, source in desk.once(changes):
        yield from _left(desk, claim, figures.number(source))
    for article in desk.order:
        for line in desk.lines(article):
            yield from _bracketed(line)


def _left(desk: Desk, claim: Claim, true: float | None) -> Iterator[Kept]:
    """Parts in one sentence near the changed total that make the source's."""
    line = desk.line_at(claim.span)
    if line is None or true is None:
        return
    for near in desk.neighbours(line, 0, NEAR):
        whole = range(claim.span.start, claim.span.end)
        numbers = [w for w in near.words if w.number and w.key[1:].isdigit() and w.start not in whole]
        parts = tuple(int(w.key[1:]) for w in numbers)
        if len(parts) in (2, 3) and sum(parts) == true and min(parts) > 1:
            yield Kept(at(near, numbers[0].start, near.words[-1].end), claim.span, parts, claim.value.stated)
            return


NEAR = 3
"""Sentences behind a total in which its parts are told."""


def _bracketed(line: Line) -> Iterator[Kept]:
    for match in LISTED.finditer(line.span.text):
        parts = tuple(int(n.replace(",", "")) for n in NUMBER.findall(match["parts"]))
        total = int(match["total"].replace(",", ""))
        if len(parts) > 1 and sum(parts) != total and abs(sum(parts) - total) <= OFF * total and max(parts) < total:
            start = line.span.start
            listed = at(line, start + match.start("parts"), start + match.end("parts"))
            whole = at(line, start + match.start("total"), start + match.end("noun"))
            yield Kept(listed, whole, parts, match["total"])


OFF = 0.25
"""How far a list may miss its total, as a share: what is farther off lists something else."""

NUMBER = re.compile(r"\d[\d,]*\d|\d")
LISTED = re.compile(
    r"(?<![\d.,])(?P<total>\d[\d,]*)(?P<noun>(?: [a-z-]+){1,4}) "
    r"\((?P<parts>[A-Z][\w’' -]*?:? \d[\d,]*(?:(?:,|;| and|, and) [A-Z][\w’' -]*?:? \d[\d,]*)+)\)"
)
"""A total with its noun, and behind it in brackets names with a number each."""
