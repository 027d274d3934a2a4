"""Counts of two reports laid beside each other, and of two voices in one."""

from __future__ import annotations

import pytest

from stories import Draft
from variorum.checks.counterparts import counterparts, settled
from variorum.checks.desk import Desk
from variorum.checks.disputed import disputed
from variorum.checks.rules.conflicting_figure import conflicting_figure
from variorum.kinds.base import load

Count = tuple[str, str, str] | tuple[str, str, str, dict[str, object]]
"""Kind, number, words, and further fields of the claim."""

AGENCY = "KP"


def desk_of(one: str, mine: list[Count], other: str, theirs: list[Count], *, house: bool = False) -> Desk:
    draft = Draft().text("one", one, published="2031-05-05", agency=AGENCY if house else None)
    draft.text("two", other, published="2031-05-06", agency=AGENCY if house else None)
    for name, counts in (("one", mine), ("two", theirs)):
        for kind, stated, words, *rest in counts:
            fields = rest[0] if rest else {}
            assert isinstance(fields, dict)
            draft.claim(name, kind, stated, words, **fields)
    return Desk(draft.records(), load())


def beside(one: str, mine: list[Count], other: str, theirs: list[Count], *, house: bool = False) -> bool:
    return bool(counterparts(desk_of(one, mine, other, theirs, house=house)))


CHILDREN = {"subset": "children", "partial": True}


@pytest.mark.parametrize(
    ("one", "mine", "other", "theirs"),
    [
        (
            "Nine died, two of them children.",
            ("killed", "2", "two of them children", CHILDREN),
            "Four children were killed.",
            ("killed", "4", "Four children were killed", CHILDREN),
        ),
        (
            "Thirty people were hurt.",
            ("injured", "30", "Thirty people were hurt"),
            "Forty-one people were hurt.",
            ("injured", "41", "Forty-one people were hurt"),
        ),
        (
            "There were 43 people on board.",
            ("aboard", "43", "43 people on board"),
            "Those on board numbered 42.",
            ("aboard", "42", "numbered 42"),
        ),
        (
            "Two people were missing.",
            ("missing", "2", "Two people were missing"),
            "Nobody is missing.",
            ("missing", "0", "Nobody is missing", {"negated": True}),
        ),
        (
            "Six houses were flattened.",
            ("homes_destroyed", "6", "Six houses were flattened"),
            "Ten homes were destroyed.",
            ("homes_destroyed", "10", "Ten homes were destroyed"),
        ),
        (
            "Some 40 passengers are missing.",
            ("missing", "~40", "Some 40 passengers", {"subset": "passengers"}),
            "Eleven are missing.",
            ("missing", "11", "Eleven are missing"),
        ),
        (
            "About 120 people fled from Lund.",
            ("displaced", "~120", "About 120 people fled", {"place": "Lund"}),
            "About 300 people have fled.",
            ("displaced", "~300", "About 300 people have fled"),
        ),
        (
            "Police arrested five men.",
            ("detained", "5", "arrested five men", {"subset": "men"}),
            "Eleven people are in custody.",
            ("detained", "11", "Eleven people are in custody"),
        ),
    ],
)
def test_an_agency_counts_anew(one: str, mine: Count, other: str, theirs: Count) -> None:
    assert beside(one, [mine], other, [theirs], house=True)


@pytest.mark.parametrize(
    ("one", "mine", "other", "theirs"),
    [
        ("Six died.", [("killed", "6", "Six died")], "Six died.", [("killed", "6", "Six died")]),
        (
            "More than 40 people were hurt.",
            [("injured", ">40", "More than 40 people were hurt")],
            "Forty-six people were hurt.",
            [("injured", "46", "Forty-six people were hurt")],
        ),
        (
            "About 60 people were moved.",
            [("evacuated", "~60", "About 60 people were moved")],
            "Sixty-three people were moved.",
            [("evacuated", "63", "Sixty-three people were moved")],
        ),
        (
            "Thirty were taken to hospital.",
            [("hospitalised", "30", "Thirty were taken to hospital")],
            "Twelve are still in hospital.",
            [("hospitalised", "12", "Twelve are still in hospital")],
        ),
        (
            "Two of the four millers died.",
            [("killed", "2", "Two of the four millers died")],
            "Five people died.",
            [("killed", "5", "Five people died")],
        ),
        (
            "Nine died, two of them women.",
            [("killed", "2", "two of them women", {"subset": "women", "partial": True})],
            "Four children died.",
            [("killed", "4", "Four children died", CHILDREN)],
        ),
        (
            "Eleven people died. Five died in Lund.",
            [("killed", "11", "Eleven people died"), ("killed", "5", "Five died in Lund", {"place": "Lund"})],
            "Eleven people died.",
            [("killed", "11", "Eleven people died")],
        ),
        (
            "Six more people died.",
            [("killed", "6", "Six more people died", {"increment": True})],
            "Nine people died.",
            [("killed", "9", "Nine people died")],
        ),
    ],
)
def test_an_agency_that_counts_the_same_or_another_thing(
    one: str, mine: list[Count], other: str, theirs: list[Count]
) -> None:
    assert not beside(one, mine, other, theirs, house=True)


@pytest.mark.parametrize(
    ("one", "mine", "other", "theirs"),
    [
        (
            "Fourteen people were killed.",
            ("killed", "14", "Fourteen people were killed"),
            "Eleven people were killed.",
            ("killed", "11", "Eleven people were killed"),
        ),
        (
            "There were at least 45 people on board.",
            ("aboard", "≥45", "at least 45 people on board"),
            "There were 42 people on board.",
            ("aboard", "42", "42 people on board"),
        ),
        (
            "Police detained 187 people.",
            ("detained", "187", "detained 187 people"),
            "Police detained 143 people.",
            ("detained", "143", "detained 143 people"),
        ),
        (
            "Some 850 people were evacuated.",
            ("evacuated", "~850", "Some 850 people were evacuated"),
            "About 780 people were evacuated.",
            ("evacuated", "~780", "About 780 people were evacuated"),
        ),
        (
            "Two children were killed.",
            ("killed", "2", "Two children were killed", CHILDREN),
            "Five children were killed.",
            ("killed", "5", "Five children were killed", CHILDREN),
        ),
        (
            "The Arl Clinic treated 81 wounded.",
            ("injured", "81", "81 wounded"),
            "In all 73 people were wounded.",
            ("injured", "73", "73 people were wounded"),
        ),
        (
            "Nine houses were destroyed.",
            ("buildings_destroyed", "9", "Nine houses were destroyed"),
            "Five houses were destroyed.",
            ("buildings_destroyed", "5", "Five houses were destroyed"),
        ),
        (
            "Five boys are missing.",
            ("missing", "5", "Five boys are missing", {"subset": "boys", "partial": True}),
            "Two people are missing.",
            ("missing", "2", "Two people are missing"),
        ),
    ],
)
def test_strangers_disagree(one: str, mine: Count, other: str, theirs: Count) -> None:
    assert beside(one, [mine], other, [theirs])


@pytest.mark.parametrize(
    ("one", "mine", "other", "theirs"),
    [
        (
            "Our volunteers have recovered 34 bodies.",
            ("killed", "34", "34 bodies"),
            "At least 78 people drowned.",
            ("killed", "≥78", "At least 78 people drowned"),
        ),
        (
            "Two guards were killed.",
            ("killed", "2", "Two guards were killed"),
            "Six kidnappers were killed.",
            ("killed", "6", "Six kidnappers were killed"),
        ),
        (
            "The Arl clinic treated 21 wounded.",
            ("injured", "21", "21 wounded"),
            "In all 73 people were wounded.",
            ("injured", "73", "73 people were wounded"),
        ),
        (
            "Ten American tourists were killed.",
            ("killed", "10", "Ten American tourists were killed"),
            "Twelve people were killed.",
            ("killed", "12", "Twelve people were killed"),
        ),
        (
            "Thirty colleagues were hurt.",
            ("injured", "30", "Thirty colleagues were hurt"),
            "In all 97 people were hurt.",
            ("injured", "97", "97 people were hurt"),
        ),
        (
            "Air defences shot down 19 drones.",
            ("shot_down", "19", "shot down 19 drones"),
            "Air defences shot down 53 drones.",
            ("shot_down", "53", "shot down 53 drones"),
        ),
        (
            "About 160 people were on board.",
            ("aboard", "~160", "About 160 people were on board"),
            "There were 163 people on board.",
            ("aboard", "163", "163 people on board"),
        ),
        (
            "At least nine people were killed in Lund.",
            ("killed", "≥9", "nine people were killed", {"place": "Lund"}),
            "One dead in Brod\nIt rained.",
            ("killed", "1", "One dead", {"place": "Brod"}),
        ),
    ],
)
def test_strangers_count_another_thing(one: str, mine: Count, other: str, theirs: Count) -> None:
    assert not beside(one, [mine], other, [theirs])


def test_others_than_the_dead_are_all_the_hurt() -> None:
    mine: list[Count] = [("killed", "6", "Six died"), ("injured", "30", "Thirty others were hurt")]
    theirs: list[Count] = [("injured", "41", "Forty-one people were hurt")]
    assert beside("Six died. Thirty others were hurt.", mine, "Forty-one people were hurt.", theirs, house=True)
    mine[0] = ("hospitalised", "6", "Six were taken to hospital")
    text = "Six were taken to hospital. Thirty others were hurt."
    assert not beside(text, mine, "Forty-one people were hurt.", theirs, house=True)


def test_a_pair_of_numbers_is_told_once() -> None:
    draft = Draft()
    for name in ("one", "two", "three"):
        draft.text(name, "Fourteen people were killed.").claim(name, "killed", "14", "Fourteen people were killed")
    draft.text("four", "Eleven people were killed.").claim("four", "killed", "11", "Eleven people were killed")
    assert len(counterparts(Desk(draft.records(), load()))) == 1


def test_every_passage_that_states_the_count_is_named() -> None:
    draft = Draft().text("one", "14 dead in Lund\nFourteen people were killed on Monday.")
    draft.claim("one", "killed", "14", "14 dead").claim("one", "killed", "14", "Fourteen people were killed")
    draft.text("two", "Eleven people were killed.").claim("two", "killed", "11", "Eleven people were killed")
    (found,) = conflicting_figure(Desk(draft.records(), load()))
    assert {s.text for s in found.spans} == {"14 dead", "Fourteen people were killed", "Eleven people were killed"}


@pytest.mark.parametrize(
    ("stated", "other", "same"),
    [
        ("~780", "~850", False),
        ("~160", "171", False),
        ("~60", "~70", False),
        ("≤20", "9", False),
        ("≥45", "42", False),
        (">40", "48", True),
        ("~200", "217", True),
        ("~38", "37", True),
        ("≤20", "14", True),
        ("~1000", "1100", True),
    ],
)
def test_settled(stated: str, other: str, same: bool) -> None:
    draft = Draft().text("one", "x").claim("one", "killed", stated, "x").claim("one", "killed", other, "x")
    assert settled(*draft.claims["one"]) is same


def voices(text: str, one: Count, other: Count) -> bool:
    draft = Draft().text("one", text)
    for kind, stated, words, *rest in (one, other):
        fields = rest[0] if rest else {}
        assert isinstance(fields, dict)
        draft.claim("one", kind, stated, words, **fields)
    return bool([*disputed(Desk(draft.records(), load()))])


MARCH = "The union claimed 60,000 marchers, police 14,500."


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            MARCH,
            ("protesters", "60000", "60,000 marchers", {"source": "union"}),
            ("protesters", "14500", "14,500", {"source": "police"}),
        ),
        (
            "Eleven died, the brigade said. The ministry put the toll at 14.",
            ("killed", "11", "Eleven died", {"source": "brigade"}),
            ("killed", "14", "toll at 14", {"source": "ministry"}),
        ),
        (
            "Three people are missing, the mayor said. The union said it was six.",
            ("missing", "3", "Three people are missing", {"source": "mayor"}),
            ("missing", "6", "six", {"source": "union"}),
        ),
        (
            "Seven pupils died, a teacher said. The police, however, confirmed five.",
            ("killed", "7", "Seven pupils died", {"source": "teacher"}),
            ("killed", "5", "five", {"source": "police"}),
        ),
        (
            "The owner spoke of 41 on board. The harbour office counted 55.",
            ("aboard", "41", "41 on board", {"source": "owner"}),
            ("aboard", "55", "counted 55", {"source": "harbour office"}),
        ),
    ],
)
def test_two_voices_of_one_report(text: str, one: Count, other: Count) -> None:
    assert voices(text, one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Eleven died, the brigade said. In Lund 14 died, the reeve said.",
            ("killed", "11", "Eleven died", {"source": "brigade"}),
            ("killed", "14", "14 died", {"source": "reeve"}),
        ),
        (
            "Eleven died, the brigade said. The brigade had put the toll at nine.",
            ("killed", "11", "Eleven died", {"source": "brigade"}),
            ("killed", "9", "toll at nine", {"source": "ministry"}),
        ),
        (
            "Eleven died, the brigade said. The brigade put the toll at 14.",
            ("killed", "11", "Eleven died", {"source": "brigade"}),
            ("killed", "14", "toll at 14", {"source": "brigade"}),
        ),
        (
            "Eleven died, the brigade said. The ministry put the number of hurt at 14.",
            ("killed", "11", "Eleven died", {"source": "brigade"}),
            ("injured", "14", "hurt at 14", {"source": "ministry"}),
        ),
        (
            "Eleven died. The ministry put the toll at 14.",
            ("killed", "11", "Eleven died"),
            ("killed", "14", "toll at 14", {"source": "ministry"}),
        ),
        (
            "Eleven died, the brigade said. The ministry put the toll in Lund at 14.",
            ("killed", "11", "Eleven died", {"source": "brigade", "place": "Brod"}),
            ("killed", "14", "at 14", {"source": "ministry", "place": "Lund"}),
        ),
    ],
)
def test_no_two_voices_of_one_thing(text: str, one: Count, other: Count) -> None:
    assert not voices(text, one, other)
