"""Two short reports of one event that give different numbers in the same place of the same sentence.

Headlines and one-sentence alerts have no context that claims could be read from, but their sentences can be laid on
each other: numbers with the same unit, between the same words, are readings of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from variorum.checks.amounts import Amount, Reader
from variorum.checks.desk import Desk
from variorum.checks.figures import BOUNDS, NEAR
from variorum.checks.line import Line
from variorum.model import Mention, Span, TimeMention


class Difference(Struct, frozen=True):
    """The passage at fault (of the derived or older report), the other, and both numbers as stated."""

    fault: Span
    against: Span
    stated: str
    true: str
    numbers: tuple[float | None, float | None]


def changed(desk: Desk, known: Sequence[tuple[Span, ...]]) -> Iterator[Difference]:
    """Short reports against the short ones they were made from; `known`: passages already reported together."""
    sources: dict[str, list[str]] = {}
    for link in desk.links:
        sources.setdefault(link.derived, []).append(link.source)
    yield from _all(desk, sources, known)


def conflicting(desk: Desk, known: Sequence[tuple[Span, ...]]) -> Iterator[Difference]:
    """Short reports against those after them that were not made from them."""
    tied = {frozenset((k.derived, k.source)) for k in desk.links}
    order = tuple(a for a in desk.order if len(sentences(desk, a)) <= BRIEF)
    later = {
        a: [b for b in order[i + 1 : i + 1 + FOLLOWERS] if frozenset((a, b)) not in tied] for i, a in enumerate(order)
    }
    yield from _all(desk, later, known)


FOLLOWERS = 20
"""Later short reports that one is compared with: a feed of alerts stays bounded."""

BRIEF = 2
"""Sentences of a report that is a headline or an alert: whatever it counts is the event's."""


def _all(desk: Desk, others: dict[str, list[str]], known: Sequence[tuple[Span, ...]]) -> Iterator[Difference]:
    """The differences of each short report from its `others`; a passage or a pair of numbers is at fault once."""
    reader = desk.once(Reader)
    parts = {a: sentences(desk, a) for a in desk.order}
    for article in desk.order:
        seen: set[object] = set()
        for other in others.get(article, ()):
            if max(len(parts[article]), len(parts[other])) > BRIEF:
                continue
            for found in _between(desk, reader, parts[article], parts[other]):
                if seen.isdisjoint((found.fault, found.numbers)) and not any(_covers(k, found) for k in known):
                    seen.update((found.fault, found.numbers))
                    yield found


def sentences(desk: Desk, article: str) -> tuple[Line, ...]:
    """The report's sentences; a parser cuts headlines in pieces, so what no full stop ends goes on."""
    lines = desk.lines(article)
    if not 1 < len(lines) <= PIECES:
        return lines
    text = desk.articles[article]
    starts = [i for i, w in enumerate(lines) if i == 0 or not _goes_on(text.text, lines[i - 1], w)]
    parts = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return tuple(Line(text, text.span(p[0].span.start, p[-1].span.end), p[0].kind) for p in parts)


def _goes_on(text: str, one: Line, other: Line) -> bool:
    between = text[one.span.end : other.span.start]
    return "\n" not in between and one.span.text.rstrip()[-1:] not in ENDS


PIECES = 8
ENDS = frozenset('.!?…"”»')

BRIEF = 2
"""Sentences of a report that is a headline or an alert: whatever it counts is the event's."""


def _covers(spans: tuple[Span, ...], found: Difference) -> bool:
    return any(s.overlaps(found.fault) for s in spans) and any(s.overlaps(found.against) for s in spans)


def _between(desk: Desk, reader: Reader, one: Sequence[Line], other: Sequence[Line]) -> Iterator[Difference]:
    """Each sentence against the other report's nearest."""
    for mine in one:
        best = max(other, key=lambda w: (len(_shared(mine, w)), -w.span.start), default=None)
        if best is not None and _alike(mine, best) and not _apart(desk, mine, best):
            yield from _lay(desk, reader, mine, best)


def _shared(one: Line, other: Line) -> frozenset[str]:
    return one.keys & other.keys - one.numbers


def _alike(one: Line, other: Line) -> bool:
    """Whether the sentences share enough words to say the same."""
    least = min(len(one.keys - one.numbers), len(other.keys - other.numbers))
    return len(_shared(one, other)) >= max(SHARED, SHARE * least)


SHARED = 2
SHARE = 0.25
"""Content words that two short sentences must share: two, and a quarter of the shorter."""


def _apart(desk: Desk, one: Line, other: Line) -> bool:
    """Whether each sentence names its own time."""
    mine, theirs = _times(desk, one), _times(desk, other)
    return bool(mine and theirs) and not any(_meet(a, b) for a in mine for b in theirs)


def _times(desk: Desk, line: Line) -> list[TimeMention]:
    extraction = desk.extractions.get(line.span.article)
    return [t for t in extraction.times if line.span.overlaps(t.span)] if extraction else []


def _meet(one: TimeMention, other: TimeMention) -> bool:
    if one.start and one.end and other.start and other.end:
        return one.start <= other.end and other.start <= one.end
    named = one.span.text[:1].isupper() and other.span.text[:1].isupper()
    return not named or one.span.text.lower() == other.span.text.lower()


def _lay(desk: Desk, reader: Reader, one: Line, other: Line) -> Iterator[Difference]:
    """The best one-to-one pairing of the two sentences' amounts, equal ones first; what differs in it."""
    mine, theirs = reader.amounts(one), reader.amounts(other)
    alone = ALONE if len(mine) == len(theirs) == 1 else 0.0
    scored = [
        (_explained(a, b), likeness(a, b) + alone, -abs(i - j), -i, -j)
        for i, a in enumerate(mine)
        for j, b in enumerate(theirs)
    ]
    left, right = set(range(len(mine))), set(range(len(theirs)))
    for same, score, _, *places in sorted(scored, reverse=True):
        i, j = (-p for p in places)
        if i not in left or j not in right or not (_level(mine[i], theirs[j]) if same else score >= LEAST):
            continue
        left.discard(i)
        right.discard(j)
        if not same and not _others(desk, mine[i], theirs[j]):
            a, b = mine[i], theirs[j]
            yield Difference(a.passage, b.passage, a.value.stated, b.value.stated, (a.number, b.number))


LEAST = 2.0
ALONE = 1.0
"""Least likeness of two amounts that are readings of one thing: the same kind, or the same unit and words beside it;
and what it adds that each sentence has no other amount."""


def rival(one: Amount, other: Amount) -> bool:
    """Whether the two are different readings of one thing."""
    return likeness(one, other) >= LEAST and not _explained(one, other)


def _level(one: Amount, other: Amount) -> bool:
    """Whether equal numbers may be the same number: neither kinds nor units exclude it."""
    kinds = not (one.kind and other.kind) or one.kind == other.kind
    return kinds and (one.unit == other.unit or "count" in (one.unit, other.unit))


def likeness(one: Amount, other: Amount) -> float:
    """How much speaks for one thing counted twice; below zero where something speaks against it."""
    same_kind = one.kind is not None and one.kind == other.kind
    nouns = len(set(one.after) & set(other.after))
    nearest = one.before[:1] == other.before[:1] != ()
    if (one.sort and other.sort and one.sort != other.sort) or (one.kind and other.kind and not same_kind):
        return -1.0
    if one.unit != other.unit:
        return 2.0 if nearest and _unread(one, other) else -1.0
    if one.unit == "count" and one.after and other.after and not nouns and not same_kind:
        return -1.0
    near = len(one.near & other.near)
    told = 2.0 * same_kind + (1.0 + 0.5 * nouns) * (nouns > 0) + 1.5 * nearest + min(2.0, 0.5 * near)
    return told + 1.0 * (one.unit != "count")


def _unread(one: Amount, other: Amount) -> bool:
    """Whether one side's unit may have been missed: both have a decimal fraction, and one has no unit at all."""
    fractions = all((a.number or 0.0) % 1 for a in (one, other))
    return fractions and "count" in (one.unit, other.unit) and not (one.kind or other.kind)


def _explained(one: Amount, other: Amount) -> bool:
    """Whether both can be right: equal, rounded, or as near as a hedge or a bound allows."""
    a, b = one.number or 0.0, other.number or 0.0
    if a == b or _scaled(one, other) or (a <= (other.top or b) and b <= (one.top or a)):
        return True
    hedged = "about" in (BOUNDS[one.value.modifier], BOUNDS[other.value.modifier])
    if hedged and abs(a - b) <= NEAR * max(a, b):
        return True
    return one.value.modifier != other.value.modifier and (_within(one, b) or _within(other, a))


def _scaled(one: Amount, other: Amount) -> bool:
    """Sums whose scale one side writes in a way that was not read ("38b")."""
    ratios = (1e3, 1e6, 1e9, 1e12)
    low, high = sorted((one.number or 0.0, other.number or 0.0))
    return one.unit == other.unit == "money" and any(low * r == high for r in ratios)


def _within(bounded: Amount, value: float) -> bool:
    """Whether "more than 30" or "up to 30" is an editor's rounding of the value."""
    edge, bound = bounded.number or 0.0, BOUNDS[bounded.value.modifier]
    return (bound == "floor" and edge <= value <= ROUNDED * edge) or (
        bound == "ceiling" and value <= edge <= ROUNDED * value
    )


ROUNDED = 1.25
"""How far a floor lies below what it stands for, and a ceiling above."""


def _others(desk: Desk, one: Amount, other: Amount) -> bool:
    """Whether the amounts are of two named persons or bodies ("Acme gained 3, Globex 5")."""
    mine, theirs = _owner(desk, one), _owner(desk, other)
    return mine is not None and theirs is not None and not _one(mine, theirs)


def _owner(desk: Desk, amount: Amount) -> Mention | None:
    """The person or organisation named nearest before the amount."""
    extraction = desk.extractions.get(amount.passage.article)
    named: Iterable[Mention] = extraction.mentions if extraction else ()
    before = [m for m in named if m.type != "place" and m.span.end <= amount.passage.start]
    return max(before, key=lambda m: m.span.end, default=None)


def _one(one: Mention, other: Mention) -> bool:
    return bool(set(one.name.lower().split()) & set(other.name.lower().split()))
