"""The quantity grammar: value, bounds, modifier, role."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import quantities, tree
from variorum.extract.quantities import find_phrases
from variorum.extract.quantities.hedges import bounds
from variorum.extract.quantities.lexer import scan

VALUES = [
    ("Twelve cows escaped.", 12, "exactly"),
    ("Forty-one people came.", 41, "exactly"),
    ("At least 12 people came.", 12, "at least"),
    ("No fewer than 300 people came.", 300, "at least"),
    ("More than 1,200 people came.", 1200, "more than"),
    ("Up to 20 people came.", 20, "up to"),
    ("Fewer than 2,000 people came.", 2000, "less than"),
    ("Nearly 800 people came.", 800, "about"),
    ("Some 1 500 people came.", 1500, "about"),
    ("Two dozen people came.", 24, "exactly"),
    ("A dozen people came.", 12, "exactly"),
    ("Half a million people came.", 500_000, "exactly"),
    ("The plan costs 2.3 million people dear.", 2_300_000, "exactly"),
    ("Two hundred and six people came.", 206, "exactly"),
    ("They counted 3 lakh voters.", 300_000, "exactly"),
]


@pytest.mark.parametrize(("text", "number", "modifier"), VALUES)
def test_value_and_modifier(text: str, number: int, modifier: str) -> None:
    value = quantities(text)[0].value
    assert (value.number, value.modifier) == (number, modifier)


@pytest.mark.parametrize(
    ("text", "low"),
    [("Dozens of people came.", 24), ("Hundreds of people came.", 200), ("Several people came.", 3)],
)
def test_vague_words_have_a_least_meaning_and_no_number(text: str, low: int) -> None:
    value = find_phrases(tree(text), "en")[0].value
    assert (value.number, value.low, value.high, value.modifier) == (None, low, None, "vague")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 70 and 80 barns burned.", 70, 80),
        ("Some 10 to 12 barns burned.", 10, 12),
        ("Four or five barns burned.", 4, 5),
    ],
)
def test_range_is_one_quantity(text: str, low: int, high: int) -> None:
    found = quantities(text)
    assert [(q.value.low, q.value.high, q.value.modifier) for q in found] == [(low, high, "range")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The baker, Ana Weld, 34, saw it.", "age"),
        ("A girl of four saw it.", "age"),
        ("Most guests are in their twenties or 30s.", "age"),
        ("It began on March 14.", "date"),
        ("It began in 2019.", "date"),
        ("It began at 7 p.m. sharp.", "time"),
        ("The fine was $20 for all.", "money"),
        ("The fine was 45,000 rupiah for all.", "money"),
        ("The wall was 12 metres high.", "measure"),
        ("It rose by 11 percent.", "percent"),
        ("They dug for 17 hours.", "duration"),
        ("It happened at School No. 4 yesterday.", "label"),
    ],
)
def test_other_numbers_are_no_counts(text: str, role: str) -> None:
    assert [p.role for p in find_phrases(tree(text), "en")] == [role]


@given(st.integers(min_value=0, max_value=9_999_999))
def test_grouped_digits_are_read_back(number: int) -> None:
    for written in (f"{number:,}", f"{number:,}".replace(",", "\u00a0"), str(number)):
        assert [lexeme.number for lexeme in scan(f"It was {written} in all.", "en")] == [number]


@given(st.integers(min_value=1, max_value=10_000))
def test_bounds_hold_the_number_or_say_why_not(number: int) -> None:
    assert bounds(number, "at least") == (number, None)
    assert bounds(number, "more than") == (number + 1, None)
    assert bounds(number, "up to") == (0, number)
    assert bounds(number, "less than") == (0, number - 1)
    assert bounds(number, "exactly") == (number, number)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789 ,.-–—$%/':()ab", max_size=60))
def test_lexer_never_fails_and_never_overlaps(text: str) -> None:
    found = scan(text, "en")
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "unit"),
    [("The load is 20 [kg] at most.", "kilogram"), ("The load is 20 [see note].", None)],
)
def test_a_unit_in_brackets(text: str, unit: str | None) -> None:
    assert [q.unit for q in quantities(text)] == [unit]


@pytest.mark.parametrize("text", ["24181 K-310", "24181 m310"])
def test_a_part_number_is_no_amount(text: str) -> None:
    assert list(quantities(text)) == []


def test_a_tournament_is_no_sum() -> None:
    assert [q.unit for q in quantities("Euro 2016 began.")] == []
    assert [q.unit for q in quantities("It cost Euro 2016 million.")] == ["euro"]


def test_levels_against_the_way_of_the_verb_are_a_range() -> None:
    assert [(q.value.low, q.value.high) for q in quantities("The ration was cut from 20 kg to 35 kg.")] == [(20, 35)]
    assert len(quantities("The ration was cut from 35 kg to 20 kg.")) == 2


def test_an_account_writes_a_loss_in_brackets() -> None:
    assert [q.value.number for q in quantities("The dairy's yearly result was ($40.5m).")] == [-40_500_000]
    assert [q.value.number for q in quantities("The bell cost €9 ($11).")] == [9, 11]
    assert [q.value.number for q in quantities("He paid the fee ($30) at once.")] == [30]


def test_cents_behind_the_number() -> None:
    assert [q.unit for q in quantities("A loaf went up to 95c on Monday.")] == ["cent"]
    assert [q.value.number for q in quantities("The fee is $12.50c a head.")] == [12.5]
