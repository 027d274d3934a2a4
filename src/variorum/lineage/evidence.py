"""What two articles share, seen from the one that may have been made from the other."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from variorum.lineage.passages import Floats, Pair, Side, align, window_sizes
from variorum.lineage.runs import Marks, Meetings, both, coded, packed, runs_of, share, spread
from variorum.lineage.texts import BODY
from variorum.text.quoted import quoted
from variorum.text.similarity import Common, Space, Text
from variorum.text.words import Word

STRONG = 0.5
"""Similarity from which a passage counts as evidence of derivation."""

RUN = 5
"""Words in a run that counts as copied: shorter ones are shared by chance (Clough et al. 2002 use up to 5-grams)."""


FEW = 2
"""Texts up to which looking up their runs takes less than numbering those of all."""

KEPT = 3
"""Words in a run that a rewording may keep."""


class Evidence(Struct, frozen=True, kw_only=True):
    """All shares are in [0, 1] and of `derived`.

    - `coverage`: body words in aligned passages, each passage counted by how much of it the source holds.
    - `explained`: the weight of the words shared in aligned passages, for choosing between sources.
    - `strong`: body weight outside quotation marks in passages of similarity STRONG; `strong_quoted`: inside too.
    - `verbatim`: words in runs of five that the source has; `kept`: runs of three that it has.
    - `wording`: weight outside quotation marks, names and numbers set aside, that aligned passages share.
    - `told`: the same weight itself, in words that stand in one sentence of a text only.
    - `facts`: names and numbers in the weight that aligned passages share.
    - `held`: its names and numbers that stand somewhere in the source.
    - `reused`: the same as `verbatim`, of the words outside quotation marks.
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
    wording: float
    told: float
    facts: float
    verbatim: float
    kept: float
    held: float
    reused: float
    ordered: float
    quotes: float | None
    respelt: float


class Own:
    """What every comparison needs of a text that depends on no other."""

    def __init__(self, text: Text, content: str) -> None:
        counts = [len(s.words) for s in text.sentences]
        codes = coded(text.plain)
        self.text = text
        self.mark = blake2b(codes.tobytes(), digest_size=8).digest()
        self.kept, self.runs = runs_of(codes, KEPT), runs_of(codes, RUN)
        self.body = np.array([s.kind in BODY for s in text.sentences], dtype=np.float32)
        self.lengths = np.array(counts, dtype=np.float32)
        self.rows = np.repeat(np.arange(len(counts)), counts)
        ends = np.minimum(np.cumsum(counts, dtype=np.int64), len(self.kept.at)).tolist()
        self.begun = [(1 << end) - (1 << start) for start, end in pairwise([0, *ends])]
        """Per sentence the places, as bits, where its runs of three begin."""
        self.inside = _inside(text, content)
        inside = np.bincount(self.rows, weights=self.inside, minlength=len(counts))
        self.quoted: Floats = (inside / np.maximum(self.lengths, 1)).astype(np.float32)
        """Per sentence the share of its words inside quotation marks."""

    def same(self, other: Own) -> bool:
        """Whether both say the same in the same words, wherever these stand in the article."""
        pairs = zip(self.text.sentences, other.text.sentences, strict=False)
        return (
            len(self.text.sentences) == len(other.text.sentences)
            and np.array_equal(self.inside, other.inside)
            and all(a.kind == b.kind and list(map(_said, a.words)) == list(map(_said, b.words)) for a, b in pairs)
        )


class Worth(Struct, frozen=True):
    """What each of a text's sentences is worth; 0 outside the body.

    `size`: weight; `own`: weight of what stands outside quotation marks; `words`: how many; `free`: the share of its
    words outside quotation marks.
    """

    size: Floats
    own: Floats
    words: Floats
    free: Floats
    sums: tuple[float, float, float]
    """Of all sentences: `size`, `own` and `words`."""


class Shared(Struct, frozen=True):
    """What a text has in common with another: over their common keys, the share of its runs of three and at which
    places these begin, which of its runs of five, how many facts, and the share of names spelt otherwise."""

    common: Common
    kept: float
    begun: Marks
    runs: Marks
    facts: int
    respelt: float


class Pool:
    """The story's texts with what every comparison needs of each, computed once."""

    def __init__(self, owns: Sequence[Own]) -> None:
        self.texts = tuple(own.text for own in owns)
        self.space = Space(self.texts)
        self.kept = [own.kept for own in owns]
        self.runs = [own.runs for own in owns]
        self.body = [own.body for own in owns]
        self.lengths = [own.lengths for own in owns]
        self.rows = [own.rows for own in owns]
        self.inside = [own.inside for own in owns]
        self.quoted = [own.quoted for own in owns]
        self.facts = [self.space.facts(number) for number in range(len(owns))]
        self.names = [self.space.names(text) for text in self.texts]
        self.windows = [self._windows(number) for number in range(len(owns))]
        self.worths = [self._worth(number) for number in range(len(owns))]
        self.wordings = [self._wording_size(number) for number in range(len(owns))]
        self.outside = [~own.inside for own in owns]
        self.unquoted = [int(np.count_nonzero(outside)) for outside in self.outside]
        self.begun = [own.begun for own in owns]
        self._meetings = (Meetings(self.kept), Meetings(self.runs)) if len(owns) > FEW else None
        self._first = _firsts(owns)
        self._known: dict[tuple[int, int], tuple[Evidence, Evidence]] = {}
        self.held: dict[tuple[int, int], int] = {}
        """Of each two texts compared, at which of the first one's places (as bits) a run of three begins that the
        second has."""

    def compare(self, one: int, two: int) -> tuple[Evidence, Evidence]:
        """What the first of two texts (their indices) shares with the second, and the second with the first."""
        key = self._first[one], self._first[two]
        if key not in self._known:
            mine, theirs = self._compared(one, two)
            self._known[key] = mine, theirs
            return mine, theirs
        mine, theirs = self._known[key]
        first, second = mine.derived, mine.source
        self.held[one, two], self.held[two, one] = self.held[first, second], self.held[second, first]
        return replace(mine, derived=one, source=two), replace(theirs, derived=two, source=one)

    def _compared(self, one: int, two: int) -> tuple[Evidence, Evidence]:
        common = self.space.common(one, two)
        turned = Common(common.theirs, common.mine, common.weights, common.wording)
        respelt = _respelt(self.names[one], self.names[two])
        facts = len(self.facts[one] & self.facts[two])
        kept, runs = self._both(one, two)
        begun = kept[0][self.kept[one].which], kept[1][self.kept[two].which]
        self.held[one, two], self.held[two, one] = packed(begun[0]), packed(begun[1])
        mine = Shared(common, share(kept[0]), begun[0], runs[0], facts, respelt)
        theirs = Shared(turned, share(kept[1]), begun[1], runs[1], facts, respelt)
        return self._evidence(one, two, mine), self._evidence(two, one, theirs)

    def _both(self, one: int, two: int) -> tuple[tuple[Marks, Marks], tuple[Marks, Marks]]:
        """Which of their runs of three, and of five, two texts have in common."""
        if self._meetings is None:
            return both(self.kept[one], self.kept[two]), both(self.runs[one], self.runs[two])
        return self._meetings[0].both(one, two), self._meetings[1].both(one, two)

    def _evidence(self, derived: int, source: int, shared: Shared) -> Evidence:
        common = shared.common
        mine, theirs = Side(common.mine, self.windows[derived]), Side(common.theirs, self.windows[source])
        pairs, rows, held, likeness = align(mine, theirs, common.weights)
        clear = likeness >= STRONG
        worth = self.worths[derived]
        size, own, words = worth.sums
        wording, told, facts = self._wording(derived, common, pairs)
        copied = self.runs[derived].marks(shared.runs)
        return Evidence(
            derived=derived,
            source=source,
            pairs=pairs,
            coverage=_share((worth.words[rows] * np.minimum(1.0, held / FULL)).sum(), words),
            explained=_share((worth.size[rows] * held).sum(), size),
            strong=_share(worth.own[rows][clear].sum(), own),
            strong_quoted=_share(worth.size[rows][clear].sum(), size),
            verbatim=_share(float(np.count_nonzero(copied)), len(copied)),
            wording=wording,
            told=told,
            facts=facts,
            held=_share(shared.facts, len(self.facts[derived])),
            reused=_share(float(np.count_nonzero(copied & self.outside[derived])), self.unquoted[derived]),
            kept=_share(shared.kept, 1.0),
            ordered=_share(float(sum(p.ordered for p in pairs)), float(len(pairs))),
            quotes=self._quotes(derived, rows, shared.begun),
            respelt=shared.respelt,
        )

    def sizes(self, number: int) -> Floats:
        """Weight of each sentence of a text; 0 outside its body."""
        return self.worths[number].size

    def _worth(self, number: int) -> Worth:
        body = self.body[number]
        size = self.windows[number][0] * body if self.windows[number] else body
        unquoted = 1 - self.quoted[number]
        own, words = size * unquoted, self.lengths[number] * body
        return Worth(size, own, words, body * unquoted, (size.sum(), own.sum(), words.sum()))

    def _windows(self, number: int) -> tuple[Floats, ...]:
        return window_sizes(self.space.matrix(number), self.space.weights[self.space.columns[number]])

    def _wording_size(self, number: int) -> float:
        wording = self.space.matrix(number) @ self.space.wording[self.space.columns[number]]
        return float((self.worths[number].free * wording).sum())

    def _wording(self, derived: int, common: Common, pairs: Sequence[Pair]) -> tuple[float, float, float]:
        """`wording`, `told` and `facts` of the evidence."""
        shared = whole = 0.0
        if pairs:
            rows = [pair.row for pair in pairs]
            theirs = common.theirs[[pair.first for pair in pairs]]
            for place, pair in enumerate(pairs):
                if pair.last > pair.first:
                    theirs[place] = common.theirs[pair.first : pair.last + 1].max(axis=0)
            words, free = (common.mine[rows] * theirs)[:, None], self.worths[derived].free[rows]
            for part in (free * (words @ common.wording[:, None])[:, 0, 0]).tolist():
                shared += part
            for part in (free * (words @ common.weights[:, None])[:, 0, 0]).tolist():
                whole += part
        facts = 1 - _share(shared, whole) if whole else 0.0
        return _share(shared, self.wordings[derived]), round(shared / RARE, 6), facts

    def told(self, derived: int, source: int, pairs: Sequence[Pair]) -> float:
        """`Evidence.told` of these pairs alone."""
        return self._wording(derived, self.space.common(derived, source), pairs)[1]

    def strength(self, derived: int, pairs: Sequence[Pair]) -> float:
        """What the pairs alone explain of the article, and again what of it they explain clearly."""
        size = self.sizes(derived)
        held = sum(size[p.row] * (p.containment + (p.similarity >= STRONG)) for p in pairs)
        return _share(held, self.worths[derived].sums[0])

    def _quotes(self, derived: int, rows: NDArray[np.int64], begun: Marks) -> float | None:
        """The share of quoted words, in aligned passages, that the source has in the same runs of three (those `begun`
        at each place)."""
        if len(self.rows[derived]) - self.unquoted[derived] < QUOTED:
            return None
        aligned = np.zeros(len(self.texts[derived].sentences), dtype=np.bool_)
        aligned[rows] = True
        spoken = self.inside[derived] & aligned[self.rows[derived]]
        total = int(np.count_nonzero(spoken))
        if total < QUOTED:
            return None
        begins, ends = self.rows[derived][: len(begun)], self.rows[derived][KEPT - 1 :]
        marks = spread(begun & (begins == ends[: len(begins)]), KEPT, len(spoken))
        return _share(float(np.count_nonzero(marks & spoken)), total)


RARE = 4.0
"""Weight of a word that one sentence of a report has: log2(1 + 15 sentences)."""

QUOTED = 8
"""Quoted words below which nothing is said about how quotes were treated."""

FULL = 0.6
"""Containment from which a passage counts as wholly explained: a reworded sentence shares no more of its weight."""


def _said(word: Word) -> tuple[str, str, bool, bool, bool]:
    return word.key, word.plain, word.name, word.number, word.common


def _share(part: float, whole: float) -> float:
    return round(float(part / whole), 6) if whole > 0 else 0.0


def _firsts(owns: Sequence[Own]) -> list[int]:
    """For each text the first that says the same, word for word: a wire text is in many papers, and what one of them
    shares with a third is what all of them do."""
    firsts: list[int] = []
    known: dict[bytes, list[int]] = {}
    for number, own in enumerate(owns):
        same = known.setdefault(own.mark, [])
        first = next((n for n in same if owns[n].same(own)), number)
        if first == number:
            same.append(number)
        firsts.append(first)
    return firsts


def _inside(text: Text, content: str) -> Marks:
    """Per word: whether it stands inside quotation marks."""
    begins, ends = np.array(quoted(content), dtype=np.int64).reshape(-1, 2).T
    starts = np.array([w.start for s in text.sentences for w in s.words], dtype=np.int64)
    if not len(begins):
        return np.zeros(len(starts), dtype=np.bool_)
    places = np.searchsorted(begins, starts, side="right") - 1
    inside: Marks = (places >= 0) & (starts < ends[places])
    return inside


def _respelt(mine: dict[str, frozenset[str]], theirs: dict[str, frozenset[str]]) -> float:
    """The share of common names (key → spellings) of which the two have no spelling in common."""
    common = sorted(mine.keys() & theirs.keys())
    return _share(sum(not mine[k] & theirs[k] for k in common), len(common))
