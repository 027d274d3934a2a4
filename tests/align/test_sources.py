"""Who a source is in the story: the holder of an office; nobody for a body, for "a nurse", for a place of work."""

from __future__ import annotations

import pytest

from variorum.align.sources import resolve_sources
from variorum.model import Attribution, Entity, Extraction, Source, Span


def resolved(name: str, stated: str, *entities: Entity) -> str | None:
    """The name that a source called `name`, `stated` so in the text, has in a story of these entities."""
    span = Span("a-1", 0, len(stated), stated)
    said = Attribution(
        id="t-1", source=(span,), cue=(), content=(), kind="indirect", speaker=Source(name=name, span=span)
    )
    story = resolve_sources([Extraction(article="a-1", attributions=(said,))], entities)
    speaker = story[0].attributions[0].speaker
    return speaker.name if speaker is not None else None


SPOKESMAN = Entity(
    id="e-1", type="person", name="Oto Lan", names=("Oto Lan",), mentions=(), roles=("ministry spokesman",)
)
CHIEF = Entity(
    id="e-2",
    type="person",
    name="Ana Bel",
    names=("Ana Bel",),
    mentions=(),
    roles=("provincial police director", "nurse in Tarrin"),
)


@pytest.mark.parametrize(
    ("name", "stated", "who"),
    [
        ("ministry spokesman", "the ministry spokesman", "Oto Lan"),
        ("spokesman", "the spokesman", "Oto Lan"),
        ("provincial police director", "the provincial police director", "Ana Bel"),
    ],
)
def test_an_office_is_its_holder(name: str, stated: str, who: str) -> None:
    assert resolved(name, stated, SPOKESMAN, CHIEF) == who


@pytest.mark.parametrize(
    ("name", "stated"),
    [("ministry", "the ministry"), ("provincial police", "the provincial police"), ("nurse", "a nurse")],
)
def test_a_body_and_somebody_unknown_are_nobody_by_name(name: str, stated: str) -> None:
    assert resolved(name, stated, SPOKESMAN, CHIEF) == name


def test_where_somebody_works_is_not_who_speaks() -> None:
    stated = "a clerk at the Kerrin mill"
    base = Entity(
        id="e-3",
        type="organization",
        name="Kerrin mill",
        names=("Kerrin mill",),
        mentions=(Span("a-1", 15, 26, "Kerrin mill"),),
    )
    assert resolved("clerk at the Kerrin mill", stated, base) == "clerk at the Kerrin mill"


def test_a_name_behind_an_office_is_who_speaks() -> None:
    stated = "spokesman for the union, Oto Lan"
    person = Entity(
        id="e-4", type="person", name="Oto Lan", names=("Oto Lan",), mentions=(Span("a-1", 25, 32, "Oto Lan"),)
    )
    assert resolved("Oto Lan", stated, person) == "Oto Lan"
