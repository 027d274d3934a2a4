"""What two articles share, seen from the one that may have been made from the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from variorum.lineage.passages import Pair, align
from variorum.lineage.texts import BODY
from variorum.text.quoted import quoted
from variorum.text.shingles import run_marks, shared_run_share, shared_share, shingles
from variorum.text.similarity import Space, Text

STRONG = 0.5
"""Similarity from which a passage counts as evidence of derivation."""

RUN = 5
"""Words in a run that counts as copied: shorter ones are shared by chance (Clough et al. 2002 use up to 5-grams)."""


class Evidence(Struct, frozen=True, kw_only=True):
    """All shares are in [0, 1] and of `derived`.

    - `coverage`: body words in aligned passages, each passage counted by how much of it the source holds.
    - `explained`: the weight of the words shared in aligned passages, for choosing between sources.
    - `strong`: body weight outside quotation marks in passages of similarity STRONG; `strong_quoted`: inside too.
    - `verbatim`: words in runs of five that the source has; `kept`: runs of three that it has.
    - `ordered`: aligned passages that stand in the source's order.
    - `quotes`: quoted words, in aligned passages, kept in runs of three (None: fewer than QUOTED).
    - `respelt`: shared names that are spelt otherwise.
    """

    derived: int
    source: int
    pairs: tuple[Pair, ...]
    coverage: float
    explained: float
    strong: float
    strong_quoted: float
    verbatim: float
    kept: float
    ordered: float
    quotes: float | None
    respelt: float


class Pool:
    """The story's texts with what every comparison needs of each, computed once."""

    def __init__(self, texts: Sequence[Text], contents: Sequence[str]) -> None:
        self.texts = tuple(texts)
        self.space = Space(texts)
        self.weights = self.space.weights
        self.plain = [t.plain for t in texts]
        self.sizes = [m @ self.weights for m in self.space.matrices]
        self.body = [np.array([s.kind in BODY for s in t.sentences], dtype=np.float32) for t in texts]
        self.lengths = [np.array([len(s.words) for s in t.sentences], dtype=np.float32) for t in texts]
        self.inside = [_inside(t, content) for t, content in zip(texts, contents, strict=True)]
        self.quoted = [np.array([_share(sum(m), len(m)) for m in marks], dtype=np.float32) for marks in self.inside]
        self.names = [self.space.names(t) for t in texts]

    def compare(self, derived: int, source: int) -> Evidence:
        """What `derived` shares with `source` (indices of texts)."""
        matrices = self.space.matrices
        pairs = align(matrices[derived], matrices[source], self.weights)
        rows = np.array([p.row for p in pairs], dtype=np.int64)
        held = np.array([p.containment for p in pairs], dtype=np.float32)
        clear = np.array([p.similarity >= STRONG for p in pairs], dtype=bool)
        size = self.sizes[derived] * self.body[derived]
        own = size * (1 - self.quoted[derived])
        words = self.lengths[derived] * self.body[derived]
        return Evidence(
            derived=derived,
            source=source,
            pairs=tuple(pairs),
            coverage=_share((words[rows] * np.minimum(1.0, held / FULL)).sum(), words.sum()),
            explained=_share((size[rows] * held).sum(), size.sum()),
            strong=_share(own[rows][clear].sum(), own.sum()),
            strong_quoted=_share(size[rows][clear].sum(), size.sum()),
            verbatim=shared_run_share(self.plain[derived], self.plain[source], RUN),
            kept=shared_share(self.plain[derived], self.plain[source], 3),
            ordered=_share(float(sum(p.ordered for p in pairs)), float(len(pairs))),
            quotes=self._quotes(derived, source, pairs),
            respelt=_respelt(self.names[derived], self.names[source]),
        )

    def strength(self, derived: int, pairs: Sequence[Pair]) -> float:
        """What the pairs alone explain of the article, and again what of it they explain clearly."""
        size = self.sizes[derived] * self.body[derived]
        held = sum(size[p.row] * (p.containment + (p.similarity >= STRONG)) for p in pairs)
        return _share(held, size.sum())

    def _quotes(self, derived: int, source: int, pairs: Sequence[Pair]) -> float | None:
        """The share of quoted words, in aligned passages, that the source has in the same runs of three."""
        theirs = shingles(self.plain[source], 3)
        kept = total = 0
        for pair in pairs:
            mine = [w.plain for w in self.texts[derived].sentences[pair.row].words]
            runs = run_marks(mine, theirs, 3)
            marks = self.inside[derived][pair.row]
            total += sum(marks)
            kept += sum(a and b for a, b in zip(marks, runs, strict=True))
        return kept / total if total >= QUOTED else None


QUOTED = 8
"""Quoted words below which nothing is said about how quotes were treated."""

FULL = 0.6
"""Containment from which a passage counts as wholly explained: a reworded sentence shares no more of its weight."""


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else 0.0


def _inside(text: Text, content: str) -> list[list[bool]]:
    """Per sentence and word: whether it stands inside quotation marks."""
    spans = quoted(content)
    starts = [a for a, _ in spans]

    def inside(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < spans[place][1]

    return [[inside(w.start) for w in s.words] for s in text.sentences]


def _respelt(mine: dict[str, frozenset[str]], theirs: dict[str, frozenset[str]]) -> float:
    """The share of common names (key → spellings) of which the two have no spelling in common."""
    common = sorted(mine.keys() & theirs.keys())
    return _share(sum(not mine[k] & theirs[k] for k in common), len(common))
