"""What is counted: kind, part, scope, mood, correction."""

from __future__ import annotations

import pytest

from reading import article, claims, counts
from variorum.extract import extract


def test_two_counts_of_one_sentence_keep_their_kinds() -> None:
    found = counts("A landslide killed at least nine people and injured 70 others, the fire service said.")
    assert found == [("killed", 9), ("injured", 70)]


def test_total_that_rose() -> None:
    assert ("killed", 31) in counts("The death toll from the landslide rose to 31 on Friday.")


def test_headline_without_a_verb() -> None:
    assert counts("Twelve Dead, Three Missing in Valley Fire\nThe fire began at noon.") == [
        ("killed", 12),
        ("missing", 3),
    ]


def test_part_has_a_subset() -> None:
    part = claims("The crash killed 11 people, three of them children, police said.")[1]
    assert (part.kind, part.value.number, part.subset, part.partial) == ("killed", 3, "children", True)


def test_part_with_its_own_verb_is_its_own_kind() -> None:
    assert ("hospitalised", 26) in counts("Forty-one people were injured, 26 of whom were hospitalised.")


def test_nobody_is_zero() -> None:
    found = claims("None of the 34 passengers was hurt.")
    assert [(c.kind, c.value.number, c.negated) for c in found if c.negated] == [("injured", 0, True)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2009 a ferry sank in the same strait, killing 131 people.",
        "The war has killed 412 people in the province since 2021.",
        "Mining accidents killed nine people last year.",
        "About 500 soldiers a week are killed, the general said.",
        "A similar blast killed 16 people in 1996.",
    ],
)
def test_other_times_and_events_are_background(text: str) -> None:
    assert {c.scope for c in claims(text) if c.kind == "killed"} == {"background"}


def test_superlative_of_the_year_stays_with_the_event() -> None:
    (found,) = claims("The blast killed 12 people, the worst toll in the town this year.")
    assert found.scope == "event"


@pytest.mark.parametrize(
    "text",
    [
        "The boat is licensed to carry 60 passengers.",
        "Six suspects could be detained.",
        "The plant employs 210 people.",
    ],
)
def test_what_only_might_be_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_taken_back_number_is_voided() -> None:
    found = {c.value.number: c.voided for c in claims("The army launched 94 drones, not 84, the ministry said.")}
    assert found == {94: False, 84: True}


def test_source_is_the_nearest_voice() -> None:
    (found,) = claims("The blast killed seven people, the interior ministry said.")
    assert "ministry" in found.attribution[0].name


def test_every_span_quotes_the_text() -> None:
    headline = "Dozens wounded as “mass” attack hits port"
    text = f"{headline}\nDrones hit 13 sites, killing “at least” nine people, Mayor Ana Weld said."
    source = article(text)
    for claim in extract(source).claims:
        assert text[claim.span.start : claim.span.end] == claim.span.text
        assert claim.why
