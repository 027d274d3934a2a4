"""The model's tagger, morphologizer and lemmatizer in one go: the same answers in a fraction of the time.

Both classifiers are one matrix product over the word vectors. A lemma depends on nothing but the word and its
morphology, so spaCy's rules are asked once for each such pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from variorum.text.encode import product
from variorum.text.threads import one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPES = ("tagger", "morphologizer", "lemmatizer")
"""The components whose work this does, in the pipeline's order."""


class Tags:
    """Sets tag, part of speech and lemma of documents that have their tensor. Not to be shared between threads."""

    def __init__(self, pipeline: Language) -> None:
        from spacy.attrs import LEMMA, POS, TAG

        tagger, morphologizer, self._lemmatizer = (_pipe(pipeline, name) for name in PIPES)
        outputs = [pipe.model.get_ref("output_layer") for pipe in (tagger, morphologizer)]
        self._weights = np.ascontiguousarray(np.concatenate([layer.get_param("W") for layer in outputs]).T)
        self._bias = np.concatenate([layer.get_param("b") for layer in outputs])
        strings, labels = pipeline.vocab.strings, morphologizer.labels
        self._cut = len(tagger.labels)
        self._tags = np.array([strings.add(label) for label in tagger.labels], dtype=np.uint64)
        self._classes = [int(morphologizer.cfg["labels_pos"].get(label, 0)) for label in labels]
        self._features = [str(morphologizer.cfg["labels_morph"].get(label, "")) for label in labels]
        self._lemmas: dict[tuple[int, int], int] = {}
        self._attributes = [TAG, POS, LEMMA]

    @classmethod
    def of(cls, pipeline: Language) -> Tags | None:
        """For a pipeline that has all three, classifiers of one layer and a lemmatizer with rules; else None."""
        if not set(PIPES) <= set(pipeline.pipe_names):
            return None
        tagger, morphologizer, lemmatizer = (_pipe(pipeline, name) for name in PIPES)
        layers = [node.name for pipe in (tagger, morphologizer) for node in pipe.model.walk() if node.param_names]
        settled = morphologizer.cfg["overwrite"] and not morphologizer.cfg["extend"]
        return cls(pipeline) if layers == ["softmax"] * 2 and settled and lemmatizer.mode == "rule" else None

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the annotations of every document; what one gets does not depend on the others."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        with one_thread():
            scores = product(np.concatenate([doc.tensor for doc in docs]), self._weights) + self._bias
        tags, morphs = scores[:, : self._cut].argmax(axis=1), scores[:, self._cut :].argmax(axis=1)
        last = 0
        for doc in docs:
            first, last = last, last + len(doc)
            self._set(doc, self._tags[tags[first:last]], morphs[first:last].tolist())

    def _set(self, doc: Doc, tags: NDArray[np.uint64], morphs: list[int]) -> None:
        from spacy.attrs import ORTH

        values: Any = np.empty((len(doc), 3), dtype=np.uint64)
        values[:, 0] = tags
        values[:, 1] = [self._classes[morph] for morph in morphs]
        values[:, 2] = [
            self._lemmas.get(key) or self._lemma(doc, i, key)
            for i, key in enumerate(zip(doc.to_array(ORTH).tolist(), morphs, strict=True))
        ]
        doc.from_array(self._attributes, values)

    def _lemma(self, doc: Doc, i: int, key: tuple[int, int]) -> int:
        """The lemma of a word with a morphology that is met for the first time."""
        token: Any = doc[i]
        token.pos = self._classes[key[1]]
        token.set_morph(self._features[key[1]])
        self._lemmas[key] = found = doc.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        return found


def _pipe(pipeline: Language, name: str) -> Any:
    return pipeline.get_pipe(name)
