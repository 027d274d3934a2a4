"""Counts that changed their kind on the way from source to derived article."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.checks import figures
from variorum.checks.desk import Desk, Link
from variorum.checks.firm import behind, number
from variorum.checks.line import Line, at
from variorum.lang import subsets
from variorum.model import Claim, Span


def swaps(desk: Desk) -> tuple[tuple[Claim, Claim], ...]:
    """(derived claim, source claim) of one number in aligned passages and two kinds that exclude each other."""
    return tuple(_swaps(desk))


def _swaps(desk: Desk) -> Iterator[tuple[Claim, Claim]]:
    for link in desk.links:
        for claim in desk.claims(link.derived):
            source = _swapped(desk, link, claim)
            if source is not None:
                yield claim, source


def renamed(desk: Desk) -> Iterator[tuple[Claim, Claim, str, str]]:
    """(derived claim, source claim, noun, noun): one number of one kind in aligned passages, of two sorts of people
    ("eleven officers", "eleven protesters") or of one sex where the source says nothing of it."""
    for link in desk.links:
        seen: set[tuple[str, float | None]] = set()
        for claim in sorted(desk.claims(link.derived), key=lambda c: (figures.heading(desk, c), c.span)):
            pair, value = link.pair_at(claim.span), figures.number(claim)
            if pair is None or pair.share < ALIKE or value is None or value < FEW:
                continue
            same = (c for c in figures.in_pair(desk, pair) if c.kind == claim.kind and figures.number(c) == value)
            source = next(same, None)
            nouns = _nouns(desk, link, claim, source) if source is not None else None
            if source is not None and nouns is not None and (claim.kind, value) not in seen:
                seen.add((claim.kind, value))
                yield claim, source, *nouns


def resexed(desk: Desk) -> Iterator[tuple[Span, Span]]:
    """(passage, the source's passage) of as many persons of the other sex in aligned sentences ("two brothers" for "two
    sisters"), whatever befell them."""
    for link in (k for k in desk.texts if not k.translated):
        for pair in (p for p in link.pairs if p.share >= NEAR):
            mine, theirs = _numbered(desk, pair.derived), _numbered(desk, pair.sources[0])
            for (many, sex), fault in mine.items():
                other = next((s for n, s in theirs if n == many and s != sex), None)
                if other is not None and (many, sex) not in theirs and (many, other) not in mine:
                    yield fault, theirs[many, other]


NEAR = 0.45
"""The same where a number and what it counts stand side by side in both."""


def _numbered(desk: Desk, line: Line) -> dict[tuple[str, int], Span]:
    """Where the sentence counts persons by a noun of one sex, at most one word behind the number."""
    found: dict[tuple[str, int], Span] = {}
    for place, word in enumerate(line.words):
        for noun in line.words[place + 1 : place + 3] if word.number and word.key != "#1" else ():
            sex = next((i for i, sex in enumerate(desk.contrast.sexes) if noun.plain in sex), None)
            if sex is not None:
                found.setdefault((word.key, sex), at(line, word.start, noun.end))
    return found


def crossed(desk: Desk) -> Iterator[tuple[Claim, Claim]]:
    """(derived claim, source claim) of two classes whose numbers traded places: "nine guards and two inmates" for nine
    inmates and two guards."""
    for link in desk.texts:
        mine, theirs = (_classes(desk, a) for a in (link.derived, link.source))
        both = sorted(mine.keys() & theirs.keys())
        for one, other in ((a, b) for a in both for b in both if a < b and a[0] == b[0]):
            here, there = ([figures.number(t[k]) for k in (one, other)] for t in (mine, theirs))
            if here == there[::-1] and here[0] != here[1]:
                yield mine[one], theirs[one]


def _classes(desk: Desk, article: str) -> dict[tuple[str, str], Claim]:
    """The article's counts of classes by kind and class; what it counts twice and differently is none."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in desk.claims(article):
        part = subsets.key(claim.subset)
        if part and claim.scope == "event" and figures.number(claim) and not (claim.earlier or claim.voided):
            found.setdefault((claim.kind, part), []).append(claim)
    return {k: c[0] for k, c in sorted(found.items()) if len({figures.number(x) for x in c}) == 1}


ALIKE = 0.55
FEW = 2
"""Share of the sentence's words that its source must hold; persons from which on a count is no single person's."""


def _nouns(desk: Desk, link: Link, claim: Claim, source: Claim) -> tuple[str, str] | None:
    """The nouns behind the two numbers, if nobody is both, and the source nowhere counts so many of the first."""
    mine, theirs = _behind(desk, claim), _behind(desk, source)
    for noun in mine:
        for other in theirs:
            if noun != other and _apart(desk, noun, other) and noun not in theirs and other not in mine:
                told = (c for c in desk.claims(link.source) if figures.number(c) == figures.number(claim))
                return None if any(noun in _behind(desk, c) for c in told) else (noun, other)
    return None


def _behind(desk: Desk, claim: Claim) -> tuple[str, ...]:
    line = desk.line_at(claim.span)
    return tuple(w.plain for w in behind(line, number(line, claim)[1])) if line is not None else ()


def _apart(desk: Desk, one: str, other: str) -> bool:
    """Whether the words are of two camps, or the first of a sex and the second of the other or of none."""
    sides = [next((i for i, camp in enumerate(desk.contrast.camps) if w in camp), None) for w in (one, other)]
    sexes = [next((i for i, sex in enumerate(desk.contrast.sexes) if w in sex), None) for w in (one, other)]
    if None not in sides:
        return sides[0] != sides[1]
    return sexes[0] is not None and (other in desk.contrast.neuter or sexes[1] not in (None, sexes[0]))


def _exclusive(desk: Desk, one: str, other: str) -> bool:
    """Whether nobody and nothing can be counted under both: the dead are neither hurt nor rescued, and a house that
    stands damaged is not destroyed."""
    people = any(desk.kinds[k].people for k in (one, other) if k in desk.kinds)
    ruined = not people and one.partition("_")[0] == other.partition("_")[0]
    return ("killed" in (one, other) or ruined) and figures.comparable(desk, one, other)


def _swapped(desk: Desk, link: Link, claim: Claim) -> Claim | None:
    """The source's claim with this number and another kind, if nobody counts so and the article never has it right."""
    pair = link.pair_at(claim.span)
    value = figures.number(claim)
    if pair is None or not value or claim.value.number == 1 or figures.stated(desk, claim, outside=link.derived):
        return None
    if not figures.evident(desk, claim):
        return None
    own = {(c.kind, figures.number(c)) for c in desk.claims(link.derived)}
    for source in figures.in_pair(desk, pair):
        if figures.number(source) != value or not _exclusive(desk, claim.kind, source.kind):
            continue
        told = figures.clause(desk, source) & (figures.triggers(desk, claim.kind) - figures.triggers(desk, source.kind))
        return None if told or (source.kind, value) in own else source
    return None
