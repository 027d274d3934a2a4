"""A person is given an office that no other report, nor the article's own text, knows of, or another calling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from variorum.checks.base import cite, found, versus
from variorum.checks.callings import callings
from variorum.checks.desk import Desk
from variorum.checks.offices import Office, offices
from variorum.checks.promoted import promoted
from variorum.model import Discrepancy, Mention, Span
from variorum.text.words import fold


def changed_title(desk: Desk) -> Iterator[Discrepancy]:
    """Each office in a derived article against those the other reports give the same person; then callings that a
    copied sentence changed."""
    if not desk.texts:
        return
    seen: list[Span] = []
    for d in _offices(desk):
        seen.extend(d.spans)
        yield d
    for c in callings(desk):
        if not any(c.fault.overlaps(span) for span in seen):
            message = f"{cite(c.fault)} where the source has {cite(c.against)}"
            why = versus(c.fault, c.against, f"{c.given} is not {c.true}")
            seen.append(c.fault)
            yield found("changed_title", "error", (c.fault, c.against), message, why)
    for p in promoted(desk):
        if not any(p.fault.overlaps(span) for span in seen):
            message = f"{cite(p.fault)} where the source has {cite(p.against)}"
            why = versus(p.fault, p.against, f"no other report has this {p.office}")
            yield found("changed_title", "error", (p.fault, p.against), message, why)


def _offices(desk: Desk) -> Iterator[Discrepancy]:
    people = {a: _people(desk, a) for a in desk.order}
    bearers = Bearers(people.values())
    for article in sorted({link.derived for link in desk.texts}):
        made = desk.descendants(article)
        own = people[article]
        for mention, who, office in own:
            same = [o for o in bearers.offices(who) if o.span.article not in made]
            if any(o.fits(office) for o in same):
                continue
            beside = [o for _, w, o in own if _one(who, w) and not o.fits(office)]
            against = next(iter([*same, *beside]), None)
            if against is not None and (same or _settled(desk, mention, beside)):
                yield _report(office, against)


def _settled(desk: Desk, mention: Mention, beside: list[Office]) -> bool:
    """Within one text, only an office given earlier shows that a later one is wrong."""
    return any(o.span.start < mention.span.start for o in beside)


class Who(NamedTuple):
    """What tells whether two mentions are of one person: the entity, where it was resolved, and the surname, folded."""

    entity: str | None
    surname: str


Person = tuple[Mention, Who, Office]


class Bearers:
    """The offices of all reports by person; a story names few persons very often, so each is sought once."""

    def __init__(self, people: Iterable[Sequence[Person]]) -> None:
        self._given: dict[Who, list[tuple[int, Office]]] = {}
        for place, (_, who, office) in enumerate(chain.from_iterable(people)):
            self._given.setdefault(who, []).append((place, office))
        self._found: dict[Who, list[Office]] = {}

    def offices(self, who: Who) -> list[Office]:
        """Those given to the same person, in the order of the reports."""
        if who not in self._found:
            same = chain.from_iterable(given for other, given in self._given.items() if _one(who, other))
            self._found[who] = [office for _, office in sorted(same, key=itemgetter(0))]
        return self._found[who]


def _people(desk: Desk, article: str) -> list[Person]:
    extraction = desk.extractions.get(article)
    mentions = sorted(
        (m for m in (extraction.mentions if extraction else ()) if m.type == "person"), key=lambda m: m.span
    )
    who = (Who(desk.entity_at.get(m.span), fold((m.name.split() or [""])[-1])) for m in mentions)
    return [(m, w, o) for m, w in zip(mentions, who, strict=True) for o in offices(desk, m)]


def _one(one: Who, other: Who) -> bool:
    """Whether both are the same person: one entity of the story, or surnames spelled nearly alike."""
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return ratio(one.surname, other.surname) >= SPELLING


SPELLING = 85.0
"""Of 100 letters that agree in two spellings of a surname."""


def _report(office: Office, against: Office) -> Discrepancy:
    return found(
        "changed_title",
        "error",
        (office.span, against.span),
        f"{cite(office.span)} where others have {cite(against.span)}",
        versus(
            office.span,
            against.span,
            f"{office.kind} is not {against.kind}" if office.kind != against.kind else "other portfolio",
        ),
    )
