"""The count of one report against the count that another has of the same thing, pair by pair.

`readings` holds every report against the one number that stands; where that number is of something else, or a word
makes a count look like a part, nothing is said. Here two reports that were made apart (or an agency's first text and
its later one) are laid beside each other, and what each says of the whole, or of one class, is compared on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks import figures
from variorum.checks.desk import Desk, credits
from variorum.checks.firm import aged, behind, broken, doubtful, elsewise, number, phrases, table
from variorum.checks.forms import forms
from variorum.checks.reach import at_large
from variorum.checks.rivals import commensurate, local, principal, rivals
from variorum.checks.sides import spread
from variorum.checks.whole import counts, is_rest, of_them
from variorum.lang import subsets
from variorum.model import Claim

DEGREES = frozenset({"critical", "serious", "minor_injury"})
"""Classes of `lang/subsets` that people leave as they get better."""


class Apart(Struct, frozen=True):
    """A claim (`fault`) that another report's claim contradicts; `later`: merely older, of the same agency."""

    fault: Claim
    against: Claim
    later: bool


def counterparts(desk: Desk) -> tuple[Apart, ...]:
    """One per report, kind and part, against the newest report that tells of the same; oldest report first."""
    return tuple(_counterparts(desk))


def _counterparts(desk: Desk) -> Iterator[Apart]:
    told = {a: _told(desk, a) for a in desk.roots}
    seen: set[tuple[object, ...]] = set()
    for article in desk.roots:
        for claim in told[article]:
            for other in _others(desk, article):
                house = same_house(desk, article, other)
                rival = next((c for c in told[other] if _one_thing(desk, claim, c, house=house)), None)
                if rival is None:
                    continue
                pair = (
                    claim.kind,
                    _part(desk, claim),
                    *sorted((figures.number(claim) or 0.0, figures.number(rival) or 0.0)),
                )
                if pair not in seen and not settled(claim, rival):
                    seen.add(pair)
                    yield Apart(claim, rival, later=house)
                break
        yield from _overfull(desk, article, told)


def _overfull(desk: Desk, article: str, told: dict[str, tuple[Claim, ...]]) -> Iterator[Apart]:
    """Parts that are larger than another report's whole ("one clinic has seen 81 wounded", where 73 are in all)."""
    whole = {c.kind for c in told[article] if not _part(desk, c) and _firm(desk, c)}
    for claim in desk.claims(article):
        if claim.kind in whole or not _part_of_all(desk, claim):
            continue
        for other in _others(desk, article):
            rival = next((c for c in told[other] if c.kind == claim.kind and not _part(desk, c)), None)
            if rival is None or not figures.evident(desk, rival) or doubtful(desk, rival):
                continue
            part, total = figures.number(claim) or 0.0, figures.number(rival) or 0.0
            if total < part <= total * EXCESS and not settled(claim, rival) and not spread(desk, claim):
                yield Apart(claim, rival, later=same_house(desk, article, other))
                whole.add(claim.kind)
            break


EXCESS = 3.0
"""How many times another report's whole a part may be: what is larger still was misread."""


def _part_of_all(desk: Desk, claim: Claim) -> bool:
    """Whether it surely counts so many at least of the event's: of one hospital, of a class or of one place."""
    kind = desk.kinds.get(claim.kind)
    if kind is None or not kind.people or (kind.course == "changes" and kind.name != "missing"):
        return False  # those in hospital go home
    if claim.scope != "event" or claim.increment or claim.rate or claim.hedged:
        return False
    if claim.earlier or claim.voided or claim.negated or claim.person or aged(desk, claim) or broken(desk, claim):
        return False
    if claim.kind == "injured" and not WOUNDED.search(claim.span.text) and _treated(desk, claim):
        return False
    part = bool(claim.subset or claim.partial) or local(desk, claim) or doubtful(desk, claim)
    return part and (figures.number(claim) or 0.0) > 1 and figures.evident(desk, claim) and not is_rest(claim)


def _treated(desk: Desk, claim: Claim) -> bool:
    line = desk.line_at(claim.span)
    return line is not None and phrases(table().treating).search(line.span.text) is not None


WOUNDED = re.compile(r"(?i)\b(?:wounded|injured|hurt|casualties)\b")
"""Words that make those whom a doctor saw the event's own."""


def _others(desk: Desk, article: str) -> list[str]:
    """The other reports: those of the same house first, then the newest first; none that this one continues."""
    rest = [a for a in reversed(desk.roots) if a != article and not same_house(desk, a, article)]
    return sorted(rest, key=lambda a: not same_house(desk, article, a))


def same_house(desk: Desk, first: str, later: str) -> bool:
    """Whether the later text is the same agency's, of a later day or its update."""
    if (later, first) in desk.updates:
        return True
    one, other = desk.articles[first], desk.articles[later]
    shared = credits(one) & credits(other)
    return bool(shared and one.published and other.published and one.published < other.published)


def _told(desk: Desk, article: str) -> tuple[Claim, ...]:
    """What the article says of the event: its chief counts, of the whole and of every part, the text's before the
    headline's."""
    usable = [c for c in desk.claims(article) if _usable(desk, c)]
    chief: dict[tuple[str, str, str], Claim] = {}
    for claim in sorted(usable, key=lambda c: (c.section != "body", figures.heading(desk, c), c.span)):
        part = _part(desk, claim)
        if part or (principal(desk, claim) and (claim.place or _chief(desk, claim) or claim.attribution)):
            chief.setdefault((claim.kind, part, claim.place or ""), claim)
    return tuple(chief.values())


def _usable(desk: Desk, claim: Claim) -> bool:
    """Whether it is a count that another can contradict: sure, of this event and of all or of a class."""
    if not claim.subset and _of_those(desk, claim):
        return False
    kind = desk.kinds.get(claim.kind)
    if (
        kind is None
        or not (kind.people or kind.name in table().places)
        or not counts(desk, claim)
        or claim.earlier
        or claim.voided
    ):
        return False
    if claim.person or aged(desk, claim) or broken(desk, claim) or (claim.hedged and claim.kind == "killed"):
        return False
    if local(desk, claim) or (not claim.subset and _nation(desk, claim)):
        return False
    value = figures.number(claim)
    if value == 1 and figures.heading(desk, claim):
        return False
    return claim.value.modifier == "range" or (value is not None and (value > 0 or kind.course == "changes"))


def _of_those(desk: Desk, claim: Claim) -> bool:
    """Whether a part of those named before is counted, and not said which ("two of the four workers died")."""
    line = desk.line_at(claim.span)
    behind_ = line is not None and forms().of_them_behind.match(line.span.text, number(line, claim)[1]) is not None
    return behind_ or of_them(desk, claim)


def _nation(desk: Desk, claim: Claim) -> bool:
    """Whether the noun behind the number is one nation's ("ten American tourists", "killed 10 from Utria")."""
    line = desk.line_at(claim.span)
    if line is None:
        return False
    last = number(line, claim)[1]
    if forms().from_land.match(line.span.text, last):
        return True
    return any((subsets.key(w.plain) or "").isupper() for w in behind(line, last))


def _part(desk: Desk, claim: Claim) -> str:
    """The class that is counted, or nothing for all: a word for anybody, or for the only ones that the article counts,
    names no part ("Some 40 passengers are missing")."""
    part = subsets.key(claim.subset) or ""
    if not part or claim.partial or part.isupper():
        return part
    same = [c for c in desk.claims(claim.span.article) if c.kind == claim.kind and c.scope == claim.scope]
    alone = all((figures.number(c) or 0.0) <= (figures.number(claim) or 0.0) for c in same if not c.earlier)
    return "" if alone and part not in table().parts else part


def _one_thing(desk: Desk, one: Claim, other: Claim, *, house: bool) -> bool:
    """Whether both count the same: one kind, one part, one ground, neither a part of the other by its words."""
    if one.kind != other.kind or not _same_part(desk, one, other):
        return False
    few = all((figures.number(c) or 0.0) < MANY for c in (one, other))
    sure = _firm if few else _sound
    if not house and (any(not sure(desk, c) for c in (one, other)) or _known(desk, one, other)):
        return False
    if not _same_ground(desk, one, other, house=house):
        return False
    if (figures.number(one) == 0.0 and one.kind in table().deeds) or _camps(desk, one, other, house=house):
        return False
    if _lessened(desk, one, other, house=house) or (not house and _piece(desk, one, other)):
        return False
    return commensurate(desk, one, other) and rivals(desk, one, other, house=house)


MANY = 10.0
"""A number that two reports need not give in words of the kind to be compared: of few, some may be meant that another
sentence tells of."""


def _known(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether one of the reports has both numbers: then they are of two things."""
    pairs = ((one, other), (other, one))
    return any(
        figures.number(c) == figures.number(b) is not None
        for a, b in pairs
        for c in desk.claims(a.span.article)
        if c.kind == a.kind and not (c.earlier or c.voided)
    )


def _camps(desk: Desk, one: Claim, other: Claim, *, house: bool) -> bool:
    """Whether each counts what one of two sides lost or sent ("shot down 19"), or one of them who did it or who kept
    order, or the number is of both sides elsewhere in its article."""
    if house:
        return False
    if desk.kinds[one.kind].name in table().fought or _sort(desk, one) != _sort(desk, other):
        return True
    return any(spread(desk, c) for a in (one, other) for c in _again(desk, a))


def _again(desk: Desk, claim: Claim) -> list[Claim]:
    """The article's claims of the same kind and number."""
    same = (c for c in desk.claims(claim.span.article) if c.kind == claim.kind)
    return [c for c in same if figures.number(c) == figures.number(claim)]


def _sort(desk: Desk, claim: Claim) -> str | None:
    """Whether the noun behind the number names those who did it, or those who stood against them."""
    line = desk.line_at(claim.span)
    run = {w.plain for w in behind(line, number(line, claim)[1])} if line is not None else set()
    return next((name for name, nouns in sorted(table().sorts.items()) if run & nouns), None)


def _lessened(desk: Desk, one: Claim, other: Claim, *, house: bool) -> bool:
    """Whether a later day's smaller number only tells that people went home from hospital."""
    days = [desk.articles[c.span.article].published for c in (one, other)]
    if desk.kinds[one.kind].parent is None or not (house or (all(days) and days[0] != days[1])):
        return False
    first, later = (one, other) if house or (days[0] or "") < (days[1] or "") else (other, one)
    return (figures.number(later) or 0.0) < (figures.number(first) or 0.0)


def _piece(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether the smaller number is what somebody has seen of the whole: bodies, those treated, some without a noun."""
    small, large = sorted((one, other), key=lambda c: figures.number(c) or 0.0)
    line, whole = desk.line_at(small.span), desk.line_at(large.span)
    if line is None or whole is None:
        return True
    first, last = number(line, small)
    words = {w.plain for w in behind(line, last)}
    if words & table().seen and not {w.plain for w in behind(whole, number(whole, large)[1])} & table().seen:
        return True
    if small.kind == "injured" and phrases(table().treating).search(line.span.text):
        return True
    bare = not words and not line.span.text[:first].strip()
    return bare and (figures.number(large) or 0.0) > BARE * (figures.number(small) or 0.0)


BARE = 1.5
"""How many times a number that opens a sentence without a noun another may be: the noun before may be of a few."""


def _firm(desk: Desk, claim: Claim) -> bool:
    """Whether strangers' counts may be compared with it; a class has its noun, whatever else its clause says."""
    if _part(desk, claim) in table().parts:
        return True
    return not doubtful(desk, claim) and figures.evident(desk, claim)


def _sound(desk: Desk, claim: Claim) -> bool:
    """Whether strangers' large counts may be compared with it: nothing says that it counts something else."""
    return _part(desk, claim) in table().parts or not elsewise(desk, claim)


def _same_part(desk: Desk, one: Claim, other: Claim) -> bool:
    part = _part(desk, one)
    return part == _part(desk, other) and not set(part.split()) & DEGREES


def _same_ground(desk: Desk, one: Claim, other: Claim, *, house: bool) -> bool:
    """Whether both hold for one place or for the whole; in one agency's texts a place may be left out where the count
    is the first or the largest of its text."""
    if one.place == other.place:
        return True
    if all(at_large(desk, c) for c in (one, other)):
        return not house or bool(one.subset) or all(_chief(desk, c) for c in (one, other))
    return house and not (one.place and other.place) and all(_chief(desk, c) for c in (one, other))


def _chief(desk: Desk, claim: Claim) -> bool:
    """Whether it is the first or the largest number that its article has for the kind."""
    same = (c for c in desk.claims(claim.span.article) if c.kind == claim.kind and c.scope == claim.scope)
    told = [figures.number(c) or 0.0 for c in same if not (c.earlier or c.voided or c.increment or c.negated)]
    return not told or figures.number(claim) in (told[0], max(told))


def settled(one: Claim, other: Claim) -> bool:
    """Whether both numbers may be right: equal, rounded, in the range, or within a bound that is usually filled."""
    (low, high), (least, most) = _ends(one), _ends(other)
    slack = max(_slack(one), _slack(other))
    if low <= most + slack and least <= high + slack:
        return True
    return _filled(one, least) or _filled(other, low)


def _ends(claim: Claim) -> tuple[float, float]:
    value = figures.number(claim)
    if value is None:
        return float(claim.value.low or 0), float("inf") if claim.value.high is None else float(claim.value.high)
    return value, value


def _slack(claim: Claim) -> float:
    """How far a rounded number may lie from what it stands for: half of its last digit but zeros, or a little."""
    if figures.bound(claim) != "about":
        return 0.0
    value = figures.number(claim) or 0.0
    digits = f"{value:.0f}"
    return max(10.0 ** (len(digits) - len(digits.rstrip("0"))) / 2, HAZE * value)


HAZE = 0.05
"""What "about" leaves open beside a number told to its last digit."""


def _filled(claim: Claim, true: float) -> bool:
    shown, bound = figures.number(claim) or 0.0, figures.bound(claim)
    if claim.value.modifier == "more than":
        return shown <= true <= shown * FILLED
    return bound == "ceiling" and true <= shown <= true * FILLED


FILLED = 1.5
"""How far above "more than", or below "up to", the true number may lie before an editor would ask for it."""
