"""Times and sentences that are of the event's own course, and those that go on to others before it."""

from __future__ import annotations

import pytest

from reading import claims


def scope(text: str, kind: str, number: int) -> str:
    """The scope of the one claim of a kind and number."""
    (found,) = [c for c in claims(text) if c.kind == kind and c.value.number == number]
    return found.scope


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Cholera has killed 34 people in two weeks in the valley.", "killed", 34),
        ("The outbreak has infected 57 inmates since mid-April.", "infected", 57),
        ("Ibo fever has killed 27 people since it was first detected on 2 May.", "killed", 27),
        ("At least 12 people have died since the floods began.", "killed", 12),
        ("The army shot down three drones in the heaviest night of raids since the truce broke down.", "shot_down", 3),
        ("Seventeen men have not been seen since they left the camp.", "missing", 17),
        ("The worst-hit village was Sulo, where 28 people died.", "killed", 28),
    ],
)
def test_the_events_own_course(text: str, kind: str, number: int) -> None:
    assert scope(text, kind, number) == "event"


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Clashes have killed 34 people in two weeks in the valley.", "killed", 34),
        ("Rebels have killed 40 people since April.", "killed", 40),
        ("Cholera has killed 900 people since 2019.", "killed", 900),
        ("The toll has risen to 40 since March.", "killed", 40),
        ("The quake was the worst in years, and 28 people died.", "killed", 28),
        ("A storm killed 25 people when it hit the same coast in 2020.", "killed", 25),
        (
            "A bus crash killed nine.\nIt was the third such crash in a month. In April, 31 people died there.",
            "killed",
            31,
        ),
        ("A slab fell and killed five.\nNine masons had died in a similar collapse.", "killed", 9),
    ],
)
def test_others_before_it(text: str, kind: str, number: int) -> None:
    assert scope(text, kind, number) == "background"


def test_a_row_of_events_takes_no_sentence_without_an_earlier_time() -> None:
    text = "A bus fell into a gorge.\nIt was the third such crash in a month. On Friday 31 people died in it."
    assert scope(text, "killed", 31) == "event"


def test_a_house_that_stands_elsewhere_dates_no_storm() -> None:
    assert scope("The storm killed 25 people when a hall from 1920 fell in on them.", "killed", 25) == "event"


@pytest.mark.parametrize(
    ("text", "published", "earlier"),
    [
        (
            "Some 900 were evacuated; Wednesday's figure of nearly 400 evacuated left out guests.",
            "2024-05-10",
            True,
        ),
        ("Police corrected Wednesday’s first count of 400 evacuated people.", "2024-05-10", True),
        ("Friday's figure of nearly 400 evacuated people is the ministry's.", "2024-05-10", False),
        ("Wednesday's figure of nearly 400 evacuated people is the ministry's.", None, False),
        ("Wednesday's fire, in which 400 people were evacuated, is out.", "2024-05-10", False),
    ],
)
def test_what_was_counted_on_another_day_is_an_older_count(text: str, published: str | None, earlier: bool) -> None:
    (found,) = [c for c in claims(text, published) if c.kind == "evacuated" and c.value.number == 400]
    assert found.earlier is earlier
