"""Our tags and trees are those of spaCy's own pipe, and a text's do not depend on its neighbours."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from variorum.text import arcs
from variorum.text.arcs import Arcs
from variorum.text.encode import Encoder, product
from variorum.text.parse import load
from variorum.text.tags import Tags

TEXTS = [
    "Nine people died when the footbridge at Orrel gave way, the mayor said on Tuesday. Two are missing.",
    "Rescuers searched the river until dark.",
    "",
    "12 dead, 30 hurt",
    " \n ",
    "“It swayed,  then it was gone,” said Ana Weld, 34, who had crossed it minutes before with her two children.",
    "Whoever saw the cables being replaced was asked to call; nobody did, which the council regretted.",
]
READ = ["TAG", "POS", "LEMMA", "HEAD", "DEP", "SENT_START"]


@pytest.fixture(scope="module")
def model() -> Language:
    return load("en")


def parsed(model: Language, texts: list[str]) -> list[Doc]:
    encoder, tags, trees = Encoder.of(model), Tags.of(model), Arcs.of(model)
    assert encoder is not None and tags is not None and trees is not None
    docs = [model.make_doc(text) for text in texts]
    for work in (encoder, tags, trees):
        work(docs)
    return docs


def test_trees_are_those_of_the_pipeline(model: Language) -> None:
    for found, expected in zip(parsed(model, TEXTS), model.pipe(TEXTS), strict=True):
        assert np.array_equal(found.to_array(READ), expected.to_array(READ))
        assert [s.text for s in found.sents] == [s.text for s in expected.sents]


def test_trees_do_not_depend_on_the_company(model: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = [parsed(model, [text])[0].to_array(READ) for text in TEXTS]
    for words in (arcs.WORDS, 30):
        monkeypatch.setattr(arcs, "WORDS", words)
        for found, text in zip(parsed(model, TEXTS * 20), TEXTS * 20, strict=True):
            assert np.array_equal(found.to_array(READ), alone[TEXTS.index(text)])


def test_a_product_does_not_depend_on_other_rows() -> None:
    random = np.random.default_rng(7)
    rows, weights = (random.standard_normal(shape).astype("f") for shape in ((1100, 32), (32, 24)))
    whole = product(rows, weights)
    assert np.allclose(whole, rows @ weights, atol=1e-4)
    for first, last in ((0, 1), (5, 700), (1099, 1100), (3, 3)):
        assert np.array_equal(product(rows[first:last], weights), whole[first:last])


def test_other_pipelines_are_left_to_spacy() -> None:
    import spacy

    blank = spacy.blank("en")
    assert Arcs.of(blank) is None
    assert Tags.of(blank) is None
    blank.add_pipe("parser")
    blank.add_pipe("tagger")
    assert Tags.of(blank) is None
