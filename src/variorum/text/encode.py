"""The model's word vectors in fewer steps than thinc takes: the same network and weights, less than half the time.

What a word is worth before its neighbours are looked at depends on the word alone and is worked out once, and so is
what it adds to itself and to each neighbour in the first convolution. The other convolutions take four words at a time,
which saves half of the products, in memory that is used again, with the pieces of maxout side by side so that numpy's
own loops take the greatest; rows between two texts that no text sees are left out. Sums are those of thinc up to
rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

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
STEP = 4
"""Rows next to each other that a convolution takes together."""
STEPS = MOST // STEP
"""Steps of one convolution."""
FEW = 256
"""Rows whose shares are added up at a time."""
KNOWN = 1 << 13
"""Different words whose vectors and shares are kept; when there are more, all are forgotten and begun anew (52 MB)."""
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
        self.bias: Floats = np.ascontiguousarray(bias.T.reshape(-1))
        self._gain, self._shift = norm.get_param("G").copy(), norm.get_param("b").copy()
        self._product: Floats = np.empty((MOST, self.weights.shape[1]), dtype=np.float32)
        self._best: Floats = np.empty((MOST, self.width), dtype=np.float32)

    def __call__(self, rows: Floats) -> Floats:
        """The layer's output, in memory that the next call overwrites; `rows` as `blocks` counts them."""
        product = self._product[: len(rows)]
        np.matmul(rows, self.weights, out=product)
        product += self.bias
        return self.greatest(product)

    def greatest(self, product: Floats) -> Floats:
        """The layer's output from the rows' products with the weights and the bias."""
        best, width = self._best[: len(product)], self.width
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

    Four rows next to each other see six rows between them and need six products instead of twelve: the filters F(4, 3)
    of Winograd (Lavin and Gray 2016, https://arxiv.org/abs/1509.09308).
    """

    def __init__(self, layer: Maxout) -> None:
        before, here, after = layer.weights.reshape(3, layer.width, -1)
        even, wide = before + after, before / 4 + after
        factors = (before / 4, -(even + here) / 6, -(even - here) / 6, (wide + here / 2) / 6, (wide - here / 2) / 6)
        self.layer = layer
        self._factors: Floats = np.stack([*factors, after])
        self._rows: Floats = np.empty(6 * STEPS * layer.width, dtype=np.float32)
        self._mixed: Floats = np.empty_like(self._rows)
        self._product: Floats = np.empty(6 * STEPS * layer.weights.shape[1], dtype=np.float32)
        self._spare: Floats = np.empty(STEPS * layer.weights.shape[1], dtype=np.float32)

    def __call__(self, rows: Floats, firsts: Places) -> Floats:
        """What becomes of the rows at `firsts` (`[0, n]`) and of the three after each (`[1, n]` to `[3, n]`), added to
        what they were, in memory that the next call overwrites. `firsts`: as many as `blocks` counts them."""
        size = len(firsts)
        held = self._rows[: 6 * size * rows.shape[1]].reshape(6, size, -1)
        np.take(rows, firsts + np.arange(-1, 5)[:, None], axis=0, out=held, mode="clip")
        product = self._product[: 6 * size * self._factors.shape[2]].reshape(6, size, -1)
        np.matmul(self._mix(held), self._factors, out=product)
        product[1] += self.layer.bias
        self._unmix(product)
        best = self.layer.greatest(product[:4].reshape(4 * size, -1)).reshape(4, size, -1)
        best += held[1:5]
        return best

    def _mix(self, held: Floats) -> Floats:
        """Six rows a to f as the filters take them: 4a-5c+e, e-4c+(d-4b), e-4c-(d-4b), e-c+2(d-b), e-c-2(d-b),
        4b-5d+f. The first row is overwritten."""
        a, b, c, d, e, f = held
        mixed = self._mixed[: held.size].reshape(held.shape)
        first, second, third, fourth, fifth, last = mixed
        np.subtract(e, c, out=fourth)
        np.subtract(d, b, out=fifth)
        np.multiply(fifth, -4, out=last)
        last -= d
        last += f
        a -= c
        np.multiply(a, 4, out=first)
        first += fourth
        np.multiply(c, -3, out=second)
        second += fourth
        np.multiply(b, -3, out=a)
        a += fifth
        np.subtract(second, a, out=third)
        second += a
        np.multiply(fifth, 2, out=a)
        np.subtract(fourth, a, out=fifth)
        fourth += a
        return mixed

    def _unmix(self, product: Floats) -> None:
        """Turn the first four of six products a to f into sums: a+(b+c)+(d+e), (b-c)+2(d-e), (b+c)+4(d+e),
        (b-c)+8(d-e)+f."""
        a, b, c, d, e, f = product
        less = self._spare[: b.size].reshape(b.shape)
        np.subtract(b, c, out=less)
        c += b
        np.subtract(d, e, out=b)
        d += e
        a += c
        a += d
        d *= 4
        c += d
        b *= 2
        np.multiply(b, 4, out=d)
        b += less
        d += less
        d += f


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


class Table(NamedTuple):
    """What words are worth before their neighbours are looked at: each one's vector, and what it adds to the first
    convolution of the next word, of itself (the bias too), and of the word before it. The first stands for no word."""

    vectors: Floats
    shares: Floats


class Encoder:
    """Does a pipeline's `tok2vec`: sets `doc.tensor`. Not to be shared between threads."""

    def __init__(self, embeds: Sequence[Any], attributes: Sequence[str], layers: Sequence[Maxout], ops: Any) -> None:
        self._tables = [(node.get_param("E"), int(node.attrs["seed"])) for node in embeds]
        self._attributes: list[int | str] = list(attributes)
        self._mix, self._first, *convolved = layers
        self._layers = [Convolution(layer) for layer in convolved]
        self._ops = ops
        self._mixing: Floats = np.zeros((MOST, self._mix.size), dtype=np.float32)
        by_neighbour = self._first.weights.reshape(3, self._mix.width, -1)
        self._sharing: Floats = np.ascontiguousarray(by_neighbour.transpose(1, 0, 2).reshape(self._mix.width, -1))
        self._adding: Floats = np.empty((FEW, self._sharing.shape[1] // 3), dtype=np.float32)
        self._summed: Floats = np.empty_like(self._adding)
        self._places: dict[int, int] = {}
        self._words = self._table(KNOWN)
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
        if not (embeds and windows and len(features) == 1 and len(pieces) == len(norms) == 1 + len(windows)):
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
        words, which = self._known(np.concatenate([doc.to_array(self._attributes) for doc in docs]))
        lengths = np.array([len(doc) for doc in docs])
        depth = 1 + len(self._layers)
        gap = depth + STEP - 1  # as far as a vector looks, and as a step reaches further: no text sees another's words
        starts = np.cumsum(lengths + gap) - lengths
        places = np.zeros(int(starts[-1] + lengths[-1]) + gap + 1, dtype=np.int64)
        places[_ranges(starts, starts + lengths)] = which
        reaches = [min(number, depth - number) for number in range(1, depth + 1)]  # further out lies what is at rest
        rows: Any = self._looked_up(words, places, _ranges(starts - reaches[0], starts + lengths + reaches[0]))
        for layer, reach, rest in zip(self._layers, reaches[1:], self._rest[1:], strict=True):
            after = np.empty_like(rows)
            after[:] = rest
            _convolve(rows, layer, starts - reach, lengths + 2 * reach, after)
            rows = after
        for doc, start in zip(docs, starts.tolist(), strict=True):
            doc.tensor = rows[start : start + len(doc)].copy()

    def _looked_up(self, words: Table, places: Places, inside: Places) -> Floats:
        """The rows after the first convolution, worked out for those `inside`; `places`: each row's word."""
        rows: Floats = np.empty((len(places), self._mix.width), dtype=np.float32)
        rows[:] = self._rest[0]
        shares = words.shares.reshape(-1, self._adding.shape[1])
        for first in range(0, len(inside), FEW):
            here = inside[first : first + FEW]
            summed, adding = self._summed[: len(here)], self._adding[: len(here)]
            np.take(shares, 3 * places[here - 1], axis=0, out=summed, mode="clip")
            for offset in (0, 1):
                np.take(shares, 3 * places[here + offset] + offset + 1, axis=0, out=adding, mode="clip")
                summed += adding
            rows[here] = self._first.greatest(summed) + words.vectors[places[here]]
        return rows

    def _resting(self) -> list[Floats]:
        """What becomes of a row of nothing with nothing around, after each convolution."""
        found: list[Floats] = []
        rest: Floats = np.zeros(self._mix.width, dtype=np.float32)
        for layer in (self._first, *(convolution.layer for convolution in self._layers)):
            rest = rest + layer(np.tile(rest, (LEAST, 3)))[0]
            found.append(rest)
        return found

    def _known(self, features: Keys) -> tuple[Table, Places]:
        """What the words are worth, and each one's place there."""
        keys = np.zeros(len(features), dtype=np.uint64)
        for column, factor in enumerate(MIX[: features.shape[1]]):
            keys ^= keys >> np.uint64(29)
            keys += features[:, column] * np.uint64(factor)
        different, first, which = np.unique(keys, return_index=True, return_inverse=True)
        known = different.tolist()
        if len(known) > KNOWN:
            table = self._table(len(known))
            self._fill(table, 1, features[first])
            return table, which + 1
        if len(self._places) + len(known) > KNOWN:
            self._places.clear()
        fresh = [n for n, key in enumerate(known) if key not in self._places]
        if fresh:
            begin = len(self._places) + 1
            self._fill(self._words, begin, features[first[fresh]])
            self._places |= {known[n]: begin + place for place, n in enumerate(fresh)}
        return self._words, np.array([self._places[key] for key in known])[which]

    def _table(self, size: int) -> Table:
        """Room for so many words behind the one that stands for none."""
        width = self._mix.width
        vectors: Floats = np.zeros((size + 1, width), dtype=np.float32)
        shares: Floats = np.zeros((size + 1, 3, self._sharing.shape[1] // 3), dtype=np.float32)
        shares[0, 1] = self._first.bias
        return Table(vectors, shares)

    def _fill(self, table: Table, begin: int, features: Keys) -> None:
        """Put in what the words with these attributes are worth."""
        vectors = self._mixed(features)
        shares = table.shares[begin : begin + len(features)]
        table.vectors[begin : begin + len(features)] = vectors
        shares[:] = product(vectors, self._sharing).reshape(shares.shape)
        shares[:, 1] += self._first.bias

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
    """Write into `after` what becomes of the rows from each start on, so many and what fills up the last step; a text's
    steps depend on no other text."""
    steps = -(-lengths // STEP)
    firsts = STEP * _ranges(np.zeros_like(steps), steps) + np.repeat(starts, steps)
    four = np.arange(STEP)[:, None]
    for first, last, size in blocks(len(firsts), STEPS):
        places = np.full(size, firsts[last - 1])
        places[: last - first] = firsts[first:last]
        after[firsts[first:last] + four] = layer(rows, places)[:, : last - first]


def _ranges(starts: Places, ends: Places) -> Places:
    """All numbers from each start to its end, in order."""
    lengths = ends - starts
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))
