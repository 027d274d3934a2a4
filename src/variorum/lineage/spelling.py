"""Copying errors: where one text has a word that its language does not know and the other, in the same passage, a
common one of nearly the same letters, the first was made from the second."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache, cached_property, lru_cache

from msgspec import Struct

from variorum.lang.casing import common_words
from variorum.lineage.evidence import STRONG, Evidence
from variorum.text.similarity import Text
from variorum.text.words import LANGUAGES, stem

LONG = 5
"""Letters of a word that can be told to be misspelt."""

ALIKE = 80.0
"""Least `rapidfuzz` ratio of a word and its misspelling: one letter of five, two of ten."""

CLEAR, SURE = 2, 4
"""How many more errors one text must have than the other to say anything, and to leave no doubt."""


class Slip(Struct, frozen=True):
    """A word that may be an error, with the words around it, and the sentence it stands in."""

    row: int
    before: str
    word: str
    after: str


class Spelt:
    """A text's words as they are spelt; each is found when it is first asked for."""

    def __init__(self, text: Text, language: str) -> None:
        self.text = text
        self._language = language

    @cached_property
    def slips(self) -> list[Slip]:
        """Its possible errors."""
        return _slips(self.text) if self._language in LANGUAGES else []

    @cached_property
    def words(self) -> frozenset[str]:
        """All its words."""
        return frozenset(self.text.plain)

    @cached_property
    def usual(self) -> dict[str, list[str]]:
        """Those that the language knows, by first letter, in order."""
        found: dict[str, list[str]] = {}
        for known in sorted(filter(_usual, self.words)):
            found.setdefault(known[0], []).append(known)
        return found


class Speller:
    """Tells of any two of some texts which has copying errors."""

    def __init__(self, texts: Sequence[Spelt]) -> None:
        self._texts = texts

    def misspelt(self, shared: Evidence) -> float:
        """From -1 to 1: how clearly the derived article has errors where the source has none."""
        rows = {p.row for p in shared.pairs if p.similarity >= STRONG}
        columns = {c for p in shared.pairs if p.similarity >= STRONG for c in range(p.first, p.last + 1)}
        derived, source = self._texts[shared.derived], self._texts[shared.source]
        gap = _errors(derived, rows, source, columns) - _errors(source, columns, derived, rows)
        return max(-1.0, min(1.0, gap / SURE)) if abs(gap) >= CLEAR else 0.0


def _errors(mine: Spelt, rows: Set[int], other: Spelt, columns: Set[int]) -> int:
    """How many words of mine are errors for what the other text has in the same place."""
    slips = [s for s in mine.slips if s.row in rows and s.word not in other.words]
    slips = [s for s in slips if _meant(s.word, other)]
    if not slips:
        return 0
    found = other.text.sentences
    words = [w for c in sorted(columns) for w in ("", *(w.plain for w in found[c].words))] + [""]
    right = [
        (before, word, after)
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
        if _usual(word) and word not in mine.words
    ]
    return len({s.word for s in slips if any(_same_place(s, *r) and _alike(s.word, r[1]) for r in right)})


def _meant(word: str, other: Spelt) -> bool:
    """Whether the other text has a usual word of nearly the same letters anywhere."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    return extractOne(word, other.usual.get(word[0], ()), scorer=ratio, score_cutoff=ALIKE) is not None


def _slips(text: Text) -> list[Slip]:
    """Words that the language does not know, names set aside."""
    found = []
    for row, sentence in enumerate(text.sentences):
        words = sentence.words
        for place, word in enumerate(words):
            if not word.name and _odd(word.plain):
                before = words[place - 1].plain if place else ""
                after = words[place + 1].plain if place + 1 < len(words) else ""
                found.append(Slip(row, before, word.plain, after))
    return found


@lru_cache(maxsize=1 << 16)
def _odd(word: str) -> bool:
    return len(word) >= LONG and word.isalpha() and stem(word) not in _known()


@lru_cache(maxsize=1 << 16)
def _usual(word: str) -> bool:
    return len(word) >= LONG and stem(word) in _known()


def _same_place(slip: Slip, before: str, word: str, after: str) -> bool:
    return slip.before == before or slip.after == after


def _alike(one: str, two: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return one[0] == two[0] and ratio(one, two) >= ALIKE


@cache
def _known() -> frozenset[str]:
    """Stems of the words that the comparing language writes in lower case."""
    return frozenset(stem(word) for word in common_words("en"))
