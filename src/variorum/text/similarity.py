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

from variorum.text.words import Word, merge_names, words, words_of

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
    def numbers(self) -> frozenset[str]:
        """The keys of its numbers."""
        return frozenset(key for key in self.keys if key.startswith("#"))

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """Per key its worth times log2(1 + sentences / sentences with it)."""
        counts: dict[str, tuple[int, float]] = {}
        for sentence in self.sentences:
            for key, worth in sentence.items():
                counts[key] = (counts.get(key, (0, 0.0))[0] + 1, worth)
        total = max(MEAN_LENGTH, min(len(self.sentences), 2 * MEAN_LENGTH))
        logs = {count: float(np.log2(1 + total / count)) for count, _ in counts.values()}
        found = (counts[key] for key in self.keys)
        return np.array([worth * logs[count] for count, worth in found], dtype=np.float32)

    @cached_property
    def held(self) -> NDArray[np.bool_]:
        """Keys × sentences, true where the sentence has the key. Not to be written to."""
        places = {key: place for place, key in enumerate(self.keys)}
        found = np.zeros((len(self.keys), len(self.sentences)), dtype=np.bool_)
        rows = [places[key] for sentence in self.sentences for key in sentence]
        found[rows, np.repeat(np.arange(len(self.sentences)), [len(s) for s in self.sentences])] = True
        return found

    @cached_property
    def matrix(self) -> Matrix:
        """Sentences × keys, one where the sentence has the key. Not to be written to."""
        return np.ascontiguousarray(self.held.T, dtype=np.float32)


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

    @cached_property
    def spellings(self) -> dict[str, frozenset[str]]:
        """These names: key → the spellings it uses. Not to be written to."""
        return _spellings(self.telling_names, {})


def _spellings(names: Iterable[tuple[str, str]], merged: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for plain, key in names:
        found.setdefault(merged.get(key, key), set()).add(plain)
    return {key: frozenset(plains) for key, plains in found.items()}


def _keys(sentence: Sentence, merged: Mapping[str, str]) -> dict[str, float]:
    worth: dict[str, float] = {}
    for word in sentence.words:
        if word.key:
            key = merged.get(word.key, word.key)
            worth[key] = max(worth.get(key, 0.0), _worth(word))
    return worth


def read(
    id_: str, text: str, spans: Sequence[tuple[int, int, str]], *, language: str = "en", again: bool = False
) -> Text:
    """The article's sentences (start, end, section kind) with their words; `again`: which others will ask for soon."""
    if again:
        return Text(id_, tuple(Sentence(a, b, kind, words_of(text, language, a, b)) for a, b, kind in spans))
    return Text(
        id_, tuple(Sentence(a, b, kind, tuple(words(text, language=language, start=a, end=b))) for a, b, kind in spans)
    )


class Space:
    """The weighed words of a set of texts; sentence matrices of any two of them can be compared."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = tuple(texts)
        self._merged = merge_names(pair for t in texts for pair in t.names)
        self._keyed = [self._of(t) for t in texts]
        self._last: tuple[int, NDArray[np.int64]] | None = None
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
        alone = self._merged.keys().isdisjoint(text.spellings)
        return text.spellings if alone else _spellings(text.telling_names, self._merged)

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
        keyed = self._keyed[number]
        return keyed.numbers.union(self._named.intersection(keyed.keys))

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """One weight per key: the least of any text (see `Keyed.weights`)."""
        found = np.full(len(self.vocabulary), np.inf, dtype=np.float32)
        for keyed, columns in zip(self._keyed, self.columns, strict=True):
            found[columns] = np.minimum(found[columns], keyed.weights)
        return found

    @cached_property
    def columns(self) -> list[NDArray[np.int64]]:
        """Per text: the vocabulary's places that it has, ascending."""
        return [np.array([self.vocabulary[key] for key in keyed.keys], dtype=np.int64) for keyed in self._keyed]

    def matrix(self, number: int) -> Matrix:
        """The sentences of the text with this number × its columns, one where the sentence has the key."""
        return self._keyed[number].matrix

    def common(self, a: int, b: int) -> Common:
        """The two texts' sentences over the keys that both have."""
        found = self._placed(a)[self.columns[b]]
        theirs = (found >= 0).nonzero()[0]
        both = self.columns[b][theirs]
        mine = self._keyed[a].held[found[theirs]].astype(np.float32).T
        other = self._keyed[b].held[theirs].astype(np.float32).T
        return Common(mine, other, self.weights[both], self.wording[both])

    def _placed(self, number: int) -> NDArray[np.int64]:
        """Per key of the vocabulary its place among the columns of a text, -1 where the text has it not. A text is
        compared with many in a row."""
        if self._last is None or self._last[0] != number:
            places = np.full(len(self.vocabulary), -1, dtype=np.int64)
            places[self.columns[number]] = np.arange(len(self.columns[number]))
            self._last = number, places
        return self._last[1]


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
