"""Trains the English pipeline from the treebanks: ``train.py --data DIR --out DIR [--start DIR --silver FILE]``.

One command makes the corpora, trains, adds the lemmatizer and writes the pipeline. The same data and the same
versions give the same pipeline: every generator is seeded and one thread does the arithmetic.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from prepare import prepare
from publish import publish
from spacy.language import DEFAULT_CONFIG, Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config, registry
from thinc.api import NumpyOps, set_current_ops
from tokenization import build_tokenizer

HERE = Path(__file__).parent


def tokenizer_callback() -> Callable[[Language], Language]:
    """Give a new pipeline the adapted tokenizer; the finished pipeline carries it as data."""

    def set_tokenizer(nlp: Language) -> Language:
        nlp.tokenizer = build_tokenizer(nlp)
        return nlp

    return set_tokenizer


registry.callbacks.register("variorum_training.tokenizer", func=tokenizer_callback)


def fit(config_path: Path, corpus: Path, output: Path, start: Path | None = None) -> Path:
    """Train on the prepared corpora; returns the folder of the best pipeline by development score."""
    set_current_ops(NumpyOps(use_blis=False))
    overrides = {"paths.train": str(corpus / "train.spacy"), "paths.dev": str(corpus / "dev.spacy")}
    if start:
        overrides["paths.start"] = str(start)
    config = load_config(config_path, overrides=overrides, interpolate=False)
    output.mkdir(parents=True, exist_ok=True)
    nlp = init_nlp(DEFAULT_CONFIG.merge(config))
    train(nlp, output, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)
    return output / "model-best"


def main() -> None:
    """Command line: prepare, train, publish."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the treebanks' .conllu.gz files")
    parser.add_argument("--out", type=Path, required=True, help="folder of the data package, models/en")
    parser.add_argument("--start", type=Path, help="pipeline whose weights training goes on from; distil.cfg is read")
    parser.add_argument("--silver", type=Path, help="the teacher's trees, CoNLL-U (silver.py)")
    parser.add_argument("--config", type=Path)
    parser.add_argument("--work", type=Path, default=HERE / "output", help="folder for checkpoints")
    args = parser.parse_args()
    corpus = HERE / "corpus"
    prepare(args.data, corpus, args.silver)
    config = args.config or HERE / ("distil.cfg" if args.start else "config.cfg")
    best = fit(config, corpus, args.work, args.start)
    publish(best, args.data, args.out / "pipeline")


if __name__ == "__main__":
    main()
