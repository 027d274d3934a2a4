"""Whether two names of one type may be one person, organisation or place: a degree, or a veto.

`likeness` compares two names as written; context (who stands with whom in one article) is the caller's. Zero is a
veto as
well: it means that a careful reader would not take the one for the other.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from variorum.lang.base import read
from variorum.lang.names import Names
from variorum.lang.organisations import Organisations
from variorum.lang.places import Places
from variorum.text.gazetteer import country_of, is_demonym, lookup
from variorum.text.translit import fold, similar_names, sound

ALONE = 0.86
"""Least likeness of a surname that stands alone: no given name bears it out."""
SURNAME, NEAR, GIVEN = 0.74, 0.6, 0.55
"""Least likeness in one person's two full names: of surnames, of those in names much alike as wholes, and of given
names. Given names may differ more: with an alike surname they are a weak sign (Tarek/Tarik, Jana/Giana), and
different people are told apart by other vetoes."""
PLACE, BODY = 0.84, 0.9
_SAME_SPOT = 0.3  # degrees
_SMALL = frozenset({"the", "of", "and", "for", "in", "on", "at"})


def likeness(kind: str, a: str, b: str) -> float:
    """From 0 to 1 for two names of the type `kind`; the order of the two does not matter."""
    first, second = sorted((a, b))
    return _likeness(kind, first, second)


@lru_cache(maxsize=65536)
def _likeness(kind: str, a: str, b: str) -> float:
    if kind == "person":
        return person(a, b)
    return place(a, b) if kind == "place" else body(a, b)


def is_full(name: str) -> bool:
    """Whether a person's name has a given name as well."""
    return " " in fold(name)


def person(a: str, b: str) -> float:
    """Two personal names. A surname alone may be any bearer's: its likeness is that of the surnames, a little less."""
    parts_a, parts_b = fold(a).split(), fold(b).split()
    if not parts_a or not parts_b:
        return 0.0
    least = ALONE if len(parts_a) == 1 or len(parts_b) == 1 else NEAR
    surname = max(similar_names(parts_a[-1], parts_b[-1], least), _whole_surname(parts_a, parts_b, least))
    if least == ALONE:
        return 0.95 * surname if surname >= ALONE else 0.0
    if surname < NEAR or _sexes_differ(parts_a[0], parts_b[0]):
        return 0.0
    given = _given(parts_a[0], parts_b[0])
    if given < GIVEN:
        return 0.0
    whole = similar_names(a, b)
    return max(0.55 * surname + 0.45 * given, whole) if surname >= SURNAME else whole if whole >= ALONE else 0.0


def parts_alike(a: str, b: str) -> float:
    """The least likeness of two full names' first and last words."""
    parts_a, parts_b = fold(a).split(), fold(b).split()
    if not parts_a or not parts_b:
        return 0.0
    return min(similar_names(parts_a[0], parts_b[0]), similar_names(parts_a[-1], parts_b[-1]))


def _whole_surname(a: list[str], b: list[str], least: float) -> float:
    """A surname of several words ("al Sisi" beside "Sisi", "de la Cruz"); 0 below `least`."""
    if len(a) < 3 and len(b) < 3:
        return 0.0
    tail_a, tail_b = "".join(a[1:] or a), "".join(b[1:] or b)
    return similar_names(tail_a, tail_b, least)


def _given(a: str, b: str) -> float:
    if len(a) == 1 or len(b) == 1:
        return 0.9 if a[0] == b[0] else 0.0
    return similar_names(a, b, GIVEN)


def _sexes_differ(a: str, b: str) -> bool:
    return a != b and sex(a) is not None and sex(b) is not None and sex(a) != sex(b)


def sex(given: str) -> str | None:
    """The sex that a given name's list tells; None for unknown names and those of both."""
    women, men = _given_names()
    if (given in women) == (given in men):
        return None
    return "f" if given in women else "m"


@cache
def _given_names() -> tuple[frozenset[str], frozenset[str]]:
    names = read("en", "names", Names)
    return frozenset(names.women), frozenset(names.men)


def place(a: str, b: str) -> float:
    """Two names of places: numbers, kinds of place and directions must agree, and the gazetteer must not part them."""
    words_a, words_b = fold(a).split(), fold(b).split()
    if _numbers(words_a) != _numbers(words_b) or _heads(words_a) != _heads(words_b) or _opposed(words_a, words_b):
        return 0.0
    near = _one_spot(a, b)
    if near is False:
        return 0.0
    alike = similar_names(a, b)
    if near and alike >= 0.5:
        return max(alike, 0.97)
    if near and not near_only_by_sound(a, b):
        return 0.97
    if _adjective_of(a, b) or _adjective_of(b, a):
        return 0.95
    if (
        len(words_a) == len(words_b) > 1
        and min(similar_names(x, y) for x, y in zip(words_a, words_b, strict=True)) < 0.7
    ):
        return 0.0
    return alike if alike >= PLACE and min(len(sound(a)), len(sound(b))) >= 4 else 0.0


def near_only_by_sound(a: str, b: str) -> bool:
    """Whether either name is in the gazetteer only by likeness of sound."""
    return any(not found or not found[0].exact for found in (lookup(a), lookup(b)))


def _one_spot(a: str, b: str) -> bool | None:
    """Whether the gazetteer has both and some meaning in common; None where it does not know both exactly or alike."""
    found_a, found_b = lookup(a), lookup(b)
    if not found_a or not found_b:
        return None
    for x in found_a:
        for y in found_b:
            if x.country == y.country and abs(x.lat - y.lat) < _SMALL_STEP and abs(x.lon - y.lon) < _SMALL_STEP:
                return True
    big = found_a[0].exact and found_b[0].exact and found_a[0].main and found_b[0].main
    return False if big else None


_SMALL_STEP = _SAME_SPOT


def _numbers(words: list[str]) -> list[str]:
    return [w for w in words if any(c.isdigit() for c in w)]


def _heads(words: list[str]) -> set[str]:
    return set(words[1:]) & _place_heads()


@cache
def _place_heads() -> frozenset[str]:
    places = read("en", "places", Places)
    return frozenset((*places.heads, *places.areas))


def _opposed(a: list[str], b: list[str]) -> bool:
    pairs = read("en", "places", Places).opposites
    return any((x in a and y in b) or (y in a and x in b) for x, y in pairs)


def _adjective_of(name: str, longer: str) -> bool:
    """Whether `longer` is an adjective made of `name` ("Podil", "Podilskyi")."""
    plain, full = fold(name), fold(longer)
    if len(plain) < 5 or len(full) <= len(plain) + 1:
        return False
    for ending in read("en", "places", Places).adjectival:
        if len(ending) > 2 and full.endswith(ending):
            stem = full[: -len(ending)]
            if stem == plain or similar_names(stem, plain) >= 0.93 or plain.removesuffix("a") == stem:
                return True
    return False


def body(a: str, b: str) -> float:
    """Two organisations: acronym and full name, spellings, and descriptions that differ by their owner only."""
    if fold(a) in expansions(b) or fold(b) in expansions(a):
        return 0.97
    (owner_a, core_a), (owner_b, core_b) = owned(a), owned(b)
    if owner_a and owner_b and owner_a != owner_b:
        return 0.0
    if not core_a or not core_b:
        return 0.0
    if _same_words(core_a, core_b):
        return 0.95
    alike = similar_names(core_a, core_b, BODY)
    words_a, words_b = core_a.split(), core_b.split()
    if alike < BODY or _numbers(words_a) != _numbers(words_b) or _opposed(words_a, words_b):
        return 0.0
    if alike >= 0.98:
        return alike if owner_a == owner_b else 0.92
    if len(words_a) == len(words_b) and min(similar_names(x, y) for x, y in zip(words_a, words_b, strict=True)) < 0.7:
        return 0.0
    return alike if len(core_a) >= 5 and len(core_b) >= 5 else 0.0


def _same_words(a: str, b: str) -> bool:
    """The same words in another order: "national disaster institute", "National Institute of Disasters"."""
    return words_of(a) == words_of(b) and len(words_of(a)) > 2


def words_of(core: str) -> tuple[str, ...]:
    """The words of a body's name in the order of the alphabet, without small ones and plurals."""
    return tuple(sorted(w.removesuffix("s") for w in fold(core).split() if w not in _SMALL))


def listed(name: str) -> bool:
    """Letters or a name that readers know without explanation."""
    data = read("en", "organisations", Organisations)
    return name.replace(".", "") in data.expansions or fold(name) in {fold(n) for n in data.known}


def expansions(name: str) -> tuple[str, ...]:
    """What an acronym may stand for, folded: its listed meaning."""
    if not name.replace(".", "").isupper():
        return ()
    full = read("en", "organisations", Organisations).expansions.get(name.replace(".", ""))
    return (fold(full),) if full else ()


_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


def initials(name: str) -> str:
    """First letters of a name of several words, small words left out; dotted capitals count one by one ("U.S. X")."""
    name = _DOTTED.sub(lambda match: match.group().replace(".", " "), name)
    words = [w for w in fold(name).split() if w not in _SMALL]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


@lru_cache(maxsize=16384)
def owned(name: str) -> tuple[str, str]:
    """(owner, rest): "Ukraine's air force" and "Ukrainian air force" give ("ua", "air force")."""
    text = name.replace("’", "'")
    if "'s " in text:
        owner, _, rest = text.partition("'s ")
        return _nation(owner), _core(rest)
    words = text.split()
    for n in (2, 1):
        first = " ".join(words[:n])
        if len(words) > n and (is_demonym(first) or country_of(first)):
            return _nation(first), _core(" ".join(words[n:]))
    return "", _core(text)


def _nation(owner: str) -> str:
    return (country_of(owner) or sound(owner)[:4]).lower()


_SPELLINGS = {
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
    "labor": "labour",
    "harbor": "harbour",
}


def _core(text: str) -> str:
    """The words that tell a body: one spelling, no article, no plural, no "agency" after a name of its own."""
    words = [_SPELLINGS.get(w, w) for w in fold(text).split() if w != "the"]
    if len(words) > 1 and words[-1] in _bodies() and text.removeprefix("the ").removeprefix("The ")[:1].isupper():
        words = words[:-2] if words[-2:] == ["news", "agency"] and len(words) > 2 else words[:-1]
    if words and len(words[-1]) > 4:
        words[-1] = words[-1].removesuffix("s")
    return " ".join(words)


@cache
def _bodies() -> frozenset[str]:
    """Nouns in small letters behind a name ("the X agency")."""
    return frozenset(read("en", "organisations", Organisations).bodies)
