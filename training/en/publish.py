"""Turns the best checkpoint into the pipeline that is shipped: lemmatizer in, training data's traces out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import spacy
from lemmas import build_lookups
from prepare import TRAIN, load
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.util import load_config, load_model_from_config
from thinc.api import Config
from tokenization import build_tokenizer

META = {
    "lang": "en",
    "name": "variorum",
    "version": "1.1.0",
    "description": "Reads English news: words, parts of speech, lemmas, Universal Dependencies, sentences",
    "author": "Variorum contributors",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD_English-EWT", "license": "CC BY-SA 4.0"},
        {"name": "UD_English-GUM (open genres)", "license": "CC BY 4.0; texts public domain, CC BY, CC BY-SA"},
        {"name": "invented news (training/en/news), parsed by a teacher on MiniLM-L6", "license": "Apache-2.0"},
    ],
}  # fmt: skip


def publish(best: Path, data: Path, out: Path) -> None:
    """Write the finished pipeline to ``out``, replacing what is there."""
    nlp = assembled(best)
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.initialize(lookups=build_lookups(load(data, TRAIN)))
    nlp.meta.clear()
    nlp.meta.update(META)
    shutil.rmtree(out, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    _strip(out)
    spacy.load(out)


def assembled(best: Path) -> Language:
    """The trained components in a vocabulary of their own, which has met none of the training text."""
    full = load_config(best / "config.cfg")
    config = Config({"nlp": full["nlp"], "components": full["components"]})
    config["nlp"] |= {"before_creation": None, "after_creation": None, "after_pipeline_creation": None}
    nlp = load_model_from_config(config, auto_fill=True)
    nlp.tokenizer = build_tokenizer(nlp)
    for name, component in nlp.pipeline:
        component.from_disk(best / name, exclude=["vocab"])  # type: ignore[attr-defined]
        for label in getattr(component, "labels", ()):
            _know(nlp, label)
    return nlp


def _know(nlp: Language, label: str) -> None:
    """Put the strings of one label into the vocabulary: a tag, a relation or a set of features."""
    nlp.vocab.strings.add(label)
    feats = [feature for feature in label.split("|") if "=" in feature and not feature.startswith("POS=")]
    nlp.vocab.morphology.add("|".join(feats))


def _strip(out: Path) -> None:
    """Leave in the configuration only what loading reads, and fix the order of what is written."""
    config = load_config(out / "config.cfg", interpolate=True)
    kept = {key: config[key] for key in ("nlp", "components")}
    Config(kept).to_disk(out / "config.cfg")
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    meta.pop("performance", None)
    meta["spacy_version"] = ">=3.8.4,<3.9.0"
    (out / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
