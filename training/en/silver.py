"""Has the teacher parse news of our own writing: ``silver.py --teacher FILE --bert DIR --out FILE.conllu.gz``.

The articles of `news/*.txt` are cut into words by the pipeline's own tokenizer, a paragraph is one run. Sentences the
teacher is least sure of are left out. What comes out is CoNLL-U, which `prepare.py` reads as it reads the treebanks.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import spacy
import torch
from decode import tree
from spacy.tokenizer import Tokenizer
from teacher import LONGEST, Classes, batches, restore, tensors
from teacher_model import Scores, Teacher
from tokenization import build_tokenizer
from treebank import Sentence, Word
from wordpiece import Pieces, WordPieces

NEWS = Path(__file__).parent / "news"
ARTICLE = "====="
"""The line between two articles of a file."""
KEEP = 0.93
"""Share of the sentences that is kept, by the mean probability of their arcs."""
_WITHIN = r"(?:[^—–.!?“\"]|\.(?=[,)]|\s[\d(—–-])){0,60}?"
DATELINE = re.compile(rf"^[A-Z]{{3}}{_WITHIN}\s?(?:—|–|--| - )\s*(?=[A-Z“\"\d])")
"""``ORSK, Sept. 3 (Reuters) —``: the program cuts datelines off before it parses, and so does this."""
BE = frozenset(("are", "'re", "’re"))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence as the teacher reads it, and the mean probability of its arcs."""

    sentence: Sentence
    sure: float


def articles(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Every article's name and paragraphs, its headline first."""
    for path in sorted(folder.glob("*.txt")):
        blocks = path.read_text(encoding="utf-8").split(f"\n{ARTICLE}")
        for number, block in enumerate(block.strip("=\n ") for block in blocks):
            head, _, body = block.partition("\n")
            paragraphs = [" ".join(part.split()) for part in (head, *body.split("\n\n"))]
            if block:
                yield f"news-{path.stem}-{number:04}", [DATELINE.sub("", part, count=1) for part in paragraphs if part]


def words(text: str, tokenizer: Tokenizer) -> list[Word]:
    """The paragraph's words, their analysis still empty."""
    return [Word(t.text, bool(t.whitespace_), "", "", "", 0, "") for t in tokenizer(text)]


def parse(
    runs: Sequence[Sequence[Word]], model: Teacher, classes: Classes, pieces: Sequence[Pieces]
) -> list[list[Parsed]]:
    """The sentences of every run; a run may be of any length that MiniLM has places for."""
    found: list[list[Parsed]] = [[] for _ in runs]
    for numbers in batches([len(p.ids) for p in pieces], None):
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores: Scores = model(*tensors([pieces[i] for i in numbers]))
        for row, number in enumerate(numbers):
            found[number] = list(_sentences(runs[number], model, scores, row, classes))
    return found


def _sentences(run: Sequence[Word], model: Teacher, scores: Scores, row: int, classes: Classes) -> Iterator[Parsed]:
    size = len(run)
    starts = [0, *(i for i in range(1, size) if scores.starts[row, i] > 0), size]
    for start, end in pairwise(starts):
        arcs = scores.arcs[row, start:end]
        square = arcs[:, 1 + start : 1 + end].double().clone()
        square.diagonal().copy_(arcs[:, 0])
        chances = square.log_softmax(dim=1).numpy()
        heads = tree(chances)
        sure = float(np.exp(chances[np.arange(len(heads)), heads]).mean())
        yield Parsed(_labelled(run[start:end], heads, model, scores, row, start, classes), sure)


def _labelled(
    run: Sequence[Word], heads: Sequence[int], model: Teacher, scores: Scores, row: int, start: int, classes: Classes
) -> Sentence:
    """The sentence with relations, tags and parts of speech over its tree."""
    part = slice(start, start + len(run))
    to = torch.tensor([0 if head == i else 1 + start + head for i, head in enumerate(heads)])
    alone = replace(scores, rel_of=scores.rel_of[row : row + 1, part], rel_to=scores.rel_to[row : row + 1])
    with torch.inference_mode():
        rels = model.relations(alone, to[None])[0]
        rels[:, classes.rels.index("ROOT")] = torch.where(to == 0, 1e4, -1e4)
    tags, morphs = scores.tags[row, part].argmax(-1).tolist(), scores.morphs[row, part].argmax(-1).tolist()
    parts = zip(run, heads, rels.argmax(-1).tolist(), tags, morphs, strict=True)
    return Sentence(
        tuple(_word(w, h, classes.rels[r], classes.tags[t], classes.morphs[m]) for w, h, r, t, m in parts), "", "news"
    )


def _word(word: Word, head: int, dep: str, tag: str, morph: str) -> Word:
    """The word with its analysis; of its lemma just what `corpus.features` reads off it."""
    pos, _, feats = morph.partition(" ")
    lower = word.form.lower()
    proper = pos == "ADJ" and "Degree" not in feats
    lemma = "be" if lower in BE else word.form.capitalize() if proper else lower
    return replace(word, lemma=lemma, pos=pos, tag=tag, head=head, dep=dep)


def conllu(document: str, sentences: Iterable[Sentence]) -> Iterator[str]:
    """The lines of one document."""
    yield f"# newdoc id = {document}\n"
    for sentence in sentences:
        for number, word in enumerate(sentence.words, 1):
            root = word.head == number - 1
            head, dep = (0, "root") if root else (word.head + 1, word.dep)
            misc = "_" if word.space else "SpaceAfter=No"
            row = (number, word.form, word.lemma, word.pos, word.tag, "_", head, dep, "_", misc)
            yield "\t".join(map(str, row)) + "\n"
        yield "\n"


def main() -> None:
    """Command line: parse the articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--bert", type=Path, required=True, help="folder of MiniLM's model.safetensors and vocab.txt")
    parser.add_argument("--news", type=Path, default=NEWS)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "silver.conllu.gz")
    parser.add_argument("--keep", type=float, default=KEEP)
    args = parser.parse_args()
    torch.set_num_threads(1)
    model, classes = restore(args.teacher, args.bert)
    vocabulary = WordPieces(args.bert / "vocab.txt")
    tokenizer = build_tokenizer(spacy.blank("en"))
    named = [(name, words(text, tokenizer)) for name, paragraphs in articles(args.news) for text in paragraphs]
    cut = [vocabulary.run([w.form for w in run]) for _, run in named]
    named = [entry for entry, run in zip(named, cut, strict=True) if len(run.ids) <= LONGEST]
    pieces = [run for run in cut if len(run.ids) <= LONGEST]
    found = parse([run for _, run in named], model, classes, pieces)
    bound = float(np.quantile([p.sure for run in found for p in run], 1 - args.keep))
    texts: dict[str, list[Sentence]] = {}
    for (name, _), run in zip(named, found, strict=True):
        texts.setdefault(name, []).extend(p.sentence for p in run if p.sure >= bound)
    with gzip.GzipFile(args.out, "wb", mtime=0) as out:
        for name, sentences in texts.items():
            out.write("".join(conllu(name, sentences)).encode())
    counts = sum(map(len, texts.values())), sum(len(s.words) for kept in texts.values() for s in kept)
    print(f"{len(texts)} articles, {counts[0]} sentences, {counts[1]} words; arcs surer than {bound:.3f} on the mean")


if __name__ == "__main__":
    main()
