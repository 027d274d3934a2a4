"""One row a derivation: which article was made from which, and the passages that show it."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export.tables.base import Row, Table, columns
from variorum.model import Derivation
from variorum.model.account import StoryAccount


def row(derivation: Derivation, derived_story: str, source_story: str) -> Row:
    """The row of one derivation, inside a story or across two."""
    d = derivation
    passages = [
        {
            "derived_start": p.derived.start,
            "derived_end": p.derived.end,
            "source_start": p.source.start,
            "source_end": p.source.end,
            "similarity": p.similarity,
        }
        for p in d.passages
    ]
    return (
        d.derived, d.source, derived_story, source_story, d.relation, d.coverage, d.confidence, passages, list(d.why)
    )  # fmt: skip


def _rows(story: StoryAccount) -> Iterator[Row]:
    for derivation in story.lineage:
        yield row(derivation, story.id, story.id)


TABLE = Table(
    name="lineage",
    columns=columns(
        derived="text",
        source="text",
        derived_story="text",
        source_story="text",
        relation="text",
        coverage="share",
        confidence="share",
        passages="passages",
        why="texts",
    ),
    rows=_rows,
)
