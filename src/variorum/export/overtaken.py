"""Earlier counts that a later one has overtaken: news that moved on, told in one row for each count that stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from variorum.export import words
from variorum.model import Discrepancy, Span

_MESSAGE = re.compile(r"(?P<kind>[^:]+): (?P<stated>.+), later (?P<now>(?!corrected\b).+)", re.DOTALL)


class Earlier(Struct, frozen=True):
    """What one report stated, where, and the discrepancy that says so."""

    stated: str
    span: Span
    found: Discrepancy


class Overtaken(Struct, frozen=True):
    """The counts of `kind` (as a reader calls it) that gave way to `now` at `standing`, in the account's order."""

    kind: str
    now: str
    standing: Span
    earlier: tuple[Earlier, ...]


def split(discrepancies: Iterable[Discrepancy]) -> tuple[tuple[Discrepancy, ...], tuple[Overtaken, ...]]:
    """What contradicts something, and the counts that were merely overtaken."""
    others: list[Discrepancy] = []
    rows: dict[tuple[str, Span], list[Earlier]] = {}
    now: dict[tuple[str, Span], str] = {}
    for found in discrepancies:
        match = _MESSAGE.fullmatch(found.message)
        if match is None or found.type != "conflicting_figure" or found.severity != "info" or len(found.spans) < 2:
            others.append(found)
            continue
        key = match["kind"], found.spans[-1]
        now[key] = match["now"]
        rows.setdefault(key, []).append(Earlier(match["stated"], found.spans[0], found))
    told = (Overtaken(words.kind(key[0]), now[key], key[1], tuple(earlier)) for key, earlier in rows.items())
    return tuple(others), tuple(told)
