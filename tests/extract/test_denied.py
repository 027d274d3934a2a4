"""Counts that the report's own sentence calls untrue, and counts beside such a sentence that stand."""

from __future__ import annotations

import pytest

from reading import claims


def denied(text: str) -> dict[object, bool]:
    """Number of each count of the dead to whether the report denies it."""
    return {c.value.number: c.negated for c in claims(text) if c.kind == "killed"}


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that 80 miners have died, the warden said.",
        "“It is simply untrue that 80 miners have died,” the warden said.",
        "Posts on the net of 80 dead in the lower gallery are false.",
        "Rumours that 80 miners had been killed were baseless.",
        "Messages that told of 80 dead in the lower gallery are completely unfounded.",
        "The warden dismissed as “a wicked lie” a figure of 80 dead that went round the town.",
        "The warden dismissed as gossip reports that 80 miners had died.",
        "The warden rubbished the number of 80 dead given by a radio station.",
        "The clinic scotched rumours that 80 miners had died.",
        "The ministry rejected claims that 80 miners were killed.",
        "Posts saying that 80 miners had been killed were branded fake news by the warden.",
        "A toll of 80 dead that spread in the town was called a hoax by the ministry.",
        "The warden called a toll of 80 dead “pure fiction”.",
        "He qualified the claim of 80 dead which wanders in the town as “an ugly lie”.",
        "Reports that 80 miners had died were dismissed by the warden.",
    ],
)
def test_what_the_sentence_calls_untrue_is_denied(text: str) -> None:
    assert denied(text)[80] is True


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that nobody was warned, but 80 miners have died.",
        "It is true that 80 miners have died, the warden said.",
        "Reports of 80 dead were confirmed; claims of a second blast are false.",
        "Reports of a blast were true, and 80 miners died.",
        "The papers of the 80 miners killed in the blast were false.",
        "Reports of 80 dead reached the capital. The lists there are false.",
        "The warden called a report of 80 dead accurate.",
        "The warden called the toll of 80 dead a tragedy.",
        "The ministry dismissed the head of the mine after 80 miners died.",
        "The court rejected an appeal by the owner, whose mine killed 80 people.",
        "The warden dismissed criticism and said reports of 80 dead were correct.",
        "He described the blast that killed 80 miners as a false alarm.",
        "The claim of 80 dead came a day after a fake video of the pit.",
    ],
)
def test_what_stands_beside_it_is_not(text: str) -> None:
    assert denied(text)[80] is False


def test_a_hedge_with_a_negation_denies_nothing() -> None:
    assert denied("Not less than 80 miners have lost their lives.")[80] is False
    assert denied("As the warden said, 80 miners have not died.").get(80, True) is True
