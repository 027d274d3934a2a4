"""Finds what a sentence was made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log2

from msgspec import Struct

from variorum.checks.line import Line


class Pair(Struct, frozen=True):
    """A sentence of a derived article and those it was made from, nearest first; `share` of its words they hold."""

    derived: Line
    sources: tuple[Line, ...]
    share: float

    @property
    def keys(self) -> frozenset[str]:
        """All content words of the source sentences."""
        return frozenset(k for line in self.sources for k in line.keys)


class Finder:
    """Finds the sentences of one article that another's sentence was made from, by covering its words greedily."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = tuple(w for w in lines if w.kind != "headline") or lines
        self._places: dict[str, list[int]] = {}
        for number, sentence in enumerate(self.lines):
            for key in sentence.keys:
                self._places.setdefault(key, []).append(number)
        self._weights = {k: log2(1 + max(len(self.lines), 10) / len(n)) for k, n in self._places.items()}
        self._known: dict[tuple[frozenset[str], tuple[Line, ...]], tuple[tuple[Line, ...], float] | None] = {}
        """What was found for these words and these given sentences: copies of one text ask the same again."""
        self._unknown = log2(1 + max(len(self.lines), 10))

    def weight(self, keys: Iterable[str]) -> float:
        """What these words are worth: rare words of the source most, words it has not as if it had them once."""
        return sum(self._weights.get(k, self._unknown) for k in sorted(keys))

    def pair(self, derived: Line, given: Iterable[Line] = ()) -> Pair | None:
        """The sentences `derived` was made from: the `given` ones, then the nearest; None if too little agrees."""
        given = tuple(given)
        key = derived.keys, given
        if key not in self._known:
            self._known[key] = self._made(*key)
        found = self._known[key]
        return Pair(derived, *found) if found is not None else None

    def _made(self, keys: frozenset[str], given: tuple[Line, ...]) -> tuple[tuple[Line, ...], float] | None:
        chosen = list(given)
        whole = self.weight(keys)
        left = keys - {k for w in chosen for k in w.keys}
        for _ in range(MOST_SOURCES - len(chosen)):
            best = self._nearest(left)
            if best is None or self.weight(left & best.keys) < GAIN * whole:
                break
            chosen.append(best)
            left -= best.keys
        held = self.weight(keys & frozenset(k for w in chosen for k in w.keys))
        share = held / whole if whole else 0.0
        if not chosen or (share < LEAST_SHARE and not given):
            return None
        ranked = sorted(dict.fromkeys(chosen), key=lambda w: (-self.weight(keys & w.keys), w.span.start))
        return tuple(ranked), share

    def _nearest(self, keys: frozenset[str]) -> Line | None:
        """The sentence with most of these words by weight, of those with two at least."""
        counts = Counter(n for k in keys for n in self._places.get(k, ()))
        shared = [n for n, count in counts.items() if count > 1]
        if not shared:
            return None
        rough = {n: sum(self._weights[k] for k in keys & self.lines[n].keys) for n in shared}
        most = max(rough.values()) - ROUNDING  # those near are summed in order
        near = (self.lines[n] for n in shared if rough[n] >= most)
        return max(near, key=lambda w: (self.weight(keys & w.keys), -w.span.start))


ROUNDING = 1e-6
"""More than the order of its words moves the sum of a sentence's weights."""

MOST_SOURCES = 3
GAIN = 0.22
LEAST_SHARE = 0.34
"""A sentence is made of at most three; each adds a fifth of its words; below a third in common it has no source."""
