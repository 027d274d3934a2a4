"""What a proper name, an outlet's name and an agency's name look like; the shared ground of credits and citations."""

from __future__ import annotations

import re
from functools import cache

from variorum.lang.agencies import Agencies
from variorum.lang.base import read
from variorum.lang.dateline import Dateline

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
"""One upper-case letter (or a letter without case)."""

_PART = rf"{UPPER}(?:[\w'’&-]|\.(?=\w)){{0,40}}"
NAME = rf"(?:{_PART}(?:[ \t]+(?:{_PART}|de|la|del|of|and|the)){{0,4}})"
"""A run of capitalised words, bounded, for patterns that look for an unknown name."""

_ACRONYM = re.compile(r"[A-Z][A-Z0-9.&-]{1,6}")
_CAMEL = re.compile(r"[A-Z]\w{1,20}(?:Press|News|Wire|Media|Presse|TV|Agency)")
_ADJECTIVE = re.compile(r"\w+(?:ish|ese|ian|ean|can|ench|eek|utch|man|ese|aqi|eli|ani|wiss|lsh|ch)")
_PERSON_MAX_WORDS = 5


@cache
def agencies() -> Agencies:
    """The language's agencies and credit words."""
    data: Agencies = read("en", "agencies", Agencies)
    return data


@cache
def known() -> dict[str, str]:
    """Every known name and alias → the canonical name."""
    table = {name: name for name in agencies().known}
    for name, aliases in agencies().known.items():
        table.update(dict.fromkeys(aliases, name))
    return table


def canonical(name: str) -> str:
    """The usual name of a known agency or outlet; others as they are written, without a leading article."""
    name = " ".join(name.split()).strip(" .,;:")
    bare = re.sub(r"^[Tt]he\s+", "", name)
    found = known().get(name) or known().get(bare)
    return found or bare


def is_known(name: str) -> bool:
    """True for a name of the list, or an alias."""
    return canonical(name) in agencies().known


def is_acronym(name: str) -> bool:
    """Short, upper-case, and not one of the bodies that are no media."""
    return bool(_ACRONYM.fullmatch(name)) and name.rstrip(".") not in agencies().not_agencies


def is_outlet(name: str) -> bool:
    """Looks like a paper, broadcaster or agency: known, or by its last word, or by a compound like "GulfPress"."""
    words = name.split()
    if not words or len(words) > 6:
        return False
    if is_known(name) or _CAMEL.fullmatch(name):
        return True
    last = re.split(r"[-/]", words[-1])[-1].strip(".").capitalize()
    long_enough = len(words) > 1 and (len(words) > 2 or words[0].lower() != "the" or last not in ("World", "Nation"))
    if opens_outlet(name):
        return True
    if long_enough and last == "Service":
        return words[-2].capitalize() in agencies().agency_words
    endings = (*agencies().mastheads, *agencies().agency_words, "Tv")
    return long_enough and last in endings and all(_capitalised(w) for w in words)


def opens_outlet(name: str) -> bool:
    """Several capitalised words, the first one that no person is called by ("Radio Linden", "Daily Flame")."""
    words = name.split()
    return len(words) > 1 and words[0].capitalize() in agencies().outlet_openings and all_capitalised(name)


def is_agency(name: str) -> bool:
    """Looks like an agency rather than a paper: a known name, an acronym, or an agency word at its end."""
    words = name.split()
    if not words:
        return False
    if is_known(name) or is_acronym(name) or _CAMEL.fullmatch(name):
        return True
    return len(words) > 1 and words[-1].strip(".").capitalize() in agencies().agency_words


def is_adjective(name: str) -> bool:
    """A single word that looks like a nationality ("Spanish"): it describes an agency and does not name it."""
    return bool(_ADJECTIVE.fullmatch(name)) and not is_outlet(name)


def is_person(name: str) -> bool:
    """One to five capitalised words, with particles ("Ana de la Vega")."""
    words = name.split()
    if not 1 <= len(words) <= _PERSON_MAX_WORDS or any(ch.isdigit() for ch in name):
        return False
    return all(_capitalised(w) for w in words)


def all_capitalised(name: str) -> bool:
    """Every word begins with a capital or is a particle."""
    return all(_capitalised(w) for w in name.split())


def _capitalised(word: str) -> bool:
    first = word.lstrip("'’\"“(")[:1]
    return first.isupper() or word.lower() in _particles()


@cache
def _particles() -> frozenset[str]:
    return frozenset(read("en", "dateline", Dateline).particles)
