"""Who the sources are: every source of the story's extractions with the name its entity goes by in the story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from variorum.align.claims_names import Names
from variorum.model import Attribution, Entity, Extraction, Quotation, Source

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


def _attribution(found: Attribution, names: Names, offices: dict[frozenset[str], list[Entity]]) -> Attribution:
    speaker = _source(found.speaker, names, offices) if found.speaker is not None else None
    return replace(found, speaker=speaker, via=tuple(_source(s, names, offices) for s in found.via))


def _quotation(found: Quotation, names: Names, offices: dict[frozenset[str], list[Entity]]) -> Quotation:
    if found.speaker is None:
        return found
    return replace(found, speaker=_source(found.speaker, names, offices))


def _source(source: Source, names: Names, offices: dict[frozenset[str], list[Entity]]) -> Source:
    named = names.source(source)
    entity = named or _holder(source, offices)
    if entity is None:
        return source
    return replace(source, name=entity.name, stated=source.name if named else entity.name, entity=entity.id)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.replace(".", "").casefold())) - ARTICLES


def _offices(entities: tuple[Entity, ...]) -> dict[frozenset[str], list[Entity]]:
    """The people of the story by the words of each of their offices."""
    found: dict[frozenset[str], list[Entity]] = defaultdict(list)
    for entity in sorted(entities, key=lambda e: e.id):
        if entity.type == "person":
            for words in sorted({_words(role) for role in entity.roles}, key=sorted):
                found[words].append(entity)
    return found


def _holder(source: Source, offices: dict[frozenset[str], list[Entity]]) -> Entity | None:
    """The one person whose office the source's name is, or is a part of; None when several could be meant."""
    words = _words(source.name)
    if not words:
        return None
    holders = {e.id: e for office, people in offices.items() if words <= office for e in people}
    return next(iter(holders.values())) if len(holders) == 1 else None
