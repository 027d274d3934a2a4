"""Other events told of beside a report's own: each turn of phrase, and its own event untouched."""

from __future__ import annotations

import pytest

from reading import claims
from variorum.extract.claims.aside import went_before

LEAD = "Two men were shot on Friday night in Tarrin.\nPolice said both are stable.\nThey stood near a bar.\n"


def scopes(text: str) -> dict[tuple[str, float | None], str]:
    """Kind and number of each count to its scope; single persons left out."""
    return {(c.kind, c.value.number): c.scope for c in claims(text) if c.person is None}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The shooting came a week after a dance at which four men were shot in Lindau.", ("shot", 4)),
        ("Police said the attack was in retaliation for a raid that left three shepherds dead.", ("killed", 3)),
        ("27 were shot across the city over the long weekend.", ("shot", 27)),
        ("He spoke of a spike in violence that left 28 people dead.", ("killed", 28)),
        ("It is the fifth landslide on this road. The four before it took 38 lives.", ("killed", 38)),
        ("In the two before this one, 38 people died.", ("killed", 38)),
        (LEAD + "Meanwhile, three people were wounded on Hill Street.", ("injured", 3)),
        (LEAD + "In an unrelated shooting, three people were wounded.", ("injured", 3)),
        (LEAD + "Related: Another night ends with three people wounded", ("injured", 3)),
    ],
)
def test_what_is_told_aside_is_background(text: str, key: tuple[str, float]) -> None:
    assert scopes(text)[key] == "background"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The arrest came a week after four men were shot in Lindau.", ("shot", 4)),
        ("39 people were hurt across the city when the storm hit.", ("injured", 39)),
        ("In the two hours before it sank, 38 people died.", ("killed", 38)),
        ("The storm took the two before it turned, and 38 people died.", ("killed", 38)),
        ("A shooting over the weekend left three men dead.", ("killed", 3)),
        ("Meanwhile, three people were wounded on Hill Street.", ("injured", 3)),
        (LEAD + "Three people were wounded on Hill Street, police said.", ("injured", 3)),
    ],
)
def test_the_own_event_stays(text: str, key: tuple[str, float]) -> None:
    assert scopes(text)[key] == "event"


def test_a_count_of_an_earlier_day_is_of_another_event() -> None:
    text = "Three people were shot on Thursday in Tarrin.\nOn May 2, two others were shot in Lindau."
    assert scopes(text) == {("shot", 3): "event", ("shot", 2): "background"}


def test_those_who_die_later_do_not_make_their_own_event_an_earlier_one() -> None:
    text = "A third victim died on Thursday.\nFour people were shot in Tarrin on Monday, and two died at once."
    assert set(scopes(text).values()) == {"event"}


@pytest.mark.parametrize(
    "text",
    [
        "The blast, with attacks coming two days after a raid",
        "It happened three weeks before the vote",
        "In retaliation for the raid, militants",
        "A spate of shootings",
        "the three before it took",
    ],
)
def test_what_went_before_is_seen_by_each_of_its_words(text: str) -> None:
    assert went_before(text) is not None
    assert went_before("The mayor came to the town in a bus") is None
