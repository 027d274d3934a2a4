"""What stories by authors who never saw the program showed: who is meant, who says so, and what is no count."""

from __future__ import annotations

import pytest

from reading import article, claims
from variorum.extract import extract


def voices(text: str) -> list[tuple[str, list[str | None]]]:
    """The kinds that a text counts, each with its sources."""
    return [(c.kind, [s.name for s in c.attribution]) for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A shoe shiner, Abdu Karim, 33, was killed.",
        "A snake charmer, Bo Weld, 51, died in the crush.",
    ],
)
def test_a_name_with_its_age_says_that_the_word_before_it_means_a_person(text: str) -> None:
    assert [(c.kind, c.value.number) for c in claims(text)] == [("killed", 1)]


def test_an_aside_that_tells_of_which_number_one_is_counts_nobody() -> None:
    text = "In the picture soldiers drag away a marcher, one of the 74 held, in Velm."
    assert [(c.kind, c.value.number) for c in claims(text)] == [("detained", 74)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Six people died in the block, two at the harbour and one, a tram driver, in hospital.",
            [None, None, "tram driver"],
        ),
        ("Two dock workers perished.", ["dock workers"]),
        (
            "Three persons died: two guards and a member of the village vigilance group.",
            [None, "guards", "member of the village vigilance group"],
        ),
        ("The colonel put the number of injured firefighters at 27.", ["firefighters"]),
    ],
)
def test_the_part_is_called_by_its_own_words(text: str, parts: list[str | None]) -> None:
    assert [c.subset for c in claims(text)] == parts


def test_a_part_without_a_number_is_no_count() -> None:
    found = claims("Some 300 people, many of them students, marched on the palace.")
    assert [(c.kind, c.value.number) for c in found] == [("protesters", 300)]


def test_scores_of_wounded_are_counted() -> None:
    assert [(c.kind, c.value.stated) for c in claims("There were scores of wounded on both sides.")] == [
        ("injured", "scores")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania speaks of revenge for Sunday's raid on its depot, in which five workers were killed.",
        "It was retaliation for Saturday's strike on a school that killed five.",
    ],
)
def test_what_was_avenged_is_another_event(text: str) -> None:
    assert [c.scope for c in claims(text)] == ["background"]


def test_items_of_a_row_take_no_class_of_the_item_before() -> None:
    found = claims("There was damage to nine shops, four offices and two banks.")
    assert [c.subset for c in found if c.value.number == 2 and c.kind == "buildings_damaged"] == [None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The defence ministry claimed on Monday to have killed 40 soldiers.",
            [("killed", ["defence ministry"])],
        ),
        ("The air force says 120 drones.", [("drones_launched", ["air force"])]),
        ("The union says 300 arrests.", [("detained", ["union"])]),
        ("Rescuers called off their search after bringing out the body of a boy.", [("killed", [])]),
        ("Firefighters put out six fires.", [("fires", [])]),
        (
            "The army was asked. It noted that 14 ships left port and that eight missiles were fired.",
            [("missiles_launched", ["army"])],
        ),
        ("Police are sticking to 4,000 dead.", [("killed", ["Police"])]),
        ("Port Watch, a group of divers, arrived at 130 dead.", [("killed", ["Port Watch"])]),
        ("Police arrived at two homes where three people were dead.", [("killed", [])]),
        (
            "A clerk at City Hall, Malvera, who pleaded anonymity, said six people were in detention.",
            [("detained", ["clerk at City Hall"])],
        ),
    ],
)
def test_who_says_so(text: str, said: list[tuple[str, list[str | None]]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We hid in the cellar,” the baker's widow, Ana Bel, lamented.", "Ana Bel"),
        ("«We hid in the cellar,» recounts Ana Bel, a student.", "Ana Bel"),
        (
            "Three clinics tell us they have seen 53 people; they sent nobody on “because of the guards”.",
            "Three clinics",
        ),
    ],
)
def test_who_is_quoted(text: str, speaker: str) -> None:
    assert [q.speaker.name for q in extract(article(text)).quotations if q.speaker] == [speaker]
