"""A high office that a remade text gives to somebody whom every other report describes without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks.desk import Desk
from variorum.checks.offices import Office, offices
from variorum.model import Mention, Span
from variorum.text.words import fold


class Promoted(Struct, frozen=True):
    """The passage from office to name, and the name with what its source says of it."""

    fault: Span
    against: Span
    office: str


HIGH = frozenset(
    {"mayor", "governor", "minister", "legislator", "president", "judge", "prosecutor", "ambassador", "cleric", "king"}
)
"""Classes of office (`lang/contrast`) that nobody is in passing, and no report leaves out."""


def promoted(desk: Desk) -> Iterator[Promoted]:
    """One per person of a text that was made from another in other words."""
    for link in desk.texts:
        if link.relation not in ("rewrite", "translation"):
            continue
        made = desk.descendants(link.derived)
        others = [a for a in desk.order if a not in made]
        seen: set[str] = set()
        for mention in sorted(desk.named(link.derived), key=lambda m: m.span):
            name = fold((mention.name.split() or [""])[-1])
            office = next((o for o in offices(desk, mention) if o.kind in HIGH), None)
            if office is None or name in seen:
                continue
            seen.add(name)
            told = _described(desk, link.source, name)
            if told is not None and not any(_known(desk, a, name, office) for a in others):
                yield Promoted(office.span, told, office.kind)


def _named(desk: Desk, article: str, name: str) -> Iterator[Mention]:
    return (m for m in desk.named(article) if fold((m.name.split() or [""])[-1]) == name)


def _known(desk: Desk, article: str, name: str, office: Office) -> bool:
    """Whether a sentence that names the person has any word for the office."""
    words = {n.split()[0] for n in desk.contrast.offices[office.kind]} | set(desk.contrast.seats.get(office.kind, ()))
    for mention in _named(desk, article, name):
        line = desk.line_at(mention.span)
        if line is None or any(p.startswith(w) for w in words for p in line.plains):
            return True
    return False


def _described(desk: Desk, article: str, name: str) -> Span | None:
    """The name with the words behind it that tell what the person is."""
    text = desk.articles[article].text
    for mention in _named(desk, article, name):
        found = APPOSITION.match(text, mention.span.end)
        if found is not None:
            return desk.articles[article].span(mention.span.start, found.end())
    return None


APPOSITION = re.compile(
    r",\s+(?:who\s+(?:heads|leads|runs|commands|chairs|directs|manages|owns)|(?:the|a|an|its|their|[a-z]+))"
    r"\s+[\w'’ -]{3,60}?(?=[,.;:]|$)"
)
"""What somebody is, between commas or up to the sentence's end."""
