"""Whether a claim surely counts what its kind says, by the words around its number.

A false alarm costs more than a difference that nobody is told of, so what is broken, of a longer time or of something
else contradicts nothing.
"""

from __future__ import annotations

import re
from functools import cache

from variorum.checks import figures
from variorum.checks.desk import Desk
from variorum.checks.forms import forms
from variorum.checks.line import Line
from variorum.lang.base import read
from variorum.lang.counted import Counted
from variorum.lang.subsets import Subsets
from variorum.lang.victims import Victims
from variorum.model import Claim
from variorum.text.words import Word, words


def doubtful(desk: Desk, claim: Claim) -> bool:
    """Whether the words around its number let it count something else than the kind, or over another time."""
    known = desk.once(_doubts)
    if claim not in known:
        known[claim] = _doubtful(desk, claim)
    return known[claim]


def broken(desk: Desk, claim: Claim) -> bool:
    """Whether the number itself is doubtful, whoever tells it: a piece of something, of another time, of several events
    or what was first thought."""
    line, kind = desk.line_at(claim.span), desk.kinds.get(claim.kind)
    if line is None or kind is None:
        return True
    first, last = number(line, claim)
    if _broken(desk, line, first, last, across=not kind.people) or phrases(table().elsewhen).search(line.span.text):
        return True
    return phrases(table().first).search(line.span.text[:first]) is not None or _bystander(desk, claim)


def one_house(desk: Desk, claim: Claim) -> bool:
    """Whether one hospital counts its own."""
    line = desk.line_at(claim.span)
    return line is not None and _one_hospital(line, claim, number(line, claim)[0])


def _doubts(desk: Desk) -> dict[Claim, bool]:
    """What was said of claims: several rules ask of the same."""
    return {}


def _doubtful(desk: Desk, claim: Claim) -> bool:
    line, kind = desk.line_at(claim.span), desk.kinds.get(claim.kind)
    if line is None or kind is None or elsewise(desk, claim):
        return True
    if kind.people and any(phrases(table().several).search(w.span.text) for w in desk.neighbours(line, 1, 1)):
        return True
    if not kind.people:
        return claim.negated
    first, last = number(line, claim)
    return (
        _single(desk, line, claim, first)
        or _other_things(desk, line, claim, first, last)
        or _bare(desk, line, claim, first, last)
    )


def elsewise(desk: Desk, claim: Claim) -> bool:
    """Whether the words around its number say that it counts something else, or of another time: a piece of a number, a
    hospital's own, bodies where they lie, what one bystander saw."""
    line, kind = desk.line_at(claim.span), desk.kinds.get(claim.kind)
    if line is None or kind is None:
        return True
    first, last = number(line, claim)
    if _broken(desk, line, first, last, across=not kind.people) or phrases(table().elsewhen).search(line.span.text):
        return True
    if phrases(table().first).search(line.span.text[:first]):
        return True
    if not kind.people:
        return False
    if claim.kind == "killed" and _handled(line, first, last):
        return True
    if forms().part_of.match(line.span.text, last) or _one_hospital(line, claim, first):
        return True
    return _bystander(desk, claim) or _elsewhere(desk, line, claim, first, last)


def _handled(line: Line, first: int, last: int) -> bool:
    """Whether bodies are counted where they lie, or those of the dead that something was done with ("buried 14")."""
    before = CUT.split(line.span.text[:first])[-1]
    behind_ = CUT.split(line.span.text[last:], maxsplit=1)[0]
    done = phrases(table().handled)
    return any((phrases(table().laid).match(line.span.text, last), done.search(before), done.search(behind_)))


def _one_hospital(line: Line, claim: Claim, first: int) -> bool:
    """Whether one hospital gives the count of its own ("the Arl Clinic treated 24 wounded")."""
    text = line.span.text
    if claim.kind == "hospitalised":
        return forms().one_hospital.search(text) is not None
    before = text[:first].rstrip()
    homes = (*forms().one_hospital.finditer(before), *forms().a_hospital.finditer(before))
    return any(phrases(table().taking_in).match(before, m.end()) for m in homes)


def number(line: Line, claim: Claim) -> tuple[int, int]:
    """Where the claim's number stands in its sentence; where its words begin if no word tells the number."""
    start = max(0, claim.span.start - line.span.start)
    key = figures.key(claim)
    inside = (w for w in line.words if claim.span.start <= w.start < claim.span.end and w.number and w.key == key)
    found = next(inside, None)
    if found is not None:
        return found.start - line.span.start, found.end - line.span.start
    at = line.span.text.casefold().find(claim.value.stated.casefold(), start)
    return (at, at + len(claim.value.stated)) if at >= 0 else (start, start)


def aged(desk: Desk, claim: Claim) -> bool:
    """Whether the number is an age by what stands before it ("aged between 18 and 22", "Odd Ness, 32")."""
    line = desk.line_at(claim.span)
    if line is None:
        return False
    first, last = number(line, claim)
    return _age(line.span.text, first, last)


def of_something(claim: Claim) -> bool:
    """Whether a pronoun stands for what is counted ("two of them"), be it persons or boats."""
    return phrases(table().pronoun).search(claim.span.text) is not None


def _age(text: str, first: int, last: int) -> bool:
    named = text[first:last].isdigit() and NAMED.search(text[:first]) is not None
    return named or forms().age.search(text[:first]) is not None


@cache
def table() -> Counted:
    """The words that tell (`lang/counted.py`)."""
    found: Counted = read("en", "counted", Counted)
    return found


@cache
def phrases(expressions: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern of the table's regular expressions, between word boundaries."""
    return re.compile(rf"\b(?:{'|'.join(expressions)})(?:\b|(?<=,))", re.IGNORECASE)


def _broken(desk: Desk, line: Line, first: int, last: int, *, across: bool) -> bool:
    """Whether more of the number, a fraction, a score, a decade or an age stands beside it ("1 / 3", "40s", "46)").

    `across`: also behind the sentence's end, which a parser sees within "5. 9".
    """
    text = line.span.text
    if across and text[first:last].isdigit():
        whole, start = desk.articles[line.span.article].text, line.span.start
        text = whole[max(0, start + first - NEAR) : start + last + NEAR]
        last, first = last - first + min(start + first, NEAR), min(start + first, NEAR)
    if _age(text, first, last):
        return True
    return BEFORE.search(text[:first]) is not None or AFTER.match(text, last) is not None


NEAR = 40
"""Characters around a number in which the rest of it stands."""

NAMED = re.compile(r"[A-Z][\w’'.-]+,\s$")
"""A name before a comma: the number behind is an age."""

BEFORE = re.compile(r"(?:\d\s?[.,:/–-]\s?|[.$€£#]\s?|[^\W\d])$")
AFTER = re.compile(r"\s?[.,:/–-]\s?\d|\s*(?:st|nd|rd|th|s)\b|%|[\])]")


def _single(desk: Desk, line: Line, claim: Claim, first: int) -> bool:
    """Whether nobody or one is counted where many things are: further down, or one without a noun."""
    counted = figures.number(claim)
    if claim.subset or counted not in (0.0, 1.0) or figures.heading(desk, claim):
        return False
    if counted == 0.0 and desk.kinds[claim.kind].course == "changes":
        return False  # that no one is missing any more is news of all
    if not opening(desk, claim):
        return True
    return claim.value.number == 1 and not any(
        is_person(w) for m in [forms().one.match(line.span.text, first)] if m for w in words(m[1])
    )


def _bystander(desk: Desk, claim: Claim) -> bool:
    """Whether the number stands in the quoted words of somebody who was there or is kin: what one saw, no count."""
    quoted = next((q for q in desk.quotations(claim.span.article) if q.span.contains(claim.span)), None)
    if quoted is None:
        return False
    voices = (*claim.attribution[:1], *([quoted.speaker] if quoted.speaker else []))
    told = {w.plain for v in voices for part in (v.name, v.stated, v.role) if part for w in words(part)}
    return not told.isdisjoint(desk.once(_bystanders))


def _elsewhere(desk: Desk, line: Line, claim: Claim, first: int, last: int) -> bool:
    """Whether all words of the kind stand before a colon, and others behind it ("Inn fire: 3 in custody")."""
    colon = line.span.text.rfind(": ", 0, first)
    if colon < 0 or not any(w.start - line.span.start >= last for w in line.words):
        return False
    telling = figures.triggers(desk, claim.kind)
    label = [w for w in line.words if w.end - line.span.start <= colon][-1:]
    run = behind(line, last)
    alone = not run and CUT.match(line.span.text[last:].lstrip()) is not None
    if any(w.key in telling for w in label) and (alone or any(is_person(w) for w in run)):
        return False  # "Dead: 20 persons", "Deaths: 20."
    return all(w.start - line.span.start < colon for w in line.words if w.key in telling)


def opening(desk: Desk, claim: Claim) -> bool:
    """Whether it stands in the sentences that tell what happened as a whole."""
    return desk.pages[claim.span.article].place(claim.span.start) < OPENING


OPENING = 4
"""Sentences, headline included, that tell what happened as a whole."""


def _other_things(desk: Desk, line: Line, claim: Claim, first: int, last: int) -> bool:
    """Whether no persons follow the number, or those who did it; and whether no word near by tells of the kind."""
    run, telling = behind(line, last), figures.triggers(desk, claim.kind)
    people = [w for w in run if is_person(w)]
    told = any(w.key in telling for w in words(claim.span.text))
    if run and run[-1].plain in table().lifeless:
        return True
    if run and not (people or run[-1].key in telling or (claim.negated and told)):
        return True
    if people and claim.kind in table().accused_in and people[0].plain in desk.once(_accused):
        return True
    if claim.kind in LOOSE and forms().total.search(line.span.text[:first][-TOTAL:]):
        return False  # "that brings the count to five"
    return claim.kind in LOOSE and not told and not figures.evident(desk, claim)


TOTAL = 16
"""Characters before a number in which a noun for a total stands."""

LOOSE = frozenset({"killed", "missing"})
"""Kinds whose words are also those of other things: one is shot and lives, or is sought by the police."""


def behind(line: Line, last: int) -> tuple[Word, ...]:
    """The words behind a number up to a mark, a verb, a conjunction or a preposition."""
    run: list[Word] = []
    end = last + len(CUT.split(line.span.text[last:], maxsplit=1)[0])
    for word in (w for w in line.words if last <= w.start - line.span.start < end):
        if word.plain in table().ends or len(run) == REACH:
            break
        run.append(word)
    return tuple(run)


REACH = 5
"""Words behind a number in which what it counts is named."""

CUT = re.compile(r"[.;:()!?,]|\s[-–—]\s")


def _bare(desk: Desk, line: Line, claim: Claim, first: int, last: int) -> bool:
    """Whether a number without a noun leans on nothing: neither "27 were killed" nor "wounded 18" nor a total."""
    text = line.span.text
    if claim.place or figures.heading(desk, claim) or behind(line, last):
        return False
    if forms().total.search(text[:first]) or forms().total.search(claim.span.text):
        return False
    after = next((w for w in line.words if w.start - line.span.start >= last), None)
    joined = after is not None and CUT.search(text[last : after.start - line.span.start]) is None
    if joined and after is not None and after.plain in table().ends - table().astray:
        return after.plain == "of" and forms().of_them_behind.match(text, last) is None
    telling = figures.triggers(desk, claim.kind)
    for word in reversed([w for w in line.words if w.end - line.span.start <= first]):
        if word.key in telling:
            return False
        if word.plain not in table().between:
            return True
    return False


def is_person(word: Word) -> bool:
    if word.plain in table().lifeless:
        return False
    return word.key in persons() or word.plain in persons() or word.plain.endswith(table().endings)


@cache
def persons() -> frozenset[str]:
    """The keys of all nouns for persons."""
    victims: Victims = read("en", "victims", Victims)
    listed = " ; ".join((*victims.persons, *victims.kin, *classes(), *table().persons))
    return frozenset(w.key or w.plain for w in words(listed))


@cache
def classes() -> dict[str, str]:
    """The class of every word that names a part of persons ("police" for "officers")."""
    subsets: Subsets = read("en", "subsets", Subsets)
    return {w: name for name in sorted(subsets.classes) if name not in UNFIT for w in subsets.classes[name]}


UNFIT = frozenset({"drones", "missiles", "ballistic", "cruise", "critical", "serious", "minor_injury"})
"""Classes that are of no persons, or say how badly they were hurt."""


def _bystanders(_: Desk) -> frozenset[str]:
    victims: Victims = read("en", "victims", Victims)
    return frozenset((*victims.kin, *table().bystanders)) - table().officials


def _accused(_: Desk) -> frozenset[str]:
    victims: Victims = read("en", "victims", Victims)
    return frozenset(f for w in victims.accused for f in (w, f"{w}s", w.replace("man", "men")))
