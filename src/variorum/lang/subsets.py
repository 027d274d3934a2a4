"""Which words name the same part of a count ("minors" and "children", "Americans" and "U.S. citizens"), as data."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.places import Places

DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Subsets(Struct, frozen=True, kw_only=True):
    """`classes`: key → words that name this part. `ignore`: words that tell no parts apart; `nationals`: those that
    tell none apart beside a nation ("Kenyan citizens"); `households`: units of several people."""

    classes: dict[str, tuple[str, ...]]
    ignore: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    households: tuple[str, ...] = ()


def households(stated: str | None, language: str = "en") -> bool:
    """Whether families are counted and not persons."""
    words = WORD.findall((stated or "").casefold())
    return bool(words) and words[-1] in read(language, "subsets", Subsets).households


@lru_cache(maxsize=1 << 12)
def key(stated: str | None, language: str = "en") -> str | None:
    """The comparison key of a stated subset: "Three minors" and "kids" are both `children`; null stays null."""
    if stated is None or not stated.strip():
        return None
    words = [w for w in _nations_as_codes(stated, language) if w not in _ignored(language)]
    nations = sorted({w for w in words if w.isupper()})
    rest = [w for w in words if not w.isupper()]
    known = sorted({found for w in rest if (found := _index(language).get(w))})
    return " ".join((*nations, *(known or sorted(map(_singular, rest))))) or stated.casefold().strip()


def named(text: str, language: str = "en") -> frozenset[str]:
    """The keys of the parts that a text names by a known word."""
    index = _index(language)
    return frozenset(found for w in WORD.findall(text.casefold()) if (found := index.get(w)) is not None)


def _nations_as_codes(stated: str, language: str) -> list[str]:
    """The words in lower case, names and adjectives of nations as their code, which alone stays in capitals."""
    words = WORD.findall(DOTTED.sub(lambda m: m.group().replace(".", ""), stated))
    found: list[str] = []
    nations = _nations(language)
    while words:
        named = words[0] != "us"
        length = next((n for n in (2, 1) if named and " ".join(words[:n]).casefold() in nations), 0)
        found.append(nations[" ".join(words[:length]).casefold()] if length else words[0].casefold())
        words = words[max(length, 1) :]
    if len(found) > 1 and any(w.isupper() for w in found):
        found = [w for w in found if w not in read(language, "subsets", Subsets).nationals]
    return found


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _index(language: str) -> dict[str, str]:
    data = read(language, "subsets", Subsets)
    return {word: name for name in sorted(data.classes) for word in data.classes[name]}


@cache
def _nations(language: str) -> dict[str, str]:
    """Names of nations, their adjectives and these as plurals → code; the first in the file has the word."""
    found: dict[str, str] = {}
    for code, country in read(language, "places", Places).countries.items():
        names = (country.name, *country.also, *country.adjectives, *(f"{a}s" for a in country.adjectives))
        for name in names:
            found.setdefault(name.replace(".", "").casefold(), code)
    return found


@cache
def _ignored(language: str) -> frozenset[str]:
    return frozenset(read(language, "subsets", Subsets).ignore)
