"""Persons by the words that claims tell them with: which are names, which only describe, and which mean one."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance import Levenshtein

from variorum.lang.base import read
from variorum.lang.victims import Victims

ARTICLES = frozenset(("a", "an", "the", "one", "another", "his", "her", "their", "this"))
"""Words that open a description, in capitals at the head of a sentence."""
WORD = re.compile(r"[^\W\d_]+")
AGED = re.compile(r"\d{1,2}[- ]year[- ]old\s+\w")
DETERMINER = re.compile(r"^(?:an?|the|his|her|their)\s+")
LETTERS = 6
"""Letters of a surname from which on one of them may be a slip."""
PRONOUNS = frozenset(("he", "him", "she", "her", "his", "hers", "they", "them"))


def same_person(a: str, b: str) -> bool:
    """Whether two tellings of one report mean one person: the same age and noun ("10-Year-Old Son", "his 10-year-old
    son"), or one name of which a surname's letter slipped ("Ana Weldnor", "Ana M. Weldner")."""
    if a == b or same_aged(a, b):
        return True
    first, second = a.split(), b.split()
    if min(len(first), len(second)) < 2 or first[0] != second[0] or not (named(a) and named(b)):
        return False
    last = (first[-1], second[-1])
    return min(map(len, last)) >= LETTERS and Levenshtein.distance(*last, score_cutoff=1) <= 1


def same_aged(a: str, b: str) -> bool:
    """Whether two tellings have one age and noun: "8-year-old brother", "his 8-year-old brother"."""
    return _as_aged(a) == _as_aged(b) != ""


def _as_aged(person: str) -> str:
    """The words that tell a person with an age, without what stands before; empty where they tell no age."""
    bare = DETERMINER.sub("", person.casefold())
    return bare if AGED.match(bare) is not None else ""


def pronoun(person: str | None) -> bool:
    """Whether a person is told by a pronoun alone."""
    return (person or "").lower() in PRONOUNS


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
