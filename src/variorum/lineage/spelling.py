"""Copying errors: where one text has a word that its language does not know and the other, in the same passage, a
common one of nearly the same letters, the first was made from the second."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache, lru_cache

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


class Speller:
    """The possible errors of a story's texts, each text's found when it is first asked for."""

    def __init__(self, texts: Sequence[Text], languages: Sequence[str]) -> None:
        self._texts, self._languages = texts, languages
        self._slips: dict[int, list[Slip]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._usual: dict[int, dict[str, list[str]]] = {}

    def _read(self, number: int) -> None:
        if number not in self._slips:
            text = self._texts[number]
            self._slips[number] = _slips(text) if self._languages[number] in LANGUAGES else []
            self._words[number] = frozenset(text.plain)

    def misspelt(self, shared: Evidence) -> float:
        """From -1 to 1: how clearly the derived article has errors where the source has none."""
        rows = {p.row for p in shared.pairs if p.similarity >= STRONG}
        columns = {c for p in shared.pairs if p.similarity >= STRONG for c in range(p.first, p.last + 1)}
        derived, source = shared.derived, shared.source
        self._read(derived)
        self._read(source)
        gap = self._errors(derived, rows, source, columns) - self._errors(source, columns, derived, rows)
        return max(-1.0, min(1.0, gap / SURE)) if abs(gap) >= CLEAR else 0.0

    def _errors(self, mine: int, rows: Set[int], other: int, columns: Set[int]) -> int:
        """How many words of mine are errors for what the other text has in the same place."""
        slips = [s for s in self._slips[mine] if s.row in rows and s.word not in self._words[other]]
        slips = [s for s in slips if self._meant(s.word, other)]
        if not slips:
            return 0
        found = self._texts[other].sentences
        words = [w for c in sorted(columns) for w in ("", *(w.plain for w in found[c].words))] + [""]
        right = [
            (before, word, after)
            for before, word, after in zip(words, words[1:], words[2:], strict=False)
            if _usual(word) and word not in self._words[mine]
        ]
        return len({s.word for s in slips if any(_same_place(s, *r) and _alike(s.word, r[1]) for r in right)})

    def _meant(self, word: str, other: int) -> bool:
        """Whether the other text has a usual word of nearly the same letters anywhere."""
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extractOne

        if other not in self._usual:
            usual: dict[str, list[str]] = {}
            for known in sorted(filter(_usual, self._words[other])):
                usual.setdefault(known[0], []).append(known)
            self._usual[other] = usual
        return extractOne(word, self._usual[other].get(word[0], ()), scorer=ratio, score_cutoff=ALIKE) is not None


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
