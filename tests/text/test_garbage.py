"""The search for garbage is rare inside and as before outside."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from variorum.text.garbage import RARE, put_off


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_it_is_put_off_inside_and_given_back() -> None:
    gc.set_threshold(500, 7, 9)
    with put_off():
        assert gc.get_threshold() == (RARE, 7, 9)
        with put_off():
            assert gc.get_threshold() == (RARE, 7, 9)
        assert gc.get_threshold() == (RARE, 7, 9)
    assert gc.get_threshold() == (500, 7, 9)


def test_it_is_given_back_after_a_fault() -> None:
    gc.set_threshold(500, 7, 9)
    with pytest.raises(KeyError), put_off():
        raise KeyError
    assert gc.get_threshold() == (500, 7, 9)


@pytest.mark.parametrize("first", [0, RARE, 2 * RARE])
def test_what_is_off_or_rarer_stays(first: int) -> None:
    gc.set_threshold(first, 7, 9)
    with put_off():
        assert gc.get_threshold()[0] == first
