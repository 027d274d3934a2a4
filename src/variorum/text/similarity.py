"""How much two texts say the same, sentence by sentence, with every word weighed by what sharing it shows.

Background frequencies of a language would have to be shipped and would go stale; the texts themselves tell which
words are theirs alone: a word that stands in one sentence of an article pins that sentence, one that stands in
every other sentence (the event's place, its main actors) pins nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from variorum.text.words import Word, merge_names, words

Matrix = NDArray[np.float32]

COMMON = 0.5
SMALL_NUMBER = 0.6
BIG_NUMBER = 1.5
"""Worth of a word relative to an ordinary content word: usual news words, numbers up to twelve, other numbers."""


class Sentence(Struct, frozen=True):
    """A sentence of one article; `kind` is its section's kind."""

    start: int
    end: int
    kind: str
    words: tuple[Word, ...]


class Text(Struct, frozen=True):
    """One article as sentences."""

    id: str
    sentences: tuple[Sentence, ...]

    @property
    def plain(self) -> list[str]:
        """All words in order, folded."""
        return [w.plain for s in self.sentences for w in s.words]


def read(id_: str, text: str, spans: Sequence[tuple[int, int, str]], *, language: str = "en") -> Text:
    """The article's sentences (start, end, section kind) with their words."""
    return Text(id_, tuple(_sentence(text, *span, language=language) for span in spans))


def _sentence(text: str, start: int, end: int, kind: str, *, language: str) -> Sentence:
    return Sentence(start, end, kind, tuple(words(text, language=language, start=start, end=end)))


class Space:
    """The weighed words of a set of texts; sentence matrices of any two of them can be compared."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = tuple(texts)
        self._merged = merge_names((w.plain, w.key) for t in texts for s in t.sentences for w in s.words if w.name)
        self._keys = [[self._of(s) for s in t.sentences] for t in texts]
        self.vocabulary = {k: i for i, k in enumerate(sorted({k for t in self._keys for s in t for k in s}))}

    def _of(self, sentence: Sentence) -> dict[str, float]:
        worth: dict[str, float] = {}
        for word in sentence.words:
            if word.key:
                key = self._merged.get(word.key, word.key)
                worth[key] = max(worth.get(key, 0.0), _worth(word))
        return worth

    def worth(self, words: Iterable[Word]) -> list[float]:
        """The weights of the words' keys, each key once; function words have none."""
        keys = {self._merged.get(w.key, w.key) for w in words if w.key}
        return [float(self.weights[self.vocabulary[key]]) for key in sorted(keys)]

    def names(self, text: Text) -> dict[str, frozenset[str]]:
        """The text's names: key → the spellings it uses."""
        found: dict[str, set[str]] = {}
        for sentence in text.sentences:
            for word in sentence.words:
                if word.name and len(word.plain) > 3 and not word.common:
                    found.setdefault(self._merged.get(word.key, word.key), set()).add(word.plain)
        return {key: frozenset(plains) for key, plains in found.items()}

    @cached_property
    def wording(self) -> NDArray[np.float32]:
        """The weights without names and numbers: what two reports of one event need not share."""
        found = self.weights.copy()
        facts = {key for number in range(len(self.texts)) for key in self.facts(number)}
        found[[self.vocabulary[key] for key in sorted(facts)]] = 0.0
        return found

    @cached_property
    def _named(self) -> frozenset[str]:
        """Keys that are a name in any of the texts."""
        return frozenset(key for text in self.texts for key in self.names(text))

    def facts(self, number: int) -> frozenset[str]:
        """Names and numbers of the text with this number."""
        keys = {key for sentence in self._keys[number] for key in sentence}
        return frozenset(k for k in keys if k.startswith("#") or k in self._named)

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """One weight per key: its worth times log2(1 + sentences / sentences with it), the least of any text."""
        found = np.full(len(self.vocabulary), np.inf, dtype=np.float32)
        for sentences in self._keys:
            counts: dict[str, tuple[int, float]] = {}
            for sentence in sentences:
                for key, worth in sentence.items():
                    counts[key] = (counts.get(key, (0, 0.0))[0] + 1, worth)
            total = max(MEAN_LENGTH, min(len(sentences), 2 * MEAN_LENGTH))
            for key, (count, worth) in counts.items():
                i = self.vocabulary[key]
                found[i] = min(found[i], worth * np.log2(1 + total / count))
        return found

    @cached_property
    def columns(self) -> list[NDArray[np.int64]]:
        """Per text: the vocabulary's places that it has, ascending."""
        keys = ({key for sentence in sentences for key in sentence} for sentences in self._keys)
        return [np.array(sorted(self.vocabulary[key] for key in found), dtype=np.int64) for found in keys]

    @cached_property
    def matrices(self) -> list[Matrix]:
        """Per text: sentences × its columns, one where the sentence has the key."""
        out = []
        for sentences, columns in zip(self._keys, self.columns, strict=True):
            matrix = np.zeros((len(sentences), len(columns)), dtype=np.float32)
            for row, sentence in enumerate(sentences):
                matrix[row, np.searchsorted(columns, sorted(self.vocabulary[k] for k in sentence))] = 1.0
            out.append(matrix)
        return out

    def common(self, a: int, b: int) -> Common:
        """The two texts' sentences over the keys that both have."""
        both, mine, theirs = np.intersect1d(self.columns[a], self.columns[b], assume_unique=True, return_indices=True)
        return Common(self.matrices[a][:, mine], self.matrices[b][:, theirs], self.weights[both], self.wording[both])


class Common(Struct, frozen=True):
    """Sentence matrices of two texts over their common keys, and the weights of these (`wording`: without facts)."""

    mine: Matrix
    theirs: Matrix
    weights: NDArray[np.float32]
    wording: NDArray[np.float32]


MEAN_LENGTH = 15
"""Sentences of a usual report: keeps the weights of very short texts comparable with the others'."""


def _worth(word: Word) -> float:
    if word.number:
        digits = word.key[1:]
        return SMALL_NUMBER if digits.isdigit() and int(digits) <= 12 else BIG_NUMBER
    return COMMON if word.common else 1.0
