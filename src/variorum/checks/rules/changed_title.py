"""A person is given an office that no other report, nor the article's own text, knows of, or another calling."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from variorum.checks.base import cite, found, versus
from variorum.checks.callings import callings
from variorum.checks.desk import Desk
from variorum.checks.offices import Office, offices
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
            yield found("changed_title", "error", (c.fault, c.against), message, why)


def _offices(desk: Desk) -> Iterator[Discrepancy]:
    people = {a: _people(desk, a) for a in desk.order}
    for article in sorted({link.derived for link in desk.texts}):
        made = desk.descendants(article)
        elsewhere = [p for a in desk.order if a not in made for p in people[a]]
        own = people[article]
        for mention, office in own:
            same = [o for m, o in elsewhere if _one(desk, mention, m)]
            if any(o.fits(office) for o in same):
                continue
            beside = [o for m, o in own if _one(desk, mention, m) and not o.fits(office)]
            against = next(iter([*same, *beside]), None)
            if against is not None and (same or _settled(desk, mention, beside)):
                yield _report(office, against)


def _settled(desk: Desk, mention: Mention, beside: list[Office]) -> bool:
    """Within one text, only an office given earlier shows that a later one is wrong."""
    return any(o.span.start < mention.span.start for o in beside)


def _people(desk: Desk, article: str) -> list[tuple[Mention, Office]]:
    extraction = desk.extractions.get(article)
    mentions = sorted(
        (m for m in (extraction.mentions if extraction else ()) if m.type == "person"), key=lambda m: m.span
    )
    return [(m, o) for m in mentions for o in offices(desk, m)]


def _one(desk: Desk, one: Mention, other: Mention) -> bool:
    """Whether both are the same person: one entity of the story, or surnames spelled nearly alike."""
    entity = desk.entity_at.get(one.span)
    if entity is not None and other.span in desk.entity_at:
        return entity == desk.entity_at[other.span]
    a, b = (fold(m.name.split()[-1]) for m in (one, other))
    return ratio(a, b) >= SPELLING


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
