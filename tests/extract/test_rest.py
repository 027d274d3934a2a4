"""Nobody, the rest of a whole, and numbers told behind or by a pronoun."""

from __future__ import annotations

import pytest

from reading import claims

Counts = list[tuple[str, float | None, bool]]


def counts(text: str) -> Counts:
    """Kind, number, whether it is a part, in text order."""
    return [(c.kind, c.value.number, c.partial) for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    ["Nobody on board was hurt.", "No one in the hall was hurt.", "None of the 23 guests in the hall was hurt."],
)
def test_nobody_in_a_place_is_nobody(text: str) -> None:
    assert [(c.kind, c.value.number, c.negated) for c in claims(text)] == [("injured", 0, True)]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Sixteen of the dead are civilians. The other three wore a uniform.", ("killed", 3, True)),
        ("Twenty-seven people died, 15 of them in Aster; Belm accounted for the remaining 12.", ("killed", 12, True)),
        ("Nine of those killed were pupils. The remaining two had come to fetch them.", ("killed", 2, True)),
    ],
)
def test_the_rest_of_a_whole_is_a_part_of_it(text: str, rest: tuple[str, float, bool]) -> None:
    assert counts(text)[-1] == rest


@pytest.mark.parametrize(
    "text",
    [
        "Three of the men were hurt. The other four wore a uniform.",
        "Sixteen of the dead are civilians. The valley was quiet. The other four wore a uniform.",
        "Sixteen people died. The other four buses went on.",
    ],
)
def test_the_rest_of_others_is_not_counted(text: str) -> None:
    assert 4 not in {number for _, number, _ in counts(text)}


def test_a_number_told_before_what_it_is_of_is_the_whole() -> None:
    text = "Two bodies were found, bringing to 21 the number of people killed in a fire at a clinic."
    assert counts(text) == [("killed", 2, False), ("killed", 21, False)]


def test_a_house_that_counts_its_own_dead_tells_a_part() -> None:
    assert counts("Nine people died in the clinic.")[0] == ("killed", 9, True)


def test_one_of_those_held_is_a_part_of_them() -> None:
    text = "Police detained three people for questioning, one of them the contractor responsible for the wiring."
    assert counts(text) == [("detained", 3, False), ("detained", 1, True)]


def test_a_hyphen_inside_a_word_sets_no_voice_off() -> None:
    (claim,) = claims("In 2021, 18 people were killed at a COVID-19 center in the same state.")
    assert (claim.value.number, claim.attribution) == (18, ())


def test_words_without_a_meaning_of_their_own_describe_no_part() -> None:
    text = "Four others were washed ashore dead, which leaves eight of the 21 unaccounted for, the navy said."
    eight = next(c for c in claims(text) if c.value.number == 8)
    assert (eight.kind, eight.subset) == ("missing", None)


def test_a_groups_own_dead_are_a_part() -> None:
    assert counts("The choir lost three of its own in the fire.") == [("killed", 3, True)]


def test_who_is_moved_aboard_is_no_count_of_all_aboard() -> None:
    assert [number for kind, number, _ in counts("The tug took 15 people aboard at noon.") if kind == "aboard"] == []
    assert counts("There were 22 people aboard.") == [("aboard", 22, False)]


def test_who_is_taken_aboard_after_a_sinking_is_saved() -> None:
    text = "A yacht sank on Monday. A captain near by took 15 people aboard."
    assert [kind for kind, number, _ in counts(text) if number == 15] == ["rescued"]
