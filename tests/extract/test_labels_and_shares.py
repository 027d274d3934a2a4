"""Labels, shares and lists: counts that no sentence of their own tells."""

from __future__ import annotations

import pytest

from reading import claims
from variorum.kinds.base import Triggers, WordSet
from variorum.kinds.patterns import index
from variorum.model import Claim


def told(text: str, kind: str) -> list[Claim]:
    return [c for c in claims(text) if c.kind == kind and c.person is None]


def numbers(text: str, kind: str) -> list[object]:
    return [c.value.number for c in told(text, kind)]


LINES = "What is known:\nDead: 12\nInjured: 43\nStill missing: 7\nRescued: 31\nIn hospital: 23\nHomes damaged: 890"


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("killed", [12]),
        ("injured", [43]),
        ("missing", [7]),
        ("rescued", [31]),
        ("hospitalised", [23]),
        ("homes_damaged", [890]),
    ],
)
def test_a_list_of_labels_is_read_line_by_line(kind: str, found: list[object]) -> None:
    assert numbers(LINES, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Confirmed deaths – 19\nMissing – 4", "killed", [19]),
        ("Confirmed deaths – 19\nMissing – 4", "missing", [4]),
        ("Killed: at least 12. Missing: seven.", "missing", [7]),
        ("Unaccounted for: 8", "missing", [8]),
        ("Lives lost: 9", "killed", [9]),
        ("Missing link: 7", "missing", []),
        ("Dead ends: 4", "killed", []),
        ("Page: 7", "killed", []),
    ],
)
def test_a_label_counts_nothing_else(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Sixteen people were killed. Nine were Polish, four Dutch and one Indian.", "killed", [16, 9, 4, 1]),
        ("Of the 19 dead, 12 came from Orlo, five from Benn and two from the town of Tarr.", "killed", [19, 12, 5, 2]),
        ("The clinic has 26 patients; twelve are Poles and five Dutchmen.", "hospitalised", [26, 12, 5]),
        ("Eleven people died. Six of the dead are from Orlo; five were children.", "killed", [11, 6, 5]),
        ("Seven died: four from Orlo, two from Benn and one from abroad.", "killed", [7, 4, 2, 1]),
        ("Forty people were injured and nine killed. Five were Kenyans, four Ugandans.", "killed", [9, 5, 4]),
        ("Sixteen people were killed. Four were Toyotas.", "killed", [16]),
        ("Sixteen people were killed. Three helicopters came from Orlo.", "killed", [16]),
        ("Sixteen people were killed. Two were on the roof.", "killed", [16]),
    ],
)
def test_shares_of_a_count(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


def test_shares_are_parts() -> None:
    whole, *parts = told("Sixteen people were killed. Nine were Polish, four Dutch and three Indian.", "killed")
    assert not whole.partial
    assert all(p.partial for p in parts)


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("The parish keeps a list of the missing. It holds 26 names.", "missing", [26]),
        ("She keeps a book with the names of the dead. By noon she had written 22 names in it.", "killed", [22]),
        ("The list of the dead hangs in the hall. On it are 31 men, nine women and six boys.", "killed", [31, 9, 6]),
        ("The ministry has 34 people on its list of injured.", "injured", [34]),
        ("The association has a sheet with 21 names of the dead.", "killed", [21]),
        ("The list of candidates hangs in the hall. On it are 31 men and nine women.", "killed", []),
        ("The list of guests has 47 names.", "killed", []),
    ],
)
def test_what_a_list_of_people_holds(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("There were 44 victims, the mayor said after the quake. Their bodies lay in the square.", "killed", [44]),
        ("The lawyer represents 44 victims of the fraud.", "killed", []),
        ("Crews freed two people trapped in a tram.", "rescued", [2]),
        ("Crews freed two people trapped in a tram.", "trapped", []),
        ("Nine others injured on Monday were still in his wards.", "hospitalised", [9]),
        ("There are at least 110 injured walkers, the stewards say.", "injured", [110]),
        ("He met four wounded men on the road.", "injured", []),
        ("Four dead and seven sailors without news off Tarr", "killed", [4]),
        ("Four dead and seven sailors without news off Tarr", "missing", [7]),
        ("The clinic, half its own roof gone, had admitted 19 people.", "hospitalised", [19]),
        ("It admitted 19; two would have to be flown out, a nurse at the hospital said.", "hospitalised", [19]),
        ("Fumes took 14 lives in Orlo and caused 90 people to enter hospital.", "hospitalised", [90]),
        ("Fumes took 14 lives in Orlo and caused 90 people to enter hospital.", "killed", [14]),
        ("The wounded amount to 71.", "injured", [71]),
        ("The injured number 71.", "injured", [71]),
        ("The victims are 17, 23 and 24 years old.", "killed", []),
        ("The toll in Monday's bus plunge reaches 19, three held", "killed", [19]),
        ("Of the 31 patients in hospital, 12 were sent home and 19 remain.", "hospitalised", [31, 19]),
        ("Two chairs were missing.", "missing", []),
        ("The zoo saved two lions.", "rescued", []),
    ],
)
def test_who_they_are_and_what_became_of_them(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


def test_a_loss_of_ones_own_is_no_toll() -> None:
    (loss,) = told("Janek Orb has lost three cousins to the fever.", "killed")
    assert loss.partial


def test_a_set_of_words_stands_in_a_pattern() -> None:
    assert Triggers(sets=(WordSet(name="a", words=("b",)),)).sets[0].words == ("b",)
    patterns = index("en").by_word["object_of"]["ferry"]
    assert any(p.kind == "hospitalised" and {"hospital", "clinic"} <= set().union(*p.context) for p in patterns)
