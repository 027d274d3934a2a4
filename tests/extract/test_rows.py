"""Rows of victims by the order of words, deeds with "of", questions, sums over a time."""

from __future__ import annotations

import pytest

from reading import claims


def numbers(text: str, kind: str = "killed") -> list[object]:
    return [c.value.number for c in claims(text) if c.kind == kind and c.person is None]


def persons(text: str, kind: str = "killed") -> list[str | None]:
    return [c.person for c in claims(text) if c.kind == kind and c.person is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen killed the monks, their cook, and the cook's 12-year-old son.", 2),
        ("THE MEASURES CAME AFTER THE KILLINGS DURING THE PAST 48 HOURS OF A PROSECUTOR AND A POLICE CAPTAIN.", 2),
        ("The bomb wounded a woman, a girl, and her uncle, and the police closed the road.", 3),
    ],
)
def test_each_person_of_a_row(text: str, found: int) -> None:
    assert len(persons(text, "injured" if "wounded" in text else "killed")) == found


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a monk, and the cook fled.",
        "Police shot dead a robber, and an officer closed the road.",
        "The blast killed a guard at the gate, a minister said.",
    ],
)
def test_who_acts_is_no_victim(text: str) -> None:
    assert len(persons(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Police found the killers of the seven monks on Friday.",
        "The murder of the seven monks shocked the town.",
        "He came back from the funeral of seven monks, four of them Italians, who were killed on Friday.",
        "The letter was sent two days after seven monks (four of them old) and two women were killed in the capital.",
        "What does the army say of the bombs that exploded yesterday and killed seven soldiers?",
    ],
)
def test_seven_were_killed(text: str) -> None:
    assert 7 in numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Were seven soldiers killed?",
        "They said that seven priests had to be killed.",
        "He spoke of the seven monks at the funeral.",
        "The killers, about seven men in uniform, came at night.",
        "Seven of the nine monks left after the talks, and two women were killed.",
    ],
)
def test_seven_were_not_killed(text: str) -> None:
    assert 7 not in numbers(text)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Violence in the valley has caused 9,000 deaths in the last 10 years.", "in the last 10 years"),
        ("Over 7,000 people have died during 10 years of war.", "during 10 years"),
        ("The group has killed 90 people since 1985.", "since 1985"),
    ],
)
def test_a_sum_over_years_names_them(text: str, rate: str) -> None:
    (claim,) = [c for c in claims(text, published="1990-03-02") if c.kind == "killed"]
    assert (claim.scope, claim.rate) == ("background", rate)


def test_the_worst_in_years_is_of_the_event() -> None:
    (claim,) = claims("Nine people died on Friday in the worst storm in ten years.")
    assert claim.scope == "event"


def test_two_found_shot_to_death_are_dead() -> None:
    assert numbers("Two bodies were found today shot to death in a park.") == [2]


def test_a_thing_in_capitals_is_nobody() -> None:
    assert not persons("SHE TOLD US THE BAKERY WAS BURNED AND ITS OVENS WERE COLD.", "injured")


def test_a_deed_somebody_is_tied_to_is_of_another_day() -> None:
    deed = "The man is suspected of being involved in a bomb attack that killed three soldiers near Dolva."
    assert [c.scope for c in claims(deed)] == ["event"]
    told = [c for c in claims("Troops killed five fighters on Friday. " + deed) if c.kind == "killed"]
    assert [(c.value.number, c.scope) for c in told] == [(5, "event"), (3, "background")]


def test_what_raids_add_up_to_is_no_event() -> None:
    (claim,) = claims("Joint teams have detained 40 people tied to the network in six raids in Golbin since Dec. 1.")
    assert claim.scope == "background"


def test_a_month_cut_off_by_the_parser() -> None:
    text = "DOLVA, Merania (Feb. 6) - On Jan. 30, a team of National Army and Border Police men captured a bomb maker."
    assert 30 not in [c.value.number for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers killed the men one by one.",
        "He told reporters that Commander Aurelio had left for the coast.",
        "The committee of relatives of murdered people met on Friday.",
    ],
)
def test_no_number_of_dead(text: str) -> None:
    assert 1 not in numbers(text)
    assert not [c for c in claims(text) if c.kind == "killed" and c.subset in {"reporters", "people"}]


def test_a_family_is_not_one_person() -> None:
    assert not persons("Gunmen murdered four members of a family.")


def test_a_nation_before_a_plural_is_no_name() -> None:
    assert not persons("THEY MURDERED CARMELITE MONKS, WHO RAN THE SCHOOL.")
