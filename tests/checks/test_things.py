"""Numbers of things that no kind counts, in whole reports that know nothing of each other."""

from __future__ import annotations

import pytest

from stories import Draft
from variorum.checks import check
from variorum.kinds.base import load
from variorum.model import Discrepancy

REST = "\nThe harbour master gave no reason.\nMore rain is expected in the hills."
"""What makes two lines a report and no alert."""

Told = tuple[str, float, str, str | None]
"""A sentence, its number, the number's words and the unit as extraction gives it."""


def reports(one: Told, other: Told, *, days: tuple[str, str] = ("2033-02-01", "2033-02-01"), sign: str = "") -> Draft:
    """Two reports of three sentences with one number each; `sign`: of the first one's modifier."""
    draft = Draft()
    for name, told, day in zip(("old", "new"), (one, other), days, strict=True):
        sentence, number, words, unit = told
        draft.text(name, sentence + REST, published=day)
        draft.amount(name, number, words, unit, sign if name == "old" else "")
    return draft


def conflicts(draft: Draft) -> list[Discrepancy]:
    return [d for d in check(draft.records(), load()) if d.type == "conflicting_figure"]


SPEAK = [
    pytest.param(
        ("The lighter Vesna was licensed for 40 riders.", 40, "40", "rider"),
        ("Built in Gdynia, she was licensed for 65 riders.", 65, "65", "rider"),
        id="made for",
    ),
    pytest.param(
        ("The dam, designed to hold 30 barges, broke at noon.", 30, "30", "barge"),
        ("It was designed to hold only 12, an engineer told the council.", 12, "12", None),
        id="made for, without a noun",
    ),
    pytest.param(
        ("The council received 2,300 letters about the ferry tax.", 2300, "2,300", "letter"),
        ("Clerks received 9,100 letters, most of them against the ferry tax.", 9100, "9,100", "letter"),
        id="the same verb, and a word near by",
    ),
    pytest.param(
        ("The Gorse Fire has blackened 410 hectares of pine.", 410, "410 hectares", "hectare"),
        ("Surveyors give the Gorse Fire 640 hectares.", 640, "640 hectares", "hectare"),
        id="a measure, and two words near by",
    ),
]


@pytest.mark.parametrize(("one", "other"), SPEAK)
def test_two_numbers_of_one_thing(one: Told, other: Told) -> None:
    (only,) = conflicts(reports(one, other))
    assert only.severity == "info"
    assert {s.article for s in only.spans} == {"old", "new"}


SILENT = [
    pytest.param(
        ("Divers found 14 crates in the wreck.", 14, "14", "crate"),
        ("A dealer in the next town had sold 90 crates.", 90, "90", "crate"),
        id="the noun alone",
    ),
    pytest.param(
        ("The council received 2,300 letters about the tax.", 2300, "2,300", "letter"),
        ("Since 2019 the council received 9,100 letters about the tax.", 9100, "9,100", "letter"),
        id="over a longer time",
    ),
    pytest.param(
        ("Roofs were torn off in seven barns along the shore road.", 7, "seven", "barn"),
        ("Roofs were torn off in 12 barns along the shore road.", 12, "12", "barn"),
        id="in them something happened",
    ),
    pytest.param(
        ("The mill stands 40 miles west of Brod on the Sava road.", 40, "40 miles", "mile"),
        ("The mill stands 60 miles east of Novi on the Sava road.", 60, "60 miles", "mile"),
        id="where something is",
    ),
    pytest.param(
        ("She scored 14 points for the harbour side in the final.", 14, "14", "point"),
        ("She scored 31 points for the harbour side in the final.", 31, "31", "point"),
        id="what players are credited with",
    ),
    pytest.param(
        ("Volunteers led 30 hikers down the ridge path.", 30, "30", "hiker"),
        ("Guides led 12 hikers down the ridge path.", 12, "12", "hiker"),
        id="persons",
    ),
    pytest.param(
        ("Hail damaged or destroyed 80 greenhouses on the terraces of Brod.", 80, "80", "greenhouse"),
        ("Hail destroyed 50 greenhouses on the terraces of Brod.", 50, "50", "greenhouse"),
        id="either of two fates",
    ),
]


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_numbers_of_two_things(one: Told, other: Told) -> None:
    assert not conflicts(reports(one, other))


LETTERS = "The council received {} letters about the ferry tax."


def letters(first: float, second: float, *, sign: str = "", days: tuple[str, str] | None = None) -> Draft:
    old, new = (LETTERS.format(f"{n:,.0f}") for n in (first, second))
    told = (old, first, f"{first:,.0f}", "letter"), (new, second, f"{second:,.0f}", "letter")
    return reports(*told, days=days or ("2033-02-01", "2033-02-01"), sign=sign)


@pytest.mark.parametrize(("first", "second", "speaks"), [(600, 743, False), (600, 412, True), (600, 1900, True)])
def test_a_floor_is_filled_from_above(first: float, second: float, speaks: bool) -> None:
    assert bool(conflicts(letters(first, second, sign=">"))) is speaks


def test_what_an_article_counts_twice_is_left_alone() -> None:
    draft = letters(2300, 9100)
    assert conflicts(draft)
    draft.text("new", LETTERS.format("9,100") + " It burned 40 letters." + REST, published="2033-02-01")
    assert not conflicts(draft.amount("new", 9100, "9,100", "letter").amount("new", 40, "40", "letter"))


def test_a_later_report_is_told_as_one() -> None:
    (only,) = conflicts(letters(2300, 9100, days=("2033-02-01", "2033-02-03")))
    assert only.message == "2,300, later 9,100"


def test_a_text_made_from_the_other_is_no_independent_report() -> None:
    assert not conflicts(letters(2300, 9100).made("new", "old"))


def test_sums_of_two_named_owners() -> None:
    draft = reports(
        ("Fjord Tugs offered the town $40 million for the quay.", 40e6, "$40 million", "dollar"),
        ("Brunost Dairies offered the town $70 million for the quay.", 70e6, "$70 million", "dollar"),
    )
    assert conflicts(draft)
    draft.mention("old", "Fjord Tugs", "organization").mention("new", "Brunost Dairies", "organization")
    assert not conflicts(draft)


def test_sums_that_two_bodies_offered_one_man() -> None:
    draft = reports(
        ("Fjord Tugs has offered Ane Berg $40 million for the quay.", 40e6, "$40 million", "dollar"),
        ("Brunost Dairies offered Ane Berg $70 million for the quay.", 70e6, "$70 million", "dollar"),
    )
    draft.mention("old", "Ane Berg").mention("new", "Ane Berg")
    assert conflicts(draft)
    draft.mention("old", "Fjord Tugs", "organization").mention("new", "Brunost Dairies", "organization")
    assert not conflicts(draft)


def killed(one: str, other: str) -> Draft:
    """A report of one killed without a count, and one that counts two lookouts."""
    draft = Draft().text("old", one + REST, published="2033-02-01")
    draft.text("new", other + REST, published="2033-02-02")
    draft.claim("new", "killed", "2", "Two lookouts were killed", subset="lookouts")
    return draft


TWO = "Two lookouts were killed at the gate."


def test_one_of_a_calling_against_two() -> None:
    draft = killed("A lookout was killed at the gate.", TWO).claim("old", "killed", "1", "A lookout was killed")
    (only,) = conflicts(draft)
    assert only.message == "killed: one against 2"


def test_one_of_a_calling_in_a_report_that_has_both() -> None:
    text = "A lookout was killed at the gate. Two lookouts died in all."
    draft = killed(text, TWO).claim("old", "killed", "1", "A lookout was killed")
    assert not conflicts(draft.claim("old", "killed", "2", "Two lookouts died", subset="lookouts"))


def test_one_woman_is_no_count_of_women() -> None:
    draft = Draft().text("old", "A woman was killed at the gate." + REST, published="2033-02-01")
    draft.text("new", "Two women were killed at the gate." + REST, published="2033-02-02")
    draft.claim("old", "killed", "1", "A woman was killed")
    draft.claim("new", "killed", "2", "Two women were killed", subset="women")
    assert not conflicts(draft)
