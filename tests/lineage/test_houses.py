"""Agencies that only a dateline of the story makes known, and those who credit them."""

from __future__ import annotations

import pytest

from variorum.lineage.direction import standing
from variorum.lineage.houses import crediting
from variorum.model import Article

WIRE = (
    "PORT ELVIN, Oct 4 (Tidewire) - A ferry with 60 people on board ran aground off Port Elvin, the coast guard said."
)


def cited(text: str) -> frozenset[str]:
    wire, other = (standing(Article(id=f"a-{n}", text=t)) for n, t in enumerate((WIRE, text)))
    return crediting((wire, other))[1].cited


@pytest.mark.parametrize(
    "text",
    [
        "Compiled from Tidewire and Elvin Radio. A ferry has run aground.",
        "The pilot was asleep, a deckhand told Tidewire.",
        "A ferry has run aground, the Tidewire agency reports.",
        "There were 60 on board, according to Tidewire.",
    ],
)
def test_who_names_a_dateline_s_agency_for_what_it_tells_credits_it(text: str) -> None:
    assert cited(text) == {"tidewire"}


@pytest.mark.parametrize(
    "text", ["The ferry Tidewire ran aground on Saturday.", "Tidewire Street is closed.", "A wire was cut."]
)
def test_the_name_alone_is_no_credit(text: str) -> None:
    assert cited(text) == frozenset()
