"""Persons by the words that claims tell them with: which are names, and which only describe."""

from __future__ import annotations

import re
from functools import cache

from variorum.lang.base import read
from variorum.lang.victims import Victims

ARTICLES = frozenset(("a", "an", "the", "one", "another", "his", "her", "their", "this"))
"""Words that open a description, in capitals at the head of a sentence."""
WORD = re.compile(r"[^\W\d_]+")


def named(person: str | None) -> bool:
    """Whether a person is told by name, not only described: "Ana Bel", but not "a woman" nor what a headline's
    capitals make look like one ("Juvenile Shot")."""
    words = (person or "").split()
    if not words or not words[0][:1].isupper() or not words[-1][:1].isupper() or words[0].lower() in ARTICLES:
        return False
    return len(words) == 1 or not any(w.lower() in _bare("en") for w in WORD.findall(person or ""))


@cache
def _bare(language: str) -> frozenset[str]:
    """Words that stand in no name: those that describe a person, and "shot"."""
    v = read(language, "victims", Victims)
    return frozenset(v.bare) | (frozenset(v.injured_objects) & frozenset(v.missiles))
