"""Names across alphabets and spellings: `fold` to plain letters, `sound` to a rough key, `similar_names` to a degree.

One name reaches English by several roads (Kyiv, Kiev, Kief; a German text writes w for v, sch for sh, a French one
dj for j, ou for u), so letters that stand for one sound in the usual romanisations cost little against each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

_APART = re.compile(r"[\s\-‐-―/_]+")
_NOISE = re.compile(r"[^a-z0-9 ]+")

# Spellings of one sound in English, German, French, Dutch, Polish, Scandinavian and scholarly romanisations
# of Slavic, Arabic, Indonesian and Mongolian names; applied in this order.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"^hu(?=[ae])|^ou(?=[aei])", "v"),
    (r"shch|schtsch|szcz", "sh"),
    (r"tsch|tch|tj", "ch"),
    (r"sch|sz", "sh"),
    (r"dzh|dsch|dj(?=[aeiou]|$)", "j"),
    (r"zh", "j"),
    (r"dh", "d"),
    (r"th", "t"),
    (r"ph", "f"),
    (r"kh|gh", "h"),
    (r"ck|cq|q(?:u(?=[aeiy]))?", "k"),
    (r"c(?=[aourlkt]|$)", "k"),
    (r"x", "ks"),
    (r"^dz", "z"),
    (r"ts|tz|cz|c(?=[eiy])", "c"),
    (r"w", "v"),
    (r"oo|ou|oe(?=$|[^rl])|uu", "u"),
    (r"ee|ie|iy|yi|yy|ij|ey|y|j(?=$|[^aeiouy])", "i"),
    (r"aa", "a"),
    (r"j(?=[aeou])", "j"),
    (r"(?<=[aiou])h$", ""),
    (r"ff?$", "v"),
)
_HOOKED = str.maketrans(
    {"č": "ch", "ć": "ch", "š": "sh", "ś": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "ț": "ts", "ţ": "ts"}
)
"""Letters whose plain form would be read otherwise."""
_RULES = tuple((re.compile(pattern), to) for pattern, to in _SPELLINGS)
_DOUBLED = re.compile(r"(.)\1+")
_MUTE_E = re.compile(r"(?<=[^aeiou]{1})e$")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower-case ASCII words with single spaces; hyphens part words, apostrophes and dots vanish."""
    plain = (name if name.isascii() else anyascii(name)).lower()
    if plain.isalpha() and plain.isascii():
        return plain
    return _NOISE.sub("", _APART.sub(" ", plain)).strip()


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """A key that the usual spellings of one name share; words run together, "Kyiv" and "Kief" both give `kiv`."""
    return "".join(_sound_word(word) for word in fold(name.lower().translate(_HOOKED)).split())


@lru_cache(maxsize=65536)
def _sound_word(word: str) -> str:
    for pattern, to in _RULES:
        word = pattern.sub(to, word)
    word = _DOUBLED.sub(r"\1", word)
    return _MUTE_E.sub("", word) if len(word) > 4 else word


_CLASSES = ("aeiouy", "bp", "dt", "gkh", "szc", "vf", "jiy", "jzs", "mn", "lr", "gj")
_CHEAP = {(a, b) for group in _CLASSES for a in group for b in group if a != b}
_VOWELS = frozenset("aeiouy")
_SOFT = frozenset("hjy")  # letters that come and go between romanisations


_LEAST = 0.45
"""What one step of `distance` costs at least."""


def _swap(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return _LEAST if (a, b) in _CHEAP else 1.0


@lru_cache(maxsize=256)
def _drop(letter: str) -> float:
    return 0.5 if letter in _VOWELS or letter in _SOFT else 0.9


def distance(a: str, b: str) -> float:
    """Weighted edit distance: 1 for unrelated letters, less for letters that romanisations confuse."""
    if a == b:
        return 0.0
    drops = [_drop(letter) for letter in b]
    row = [0.0, *accumulate(drops)]
    for x in a:
        gone, swaps = _drop(x), _swaps(x, b)
        left = row[0] + gone
        new = [left]
        for j, swap in enumerate(swaps):  # the least of three, without a call: this runs for every two names
            left += drops[j]
            kept, above = row[j] + swap, row[j + 1] + gone
            if kept < left:
                left = kept
            if above < left:
                left = above
            new.append(left)
        row = new
    return row[-1]


@lru_cache(maxsize=4096)
def _swaps(letter: str, word: str) -> list[float]:
    return [_swap(letter, other) for other in word]


def similar_names(a: str, b: str, least: float = 0.0) -> float:
    """How likely two spellings are one name, from 0 to 1 (1: they fold to the same letters); 0 below `least`.

    Words run together, so "Andes Press" and "AndesPress" are equal; the first letter's sound weighs double.
    """
    if least and _bound(a, b) < least:  # most pairs end here: weighing their letters takes thirty times as long
        return 0.0
    found = _similar(a, b)
    return found if found >= least else 0.0


def _bound(a: str, b: str) -> float:
    """No less than the likeness: counts the steps from one sound to the other as if each were the cheapest."""
    key_a, key_b = sound(a), sound(b)
    if key_a == key_b:
        return 1.0
    steps = Levenshtein.distance(key_a, key_b) + (key_a[:1] != key_b[:1]) / 2
    if not steps or _plain(a) == _plain(b):
        return 1.0
    return TOP - (_LEAST * steps - SLACK) / max(len(key_a), len(key_b))


@lru_cache(maxsize=65536)
def _plain(name: str) -> str:
    return fold(name).replace(" ", "")


TOP = 0.98
"""Likeness of two names that sound the same but are spelt otherwise."""
SLACK = 1e-6
"""More than what rounding adds to a sum of weights."""


@lru_cache(maxsize=65536)
def _similar(a: str, b: str) -> float:
    plain_a, plain_b = _plain(a), _plain(b)
    if not plain_a or not plain_b:
        return 0.0
    if plain_a == plain_b:
        return 1.0
    key_a, key_b = sound(a), sound(b)
    longest = max(len(key_a), len(key_b), 1)
    if abs(len(key_a) - len(key_b)) > longest / 2:
        return 0.0
    cost = distance(key_a, key_b) + (0.5 * _swap(key_a[:1], key_b[:1]) if key_a and key_b else 1.0)
    return max(0.0, TOP - cost / longest)
