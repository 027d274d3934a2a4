"""The model's parser in fewer steps than spaCy takes: the same transitions and weights, a third of the time.

What a word is worth as each of a state's features is worked out for all words in one product of numpy's. Then all
paragraphs of a batch take one transition at a time together, so that scoring them is a handful of calls for many
states; spaCy's transition system still says which transitions are valid and carries them out. Sums are spaCy's up to
rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from variorum.text.encode import product
from variorum.text.threads import one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Floats = NDArray[np.float32]

STATES = 64
"""Paragraphs that are parsed together."""
ROWS = 16
"""States of one matrix product: always so many, so that no row depends on the others; a divisor of STATES."""
WORDS = 4096
"""Words of a batch: each takes 6 KB while it is parsed."""


class Arcs:
    """Does a pipeline's `parser` over documents that have their tensor. Not to be shared between threads."""

    def __init__(self, parser: Any) -> None:
        lower, upper = parser.model.get_ref("lower"), parser.model.get_ref("upper")
        weights, pad, bias = (lower.get_param(name) for name in ("W", "pad", "b"))
        self._parser = parser
        self._features, width, pieces, size = weights.shape
        self._width = width
        # The pieces of maxout stand side by side, so that numpy's own loops take the greatest.
        self._lower: Floats = np.ascontiguousarray(weights.transpose(0, 2, 1, 3).reshape(-1, size).T)
        self._pad: Floats = np.ascontiguousarray(pad[0].transpose(0, 2, 1).reshape(-1))
        self._bias: Floats = np.ascontiguousarray(bias.T.reshape(-1))
        self._pieces = pieces
        self._upper: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._shift: Floats = upper.get_param("b").copy()
        (first,) = [node for node in parser.model.get_ref("tok2vec").walk() if node.name == "linear"]
        self._first: Floats = np.ascontiguousarray(first.get_param("W").T)
        self._first_bias: Floats = first.get_param("b").copy()
        self._places = np.arange(self._features)
        self._hidden: Floats = np.zeros((STATES, width), dtype=np.float32)
        self._product: Floats = np.empty((STATES // ROWS, ROWS, self._upper.shape[1]), dtype=np.float32)
        self._shape = SimpleNamespace(state2vec=SimpleNamespace(nF=self._features))

    @classmethod
    def of(cls, pipeline: Language) -> Arcs | None:
        """The parser of the pipeline; None where there is none or it is not a greedy one of two layers on a maxout."""
        if "parser" not in pipeline.pipe_names:
            return None
        parser: Any = pipeline.get_pipe("parser")
        model = parser.model
        if parser.cfg.get("beam_width", 1) != 1 or not model.attrs.get("has_upper") or model.attrs["unseen_classes"]:
            return None
        if model.get_ref("lower").name != "precomputable_affine" or model.get_ref("lower").get_dim("nP") < 2:
            return None
        return cls(parser)

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set every document's heads and relations; what a document gets does not depend on the others."""
        with one_thread():
            for batch in _batches(doc for doc in docs if len(doc)):
                states = self._parsed(batch)
                self._parser.set_annotations(batch, states)

    def _parsed(self, docs: Sequence[Doc]) -> list[Any]:
        from spacy.ml.parser_model import ParserStepModel

        worth = self._worth(np.concatenate([doc.tensor for doc in docs]))
        states = self._parser.moves.init_batch(docs)
        waiting = [state for state in reversed(states) if not state.is_final()]
        left: list[Any] = []
        while left or waiting:
            while waiting and len(left) < STATES:
                left.append(waiting.pop())
            places = ParserStepModel.get_token_ids(self._shape, left)
            left = self._parser.transition_states(left, self._scores(worth, places))
        return list(states)

    def _worth(self, vectors: Floats) -> Floats:
        """What each word adds as each feature: a row a word and feature, those of a missing word last."""
        narrow: Floats = np.zeros((len(vectors) + 1, self._first.shape[1]), dtype=np.float32)
        np.add(product(vectors, self._first), self._first_bias, out=narrow[:-1])
        worth = product(narrow, self._lower)
        worth[-1] = self._pad
        return worth.reshape(-1, self._bias.size)

    def _scores(self, worth: Floats, places: NDArray[np.int32]) -> Floats:
        """The scores of all transitions for states with words at `places` (-1: missing)."""
        count, width = len(places), self._width
        rows = worth.take(places * self._features + self._places, axis=0)
        summed: Floats = np.add.reduce(rows, axis=1)
        summed += self._bias
        hidden = self._hidden[:count]
        np.maximum(summed[:, :width], summed[:, width : 2 * width], out=hidden)
        for piece in range(2, self._pieces):
            np.maximum(hidden, summed[:, piece * width : (piece + 1) * width], out=hidden)
        blocks = -(-count // ROWS)
        np.matmul(self._hidden.reshape(-1, ROWS, width)[:blocks], self._upper, out=self._product[:blocks])
        scores = self._product.reshape(STATES, -1)[:count]
        scores += self._shift
        return scores


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Documents of like length together, the longest first, so that no few long ones are left at the end."""
    batch: list[Doc] = []
    words = 0
    for doc in sorted(docs, key=len, reverse=True):
        if batch and words + len(doc) > WORDS:
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    if batch:
        yield batch
