"""Two short reports of one event that give different numbers in the same place of the same sentence.

Headlines and one-sentence alerts have no context that claims could be read from, but their sentences can be laid on
each other: numbers with the same unit, between the same words, are readings of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from variorum.checks.amounts import Amount, Reader
from variorum.checks.desk import Desk
from variorum.checks.figures import NEAR
from variorum.checks.leeway import explained
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


def _covers(spans: tuple[Span, ...], found: Difference) -> bool:
    return any(s.overlaps(found.fault) for s in spans) and any(s.overlaps(found.against) for s in spans)


def _between(desk: Desk, reader: Reader, one: Sequence[Line], other: Sequence[Line]) -> Iterator[Difference]:
    """Each sentence against the other report's nearest."""
    for mine in one:
        best = max(other, key=lambda w: (len(_shared(mine, w)), -w.span.start), default=None)
        if best is not None and _alike(mine, best) and not apart(desk, mine, best):
            yield from _lay(desk, reader, mine, best)


def _worded_alike(one: Line, other: Line) -> bool:
    """Whether the sentences are nearly the same, so that what is counted may have another name."""
    least = min(len(one.keys - one.numbers), len(other.keys - other.numbers))
    return len(_shared(one, other)) >= max(WORDED, SAME * least)


WORDED = 4
SAME = 0.6
"""Content words that two sentences of the same wording share: four, and three fifths of the shorter."""


def _shared(one: Line, other: Line) -> frozenset[str]:
    return one.keys & other.keys - one.numbers


def _alike(one: Line, other: Line) -> bool:
    """Whether the sentences share enough words to say the same."""
    least = min(len(one.keys - one.numbers), len(other.keys - other.numbers))
    return len(_shared(one, other)) >= max(SHARED, SHARE * least)


SHARED = 2
SHARE = 0.25
"""Content words that two short sentences must share: two, and a quarter of the shorter."""


def apart(desk: Desk, one: Line, other: Line) -> bool:
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
    mine, theirs = (set(t.span.text.lower().split()) for t in (one, other))
    return not named or mine <= theirs or theirs <= mine


def _lay(desk: Desk, reader: Reader, one: Line, other: Line) -> Iterator[Difference]:
    """The best one-to-one pairing of the two sentences' amounts, equal ones first; what differs in it."""
    mine, theirs = reader.amounts(one), reader.amounts(other)
    worded = _worded_alike(one, other)
    alone = {a.unit for a in mine if _only(a, mine)} & {b.unit for b in theirs if _only(b, theirs)}

    def rank(i: int, j: int) -> tuple[bool, float, int, int, int]:
        a, b = mine[i], theirs[j]
        owned = OWNED * (one_owner(desk, a, b) or 0)
        score = likeness(a, b, worded=worded) + owned + ALONE * (a.unit == b.unit and a.unit in alone)
        return _equal(a, b), score, -abs(i - j), -i, -j

    scored = [rank(i, j) for i in range(len(mine)) for j in range(len(theirs))]
    left, right = set(range(len(mine))), set(range(len(theirs)))
    for same, score, _, *places in sorted(scored, reverse=True):
        i, j = (-p for p in places)
        if i not in left or j not in right or not (_level(mine[i], theirs[j]) if same else score >= LEAST):
            continue
        left.discard(i)
        right.discard(j)
        a, b = mine[i], theirs[j]
        if not explained(a, b) and one_owner(desk, a, b) is not False:
            yield Difference(a.passage, b.passage, a.value.stated, b.value.stated, (a.number, b.number))


def _equal(one: Amount, other: Amount) -> bool:
    """Whether both are one number told in one role; a rounded one competes with others for its place."""
    return one.number == other.number and explained(one, other) and one.prior == other.prior


def _only(amount: Amount, every: Sequence[Amount]) -> bool:
    """Whether its sentence has no other amount of its unit; counts of things say less, and must be its only amount."""
    if amount.unit.name == "count":
        return len(every) == 1
    return sum(a.unit == amount.unit for a in every) == 1


LEAST = 2.0
ALONE = 1.0
OWNED = 1.0
"""Least likeness of two amounts that are readings of one thing: the same kind, or the same unit and words beside it;
what it adds that each sentence has no other amount, and that both are of one named owner."""


def rival(one: Amount, other: Amount) -> bool:
    """Whether the two are different readings of one thing."""
    return likeness(one, other) >= LEAST and not explained(one, other)


def _level(one: Amount, other: Amount) -> bool:
    """Whether equal numbers may be the same number: neither kinds nor units exclude it."""
    kinds = not (one.kind and other.kind) or one.kind == other.kind
    return kinds and (one.unit == other.unit or "count" in (one.unit.name, other.unit.name))


def likeness(one: Amount, other: Amount, *, worded: bool = False) -> float:
    """How much speaks for one thing counted twice; below zero where something speaks against it. `worded`: in sentences
    of the same wording, where behind the same word another noun is another name ("has 360 groups", "125 names")."""
    same_kind = one.kind is not None and one.kind == other.kind
    nouns = len(set(one.after) & set(other.after))
    nearest = one.before[:1] == other.before[:1] != ()
    if one.kind and other.kind and not same_kind:
        return -1.0
    if one.unit != other.unit or (one.unit.name == "age" and one.aged != other.aged):
        return -1.0
    counted = one.unit.name == "count"
    if counted and one.after and other.after and not nouns and not same_kind and not (worded and nearest):
        return -1.0
    near = len(one.near & other.near)
    told = 2.0 * same_kind + (1.0 + 0.5 * nouns) * (nouns > 0) + 1.5 * nearest + min(2.0, 0.5 * near)
    roles = (one.trend and other.trend) - 1.0 * (one.trend != other.trend) - 1.0 * (one.prior != other.prior)
    return told + roles + 1.0 * (not counted) + 1.0 * _crossed(one, other) + 0.5 * _near(one, other)


def _near(one: Amount, other: Amount) -> bool:
    """Whether the numbers lie so close that it is hardly chance: within a tenth, of three digits or more."""
    low, high = sorted((one.number or 0.0, other.number or 0.0))
    return len(f"{high:g}".replace(".", "")) > 2 and high - low <= NEAR * high


def _crossed(one: Amount, other: Amount) -> bool:
    """Whether what the one counts stands before the other ("5 percent growth", "growth of 5.3 percent")."""
    return bool(set(one.after) & set(other.before[:2]) or set(other.after) & set(one.before[:2]))


def one_owner(desk: Desk, one: Amount, other: Amount) -> bool | None:
    """Whether the amounts are of one named person or body, or of two ("Acme gained 3, Globex 5"); None: not told.

    Where only one side names somebody else on the way ("Bright of Acme has spent"), the name that both have counts.
    """
    mine, theirs = _named(desk, one), _named(desk, other)
    if not mine or not theirs:
        return None
    if _one(desk, mine[-1], theirs[-1]):
        return True
    aside = not any(_one(desk, mine[-1], t) for t in theirs) and any(_one(desk, theirs[-1], m) for m in mine)
    beside = not any(_one(desk, theirs[-1], m) for m in mine) and any(_one(desk, mine[-1], t) for t in theirs)
    return aside or beside


def _named(desk: Desk, amount: Amount) -> list[Mention]:
    """The persons and organisations named before the amount, in text order."""
    extraction = desk.extractions.get(amount.passage.article)
    found: Iterable[Mention] = extraction.mentions if extraction else ()
    before = (m for m in found if m.type != "place" and m.span.end <= amount.passage.start)
    return sorted(before, key=lambda m: m.span)


def _one(desk: Desk, one: Mention, other: Mention) -> bool:
    if desk.entity_at.get(one.span, one.name) == desk.entity_at.get(other.span, other.name):
        return True
    return bool(set(one.name.lower().split()) & set(other.name.lower().split()))
