"""Which article was made from which, and which articles are one voice."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from variorum.model.span import Span

Relation = Literal["copy", "excerpt", "rewrite", "translation", "shared_origin"]


class AlignedPassage(Struct, frozen=True):
    """A passage of the derived article and the passage it was made from; similarity in [0, 1]."""

    derived: Span
    source: Span
    similarity: float


class Derivation(Struct, frozen=True, kw_only=True):
    """`derived` was made from `source` (article ids); `coverage`: share of its words that passages explain."""

    derived: str
    source: str
    relation: Relation
    coverage: float
    confidence: float
    passages: tuple[AlignedPassage, ...] = ()
    why: tuple[str, ...] = ()


class Origin(Struct, frozen=True):
    """Articles that go back to one text: one independent voice."""

    id: str
    label: str
    articles: tuple[str, ...]


class Lineage(Struct, frozen=True):
    """The derivations (acyclic) and the origins (a partition of the story's articles)."""

    derivations: tuple[Derivation, ...] = ()
    origins: tuple[Origin, ...] = ()
