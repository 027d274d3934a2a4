"""Copying errors: where one text has a word that its language does not know and the other, in the same passage, a
common one of nearly the same letters, the first was made from the second."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

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
    """The possible errors of a story's texts, found once."""

    def __init__(self, texts: Sequence[Text], languages: Sequence[str]) -> None:
        self._texts = texts
        self._slips = [_slips(t) if g in LANGUAGES else [] for t, g in zip(texts, languages, strict=True)]
        self._words = [frozenset(t.plain) for t in texts]
        self._usual: dict[int, dict[str, list[str]]] = {}

    def misspelt(self, shared: Evidence) -> float:
        """From -1 to 1: how clearly the derived article has errors where the source has none."""
        rows = {p.row for p in shared.pairs if p.similarity >= STRONG}
        columns = {c for p in shared.pairs if p.similarity >= STRONG for c in range(p.first, p.last + 1)}
        derived, source = shared.derived, shared.source
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
            if len(word) >= LONG and word not in self._words[mine] and stem(word) in _known()
        ]
        return len({s.word for s in slips if any(_same_place(s, *r) and _alike(s.word, r[1]) for r in right)})

    def _meant(self, word: str, other: int) -> bool:
        """Whether the other text has a usual word of nearly the same letters anywhere."""
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extractOne

        if other not in self._usual:
            usual: dict[str, list[str]] = {}
            for known in sorted(w for w in self._words[other] if len(w) >= LONG and stem(w) in _known()):
                usual.setdefault(known[0], []).append(known)
            self._usual[other] = usual
        return extractOne(word, self._usual[other].get(word[0], ()), scorer=ratio, score_cutoff=ALIKE) is not None


def _slips(text: Text) -> list[Slip]:
    """Words that the language does not know, names set aside."""
    found = []
    for row, sentence in enumerate(text.sentences):
        plain = ["", *(w.plain for w in sentence.words), ""]
        for place, word in enumerate(sentence.words, 1):
            odd = not word.name and not word.number and len(word.plain) >= LONG and word.plain.isalpha()
            if odd and stem(word.plain) not in _known():
                found.append(Slip(row, plain[place - 1], word.plain, plain[place + 1]))
    return found


def _same_place(slip: Slip, before: str, word: str, after: str) -> bool:
    return slip.before == before or slip.after == after


def _alike(one: str, two: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return one[0] == two[0] and ratio(one, two) >= ALIKE


@cache
def _known() -> frozenset[str]:
    """Stems of the words that the comparing language writes in lower case."""
    return frozenset(stem(word) for word in common_words("en"))
