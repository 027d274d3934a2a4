"""Words for comparing texts: what a word is worth depends on its kind, and different spellings fold to one key.

A *key* stands for all words that say the same for comparing: number words and digits, near-synonyms, inflected
forms, and (within one story, see `merge_names`) the spellings of a transliterated name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.wording import Wording

WORD = re.compile(
    r"[A-Za-z]{2,}(?![^\W\d_])"  # the usual case, which the last but one would match too, in three times the time
    r"|\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?![\d.,]\d)|\d+(?:[.,]\d+)?"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]+|[%$€£]"
)
NUMBER = re.compile(r"^\d")
GROUPED = re.compile(r"^\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+$")


class Word(Struct, frozen=True, gc=False):
    """One word of a text. `key` is empty for function words, `plain` is lower-case ASCII,
    `name`: capital in a sentence."""

    key: str
    plain: str
    start: int
    end: int
    name: bool = False
    number: bool = False
    common: bool = False


class _Lexicon(Struct, frozen=True):
    stop: frozenset[str]
    common: frozenset[str]
    same: dict[str, str]
    numbers: dict[str, int]


@cache
def wording(language: str) -> Wording:
    """The language's wording data; English where there is none."""
    found: Wording = read(language if language in LANGUAGES else "en", "wording", Wording)
    return found


LANGUAGES = frozenset({"en"})
"""Languages with a `wording.toml`; others are compared by the English one, which still knows digits and names."""


@cache
def _lexicon(language: str) -> _Lexicon:
    data = wording(language)
    same: dict[str, str] = {}
    for group in data.same:
        for word in group:
            same.setdefault(stem(word), "=" + group[0])
    return _Lexicon(frozenset(data.stop), frozenset(stem(w) for w in data.common), same, data.numbers)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower-case ASCII without full stops and apostrophes."""
    if not word.isascii():
        from anyascii import anyascii

        word = anyascii(word)
    return word.replace("'", "").replace(".", "").lower()


ENDINGS = (
    ("ations", ""), ("ation", ""), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("iest", "y"),
    ("ies", "y"), ("ied", "y"), ("edly", ""), ("ed", ""), ("ers", ""), ("er", ""), ("ally", "al"), ("ly", ""),
    ("ives", ""), ("ive", ""),
    ("ions", ""), ("ion", ""), ("es", ""), ("s", ""), ("e", ""), ("y", "i"),
)  # fmt: skip
"""Longest first; after S. Lovins (1968), cut down to endings that keep the stem: errors only cost a match."""


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A rough stem: one ending off, doubled last consonant undone."""
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)] + instead
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiosl":
                base = base[:-1]
            return base
    return word


@lru_cache(maxsize=1 << 16)
def number(text: str) -> str:
    """Digits in one form, whatever their separators: "1,260", "1.260" and "1 260" are one number, "6,8" is 6.8."""
    if GROUPED.match(text):
        return re.sub(r"\D", "", text)
    return text.replace(",", ".")


def words(text: str, *, language: str = "en", start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` with offsets into `text`."""
    found = []
    spelt = joins = 0
    forms = _forms(language)
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        key, plain, number, common, capital, spells = forms[match[0]]
        first, last = match.span()
        if spells:
            spelt += spells & 1
            joins += spells >> 1
        found.append(Word(key, plain, first, last, capital and not _opens(text, first), number, common))
    return _compounds(found, text, wording(language).joined) if spelt and spelt + joins > 1 else found


@lru_cache(maxsize=1 << 12)
def words_of(text: str, language: str, start: int, end: int) -> tuple[Word, ...]:
    """The same of one sentence of a text; kept for a while, for those who read the sentences of one story in turn."""
    return tuple(words(text, language=language, start=start, end=end))


Form = tuple[str, str, bool, bool, bool, int]
"""Key, plain form, whether it is a number, whether it is common, whether it has a name's capital; 1 for a number in
letters, and 2 more for one that joins another."""


class _Forms(dict[str, Form]):
    """Surface forms of a language, looked up once; when there are too many, all are forgotten and begun anew."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._lexicon = _lexicon(language)
        self._joined = wording(language).joined

    def __missing__(self, surface: str) -> Form:
        if len(self) >= FORMS:
            self.clear()
        key, plain, number, common = self._read(surface)
        capital = bool(key) and not number and surface[0].isupper()
        spells = int(number and plain.isalpha()) + 2 * (plain in self._joined)
        found = self[surface] = key, plain, number, common, capital, spells
        return found

    def _read(self, surface: str) -> tuple[str, str, bool, bool]:
        lexicon = self._lexicon
        if NUMBER.match(surface):
            return "#" + number(surface), surface, True, False
        plain = fold(surface)
        if plain in lexicon.numbers:
            return f"#{lexicon.numbers[plain]}", plain, True, False
        if plain in lexicon.stop:
            return "", plain, False, False
        root = stem(plain)
        return lexicon.same.get(root, root), plain, False, root in lexicon.common


FORMS = 1 << 16
"""Surface forms that are kept (about 15 MB)."""


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, line or quotation begins at `start` (a capital there does not make a name)."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in OPENERS


OPENERS = frozenset(".!?:\n\"“”«„‘'*-–—([")


def _compounds(found: list[Word], text: str, joined: dict[str, int]) -> list[Word]:
    """Join "sixty" + "four" to 64, and "sixty" + "one" where a hyphen does; the single words go."""
    out: list[Word] = []
    for word in found:
        last = out[-1] if out else None
        units = joined.get(word.plain) if last is not None and text[last.end : word.start] in HYPHENS else None
        if last is not None and _joins(last, word, text, units):
            value = int(last.key[1:]) + (units or int(word.key[1:]))
            out[-1] = Word(f"#{value}", f"{last.plain}-{word.plain}", last.start, word.end, number=True)
        else:
            out.append(word)
    return out


def _joins(last: Word, word: Word, text: str, units: int | None) -> bool:
    """Whether the two are one number; `units`: what the second is worth behind a hyphen though no number alone."""
    if not (last.number and last.plain.isalpha() and (units or (word.number and word.plain.isalpha()))):
        return False
    small = units or int(word.key[1:])
    return int(last.key[1:]) in range(20, 100, 10) and small < 10 and text[last.end : word.start] in {" ", *HYPHENS}


HYPHENS = frozenset("-‑")


SOUNDS = (
    ("sch", "s"), ("tch", "s"), ("dzh", "j"), ("zh", "s"), ("dj", "j"), ("dz", "s"), ("ts", "s"), ("tz", "s"),
    ("sh", "s"), ("ph", "f"), ("kh", "h"), ("ch", "h"), ("gh", "g"), ("th", "t"), ("ck", "k"), ("qu", "k"),
    ("ce", "se"), ("ci", "si"),
    ("cy", "si"), ("w", "v"), ("z", "s"), ("c", "k"), ("q", "k"), ("x", "ks"), ("j", "i"),
)  # fmt: skip
"""Letters that romanisation systems write differently for one sound, longest first."""


@lru_cache(maxsize=1 << 15)
def skeleton(name: str) -> str:
    """The consonants of a name as they sound, doubled ones once: the same for most romanisations of it."""
    plain = re.sub(r"[^a-z]", "", fold(name))
    for letters, sound in SOUNDS:
        plain = plain.replace(letters, sound)
    opening = "" if plain[:1] not in "aeiouy" else "a"
    consonants = re.sub(r"[aeiouyh]", "", plain)
    return opening + re.sub(r"(.)\1+", r"\1", consonants)


def merge_names(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Spellings of one name: maps each (plain, key) pair's key to the key of the first spelling like it.

    Names are one when they sound alike and their letters agree well enough.
    """
    from rapidfuzz.fuzz import ratio

    buckets: dict[str, list[tuple[str, str]]] = {}
    for plain, key in sorted(set(names)):
        bones = skeleton(plain)
        if len(plain) >= 4 and len(bones) >= 2:
            buckets.setdefault(bones, []).append((plain, key))
    merged: dict[str, str] = {}
    for bucket in (b for b in buckets.values() if len(b) > 1):
        for place, (plain, key) in enumerate(bucket):
            like = (k for p, k in bucket[:place] if ratio(p, plain) >= NAME_LIKENESS)
            other = next(like, key)
            merged[key] = merged.get(other, other)
    return {k: v for k, v in merged.items() if k != v}


NAME_LIKENESS = 60.0
"""Least `rapidfuzz` ratio (0 to 100) of two spellings of one name: Kiev and Kyiv have 75."""
