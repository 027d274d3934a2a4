"""Parts that do not add up, or a part that is larger than its total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.base import cite, found, versus
from variorum.checks.desk import Desk
from variorum.checks.forms import forms
from variorum.checks.kept_parts import kept_parts
from variorum.checks.line import Line
from variorum.checks.of_these import of_these
from variorum.checks.rolls import Roll, rolls
from variorum.checks.victims import swaps
from variorum.model import Claim, Discrepancy, Span
from variorum.text.words import Word


def totals_mismatch(desk: Desk) -> Iterator[Discrepancy]:
    """Lists of parts behind a total, parts against the article's total, swapped kinds against that of the new kind."""
    seen: set[Span] = set()
    for article in desk.order:
        for claim in desk.claims(article):
            report = _list(desk, claim) or _part(desk, claim)
            if report is not None and claim.span not in seen:
                seen.add(claim.span)
                yield report
    for small, large in of_these(desk):
        if small not in seen:
            seen.add(small)
            message = f"{cite(small)} of {cite(large)}"
            yield found("totals_mismatch", "warning", (small, large), message, versus(small, large))
    for roll in rolls(desk):
        if roll.total.span not in seen and not any(roll.span.overlaps(s) for s in seen):
            seen.add(roll.span)
            yield _adds_up(roll)
    for kept in kept_parts(desk):
        if not any(kept.fault.overlaps(s) or kept.total.overlaps(s) for s in seen):
            seen.add(kept.fault)
            sums = " + ".join(map(str, kept.parts))
            message = f"{sums} make {sum(kept.parts)}, not {kept.stated}"
            why = versus(kept.fault, kept.total)
            yield found("totals_mismatch", "warning", (kept.fault, kept.total), message, why)
    for claim, _ in desk.once(swaps):
        total = _total(desk, claim, besides=True)
        if total is not None and claim.span not in seen:
            yield _exceeds(claim, total)


def _adds_up(roll: Roll) -> Discrepancy:
    sums = " + ".join(map(str, roll.parts))
    return found(
        "totals_mismatch",
        "warning",
        (roll.span, roll.total.span),
        f"{sums} make {sum(roll.parts)}, not {roll.total.value.stated}",
        versus(roll.span, roll.total.span),
    )


def _part(desk: Desk, claim: Claim) -> Discrepancy | None:
    if claim.negated or claim.increment or claim.value.number is None or not _partitive(desk, claim):
        return None
    if not figures.evident(desk, claim):
        return None
    total = _total(desk, claim, besides=False)
    return _exceeds(claim, total) if total is not None else None


def _partitive(desk: Desk, claim: Claim) -> bool:
    """Whether the words make the number a part of what was counted before: "20 of them", "among them 20"."""
    line = desk.line_at(claim.span)
    if line is None or not claim.subset:
        return False
    place = next((w for w in line.words if w.number and w.key == figures.key(claim) and w.end > claim.span.start), None)
    if place is None:
        return False
    before, after = line.span.text[: place.start - line.span.start], line.span.text[place.end - line.span.start :]
    return bool(forms().part_behind.match(after) or forms().part_before.search(before))


def _total(desk: Desk, claim: Claim, *, besides: bool) -> Claim | None:
    """The article's largest total of the kind, if the claim exceeds it; `besides`: leaving out the claim's number."""
    value = figures.number(claim)
    totals = [c for c in desk.claims(claim.span.article) if c.kind == claim.kind and _whole(c)]
    totals = [c for c in totals if not (besides and figures.number(c) == value)]
    if value is None or claim.scope != "event" or not totals:
        return None
    line = desk.line_at(claim.span)
    beside = [c for c in totals if line is not None and line.span.overlaps(c.span) and c.span.start < claim.span.start]
    totals = totals if besides else (beside or totals)
    if not besides and any(figures.bound(c) in ("floor", "open") for c in totals):
        return None
    largest = max(totals, key=lambda c: (figures.number(c) or 0.0, -c.span.start))
    return largest if (figures.number(largest) or 0.0) < value else None


def _whole(claim: Claim) -> bool:
    """Whether the claim is a total that stands."""
    partial = claim.subset or claim.increment or claim.partial or claim.rate
    known = claim.value.number is not None and not (claim.negated or claim.voided or claim.person)
    return claim.scope == "event" and known and not partial


def _exceeds(claim: Claim, total: Claim) -> Discrepancy:
    return found(
        "totals_mismatch",
        "warning",
        (claim.span, total.span),
        f"{claim.kind}: {claim.value.stated} of a total of {total.value.stated}",
        versus(claim.span, total.span),
    )


def _list(desk: Desk, claim: Claim) -> Discrepancy | None:
    """ "12 dead: seven in A and five in B": every number behind the colon or dash must be a part."""
    line = desk.line_at(claim.span)
    total = figures.number(claim)
    if line is None or total is None or claim.subset or figures.bound(claim) in ("open", "ceiling"):
        return None
    if not forms().parts_lead.search(line.span.text):
        return None
    parts = _parts(line, claim)
    values = [1 if w.plain == ONE else int(w.key[1:]) for w in parts]
    if len(values) < 2 or max(values) >= total or sum(values) * 2 < total:
        return None
    if abs(sum(values) - total) < (_rounded_to(int(total)) if figures.bound(claim) == "about" else 1):
        return None
    span = desk.articles[line.span.article].span(parts[0].start, parts[-1].end)
    span = _through(desk, line, span)
    sums = " + ".join(map(str, values))
    return found(
        "totals_mismatch",
        "warning",
        (span, claim.span),
        f"{sums} make {sum(values)}, not {claim.value.stated}",
        (f"{cite(span)} lists the parts of {cite(claim.span)}",),
    )


def _rounded_to(total: int) -> int:
    """The place that an approximate total is rounded to: parts told to the same digits miss it by less."""
    place = 1
    while total and total % (place * 10) == 0:
        place *= 10
    return place


def _parts(line: Line, claim: Claim) -> list[Word]:
    """The whole numbers behind the first colon or dash after the total, if each is a counted part; else none."""
    offset = claim.span.end - line.span.start
    own = next(
        (w for w in line.words if w.number and w.key == figures.key(claim) and w.start >= claim.span.start), None
    )
    if own is not None:
        offset = own.end - line.span.start
    lead = forms().parts_lead.search(line.span.text, offset)
    if lead is None or '"' in line.span.text[offset : lead.start()]:
        return []
    inner = forms().inner_part.search(line.span.text, lead.end())
    stop = line.span.start + (inner.start() if inner is not None else len(line.span.text))
    tail = [w for w in line.words if line.span.start + lead.end() <= w.start < stop]
    numbers = [i for i, w in enumerate(tail) if w.number or (w.plain == ONE and i + 1 < len(tail))]
    if not numbers or numbers[0] > 1 or not all(_counted(tail, i) for i in numbers):
        return []
    return [tail[i] for i in numbers]


ONE = "one"
"""The part of one person, which is no number elsewhere: "three Lebanese and *one* Egyptian"."""


def _counted(words: list[Word], place: int) -> bool:
    """Whether the number counts a part: a whole number with a place or a noun behind it."""
    word, after = words[place], words[place + 1 : place + 3]
    if not (word.plain == ONE or word.key[1:].isdigit()) or not after or after[0].number:
        return False
    return after[0].plain in forms().placed or (bool(after[0].key) and after[0].plain not in forms().measured)


def _through(desk: Desk, line: Line, span: Span) -> Span:
    """The list up to the end of its last part's clause."""
    rest = line.span.text[span.end - line.span.start :]
    end = re.search(r"[.;,:]|$", rest)
    return desk.articles[span.article].span(span.start, span.end + (end.start() if end else 0))
