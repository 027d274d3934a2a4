"""What befell those told of before, and other voices and times: sentences of our own in the manner of local reports."""

from __future__ import annotations

import pytest

from reading import claims


def told(text: str) -> list[tuple[str, object, str | None, str]]:
    """Kind, number, part and scope of the claims."""
    return [(c.kind, c.value.number, c.subset, c.scope) for c in claims(text)]


def kinds(text: str) -> list[tuple[str, object]]:
    """Kind and number of the claims."""
    return [(c.kind, c.value.number) for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "All five of the victims are expected to recover, the sheriff said.",
        "All five of the victims lie in a clinic and are likely to survive, the sheriff said.",
    ],
)
def test_victims_who_all_live_are_hurt(text: str) -> None:
    assert kinds(text) == [("injured", 5)]


def test_victims_who_died_are_dead() -> None:
    assert kinds("All five victims died at the scene.") == [("killed", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were shot, three fatally.",
        "Seven people were struck by gunfire, three of them fatally.",
        "Seven men were hit by bullets, three of them mortally, the clerk said.",
    ],
)
def test_some_of_those_hit_died_of_it(text: str) -> None:
    assert ("killed", 3) in kinds(text)
    assert ("shot", 7) in kinds(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Nineteen people were wounded. Seven remained critical on Tuesday.", ("injured", 7, "critical", "event")),
        ("Nineteen people were hurt. Eight were stable, a nurse said.", ("injured", 8, "stable", "event")),
        ("Nineteen people were hurt. Four had gone home.", ("injured", 4, "gone home", "event")),
        (
            "A clinic took in 12 patients. Three are in critical condition.",
            ("hospitalised", 3, "critical condition", "event"),
        ),
    ],
)
def test_some_of_the_hurt_are_a_part_of_them(text: str, part: tuple[str, object, str | None, str]) -> None:
    assert part in told(text)


def test_patients_sent_home_are_patients_no_more() -> None:
    assert kinds("The clinic admitted 30 patients, of whom 12 have been discharged.") == [("hospitalised", 30)]


@pytest.mark.parametrize(
    "text",
    [
        "A gunman killed six people on Friday. Three years earlier, a gunman killed nine people in a chapel.",
        "In March 2012 a gunman killed six people. Five months before that, a gunman killed nine people in a chapel.",
    ],
)
def test_years_earlier_is_another_time(text: str) -> None:
    assert [(n, s) for _, n, _, s in told(text)][-1] == (9, "background")


def test_what_somebody_had_done_before_is_not_when_he_died() -> None:
    text = "A baker who had moved to the town last year was killed when the roof fell."
    assert [s for _, _, _, s in told(text)] == ["event"]


@pytest.mark.parametrize(
    "text",
    [
        "The dam could cause the deaths of 40 people, engineers warn.",
        "Dozens of her friends wrote about their loss after finding out about the death.",
        "He was charged with a raid. After one whole day of pleading the case was dropped.",
        "“It started around 11, it got loud,” said Bo Wick, who was treated at a clinic.",
    ],
)
def test_no_count_is_made_of_it(text: str) -> None:
    assert kinds(text) == []


def test_a_toll_of_dead_and_missing_counts_both() -> None:
    found = kinds("The coast guard put the toll at 38 dead and 33 missing.")
    assert found == [("killed", 38), ("missing", 33)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The ferry was carrying 189 passengers and crew.", None),
        ("The ferry was carrying 173 passengers and 16 crew.", "passengers"),
    ],
)
def test_passengers_and_crew_are_all_aboard(text: str, part: str | None) -> None:
    assert told(text)[0][2] == part


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("Police counted 41 dead, the union 36.", 36, "union"),
        ("The ambulance service counts 41 hurt, the prefect 36.", 36, "prefect"),
    ],
)
def test_another_voice_without_a_verb_has_its_own_number(text: str, number: int, source: str) -> None:
    assert [(c.value.number, c.attribution[0].name) for c in claims(text)][-1] == (number, source)


@pytest.mark.parametrize(
    "text",
    ["The dead include both drivers of the train.", "Both drivers were among the dead."],
)
def test_both_of_a_calling_among_the_dead_are_a_part(text: str) -> None:
    assert told(text) == [("killed", 2, "drivers", "event")]


def test_some_of_the_first_dead() -> None:
    text = "Five people were killed. Two of the first four victims were women."
    assert ("killed", 2, "women", "event") in told(text)


@pytest.mark.parametrize(
    ("text", "voided"),
    [
        ("A post said six people had died. That number was never confirmed and has been removed.", True),
        ("The station said six people had been killed. It later withdrew the figure.", True),
        ("The chief said 12 had died. That number is expected to rise.", False),
        ("Twelve people died. The report was removed from the site.", False),
    ],
)
def test_a_number_that_the_next_sentence_takes_back_is_void(text: str, voided: bool) -> None:
    assert [c.voided for c in claims(text)] == [voided]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police said on Monday that nine people had died.", "2024-05-06"),
        ("Nine people had died, the ministry said in a statement late on Monday.", "2024-05-06"),
        ("The toll stood at 38 on May 2, when the vessel was raised.", "2024-05-02"),
        ("The first count, given on Tuesday, was nine; by that evening the prefect spoke of ten dead.", "2024-05-07"),
        ("Police said on Thursday that nine people had died.", None),
        ("Eleven people were killed on Monday when the bus overturned.", None),
        ("The ministry put the number of injured at 71, against 62 on Monday.", None),
    ],
)
def test_a_count_told_long_after_holds_for_its_own_day(text: str, day: str | None) -> None:
    assert {c.as_of for c in claims(text, "2024-05-10") if not c.earlier} == {day}


def test_of_two_voices_the_one_that_spoke_the_day_before_is_older() -> None:
    text = "Seven people are missing, the army said on Thursday. The ministry put the missing at three."
    assert [(c.value.number, c.as_of) for c in claims(text, "2024-05-10")] == [(7, "2024-05-09"), (3, None)]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The death toll from this month's harbour blast has risen to 190.", "event"),
        ("Nine people have been killed in raids this month.", "background"),
    ],
)
def test_a_months_own_event_is_no_sum_over_it(text: str, scope: str) -> None:
    assert [s for _, _, _, s in told(text)] == [scope]


def test_a_round_number_with_a_point_is_in_thousands() -> None:
    assert ("injured", 5000) in kinds("The blast killed 137 people and injured 5.000.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The toll rose to 158, and 6,000 people were injured. A list of 152 casualties was published.", "killed"),
        ("The toll rose to 8, and 60 people were injured. A list of 52 casualties was published.", "injured"),
    ],
)
def test_casualties_are_those_whose_number_they_come_near(text: str, kind: str) -> None:
    assert kinds(text)[-1][0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Some 410 search and rescue personnel are at work.",
        "The launch was certified to carry 55.",
        "(Corrects number of workers on shift to 71 from 63)",
    ],
)
def test_searchers_room_and_other_numbers_are_no_claims(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fourteen people are yet to be found.", "missing"),
        ("Fourteen of the men have not been heard of since.", "missing"),
        ("Fourteen persons are registered in two collective sites.", "displaced"),
    ],
)
def test_more_words_for_those_sought_and_housed(text: str, kind: str) -> None:
    assert (kind, 14) in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council said again that the figure of 20 dead has no basis.",
        "Reports of 20 dead are without foundation.",
        "The toll of 20 dead does not correspond to reality, the ministry said.",
    ],
)
def test_a_number_without_basis_is_denied(text: str) -> None:
    assert [c.negated for c in claims(text)] == [True]


def test_those_who_speak_of_a_number_are_not_counted_by_it() -> None:
    assert kinds("The book shows 58 tickets. Survivors speak of more than a hundred.") == []


def test_the_strongest_of_the_aftershocks_is_no_magnitude_of_the_quake() -> None:
    text = "It was followed by 46 aftershocks, the strongest of magnitude 5.1."
    assert [(c.value.number, c.subset) for c in claims(text) if c.kind == "magnitude"] == [(5.1, "aftershocks")]
