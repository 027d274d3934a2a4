"""Quotations as they are compared: their words, their speaker, where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.model import Article, Entity, Extraction, Quotation, Source
from variorum.text.words import Word, fold, skeleton, words

COMMON, NUMBER = 0.6, 1.5
"""Worth of a usual word and of a number against another content word's 1."""


class Item(Struct, frozen=True, kw_only=True):
    """One quotation. `rank` is its article's place in the story's order, `keys` what its content words are worth."""

    number: int
    rank: int
    quotation: Quotation
    plain: tuple[str, ...]
    keys: dict[str, float]
    headline: bool
    speaker: frozenset[str]
    entity: str | None

    @property
    def start(self) -> int:
        """Offset in its article."""
        return self.quotation.span.start


def items(articles: Sequence[Article], extractions: Sequence[Extraction], entities: Sequence[Entity]) -> list[Item]:
    """All quotations of the story in the order of articles and text."""
    found = {e.article: e for e in extractions}
    known = _names(entities)
    made: list[Item] = []
    for rank, article in enumerate(articles):
        extraction = found.get(article.id)
        for quotation in sorted(extraction.quotations if extraction else (), key=lambda q: (q.span.start, q.span.end)):
            made.append(_item(len(made), rank, article, quotation, known))
    return made


def _item(number: int, rank: int, article: Article, quotation: Quotation, known: Mapping[str, str]) -> Item:
    read = words(article.text, language=article.language, start=quotation.span.start, end=quotation.span.end)
    section = article.section_at(quotation.span.start)
    return Item(
        number=number,
        rank=rank,
        quotation=quotation,
        plain=_plain(read),
        keys={w.key: _worth(w) for w in read if w.key},
        headline=section is not None and section.kind == "headline",
        speaker=_bones(quotation.speaker),
        entity=_entity(quotation.speaker, known),
    )


def piece(item: Item, article: Article, start: int, end: int) -> Item:
    """The part of a quotation between two offsets of its article, said by the same speaker; numbered like the whole."""
    read = words(article.text, language=article.language, start=start, end=end)
    return replace(
        item,
        quotation=replace(item.quotation, span=article.span(start, end)),
        plain=_plain(read),
        keys={w.key: _worth(w) for w in read if w.key},
    )


def _plain(read: Sequence[Word]) -> tuple[str, ...]:
    return tuple(w.key if w.number else w.plain for w in read)


def _worth(word: Word) -> float:
    return NUMBER if word.number else COMMON if word.common else 1.0


def _names(entities: Sequence[Entity]) -> dict[str, str]:
    """Folded name → entity id; a name that two entities bear resolves to none."""
    owners: dict[str, set[str]] = {}
    for entity in entities:
        for name in {entity.name, *entity.names}:
            owners.setdefault(fold(name), set()).add(entity.id)
    return {name: min(ids) for name, ids in owners.items() if len(ids) == 1}


def _entity(speaker: Source | None, known: Mapping[str, str]) -> str | None:
    if speaker is None:
        return None
    return speaker.entity or known.get(fold(speaker.name))


def _bones(speaker: Source | None) -> frozenset[str]:
    """The names in a speaker's name as they sound; empty for a role ("a doctor") or an unknown speaker."""
    if speaker is None:
        return frozenset()
    return frozenset(skeleton(n) for n in speaker.name.split() if n[:1].isupper() and len(n) > 2)


def compatible(a: Item, b: Item) -> bool:
    """Whether both may be one speaker: not when both are named and share no name."""
    if a.entity is not None and a.entity == b.entity:
        return True
    return not a.speaker or not b.speaker or bool(a.speaker & b.speaker)


def named_alike(a: Item, b: Item) -> bool:
    """Whether both are named, and as one."""
    return (a.entity is not None and a.entity == b.entity) or bool(a.speaker & b.speaker)
