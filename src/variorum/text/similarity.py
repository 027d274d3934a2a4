"""How much two texts say the same, sentence by sentence, with every word weighed by what sharing it shows.

Background frequencies of a language would have to be shipped and would go stale; the texts themselves tell which
words are theirs alone: a word that stands in one sentence of an article pins that sentence, one that stands in
every other sentence (the event's place, its main actors) pins nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


class Keyed:
    """A text's sentences as the worth of their keys; what every comparison needs of them is worked out once."""

    def __init__(self, sentences: Sequence[dict[str, float]]) -> None:
        self.sentences = sentences
        self.keys = sorted({key for sentence in sentences for key in sentence})

    @cached_property
    def weights(self) -> dict[str, float]:
        """Per key its worth times log2(1 + sentences / sentences with it)."""
        counts: dict[str, tuple[int, float]] = {}
        for sentence in self.sentences:
            for key, worth in sentence.items():
                counts[key] = (counts.get(key, (0, 0.0))[0] + 1, worth)
        total = max(MEAN_LENGTH, min(len(self.sentences), 2 * MEAN_LENGTH))
        logs = {count: float(np.log2(1 + total / count)) for count, _ in counts.values()}
        return {key: worth * logs[count] for key, (count, worth) in counts.items()}

    @cached_property
    def matrix(self) -> Matrix:
        """Sentences × keys, one where the sentence has the key. Not to be written to."""
        places = {key: place for place, key in enumerate(self.keys)}
        found: Matrix = np.zeros((len(self.sentences), len(self.keys)), dtype=np.float32)
        for row, sentence in enumerate(self.sentences):
            found[row, [places[key] for key in sentence]] = 1.0
        return found


class Text(Struct, frozen=True, dict=True):
    """One article as sentences."""

    id: str
    sentences: tuple[Sentence, ...]

    @property
    def plain(self) -> list[str]:
        """All words in order, folded."""
        return [w.plain for s in self.sentences for w in s.words]

    @cached_property
    def keyed(self) -> Keyed:
        """The keys of its sentences, names as this text spells them."""
        return Keyed([_keys(s, {}) for s in self.sentences])

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Its names, each once: spelling and key."""
        return tuple(dict.fromkeys((w.plain, w.key) for s in self.sentences for w in s.words if w.name))

    @cached_property
    def telling_names(self) -> tuple[tuple[str, str], ...]:
        """The same without short and usual words."""
        words = (w for s in self.sentences for w in s.words)
        return tuple(dict.fromkeys((w.plain, w.key) for w in words if w.name and len(w.plain) > 3 and not w.common))


def _keys(sentence: Sentence, merged: Mapping[str, str]) -> dict[str, float]:
    worth: dict[str, float] = {}
    for word in sentence.words:
        if word.key:
            key = merged.get(word.key, word.key)
            worth[key] = max(worth.get(key, 0.0), _worth(word))
    return worth


def read(id_: str, text: str, spans: Sequence[tuple[int, int, str]], *, language: str = "en") -> Text:
    """The article's sentences (start, end, section kind) with their words."""
    return Text(id_, tuple(_sentence(text, *span, language=language) for span in spans))


def _sentence(text: str, start: int, end: int, kind: str, *, language: str) -> Sentence:
    return Sentence(start, end, kind, tuple(words(text, language=language, start=start, end=end)))


class Space:
    """The weighed words of a set of texts; sentence matrices of any two of them can be compared."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = tuple(texts)
        self._merged = merge_names(pair for t in texts for pair in t.names)
        self._keyed = [self._of(t) for t in texts]
        self.vocabulary = {k: i for i, k in enumerate(sorted({k for keyed in self._keyed for k in keyed.keys}))}

    def _of(self, text: Text) -> Keyed:
        if self._merged.keys().isdisjoint(text.keyed.keys):
            return text.keyed
        plain = zip(text.sentences, text.keyed.sentences, strict=True)
        merged = self._merged.keys()
        return Keyed([keys if merged.isdisjoint(keys) else _keys(s, self._merged) for s, keys in plain])

    def worth(self, words: Iterable[Word]) -> list[float]:
        """The weights of the words' keys, each key once; function words have none."""
        keys = {self._merged.get(w.key, w.key) for w in words if w.key}
        return [float(self.weights[self.vocabulary[key]]) for key in sorted(keys)]

    def names(self, text: Text) -> dict[str, frozenset[str]]:
        """The text's names: key → the spellings it uses."""
        found: dict[str, set[str]] = {}
        for plain, key in text.telling_names:
            found.setdefault(self._merged.get(key, key), set()).add(plain)
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
        return frozenset(k for k in self._keyed[number].keys if k.startswith("#") or k in self._named)

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """One weight per key: the least of any text (see `Keyed.weights`)."""
        found = dict.fromkeys(self.vocabulary, float("inf"))
        for keyed in self._keyed:
            for key, weight in keyed.weights.items():
                found[key] = min(found[key], weight)
        return np.array(list(found.values()), dtype=np.float32)

    @cached_property
    def columns(self) -> list[NDArray[np.int64]]:
        """Per text: the vocabulary's places that it has, ascending."""
        return [np.array([self.vocabulary[key] for key in keyed.keys], dtype=np.int64) for keyed in self._keyed]

    @cached_property
    def matrices(self) -> list[Matrix]:
        """Per text: sentences × its columns, one where the sentence has the key."""
        return [keyed.matrix for keyed in self._keyed]

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
