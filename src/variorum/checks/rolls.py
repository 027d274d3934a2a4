"""Complete lists of those counted ("the dead are seven men and five women"), which must add up to the total before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.firm import phrases, table
from variorum.checks.line import Line, at
from variorum.model import Claim, Span
from variorum.text.words import Word


class Roll(Struct, frozen=True):
    """The list with its parts, and the total that they do not make."""

    span: Span
    parts: tuple[int, ...]
    total: Claim


def rolls(desk: Desk) -> Iterator[Roll]:
    """Lists behind "the dead are" or "comprising" whose sum is not the total that the article gave just before."""
    lead = phrases(table().comprising)
    for article in desk.order:
        for line in desk.lines(article):
            found = lead.search(line.span.text)
            words = _parts(line, line.span.start + found.end()) if found else ()
            total = _total(desk, line, words[0].start) if words else None
            parts = tuple(int(w.key[1:]) for w in words if w.number)
            if total is not None and _wrong(sum(parts), figures.number(total) or 0.0):
                yield Roll(at(line, words[0].start, words[-1].end), parts, total)


def _parts(line: Line, start: int) -> tuple[Word, ...]:
    """Number, noun, number, noun …: the words of a list that commas and a last "and" hold together; else none."""
    kept: list[Word] = []
    numbers = last = 0
    for word in (w for w in line.words if w.start >= start):
        between = line.span.text[(kept[-1].end if kept else start) - line.span.start : word.start - line.span.start]
        if kept and STOP.search(between) and not word.number and word.plain != "and":
            break
        if word.number and not word.key[1:].isdigit():
            return ()
        if word.number and kept and kept[-1].number:
            return ()
        if not kept and not word.number:
            return ()
        kept.append(word)
        numbers += word.number
        last = len(kept) if word.number else last
    tail = [w for w in kept[last:] if w.plain != "and"][:NOUN]
    joined = last > 1 and kept[last - 2].plain == "and"
    listed = all(w.key or w.plain == "and" for w in kept[:last])
    return tuple(kept[:last]) + tuple(tail) if numbers > 1 and joined and listed and tail else ()


STOP = re.compile(r"[,;:.()]|\s[-–—]")
NOUN = 1
"""Words of the last part that the passage shows."""


def _total(desk: Desk, line: Line, before: int) -> Claim | None:
    """The last whole count of the dead before the list, in its sentence or one of the two before."""
    near = desk.neighbours(line, BEFORE)
    told = [
        c
        for c in desk.claims(line.span.article)
        if c.kind == "killed" and near[0].span.start <= c.span.start < before and not c.span.overlaps(line.span)
    ]
    told += [c for c in desk.claims(line.span.article) if c.kind == "killed" and _ahead(line, c, before)]
    whole = [c for c in told if not (c.subset or c.partial or c.increment or c.negated or c.earlier or c.person)]
    exact = [c for c in whole if figures.bound(c) == "exact" and (figures.number(c) or 0) > 1 and c.scope == "event"]
    return exact[-1] if exact else None


BEFORE = 2
"""Sentences before a list in which its total stands."""


def _ahead(line: Line, claim: Claim, before: int) -> bool:
    """Whether the claim stands in the list's own sentence and ends before the list."""
    return line.span.start <= claim.span.start and claim.span.end <= before


def _wrong(made: int, total: float) -> bool:
    return made != total and total <= 2 * made and made <= 2 * total
