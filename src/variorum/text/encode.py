"""The model's word vectors in fewer steps than thinc takes: the same network and weights, less than half the time.

What a word is worth before its neighbours are looked at depends on the word alone and is worked out once. The
convolutions over neighbours take two words at a time, which saves a third of the products, in memory that is used
again, with the pieces of maxout side by side so that numpy's own loops take the greatest; rows between two texts that
no text sees are left out. Sums are those of thinc up to rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from variorum.text.threads import one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Places = NDArray[np.int64]
Keys = NDArray[np.uint64]

UNIT, LEAST, MOST = 16, 64, 512
"""Rows of one matrix product: a multiple of UNIT from LEAST to MOST, filled up where there are fewer. What comes of a
row then does not depend on the others, since linear algebra libraries treat only small products and what is left over
at the end in another way; and what one product needs stays in the processor's cache."""
PAIRS = MOST // 2
"""Pairs of rows of one convolution."""
KNOWN = 1 << 13
"""Different words whose vectors are kept; when there are more, all are forgotten and begun anew (5 MB)."""
MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
"""Odd multipliers that make one key of a word's attributes (golden ratio and the primes of xxHash)."""
TINY = 1e-8
"""What thinc's layer normalization adds to a variance."""


class Maxout:
    """One layer: product, the greatest of its pieces, normalization."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        self.width, self.pieces, self.size = weights.shape
        self.weights: Floats = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, self.size).T)
        self._bias: Floats = np.ascontiguousarray(bias.T.reshape(-1))
        self._gain, self._shift = norm.get_param("G").copy(), norm.get_param("b").copy()
        self._product: Floats = np.empty((MOST, self.weights.shape[1]), dtype=np.float32)
        self._best: Floats = np.empty((MOST, self.width), dtype=np.float32)

    def __call__(self, rows: Floats) -> Floats:
        """The layer's output, in memory that the next call overwrites; `rows` as `blocks` counts them."""
        product = self._product[: len(rows)]
        np.matmul(rows, self.weights, out=product)
        return self.greatest(product)

    def greatest(self, product: Floats) -> Floats:
        """The layer's output from the rows' products with the weights, which are overwritten."""
        best, width = self._best[: len(product)], self.width
        product += self._bias
        np.maximum(product[:, :width], product[:, width : 2 * width], out=best)
        for piece in range(2, self.pieces):
            np.maximum(best, product[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best)
        spread /= width
        spread += TINY
        np.sqrt(spread, out=spread)
        best /= spread[:, None]
        best *= self._gain
        best += self._shift
        return best


class Convolution:
    """A layer over every row and its two neighbours.

    Two rows next to each other see four rows between them and need four products instead of six: the filters F(2, 3)
    of Winograd (Lavin and Gray 2016, https://arxiv.org/abs/1509.09308).
    """

    def __init__(self, layer: Maxout) -> None:
        before, here, after = layer.weights.reshape(3, layer.width, -1)
        self.layer = layer
        self._factors: Floats = np.stack([before, (before + here + after) / 2, (before - here + after) / 2, after])
        self._rows: Floats = np.empty(4 * PAIRS * layer.width, dtype=np.float32)
        self._mixed: Floats = np.empty_like(self._rows)
        self._product: Floats = np.empty(4 * PAIRS * layer.weights.shape[1], dtype=np.float32)

    def __call__(self, rows: Floats, firsts: Places) -> Floats:
        """What becomes of the rows at `firsts` (`[0, n]`) and of those after them (`[1, n]`), added to what they were,
        in memory that the next call overwrites. `firsts`: as many as `blocks` counts them."""
        size = len(firsts)
        held = self._rows[: 4 * size * rows.shape[1]].reshape(4, size, -1)
        mixed = self._mixed[: held.size].reshape(held.shape)
        product = self._product[: 4 * size * self._factors.shape[2]].reshape(4, size, -1)
        np.take(rows, firsts + np.arange(-1, 3)[:, None], axis=0, out=held, mode="clip")
        np.subtract(held[0], held[2], out=mixed[0])
        np.add(held[1], held[2], out=mixed[1])
        np.subtract(held[2], held[1], out=mixed[2])
        np.subtract(held[3], held[1], out=mixed[3])
        np.matmul(mixed, self._factors, out=product)
        product[0] += product[1]
        product[0] += product[2]
        product[1] -= product[2]
        product[1] += product[3]
        best = self.layer.greatest(product[:2].reshape(2 * size, -1)).reshape(2, size, -1)
        best += held[1:3]
        return best


def blocks(count: int, most: int = MOST) -> Iterator[tuple[int, int, int]]:
    """Cut `count` rows into products of `most` at most: first row, last row (exclusive), rows of the product."""
    size = -(-count // -(-count // most)) if count else 0
    for first in range(0, count, size or 1):
        last = min(first + size, count)
        yield first, last, max(LEAST, -(-(last - first) // UNIT) * UNIT)


def product(rows: Floats, weights: Floats) -> Floats:
    """`rows` times `weights`; no row of it depends on the other rows."""
    count, size = rows.shape
    sizes = list(blocks(count))
    filled = max((first + size for first, _, size in sizes), default=0)
    if filled > count:
        more: Floats = np.zeros((filled, size), dtype=np.float32)
        more[:count] = rows
        rows = more
    out: Floats = np.empty((filled, weights.shape[1]), dtype=np.float32)
    for first, _, size in sizes:  # what is filled up at the end of one is written again by the next
        np.matmul(rows[first : first + size], weights, out=out[first : first + size])
    return out[:count]


class Encoder:
    """Does a pipeline's `tok2vec`: sets `doc.tensor`. Not to be shared between threads."""

    def __init__(self, embeds: Sequence[Any], attributes: Sequence[str], layers: Sequence[Maxout], ops: Any) -> None:
        self._tables = [(node.get_param("E"), int(node.attrs["seed"])) for node in embeds]
        self._attributes: list[int | str] = list(attributes)
        self._mix, *convolved = layers
        self._layers = [Convolution(layer) for layer in convolved]
        self._ops = ops
        width = self._mix.width
        self._places: dict[int, int] = {}
        self._vectors: Floats = np.zeros((KNOWN, width), dtype=np.float32)
        self._mixing: Floats = np.zeros((MOST, self._mix.size), dtype=np.float32)
        with one_thread():
            self._rest = self._resting()

    @classmethod
    def of(cls, pipeline: Language) -> Encoder | None:
        """The encoder with the weights of the pipeline's `tok2vec`; None where there is none or it is not a
        MaxoutWindowEncoder of window one over a MultiHashEmbed without further vectors, whose layers these are."""
        if "tok2vec" not in pipeline.pipe_names:
            return None
        model: Any = pipeline.get_pipe("tok2vec").model  # type: ignore[attr-defined]
        nodes: dict[str, list[Any]] = {}
        for node in model.walk():
            nodes.setdefault(node.name, []).append(node)
        embeds, pieces, norms = (nodes.get(name, []) for name in ("hashembed", "maxout", "layernorm"))
        windows, features = nodes.get("expand_window", []), nodes.get("extract_features", [])
        if not (embeds and len(features) == 1 and len(pieces) == len(norms) == 1 + len(windows)):
            return None
        attributes = features[0].attrs["columns"]
        if not len(attributes) == len(embeds) <= len(MIX) or any(w.attrs["window_size"] != 1 for w in windows):
            return None
        return cls(embeds, attributes, [Maxout(m, n) for m, n in zip(pieces, norms, strict=True)], model.ops)

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set every document's tensor; what a document gets does not depend on the others."""
        docs = [doc for doc in docs if len(doc)]
        if docs:
            with one_thread():
                self._encode(docs)

    def _encode(self, docs: Sequence[Doc]) -> None:
        vectors = self._embedded(np.concatenate([doc.to_array(self._attributes) for doc in docs]))
        lengths = np.array([len(doc) for doc in docs])
        gap = len(self._layers)  # as far as a vector looks: no text sees another's words
        starts = np.cumsum(lengths + gap) - lengths
        inside = _ranges(starts, starts + lengths)
        rows: Any = np.zeros((int(starts[-1] + lengths[-1]) + gap + 1, vectors.shape[1]), dtype=np.float32)
        rows[inside] = vectors
        for number, layer in enumerate(self._layers, 1):
            reach = min(number, gap - number)  # further out lies what is at rest, or what no later layer needs
            after = np.empty_like(rows)
            after[:] = self._rest[number]
            _convolve(rows, layer, starts - reach, lengths + 2 * reach, after)
            rows = after
        for doc, start in zip(docs, starts.tolist(), strict=True):
            doc.tensor = rows[start : start + len(doc)].copy()

    def _resting(self) -> list[Floats]:
        """What becomes of a row of nothing with nothing around, before the first layer and after each."""
        found: list[Floats] = [np.zeros(self._mix.width, dtype=np.float32)]
        for convolution in self._layers:
            window: Floats = np.tile(found[-1], (LEAST, 3))
            found.append(found[-1] + convolution.layer(window)[0])
        return found

    def _embedded(self, features: Keys) -> Floats:
        """The words' own vectors."""
        keys = np.zeros(len(features), dtype=np.uint64)
        for column, factor in enumerate(MIX[: features.shape[1]]):
            keys ^= keys >> np.uint64(29)
            keys += features[:, column] * np.uint64(factor)
        different, first, which = np.unique(keys, return_index=True, return_inverse=True)
        known = different.tolist()
        if len(known) > KNOWN:
            return self._mixed(features[first])[which]
        if len(self._places) + len(known) > KNOWN:
            self._places.clear()
        fresh = [n for n, key in enumerate(known) if key not in self._places]
        if fresh:
            begin = len(self._places)
            self._vectors[begin : begin + len(fresh)] = self._mixed(features[first[fresh]])
            self._places |= {known[n]: begin + place for place, n in enumerate(fresh)}
        found: Floats = self._vectors[[self._places[key] for key in known]][which]
        return found

    def _mixed(self, features: Keys) -> Floats:
        width = self._mix.width
        out: Floats = np.empty((len(features), width), dtype=np.float32)
        hashed = [np.ascontiguousarray(features[:, number]) for number in range(len(self._tables))]
        for first, last, size in blocks(len(features)):
            rows = self._mixing[:size]
            for number, (table, seed) in enumerate(self._tables):
                places = self._ops.hash(hashed[number][first:last], seed) % len(table)
                rows[: last - first, number * width : (number + 1) * width] = self._ops.gather_add(table, places)
            out[first:last] = self._mix(rows)[: last - first]
        return out


def _convolve(rows: Floats, layer: Convolution, starts: Places, lengths: Places, after: Floats) -> None:
    """Write into `after` what becomes of the rows from each start on, so many; a text's pairs depend on no other."""
    halves = (lengths + 1) // 2
    firsts = 2 * _ranges(np.zeros_like(halves), halves) + np.repeat(starts, halves)
    whole = firsts + 1 < np.repeat(starts + lengths, halves)
    for first, last, size in blocks(len(firsts), PAIRS):
        places = np.full(size, firsts[last - 1])
        places[: last - first] = firsts[first:last]
        best = layer(rows, places)[:, : last - first]
        after[firsts[first:last]] = best[0]
        both = whole[first:last]
        after[firsts[first:last][both] + 1] = best[1][both]


def _ranges(starts: Places, ends: Places) -> Places:
    """All numbers from each start to its end, in order."""
    lengths = ends - starts
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))
