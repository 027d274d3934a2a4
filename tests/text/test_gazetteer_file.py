"""The packed gazetteer agrees with the code that searches it."""

from __future__ import annotations

from typing import Literal

import pytest

from variorum.text.gazetteer import _lines
from variorum.text.translit import sound


@pytest.mark.parametrize("sizes", ["places", "villages"])
def test_sorted_by_the_sound_key_of_today(sizes: Literal["places", "villages"]) -> None:
    lines = [line for line in _lines(sizes) if line]
    assert lines == sorted(lines)
    for line in lines[::97]:
        key, name = line.split("\t")[:2]
        assert key == sound(name)
