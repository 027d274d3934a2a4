"""Another weekday, day of the month or year than the source has in the same passage."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks.base import cite, found, versus
from variorum.checks.desk import Desk
from variorum.checks.digits import turned
from variorum.checks.finder import Pair
from variorum.checks.forms import forms
from variorum.checks.line import Line, at
from variorum.model import Discrepancy, Span
from variorum.text.words import Word

Dates = dict[str, Span]


def changed_date(desk: Desk) -> Iterator[Discrepancy]:
    """Like against like: weekdays, days of a month, years; the first difference of a sentence."""
    known: list[Span] = []
    for link in desk.texts:
        for pair in link.pairs:
            report = next((r for read in (_weekdays, _days, _years) if (r := _differ(desk, pair, read))), None)
            if report is not None:
                known.append(report.spans[0])
                yield report
    for t in desk.once(turned):
        if t.year and not any(t.fault.overlaps(span) for span in known):
            message = f"{t.number} where the source has {t.true}"
            yield found("changed_date", "error", (t.fault, t.against), message, versus(t.fault, t.against))


def _differ(desk: Desk, pair: Pair, read: object) -> Discrepancy | None:
    assert callable(read)
    mine: Dates = read(desk, pair.derived)
    theirs: Dates = read(desk, pair.sources[0])
    every = {d for s in pair.sources for d in read(desk, s)}
    new = [d for d in mine if d not in every]
    gone = [d for d in theirs if d not in mine]
    if (
        pair.share < SURE
        or len(pair.derived.keys & pair.sources[0].keys) < SHARED
        or len(new) != 1
        or len(gone) != 1
        or set(mine) & set(theirs)
    ):
        return None
    fault, against = mine[new[0]], theirs[gone[0]]
    if not _same_thing(pair, fault, against):
        return None
    return found(
        "changed_date",
        "error",
        (fault, against),
        f"{cite(fault)} where the source has {cite(against)}",
        versus(fault, against),
    )


def _same_thing(pair: Pair, fault: Span, against: Span) -> bool:
    """Whether the two dates are of one thing: a content word beside both, or one preposition in much the same words."""
    sides = zip(_beside(pair.derived, fault), _beside(pair.sources[0], against), strict=True)
    if any(not a.isdisjoint(b) for a, b in sides):
        return True
    led = [_led(pair.derived, fault), _led(pair.sources[0], against)]
    return led[0] == led[1] in forms().dated_by and len(pair.derived.keys & pair.sources[0].keys) >= MUCH


def _led(line: Line, date: Span) -> str:
    return next((w.plain for w in reversed(line.words) if w.end <= date.start), "")


MUCH = 6
"""Content words that the two sentences must share if none stands beside the date."""


def _beside(line: Line, date: Span) -> tuple[frozenset[str], frozenset[str]]:
    """The content words next to the date, which tell whose time it is: the last before it, and the first behind."""
    before = [w.key for w in line.words if w.end <= date.start and w.key and not w.number]
    after = [w.key for w in line.words if w.start >= date.end and w.key and not w.number]
    return frozenset(before[-BESIDE:]), frozenset(after[:BESIDE])


BESIDE = 3
"""Content words on one side of a date."""

SURE = 0.45
SHARED = 3
"""Share of the sentence's words that its sources must hold; content words in common ("Held on 3 May" says little)."""


def _weekdays(desk: Desk, line: Line) -> Dates:
    days = line.plains.intersection(desk.wording.days) - forms().short_days
    return (
        {w.plain: at(line, w.start, w.end) for w in line.words if w.plain in days and not _said(line, w)}
        if days
        else {}
    )


def _said(line: Line, day: Word) -> bool:
    """Whether it is the day of a statement ("police said Tuesday"), which every report has its own."""
    before = [w.plain for w in line.words if w.end <= day.start][-2:]
    return any(w in forms().telling for w in (before if before[-1:] == ["on"] else before[-1:]))


def _days(desk: Desk, line: Line) -> Dates:
    """ "8 March" and "March 8" as one."""
    found_: Dates = {}
    if not line.numbers or line.plains.isdisjoint(desk.wording.months):
        return found_
    for one, two in zip(line.words, line.words[1:], strict=False):
        month, day = (one, two) if one.plain in desk.wording.months else (two, one)
        if month.plain in desk.wording.months and day.number and day.key[1:].isdigit() and 1 <= int(day.key[1:]) <= 31:
            found_[f"{day.key[1:]} {month.plain[:3]}"] = at(line, min(one.start, two.start), max(one.end, two.end))
    return found_


def _years(desk: Desk, line: Line) -> Dates:
    if not any(len(n) == len("#2000") for n in line.numbers):
        return {}
    numbers = (w for w in line.words if w.number and w.plain.isdigit() and len(w.plain) == 4)
    return {w.plain: at(line, w.start, w.end) for w in numbers if "1800" <= w.plain <= "2100" and _dated(line, w.start)}


def _dated(line: Line, start: int) -> bool:
    """Whether "in", "of", "since" or the like stands before the number."""
    before = [w.plain for w in line.words if w.end <= start][-1:]
    return not before or before[0] in {"in", "of", "since", "from", "until", "year", "by", "back", "early", "late"}
