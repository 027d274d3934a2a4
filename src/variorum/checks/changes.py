"""Numbers that a derived article changed: its claims against its source's, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks import figures, pairs
from variorum.checks.amounts import Reader, joined
from variorum.checks.desk import REMADE, TAKEN, Desk, Link
from variorum.checks.finder import Pair
from variorum.checks.firm import aged, table
from variorum.checks.line import Line, at
from variorum.checks.rivals import rivals
from variorum.checks.takes import same_digits
from variorum.lang import subsets
from variorum.model import Claim, Span
from variorum.text.words import Word


def changes(desk: Desk) -> tuple[tuple[Claim, Claim], ...]:
    """(derived claim, source claim) of one thing and two numbers; one per kind and number of a derived article."""
    return tuple(_changes(desk))


def _changes(desk: Desk) -> Iterator[tuple[Claim, Claim]]:
    for link in desk.links:
        if link.take:
            continue
        seen: set[tuple[str, float | None]] = set()
        for claim in sorted(desk.claims(link.derived), key=lambda c: (figures.heading(desk, c), c.span)):
            mark = (claim.kind, figures.number(claim))
            source = None if mark in seen else _counterpart(desk, link, link.pair_at(claim.span), claim)
            if source is not None:
                seen.add(mark)
                yield claim, source


def perhaps_news(desk: Desk, claim: Claim, source: Claim) -> bool:
    """Whether the larger number of a text of a later day may be a later count, though nothing else in it says so."""
    tied = (k for k in desk.links if (k.derived, k.source) == (claim.span.article, source.span.article))
    more, less = figures.number(claim) or 0.0, figures.number(source) or 0.0
    return more > less and not same_digits(more, less) and any(k.later for k in tied)


def _counterpart(desk: Desk, link: Link, pair: Pair | None, claim: Claim) -> Claim | None:
    """The source's claim that this one distorts: nobody else has this number, and each passage lacks the other's."""
    if claim.value.number is None or claim.negated or figures.stated(desk, claim, outside=link.derived):
        return None
    if pair is not None and any(figures.key(claim) in line.numbers for line in pair.sources):
        return None
    if link.coverage < TAKEN and figures.key(claim) in desk.pages[link.source].numbers:
        return None  # little was taken, and the number stands elsewhere in the source
    own = {(c.kind, figures.number(c)) for c in desk.claims(link.derived)}
    near = figures.in_pair(desk, pair) if pair is not None else ()
    rivals = (
        c
        for c in (*near, *_only(desk, link, claim))
        if _rival(desk, claim, c) and (c.kind, figures.number(c)) not in own
    )
    at = desk.line_at(claim.span)
    found = (c for c in rivals if at is None or figures.key(c) not in at.numbers)
    return next(found, _left_over(desk, link, pair, claim) if pair is not None else None)


def _left_over(desk: Desk, link: Link, pair: Pair, claim: Claim) -> Claim | None:
    """The one count of the source's sentences that the derived sentence lacks, where this is the one that they lack and
    all others agree ("68 at the march, 24 more at night" for 68 and 44): nothing else can have become of it."""
    if pair.share < HALF or link.translated or claim.scope != "event":
        return None
    every, own = desk.pages[link.source].numbers, desk.pages[link.derived].numbers
    new = pair.derived.numbers - every
    told = [c for c in figures.in_pair(desk, pair) if figures.number(c) and figures.key(c) not in own]
    same = [c for c in told if c.kind == claim.kind and c.scope == claim.scope and bool(c.rate) == bool(claim.rate)]
    kept = pair.derived.numbers & pair.sources[0].numbers
    if new != {figures.key(claim)} or len(told) != 1 or len(same) != 1 or not kept or same[0].person:
        return None
    return None if figures.agree(claim, same[0]) else same[0]


HALF = 0.5
"""Share of its words that the sources of a sentence must hold where all its numbers but one agree."""


def _rival(desk: Desk, claim: Claim, source: Claim) -> bool:
    known = source.value.number is not None and not source.negated and not source.person
    if not known or not figures.same_thing(claim, source) or figures.agree(claim, source):
        return False
    return not aged(desk, claim) and not aged(desk, source) and rivals(desk, claim, source)


def _only(desk: Desk, link: Link, claim: Claim) -> tuple[Claim, ...]:
    """The source's only count of this kind, where it has one and nowhere has the derived number; or the one that has
    its digits in another order."""
    if claim.scope != "event" or link.coverage < TAKEN:
        return ()
    every = [c for c in desk.claims(link.source) if c.kind == claim.kind and c.scope == claim.scope and not c.rate]
    told = [c for c in every if not (c.earlier or c.voided or c.increment or c.negated) and _like(claim, c)]
    twisted = [c for c in told if same_digits(figures.number(claim), figures.number(c))]
    if twisted and link.coverage >= REMADE:
        return tuple(twisted[:1])
    if figures.key(claim) in desk.pages[link.source].numbers:
        return ()
    alone = len({figures.number(c) for c in told}) == 1
    return tuple(told[:1]) if alone and not any(c.partial for c in told) else ()


def _like(one: Claim, other: Claim) -> bool:
    """Whether both count the same part, or the one whoever the other counts whole ("17 passengers are missing")."""
    if figures.same_thing(one, other):
        return True
    parts = [subsets.key(c.subset) for c in (one, other) if c.subset]
    return one.unit == other.unit and len(parts) == 1 and parts[0] not in table().parts and not one.partial


class Change(Struct, frozen=True):
    """A number that no kind counts, changed between two passages that are otherwise alike."""

    fault: Span
    against: Span
    number: str
    true: str


def uncounted(desk: Desk) -> Iterator[Change]:
    """Numbers of any thing ("7,500 sheep"): one that is gone and one that is new, before the same word."""
    reader = desk.once(Reader)
    for link in desk.links:
        if link.take:
            continue
        for pair in link.pairs:
            change = _exchanged(desk, reader, link, pair) if pair.share >= ALIKE else None
            if change is None and pair.share >= COPIED:
                change = _slotted(reader, pair) or _currency(desk, reader, link, pair)
            if change is not None and not any(change.fault.overlaps(c.span) for c in desk.claims(link.derived)):
                yield change


ALIKE = 0.55
"""Share of a sentence's words that its sources must hold before a number no kind counts tells anything."""


COPIED = 0.75
"""Share from which on a sentence is a copy: there a number stands for another by its place alone."""


def _slotted(reader: Reader, pair: Pair) -> Change | None:
    """A number between the same words as another: the word before and two behind, whatever else the texts count."""
    source = pair.sources[0]
    for i, one in enumerate(pair.derived.words):
        if not one.number or one.key in source.numbers or _label(pair.derived, i) or _nth(pair.derived, i):
            continue
        for j, other in enumerate(source.words):
            if not other.number or other.key in pair.derived.numbers or not _far(one, other, copied=True):
                continue
            mine, theirs = _counts(reader, pair.derived, i), _counts(reader, source, j)
            if mine is None or theirs is None or mine.name:
                continue  # "Image 9 Ann Lee"
            if _slot(pair.derived, i) == _slot(source, j):
                fault, against = at(pair.derived, one.start, mine.end), at(source, other.start, theirs.end)
                return Change(fault, against, one.key[1:], other.key[1:])
    return None


def _slot(line: Line, place: int) -> tuple[str, ...]:
    """The word before a number and the two behind it."""
    return tuple(w.plain for w in (*line.words[max(0, place - 1) : place], *line.words[place + 1 : place + 3]))


def _currency(desk: Desk, reader: Reader, link: Link, pair: Pair) -> Change | None:
    """One sum in another money than the source's, which nowhere has the sum in this one."""
    told = [a for a in reader.amounts(pair.derived) if a.unit.name == "money"]
    given = [a for line in pair.sources for a in reader.amounts(line) if a.unit.name == "money"] if told else []
    for amount in told:
        same = [a for a in given if a.number == amount.number]
        if same and all(a.unit != amount.unit for a in same):
            return Change(amount.passage, same[0].passage, amount.passage.text, same[0].passage.text)
    return None


def _exchanged(desk: Desk, reader: Reader, link: Link, pair: Pair) -> Change | None:
    source = pair.sources[0]
    every, own = desk.pages[link.source].numbers, desk.pages[link.derived].numbers
    if pair.derived.numbers <= every:
        return None
    new = [i for i, w in enumerate(pair.derived.words) if w.number and w.key not in every]
    gone = [i for i, w in enumerate(source.words) if w.number and w.key not in own]
    if len(new) == 1 and len(gone) > 1:  # of several that are gone, the one of the same thing
        gone = [i for i in gone if _alike(reader, pair.derived, new[0], source, i)]
    copied = pair.share >= COPIED
    if len(new) != 1 or len(gone) != 1:
        return None
    if not _far(pair.derived.words[new[0]], source.words[gone[0]], copied=copied):
        return None
    if _label(pair.derived, new[0]) or _label(source, gone[0]) or _nth(pair.derived, new[0]) or _nth(source, gone[0]):
        return None
    one, other = pair.derived.words[new[0]], source.words[gone[0]]
    mine, theirs = _counts(reader, pair.derived, new[0]), _counts(reader, source, gone[0])
    if mine is None or theirs is None or mine.key != theirs.key:
        return _sums(reader, pair.derived, one, source, other)
    return Change(
        at(pair.derived, one.start, mine.end), at(source, other.start, theirs.end), one.key[1:], other.key[1:]
    )


def _alike(reader: Reader, derived: Line, new: int, source: Line, gone: int) -> bool:
    """Whether both numbers stand between the same words, one on either side."""
    mine, theirs = _counts(reader, derived, new), _counts(reader, source, gone)
    same = mine is not None and theirs is not None and mine.plain == theirs.plain
    before = [line.words[i - 1].plain for line, i in ((derived, new), (source, gone)) if i]
    return same and len(before) == 2 and before[0] == before[1]


def _sums(reader: Reader, derived: Line, one: Word, source: Line, other: Word) -> Change | None:
    """Sums of money, which no noun follows, between the same words."""
    mine, theirs = reader.holding(derived, one), reader.holding(source, other)
    if (
        mine is None
        or theirs is None
        or mine.unit != theirs.unit
        or mine.unit.name != "money"
        or not pairs.rival(mine, theirs)
    ):
        return None
    return Change(mine.passage, theirs.passage, mine.value.stated, theirs.value.stated)


def _label(line: Line, place: int) -> bool:
    """Whether the number is a piece of a name or a fraction ("Update 2", "1/2")."""
    word = line.words[place]
    return joined(line, at(line, word.start, word.end))


def _nth(line: Line, place: int) -> bool:
    """Whether the number says which, not how many ("the 28th lap")."""
    return NTH.match(line.span.text, line.words[place].end - line.span.start) is not None


NTH = re.compile(r"(?:st|nd|rd|th)\b")


def _far(one: Word, other: Word, *, copied: bool = False) -> bool:
    """Whether neither number is the other rounded; years are dates, not figures. `copied`: in a copy, numbers that are
    told to the same digit differ, however near they are."""
    a, b = float(one.key[1:]), float(other.key[1:])
    years = all(w.plain.isdigit() and len(w.plain) == 4 and "1800" <= w.plain <= "2100" for w in (one, other))
    near = abs(a - b) <= figures.NEAR * max(a, b)
    exact = copied and _digits(one) == _digits(other)
    return not years and a != b and (exact or not near)


def _digits(word: Word) -> int:
    """How many digits a number is told to: zeros at its end may be rounding."""
    shown = word.key[1:].replace(".", "")
    return len(shown if "." in word.key else shown.rstrip("0"))


def _counts(reader: Reader, line: Line, place: int) -> Word | None:
    """The content word that follows the number in its clause."""
    last = line.words[place]
    for word in line.words[place + 1 : place + 4]:
        if any(c in ",;:.!?()" for c in line.span.text[last.end - line.span.start : word.start - line.span.start]):
            return None
        if word.key and not word.number and word.plain not in reader.scales:
            return word
        last = word
    return None
