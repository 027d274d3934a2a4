"""The phrases by which counts, dates, media and offices are told apart (`lang/comparing.py`)."""

from __future__ import annotations

from functools import cache

from variorum.lang.base import read
from variorum.lang.comparing import Comparing


@cache
def forms() -> Comparing:
    """The English ones; the tables of other languages would go by the article's language."""
    found: Comparing = read("en", "comparing", Comparing)
    return found
