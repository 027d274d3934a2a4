"""Harm of other events that a report tells of beside its own."""

from __future__ import annotations

import pytest

from reading import claims


def scopes(text: str, number: int, published: str = "2024-05-13") -> set[str]:
    """The scopes of the harm claims with this number."""
    found = claims(text, published)
    return {c.scope for c in found if c.value.number == number and c.kind in ("killed", "injured", "shot")}


@pytest.mark.parametrize(
    ("between", "scope"),
    [
        ("is the latest in a month that saw a stabbing that left 7 dead", "background"),
        ("was the latest in a row of barns and left 7 dead", "event"),
    ],
)
def test_the_latest_of_a_week_is_told_beside_the_others(between: str, scope: str) -> None:
    assert scopes(f"The shooting at the mill in Tarrin {between}.", 7) == {scope}


@pytest.mark.parametrize(
    ("conviction", "scope"),
    [
        ("His conviction came from a quarrel in which he shot 3 people", "background"),
        ("The trial was told how he shot 3 people", "event"),
    ],
)
def test_what_somebody_was_convicted_of_before(conviction: str, scope: str) -> None:
    assert scopes(f"Ana Weld was shot dead in Tarrin on Sunday. Tomo Brack was held. {conviction}.", 3) == {scope}


@pytest.mark.parametrize(
    ("before", "scope"),
    [
        ("Ana Weld's death is the sixth homicide of the year in Tarrin", "background"),
        ("Police found the dead at a mill in Tarrin", "event"),
    ],
)
def test_a_tally_is_not_the_events_count(before: str, scope: str) -> None:
    assert scopes(f"{before}. All six of those deaths involved rifles.", 6) == {scope}


def test_the_day_on_which_somebody_says_so_dates_no_harm() -> None:
    own = "Tomo Brack was shot dead in Tarrin on Sunday."
    assert scopes(f"{own} Four others were wounded, the sheriff said Monday.", 4, "2024-05-12") == {"event"}
    assert scopes(f"{own} Four others were wounded on May 2.", 4, "2024-05-12") == {"background"}
