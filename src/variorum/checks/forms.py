"""The phrases by which counts, dates, media and offices are told apart (`lang/comparing.py`)."""

from __future__ import annotations

from variorum.lang.base import read
from variorum.lang.comparing import Comparing


def forms() -> Comparing:
    """The English ones; the tables of other languages would go by the article's language."""
    found: Comparing = read("en", "comparing", Comparing)
    return found
