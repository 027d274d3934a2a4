"""What independent reports say of one thing, against the reading that stands.

Where figures are reconciled, theirs is the grouping and their `best` the reading that stands. Without them, claims of
one kind, part and place are compared, and the latest report of the line with most articles stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.firm import doubtful, table
from variorum.checks.ground import event_place
from variorum.checks.reach import at_large, beside_wider
from variorum.checks.rivals import local, principal, sure
from variorum.checks.sides import spread
from variorum.checks.whole import counts, is_rest, rest
from variorum.lang import subsets
from variorum.model import Claim, Figure


class Reading(Struct, frozen=True):
    """An article's claims (`faults`, one per number) that `standing` contradicts; `overtaken`: merely older."""

    faults: tuple[Claim, ...]
    standing: Claim
    overtaken: bool


Groups = dict[str, list[Claim]]


def readings(desk: Desk) -> Iterator[Reading]:
    """Every contradicted reading, by group and article."""
    seen: set[tuple[str, str, float | None]] = set()
    for _, claims in sorted(groups(desk).items()):
        standing = _standing(desk, claims)
        if standing is None:
            continue
        for article in desk.roots:
            faults = _faults(desk, article, claims, standing)
            if any(_elsewhere(desk, c, standing) for c in faults):
                break
            faults = tuple(c for c in sure(desk, faults, standing) if figures.number(c) or c.kind not in table().deeds)
            if faults and not _natural(desk, faults[0], standing):
                overtaken = _overtaken(desk, faults[0], standing)
                mark = (article, faults[0].kind, figures.number(faults[0]))
                if mark in seen:
                    continue  # the same count again, of a part or a place that means the whole
                if not all(_reached(c, standing) if overtaken else _covers(c, standing) for c in faults):
                    seen.add(mark)
                    yield Reading(faults, standing, overtaken)
    yield from _denials(desk)


def _covers(one: Claim, other: Claim) -> bool:
    """Whether one of the readings is a bound that the other fills: "more than a dozen" for 18, "up to 20" for 14."""
    mine, theirs = figures.number(one) or 0.0, figures.number(other) or 0.0
    both = one.value.modifier == other.value.modifier == "more than"
    return (both and abs(mine - theirs) <= figures.NEAR * mine) or _fills(one, other) or _fills(other, one)


def _reached(one: Claim, other: Claim) -> bool:
    """Whether a later count is one that "more than" left open: 213 after "more than 200"; the more so the rougher the
    earlier one was told: 46 after "more than 40", not 1,520 after "more than 1,300"."""
    shown, true = figures.number(one) or 0.0, figures.number(other) or 0.0
    rough = len(f"{shown:.0f}".rstrip("0")) == 1
    return one.value.modifier == "more than" and shown <= true <= shown * (ROUGH if rough else 1 + figures.NEAR)


def _fills(bounded: Claim, exact: Claim) -> bool:
    shown, true = figures.number(bounded), figures.number(exact)
    if shown is None or true is None or bounded.value.modifier == exact.value.modifier:
        return False
    if bounded.value.modifier == "more than":
        return shown <= true <= shown * FILLED
    return figures.bound(bounded) == "ceiling" and true <= shown <= true * FILLED


ROUGH = 1.25
"""How far a later count may lie above "more than" a number of one digit and zeros before anybody needs to be told."""

FILLED = 1.5
"""How far above a floor, or below a ceiling, the true number may lie before an editor would ask for it."""


def _denials(desk: Desk) -> Iterator[Reading]:
    """ "No deaths were reported" against a later report's first dead, of whatever part they are."""
    reports = [c for a in desk.roots for c in desk.claims(a) if c.scope == "event" and not c.hedged]
    for denial in reports:
        if denial.kind in table().deeds or figures.number(denial) != 0 or not counts(desk, denial):
            continue
        same = [c for c in reports if c.kind == denial.kind and (figures.number(c) or 0) > 0 and not c.negated]
        if any(c.span.article == denial.span.article for c in same):
            continue  # the denial speaks of one place among others
        first = next((c for c in same if c.subset and _older(desk, denial, c)), None)
        if first is not None:
            yield Reading((denial,), first, overtaken=True)


def groups(desk: Desk) -> Groups:
    """Comparable claims of the articles that report by themselves."""
    kept = [c for a in desk.roots for c in desk.claims(a) if counts(desk, c)]
    figure = {id_: f.id for f in desk.records.figures if f.scope == "event" for id_ in _collected(f)}
    places = _whole(desk, kept)
    found: Groups = {}
    for claim in kept:
        found.setdefault(figure.get(claim.id) or _key(desk, claim, places), []).append(claim)
    return _joined(desk, found)


def _joined(desk: Desk, found: Groups) -> Groups:
    """Groups over the event's place, what it lies in and no place named are one, if no article sets them apart."""
    out: Groups = {}
    whole: dict[tuple[str, str | None], str] = {}
    for name, claims in sorted(found.items()):
        first = claims[0]
        home = whole.setdefault((first.kind, subsets.key(first.subset)), name)
        plain = all(at_large(desk, c) and not c.exclusive_of for c in claims)
        if plain and home != name and not any(_apart(desk, a, b) for a in out[home] for b in claims):
            out[home] = [*out[home], *claims]
        else:
            out[name] = claims
            if not plain and home == name:
                del whole[first.kind, subsets.key(first.subset)]
    return out


def _apart(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether one article gives both, and differently: both as counts of the whole, or the smaller of a place."""
    if one.span.article != other.span.article or figures.agree(one, other):
        return False
    small, large = sorted((one, other), key=lambda c: figures.number(c) or 0.0)
    return (small.place is not None and small.place != large.place) or all(principal(desk, c) for c in (one, other))


def _collected(figure: Figure) -> tuple[str, ...]:
    """All claims that the figure was made from: those its first step gathers."""
    first = figure.steps[0].kept if figure.steps else ()
    return tuple(dict.fromkeys((*first, *figure.readings, *figure.superseded)))


def _key(desk: Desk, claim: Claim, whole: frozenset[str]) -> str:
    part = subsets.key(claim.subset) or ""
    place = (claim.place or "").lower()
    if place in whole or (claim.kind in whole and place == event_place(desk)):
        place = ""
    return f"{claim.kind}|{claim.unit}|{part}|{place}|{(claim.exclusive_of or '').lower()}"


def _whole(desk: Desk, claims: list[Claim]) -> frozenset[str]:
    """Kinds for which the event's place and no place at all mean the same: no article sets the two apart."""
    here = event_place(desk)
    apart = set()
    for claim in claims:
        if (claim.place or "").lower() == here:
            rivals = (
                c for c in claims if c.span.article == claim.span.article and c.kind == claim.kind and not c.place
            )
            if any(figures.same_subset(claim, c) and not figures.agree(claim, c) for c in rivals):
                apart.add(claim.kind)
    return frozenset(c.kind for c in claims) - apart


def _standing(desk: Desk, claims: list[Claim]) -> Claim | None:
    """The reading that stands: the figure's best where there is one, else the latest of the most carried line."""
    best = {f.best for f in desk.records.figures if {c.id for c in claims} & {*f.readings, *f.superseded}}
    settled = [c for c in claims if not c.earlier and not c.voided]
    marked = [c for c in claims if figures.number(c) in best]
    if marked and all(_unfit(desk, c) for c in marked):
        marked = [c for c in settled if not _unfit(desk, c)]
    pool = marked or settled
    return max(pool, key=lambda c: _rank(desk, c), default=None)


def _unfit(desk: Desk, claim: Claim) -> bool:
    """Whether it may not stand for all: a part, more than the event, or no sure count."""
    return spread(desk, claim) or local(desk, claim) or doubtful(desk, claim) or beside_wider(desk, claim)


def _rank(desk: Desk, claim: Claim) -> tuple[bool, bool, int, str, bool, int, str]:
    article = claim.span.article
    origin = desk.origin_of(article)
    carried = desk.once(_carried)[origin]
    firm = figures.number(claim) is not None and not figures.heading(desk, claim)
    whole = principal(desk, claim)
    return (
        whole,
        whole and not doubtful(desk, claim),
        carried,
        desk.articles[article].published or "",
        firm,
        -claim.span.start,
        article,
    )


def _carried(desk: Desk) -> Counter[str]:
    """How many articles go back to each origin."""
    return Counter(map(desk.origin_of, desk.order))


def _faults(desk: Desk, article: str, claims: list[Claim], standing: Claim) -> tuple[Claim, ...]:
    own = [c for c in claims if c.span.article == article and bool(c.exclusive_of) == bool(standing.exclusive_of)]
    own = [c for c in own if figures.same_subset(c, standing)]
    wrong = [c for c in own if not figures.agree(c, standing)]
    if len(wrong) < len(own):
        wrong = [c for c in wrong if _other_voice(c, own, standing)]
    wrong = [c for c in wrong if not rest(desk, c, standing)]
    if len(wrong) > 1 and sum(figures.number(c) or 0 for c in wrong) == figures.number(standing):
        return ()  # told by hospital or place
    numbers = {
        (c.value.number, c.value.low): c
        for c in sorted(wrong, key=lambda c: (c.section != "body", c.span), reverse=True)
    }
    return tuple(sorted(numbers.values(), key=lambda c: (c.section != "body", c.span)))


def _other_voice(claim: Claim, own: list[Claim], standing: Claim) -> bool:
    """Within an article that also has the standing number, only another named source contradicts it."""
    mine = _voice(claim)
    theirs = [_voice(c) for c in own if figures.agree(c, standing)]
    return bool(mine) and all(t and mine.isdisjoint(t) for t in theirs)


def _voice(claim: Claim) -> frozenset[str]:
    """The words of its source's name: "police" and "Detroit police" may be one."""
    return frozenset(w for s in claim.attribution[:1] for w in s.name.lower().split())


def _elsewhere(desk: Desk, fault: Claim, standing: Claim) -> bool:
    """Whether the standing number is of something else: only its article has it, beside the fault's as a number of now
    ("two teenagers dead … six weeks after 49 were killed")."""
    home = standing.span.article
    alike = desk.once(_of_event).get(fault.kind, ())
    lone = all(c.span.article == home for c in alike if figures.agree(c, standing) and figures.number(c))
    if fault.span.article == home:
        told = any(c.span.article != home and figures.number(c) == figures.number(fault) for c in alike)
        return lone and (told or is_rest(standing) or not _voice(standing))
    now = (c for c in alike if c.span.article == home and not (c.earlier or c.voided or c.increment or c.negated))
    return lone and any(figures.number(c) == figures.number(fault) for c in now)


def _of_event(desk: Desk) -> dict[str, list[Claim]]:
    """The claims of the event by kind, oldest article first."""
    found: dict[str, list[Claim]] = {}
    for article in desk.order:
        for claim in desk.claims(article):
            if claim.scope == "event":
                found.setdefault(claim.kind, []).append(claim)
    return found


def _natural(desk: Desk, fault: Claim, standing: Claim) -> bool:
    """Whether a state merely went its way: patients went home, the last trapped were brought out."""
    kind = desk.kinds.get(fault.kind)
    now, before = figures.number(standing), figures.number(fault)
    if kind is None or kind.course != "changes" or now is None or before is None or now >= before:
        return False
    return (kind.parent is not None or now == 0) and _older(desk, fault, standing)


def _overtaken(desk: Desk, fault: Claim, standing: Claim) -> bool:
    if any(fault.id in f.superseded for f in desk.records.figures):
        return True
    return _older(desk, fault, standing) and desk.origin_of(fault.span.article) == desk.origin_of(standing.span.article)


def _older(desk: Desk, fault: Claim, standing: Claim) -> bool:
    """Whether the one article is dated before the other; an undated one is neither older nor newer."""
    first, second = (desk.articles[c.span.article].published for c in (fault, standing))
    return bool(first and second and first < second)
