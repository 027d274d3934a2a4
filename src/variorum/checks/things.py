"""Numbers of things that no kind counts, in two independent reports: "licensed for 85 passengers", "for 110".

Articles count many things in passing, and two numbers before one noun are mostly of two things. They are readings of
one thing where each article has only one number of it and the sentences agree about more than the noun: the word that
governs the number, or enough of those around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from variorum.checks.amounts import Amount, Reader
from variorum.checks.desk import Desk
from variorum.checks.figures import BOUNDS
from variorum.checks.firm import is_person, phrases, table
from variorum.checks.leeway import explained
from variorum.checks.line import Line
from variorum.checks.pairs import apart, one_owner
from variorum.checks.unit import unit_of
from variorum.lang.base import read
from variorum.lang.people import People
from variorum.lang.things import Things
from variorum.model import Quantity, Span
from variorum.text.words import words


class Conflict(Struct, frozen=True):
    """The passage of the older report, the other's, both numbers as stated, and whether the reports are of two days."""

    fault: Span
    against: Span
    stated: str
    true: str
    later: bool


class Counting(Struct, frozen=True):
    """An amount in its sentence; `noun`: what is counted, if told; `governor`: the key of the content word it hangs on,
    `tie`: what joins them; `made`: it says what something was made or allowed to hold."""

    line: Line
    amount: Amount
    noun: str
    governor: str
    tie: tuple[str, ...]
    made: bool


def things(desk: Desk) -> Iterator[Conflict]:
    """Each article's numbers against the first other number that the older reports have; one per article and thing."""
    reader = desk.once(Reader)
    for _, told in sorted(_shared(desk).items()):
        articles = [a for a in desk.roots if a in told]
        read_ = {a: _countings(desk, reader, a, told[a]) for a in articles}
        for place, article in enumerate(articles):
            found = (_conflict(desk, read_[other], read_[article]) for other in articles[:place])
            conflict = next((c for c in found if c is not None), None)
            if conflict is not None:
                yield conflict


def _shared(desk: Desk) -> dict[str, dict[str, list[Quantity]]]:
    """What several independent reports count, each with one number that the others do not all have."""
    told: dict[str, dict[str, list[Quantity]]] = {}
    for article in desk.roots:
        extraction = desk.extractions.get(article)
        for quantity in extraction.quantities if extraction else ():
            thing = _thing(desk, quantity)
            if thing is not None:
                told.setdefault(thing, {}).setdefault(article, []).append(quantity)
    alone = {t: {a: qs for a, qs in by.items() if len(_numbers(qs)) == 1} for t, by in told.items()}
    return {t: by for t, by in alone.items() if len({n for qs in by.values() for n in _numbers(qs)}) > 1}


def _numbers(quantities: list[Quantity]) -> frozenset[float | None]:
    return frozenset(q.value.number for q in quantities)


def _thing(desk: Desk, quantity: Quantity) -> str | None:
    """The noun that is counted, the unit that is measured, or what something was made for; None for what says too
    little or is told by parts."""
    unit = unit_of(quantity.unit)
    if quantity.value.number is None or unit.name in ("age", "duration"):
        return None
    if unit.name == "count" and _made_for(desk, quantity):
        return MADE_FOR
    if quantity.unit is None:
        return None
    if unit.name != "count":
        return None if quantity.unit in UNFIT or quantity.unit in listed().tallied else quantity.unit
    noun = quantity.unit.split()[-1]
    passing = noun in listed().tallied or noun in listed().parts
    return None if passing or not noun.isalpha() or quantity.value.number <= 1 else noun


MADE_FOR = "what it was made for"


def _made_for(desk: Desk, quantity: Quantity) -> bool:
    text, start = desk.articles[quantity.span.article].text, quantity.span.start
    return listed().made_for.search(text[max(0, start - LEAD) : start]) is not None


LEAD = 48
"""Characters before a number in which it may say what something was made for."""

UNFIT = frozenset({"count", "celsius", "fahrenheit", "degree"})
"""Units of which an article has many, or where the sign is told in words."""


def _countings(desk: Desk, reader: Reader, article: str, quantities: list[Quantity]) -> list[Counting]:
    """The thing's numbers with their surroundings, but for those of a claim, of a headline or over a longer time."""
    found: list[Counting] = []
    for quantity in quantities:
        line = desk.line_at(quantity.span)
        if line is None or line.kind == "headline" or _long(line):
            continue
        amount = next((a for a in reader.amounts(line) if quantity.span.overlaps(a.passage)), None)
        made = _made_for(desk, quantity)
        if amount is None or (amount.claim is not None and not made) or amount.prior or _position(line, quantity):
            continue
        governor, tie = _governor(line, quantity.span.start)
        found.append(Counting(line, amount, _last(quantity), governor, tie, made))
    return found


def _last(quantity: Quantity) -> str:
    return quantity.unit.split()[-1] if quantity.unit else ""


def _long(line: Line) -> bool:
    text = line.span.text
    return bool(listed().over_time.search(text) or phrases(table().elsewhen).search(text))


def _position(line: Line, quantity: Quantity) -> bool:
    """Whether a distance says where something is ("30 miles west of")."""
    return unit_of(quantity.unit).name == "measure" and bool(
        listed().away.match(line.span.text, quantity.span.end - line.span.start)
    )


def _governor(line: Line, start: int) -> tuple[str, tuple[str, ...]]:
    """The nearest content word before a number, if it is no name, and the small words between but for hedges."""
    tie: list[str] = []
    right = start
    for word in reversed([w for w in line.words if w.end <= start]):
        if any(c in BREAKS for c in line.span.text[word.end - line.span.start : right - line.span.start]):
            break
        if word.plain not in table().between:
            if word.key:
                return ("" if word.number or word.name else word.key), tuple(tie)
            tie.append(word.plain)
        right = word.start
    return "", tuple(tie)


BREAKS = frozenset(",;:.()")


def _conflict(desk: Desk, earlier: list[Counting], later: list[Counting]) -> Conflict | None:
    """The first two of the thing's numbers that are readings of one, if none agrees with another."""
    if any(_level(a.amount, b.amount) for a in earlier for b in later):
        return None
    for one in earlier:
        for other in later:
            if _one_thing(one, other) and _one_frame(desk, one, other):
                days = [desk.articles[c.line.span.article].published for c in (one, other)]
                return Conflict(
                    one.amount.passage,
                    other.amount.passage,
                    one.amount.value.stated,
                    other.amount.value.stated,
                    later=all(days) and days[0] != days[1],
                )
    return None


def _one_frame(desk: Desk, one: Counting, other: Counting) -> bool:
    """Whether the sentences may tell of one time, and sums and shares be of one owner; before other numbers names
    mostly stand for those who say so."""
    if apart(desk, one.line, other.line):
        return False
    if one.amount.unit.name not in ("money", "percent"):
        return True
    mine, theirs = _bodies(desk, one), _bodies(desk, other)
    return one_owner(desk, one.amount, other.amount) is not False and not (mine and theirs and mine.isdisjoint(theirs))


def _bodies(desk: Desk, told: Counting) -> frozenset[str]:
    """The words of the organisations that the sentence names."""
    return frozenset(w for m in desk.mentions(told.line) if m.type == "organization" for w in m.name.lower().split())


def _level(one: Amount, other: Amount) -> bool:
    """Whether both can be right: near enough, or the one a floor that the other fills ("at least two", three)."""
    if explained(one, other):
        return True
    pairs = ((one, other), (other, one))
    return any(
        BOUNDS[a.value.modifier] == "floor" and (a.number or 0.0) <= (b.number or 0.0) <= FILLED * (a.number or 0.0)
        for a, b in pairs
    )


FILLED = 1.5
"""How far above a floor the true number may lie before an editor would ask for it."""


def _one_thing(one: Counting, other: Counting) -> bool:
    """Whether sentences agree about more than what is counted."""
    a, b = one.amount, other.amount
    if a.unit != b.unit or a.trend != b.trend or a.ranged or b.ranged:
        return False
    if bool(listed().either.search(one.line.span.text)) != bool(listed().either.search(other.line.span.text)):
        return False
    small, large = sorted((a.number or 0.0, b.number or 0.0))
    if large > APART * small:
        return False
    if one.made and other.made:
        return one.noun == other.noun or not (one.noun and other.noun)
    own = frozenset(a.after) | frozenset(b.after)
    if _governed(one, other):
        around = (a.near & b.near) - own - {one.governor}
        wide = (one.line.keys & other.line.keys) - one.line.numbers - own - {one.governor}
        return not _persons(one) and (bool(around) or len(wide) >= WIDE)
    if a.unit.name == "percent" or _persons(one) or large > CLOSE * small or not (_free(one) and _free(other)):
        return False
    return len((a.near & b.near) - (own if a.unit.name == "count" else frozenset())) >= NEAR


APART = 10.0
CLOSE = 3.0
"""How many times the smaller number the larger may be: governed by the same word, or only among the same words."""

WIDE = 4
NEAR = 2
"""Content words that two sentences must share, anywhere, or within a few of the number."""


def _governed(one: Counting, other: Counting) -> bool:
    """Whether both hang on the same word in the same way."""
    return one.governor == other.governor != "" and one.tie == other.tie and _free(one)


def _free(told: Counting) -> bool:
    """Whether no preposition makes the number one of where something happened ("in seven barns")."""
    return listed().placing.isdisjoint(told.tie)


def _persons(told: Counting) -> bool:
    """Whether persons are counted: of them kinds tell, and what no kind has is mostly a part."""
    if told.amount.unit.name != "count" or told.noun in _lifeless():
        return False
    return any(is_person(w) for w in words(told.amount.passage.text) if not w.number)


@cache
def _lifeless() -> frozenset[str]:
    people: People = read("en", "people", People)
    return frozenset(people.nonpersons)


@cache
def listed() -> Things:
    """The words that tell (`lang/things.py`)."""
    found: Things = read("en", "things", Things)
    return found
