"""Builds the training corpora, as spaCy DocBin files, from the treebanks."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import spacy
from augment import Augmenter
from layout import laid_out
from spacy.tokens import DocBin
from treebank import Sentence, allowed, read_treebank

from corpus import document, grouped

SEED = 20260
TRAIN = ("en_gum-ud-train", "en_ewt-ud-train")
DEV = ("en_gum-ud-dev", "en_ewt-ud-dev")
NEWSLIKE = ("news", "interview", "bio", "voyage", "speech", "textbook", "weblog", "newsgroup")
"""Genres that the third pass repeats; GUM's news is repeated once more."""

RUNNING = (1, 4, 2, 5, 1, 3, 4, 2)
"""Sentences per training document, in turn: mostly running text, so that sentence limits are learnt, yet short
enough (about a hundred words) that the parser is taught without cutting documents up, which is slow."""

SILVER = 0.45
"""Share of the training words that are the teacher's where there are any."""


def load(data: Path, names: Iterable[str]) -> list[Sentence]:
    """The sentences of these treebank files that may be trained on."""
    return [s for name in names for s in read_treebank(data / f"{name}.conllu.gz") if allowed(s)]


def passes(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Three passes over the training text: as it is, disguised, and the news-like part disguised again."""
    augment = Augmenter(sentences, seed=SEED)
    newslike = [s for s in sentences if s.genre in NEWSLIKE]
    news = [s for s in sentences if s.genre == "news"]
    return [
        [s if index % 3 else augment.typography(s) for index, s in enumerate(sentences)],
        [augment.typography(augment.disguise(s)) for s in sentences],
        [augment.typography(augment.disguise(s) if index % 2 else s) for index, s in enumerate(newslike + news)],
    ]


def silver_passes(silver: Sequence[Sentence], gold: Sequence[Sentence], words: int) -> list[list[Sentence]]:
    """As many passes over the teacher's trees as come nearest to so many words, all but the first disguised."""
    augment = Augmenter([*gold, *silver], seed=SEED + 1)
    count = max(1, round(words / sum(len(s.words) for s in silver)))
    first = [s if index % 3 else augment.typography(s) for index, s in enumerate(silver)]
    return [first, *([augment.typography(augment.disguise(s)) for s in silver] for _ in range(count - 1))]


def write(path: Path, groups: Iterable[Sequence[Sentence]]) -> int:
    """Write one document per group of sentences; returns the number of words."""
    vocab = spacy.blank("en").vocab
    attrs = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"]
    docs = [document(group, vocab) for group in groups]
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=attrs, docs=docs).to_disk(path)
    return sum(map(len, docs))


def prepare(data: Path, out: Path, silver: Path | None = None) -> None:
    """Write ``train.spacy`` and ``dev.spacy`` under ``out``; silver's words come to a fixed share."""
    train = load(data, TRAIN)
    texts = passes(train)
    if silver:
        words = SILVER * sum(len(s.words) for text in texts for s in text) / (1 - SILVER)
        texts += silver_passes(list(read_treebank(silver)), train, int(words))
    groups = [group for text in texts for group in grouped(text, RUNNING)]
    random = Random(SEED)
    random.shuffle(groups)
    print("train words:", write(out / "train.spacy", [laid_out(group, random) for group in groups]))
    print("dev words:", write(out / "dev.spacy", grouped(load(data, DEV), (10,))))


def main() -> None:
    """Command line: ``prepare.py --data DIR --out DIR [--silver FILE]``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "corpus")
    parser.add_argument("--silver", type=Path, help="the teacher's trees, CoNLL-U")
    args = parser.parse_args()
    prepare(args.data, args.out, args.silver)


if __name__ == "__main__":
    main()
