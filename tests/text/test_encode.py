"""Our vectors are spaCy's own, and a text's do not depend on its neighbours."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from variorum.text import encode
from variorum.text.encode import Encoder, blocks
from variorum.text.parse import load

TEXTS = [
    "Nine people died when the footbridge at Orrel gave way, the mayor said on Tuesday.",
    "Rescuers searched the river until dark.",
    "",
    "12 dead, 30 hurt",
    " \n ",
    "“It swayed, then it was gone,” said Ana Weld, 34, who had crossed it minutes before with her two children.",
]


@pytest.fixture(scope="module")
def model() -> Language:
    return load("en")


def vectors(model: Language, encoder: Encoder, texts: list[str]) -> list[np.ndarray]:
    docs = [model.make_doc(text) for text in texts]
    encoder(docs)
    return [doc.tensor for doc in docs]


def encoder_of(model: Language) -> Encoder:
    found = Encoder.of(model)
    assert found is not None
    return found


def test_vectors_are_those_of_the_pipeline(model: Language) -> None:
    ours = vectors(model, encoder_of(model), TEXTS)
    docs = list(model.get_pipe("tok2vec").pipe([model.make_doc(text) for text in TEXTS]))
    for doc, found in zip(docs, ours, strict=True):
        if len(doc):
            assert np.allclose(doc.tensor, found, atol=1e-4)


def test_vectors_do_not_depend_on_the_company(model: Language) -> None:
    together = vectors(model, encoder_of(model), TEXTS * 9)
    for text, found in zip(TEXTS, together, strict=False):
        (alone,) = vectors(model, encoder_of(model), [text])
        assert np.array_equal(alone, found)


def test_four_rows_at_a_time_give_what_each_gives_alone(model: Language) -> None:
    convolution = encoder_of(model)._layers[0]
    width = convolution.layer.width
    rows = np.random.default_rng(7).standard_normal((270, width), dtype=np.float32)
    found = convolution(rows, 1 + 4 * np.arange(64)).transpose(1, 0, 2).reshape(-1, width)
    windows = np.stack([rows[i - 1 : i + 2].reshape(-1) for i in range(1, 257)])
    assert np.allclose(found, rows[1:257] + convolution.layer(windows), atol=1e-4)


def test_a_text_does_not_see_its_neighbour_however_its_last_step_is_filled_up(model: Language) -> None:
    texts = [" ".join(["men", "saw", "a", "bridge"] * 3)[: 4 * n] for n in range(2, 12)]
    encoder = encoder_of(model)
    alone = {text: vectors(model, encoder, [text])[0] for text in texts}
    for other in texts:
        found = vectors(model, encoder, [t for text in texts for t in (text, other)])[::2]
        for text, vector in zip(texts, found, strict=True):
            assert np.array_equal(vector, alone[text])


def test_forgetting_words_changes_nothing(model: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    known = vectors(model, encoder_of(model), TEXTS)
    for limit in (4, 30):
        monkeypatch.setattr(encode, "KNOWN", limit)
        small = encoder_of(model)
        for text, found in zip(TEXTS, known, strict=True):
            assert np.array_equal(vectors(model, small, [text])[0], found)


def test_another_architecture_is_left_to_spacy() -> None:
    import spacy

    assert Encoder.of(spacy.blank("en")) is None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 5000))
def test_blocks_cover_all_rows(count: int) -> None:
    found = list(blocks(count))
    assert [first for first, _, _ in found] == [0, *accumulate(last - first for first, last, _ in found)][: len(found)]
    assert sum(last - first for first, last, _ in found) == count
    for first, last, size in found:
        assert encode.LEAST <= size <= encode.MOST
        assert size % encode.UNIT == 0
        assert size >= last - first
