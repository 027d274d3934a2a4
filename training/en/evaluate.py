"""Measures a pipeline on the treebanks' unseen parts: ``evaluate.py --data DIR [--model DIR]``.

Each set has two rows: ``gold``, where the pipeline is given the treebank's tokens, and ``raw``, where it is given
the text and spaCy's scorer aligns its tokens with the treebank's. Sentences come ten at a time, as running text.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from treebank import Sentence, allowed, read_treebank

from corpus import document, grouped

MEASURES = ("tag_acc", "pos_acc", "dep_uas", "dep_las", "lemma_acc", "sents_f")
HEADINGS = ("tag", "UPOS", "UAS", "LAS", "lemma", "sent F")
BATCH = 20
TIMED_WORDS = 40_000


@dataclass(frozen=True, slots=True)
class Portion:
    """A named part of a treebank to measure on."""

    name: str
    file: str
    genre: str | None = None

    def sentences(self, data: Path) -> list[Sentence]:
        """Its sentences, in the order of the file."""
        found = (s for s in read_treebank(data / f"{self.file}.conllu.gz") if allowed(s))
        return [s for s in found if self.genre in (None, s.genre)]


PORTIONS = (
    Portion("EWT dev", "en_ewt-ud-dev"),
    Portion("EWT test", "en_ewt-ud-test"),
    Portion("GUM dev (open genres)", "en_gum-ud-dev"),
    Portion("GUM test (open genres)", "en_gum-ud-test"),
    Portion("GUM news dev", "en_gum-ud-dev", "news"),
    Portion("GUM news test", "en_gum-ud-test", "news"),
)


def from_text(nlp: Language, gold: Sequence[Doc]) -> list[Doc]:
    """Analyses that start from the text alone."""
    return list(nlp.pipe([doc.text for doc in gold], batch_size=BATCH))


def from_tokens(nlp: Language, gold: Sequence[Doc]) -> list[Doc]:
    """Analyses that start from the treebank's tokens."""
    bare = [Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]) for doc in gold]
    return list(nlp.pipe(bare, batch_size=BATCH))


def scores(predicted: Sequence[Doc], gold: Sequence[Doc]) -> list[float]:
    """The measures, in per cent; of labels spaCy's scorer leaves out punctuation's, and so of UAS and LAS."""
    examples = [Example(p, g) for p, g in zip(predicted, gold, strict=True)]
    found = Scorer(default_pipeline=("tagger", "morphologizer", "parser", "lemmatizer")).score(examples)
    return [100.0 * found[measure] for measure in MEASURES]


def words_per_second(nlp: Language, gold: Sequence[Doc]) -> float:
    """Words a second of processor time, from text, the best of three rounds."""
    texts: list[str] = []
    words = 0
    while words < TIMED_WORDS:
        texts.extend(doc.text for doc in gold)
        words += sum(map(len, gold))
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        count = sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH))
        best = max(best, count / (time.process_time() - start))
    return best


def main() -> None:
    """Command line: print the table and the speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path(__file__).parents[2] / "models/en/pipeline")
    args = parser.parse_args()
    start = time.perf_counter()
    nlp = spacy.load(args.model)
    loaded = time.perf_counter() - start
    ways: tuple[tuple[str, Callable[[Language, Sequence[Doc]], list[Doc]]], ...] = (
        ("gold", from_tokens),
        ("raw", from_text),
    )
    print(f"| {'set':22} | from | {' | '.join(f'{h:>6}' for h in HEADINGS)} |")
    print(f"|{'-' * 24}|------|{'|'.join('-' * 7 + ':' for _ in HEADINGS)}|")
    for portion in PORTIONS:
        gold = [document(group, nlp.vocab) for group in grouped(portion.sentences(args.data), (10,))]
        for way, analyse in ways:
            row = " | ".join(f"{score:6.2f}" for score in scores(analyse(nlp, gold), gold))
            print(f"| {portion.name:22} | {way:4} | {row} |", flush=True)
    timed = [document(g, nlp.vocab) for g in grouped(PORTIONS[2].sentences(args.data), (BATCH,))]
    print(f"\n{words_per_second(nlp, timed):,.0f} words/s of one core's time; loaded in {loaded:.2f} s")


if __name__ == "__main__":
    main()
