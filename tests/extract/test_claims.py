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
        "Police counted 315 shootings, and 42 people died in those shootings.",
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


def test_those_who_tell_are_not_counted() -> None:
    found = counts("Raiders stormed a school, abducting 11 pupils, a local official and two parents said.")
    assert found == [("kidnapped", 11)]


def test_a_count_set_against_another_belongs_to_who_confirmed_it() -> None:
    text = "The union said at least 11 of its members had died, more than the nine confirmed by the port authority."
    union, port = claims(text)
    assert (union.value.number, union.attribution[0].name) == (11, "union")
    assert (port.value.number, port.value.modifier, port.attribution[0].name) == (9, "exactly", "port authority")


@pytest.mark.parametrize(
    "text",
    [
        "There were some 300 people on the pier, which was built for 80. Organisers put the figure at 120.",
        "“Nobody listened until men were dead,” the foreman said.",
        "Ten people were hurt. None of them was older than twelve.",
        "Five people were hurt before 911 was called.",
        "The suspect, Ivo Brandt (w/m, 46), suffered several wounds.",
        "The former 100- and 200-meter champion suffered an injury.",
        "Doctors treated 71 wounded, nine of whom were unlikely to survive.",
    ],
)
def test_numbers_that_count_nothing_here(text: str) -> None:
    assert not {120, 0, 12, 9, 911, 46, 100, 200} & {c.value.number for c in claims(text)}


def test_a_verb_just_before_an_amount_governs_it() -> None:
    found = counts(
        "The fire swept the cape, killing an old couple and forcing about 1,400 residents and tourists to flee."
    )
    assert ("killed", 1400) not in found
    assert ("evacuated", 1400) in found


def test_headline_verb_that_looks_like_a_noun() -> None:
    assert ("killed", 21) in counts("Suicide bomber kills 21 at market\nThe bomber came at noon.")


def test_the_month_before_is_another_time_and_its_own_nouns_are_not() -> None:
    past, own = (
        "In July a blaze near the cape injured four people.",
        "Since July's election was lost, 40 people were hurt.",
    )
    assert [c.scope for c in claims(past, published="2026-08-03")] == ["background"]
    assert [c.scope for c in claims(own, published="2026-08-03")] == ["event"]


def test_denying_one_degree_of_harm_is_a_part() -> None:
    assert [c.partial for c in claims("None suffered life-threatening injuries.")] == [True]
    assert [c.partial for c in claims("There were no injuries.")] == [False]


def test_those_who_stay_in_hospital_behind_their_whole() -> None:
    text = "Of the 41 injured, 17 remained in hospital on Tuesday, six of them in intensive care."
    assert counts(text) == [("injured", 41), ("hospitalised", 17), ("hospitalised", 6)]


def test_what_a_part_is_said_to_be() -> None:
    (found,) = claims("He said that 17 of those killed were civilians.")
    assert (found.value.number, found.subset) == (17, "civilians")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials have lowered the number of missing from 31 to 12.", [("missing", 31), ("missing", 12)]),
        ("A bomb killed a police colonel and two of his bodyguards.", [("killed", "a police colonel"), ("killed", 2)]),
        ("The rebels freed 11 hostages.", [("rescued", 11)]),
        ("Nineteen divers who had been trapped for a day were brought to the surface on Friday.", [("rescued", 19)]),
        ("Six more bodies were pulled from the rubble.", [("killed", 6)]),
        ("Doctors confirmed 212 new cases of cholera and nine deaths.", [("infected", 212), ("killed", 9)]),
        ("The dead included four pupils.", [("killed", 4)]),
        ("The slide left 2,000 people without shelter.", [("displaced", 2000), ("homeless", 2000)]),
        ("The toll could reach 200, the governor warned.", []),
        ("Police sent three rescue brigades.", []),
    ],
)
def test_constructions(text: str, expected: list[tuple[str, object]]) -> None:
    found = [(c.kind, c.value.stated if c.person else c.value.number) for c in claims(text)]
    assert sorted(found, key=str) == sorted(expected, key=str)
