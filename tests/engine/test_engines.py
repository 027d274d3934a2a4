"""What needs no work folder: results of a plain loop, in its order; the table of engines."""

from __future__ import annotations

import pytest

from variorum.engine import ENGINES, Setup, make
from variorum.errors import SettingsError


def double(number: int) -> int:
    return 2 * number


@pytest.mark.parametrize("name", ["serial", "local"])
def test_results_come_in_order(name: str) -> None:
    items = list(range(40))
    assert list(make(name, Setup(processes=2)).map(double, items)) == [double(i) for i in items]


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_nothing_in_nothing_out(name: str) -> None:
    assert list(make(name, Setup(processes=2)).map(double, [])) == []


def test_unknown_engine_names_the_known() -> None:
    with pytest.raises(SettingsError, match="abacus") as caught:
        make("abacus")
    assert "serial" in caught.value.fix
