"""Spellings of one name are alike, different names are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.translit import distance, fold, similar_names, sound

ONE = [
    "Chaykovsky Tschaikowski",
    "Kyiv Kief",
    "Kharkiv Kharkov",
    "Yusuf Jusuf",
    "Mahmoud Mahmud",
    "Kovač Kovach",
    "Dzerzhinsk Dzerschinsk",
    "Gonzalez Gonzales",
    "Hadjar Hajar",
    "Nasreen Nasrin",
    "Bucuresti București",
]
TWO = ["Iran Iraq", "Lima Riga", "Novak Nowicki", "Hill Hall", "Santos Sandberg"]


@pytest.mark.parametrize("pair", ONE)
def test_one_name(pair: str) -> None:
    a, b = pair.split()
    assert similar_names(a, b) >= 0.8


@pytest.mark.parametrize("pair", TWO)
def test_two_names(pair: str) -> None:
    a, b = pair.split()
    assert similar_names(a, b) < 0.86  # the least that joins a lone surname


def test_spacing_is_no_difference() -> None:
    assert similar_names("Wire Press", "WirePress") == 1.0


def test_fold_and_sound() -> None:
    assert fold("Łódź-Północ’s") == "lodz polnocs"
    assert sound("Kyiv") == sound("Kief") == "kiv"


@given(st.text(max_size=20), st.text(max_size=20))
def test_symmetric_and_bounded(a: str, b: str) -> None:
    assert similar_names(a, b) == similar_names(b, a)
    assert 0.0 <= similar_names(a, b) <= 1.0


@given(st.text(alphabet="abcdefgh", max_size=10), st.text(alphabet="abcdefgh", max_size=10))
def test_distance_is_a_distance(a: str, b: str) -> None:
    assert distance(a, a) == 0.0
    assert distance(a, b) == pytest.approx(distance(b, a))


LETTERS = st.text("aeiouybdfgklmnrstvwzšć ", min_size=1, max_size=10)


@given(LETTERS, LETTERS, st.sampled_from([0.55, 0.6, 0.86, 0.9]))
def test_a_least_likeness_changes_nothing_above_it(a: str, b: str, least: float) -> None:
    exact = similar_names(a, b)
    assert similar_names(a, b, least) == (exact if exact >= least else 0.0)


def test_hooked_letters_may_sound_otherwise_and_are_the_same_letters() -> None:
    assert similar_names("Šarić", "Saric", 0.9) == 1.0
    assert similar_names("Petran", "Dolmec", 0.55) == 0.0
