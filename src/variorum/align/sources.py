"""Who the sources are: every source of the story's extractions with the name its entity goes by in the story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from msgspec.structs import replace

from variorum.align.claims_names import Names
from variorum.lang.base import read
from variorum.lang.organisations import Organisations
from variorum.model import Attribution, Entity, Extraction, Quotation, Source

Offices = dict[tuple[frozenset[str], str], list[Entity]]
ARTICLES = {"the", "a", "an", "its", "his", "her", "their"}


def resolve_sources(extractions: Iterable[Extraction], entities: tuple[Entity, ...]) -> tuple[Extraction, ...]:
    """The extractions with each speaker's entity and canonical name.

    A speaker described by an office alone ("the US president") is the one person of the story who holds it.
    """
    names, offices = Names(entities), _offices(entities)
    return tuple(
        replace(
            extraction,
            attributions=tuple(_attribution(a, names, offices) for a in extraction.attributions),
            quotations=tuple(_quotation(q, names, offices) for q in extraction.quotations),
            claims=tuple(
                replace(c, attribution=tuple(_source(s, names, offices) for s in c.attribution))
                for c in extraction.claims
            ),
        )
        for extraction in extractions
    )


def _attribution(found: Attribution, names: Names, offices: Offices) -> Attribution:
    speaker = _source(found.speaker, names, offices) if found.speaker is not None else None
    return replace(found, speaker=speaker, via=tuple(_source(s, names, offices) for s in found.via))


def _quotation(found: Quotation, names: Names, offices: Offices) -> Quotation:
    if found.speaker is None:
        return found
    return replace(found, speaker=_source(found.speaker, names, offices))


def _source(source: Source, names: Names, offices: Offices) -> Source:
    named = names.source(source)
    entity = named or _holder(source, offices)
    if entity is None:
        return source
    return replace(source, name=entity.name, stated=source.name if named else entity.name, entity=entity.id)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.replace(".", "").casefold())) - ARTICLES


def _offices(entities: tuple[Entity, ...]) -> Offices:
    """The people of the story by the words of each of their offices and the one that says what they are."""
    found: Offices = defaultdict(list)
    for entity in sorted(entities, key=lambda e: e.id):
        if entity.type == "person":
            for office in sorted({(_words(r), _head(r)) for r in entity.roles}, key=lambda o: (sorted(o[0]), o[1])):
                found[office].append(entity)
    return found


def _head(role: str) -> str:
    """The noun that a title or office is built on: "ministry *spokesman*", "*head* of the weather office"."""
    words = re.findall(r"\w+", BEHIND.split(role.replace(".", "").casefold(), maxsplit=1)[0])
    return words[-1] if words else ""


BEHIND = re.compile(r",|\b(?:of|for|at|in|with|on|from|to|who|which|that)\b")
"""What stands behind the noun of an office."""
SOME = re.compile(r"(?:an?|one|another|some|several|two|three)\s", re.I)
"""Before a source that is not known yet: "a nurse said"."""


@cache
def _bodies() -> frozenset[str]:
    """Words that alone may be a body's: "the ministry", "the police", not the "drift" of a drift miner."""
    data = read("en", "organisations", Organisations)
    return frozenset((*data.heads, *data.bodies, *data.named_only, *data.alone, *data.seated, *data.sited))


def _holder(source: Source, offices: Offices) -> Entity | None:
    """The one person whose office the source's name is, or is a part of; None when several could be meant, when the
    name is of the body they serve ("the ministry" is no "ministry spokesman", "St. Brendan" no surgeon there), and for
    "a nurse"."""
    words = _words(source.name)
    if not words or (source.span is not None and SOME.match(source.span.text)):
        return None
    body = not words.isdisjoint(_bodies()) or source.name[:1].isupper()
    holders = {
        e.id: e
        for (office, head), people in offices.items()
        if words <= office and (head in words or not body)
        for e in people
    }
    return next(iter(holders.values())) if len(holders) == 1 else None
