"""Trains the teacher, a parser on MiniLM, from the treebanks: ``teacher.py --data DIR --bert DIR --out FILE``.

Runs of sentences without layout go in, with now and then the typography of `augment.py`. The rate falls to nothing at
the end, and the last weights are kept. One core, in bfloat16.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

import torch
from augment import Augmenter
from prepare import DEV, SEED, TRAIN, load
from teacher_model import Scores, Teacher, read_weights
from torch import Tensor
from torch.nn import functional as F
from treebank import Sentence
from wordpiece import Pieces, WordPieces

from corpus import features, grouped

SIZES = (3, 1, 4, 2, 5, 1, 3, 2)
"""Sentences per run, in turn."""
BATCH_PIECES = 1100
LONGEST = 500
"""Pieces of the longest run; MiniLM knows 512 places."""
RATE_BERT, RATE_HEADS = 2e-4, 2e-3
WARM_STEPS = 100
DEV_EVERY = 5
"""Of the development runs, the last epoch is measured on all, the others on one in so many, which is quicker."""
LABEL_WEIGHTS = (1.0, 1.0, 0.4, 0.4, 0.4)
"""Shares in the loss of arcs, relations, tags, features and sentence starts."""


@dataclass(frozen=True, slots=True)
class Classes:
    """The labels the teacher knows, as tuples that give them numbers."""

    rels: tuple[str, ...]
    tags: tuple[str, ...]
    morphs: tuple[str, ...]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Classes:
        """The labels of a treebank."""
        words = [word for sentence in sentences for word in sentence.words]
        sets = ({w.dep for w in words}, {w.tag for w in words}, {f"{w.pos} {features(w)}" for w in words})
        return cls(*(tuple(sorted(found)) for found in sets))


@dataclass(frozen=True, slots=True)
class Gold:
    """A run of words with the numbers of their labels; heads count from 1, 0 is the root."""

    pieces: Pieces
    heads: tuple[int, ...]
    rels: tuple[int, ...]
    tags: tuple[int, ...]
    morphs: tuple[int, ...]
    starts: tuple[int, ...]


def gold(sentences: Sequence[Sentence], classes: Classes, vocabulary: WordPieces) -> Gold:
    """One run of consecutive sentences."""
    words = [word for sentence in sentences for word in sentence.words]
    heads: list[int] = []
    starts: list[int] = []
    for sentence in sentences:
        at = len(heads)
        heads.extend(0 if w.head == i else at + w.head + 1 for i, w in enumerate(sentence.words))
        starts.extend(int(i == 0) for i in range(len(sentence.words)))
    rels, tags, morphs = ({label: i for i, label in enumerate(x)} for x in (classes.rels, classes.tags, classes.morphs))
    return Gold(
        vocabulary.run([w.form for w in words]),
        tuple(heads),
        tuple(rels.get(w.dep, 0) for w in words),
        tuple(tags.get(w.tag, 0) for w in words),
        tuple(morphs.get(f"{w.pos} {features(w)}", 0) for w in words),
        tuple(starts),
    )


def batches(lengths: Sequence[int], random: Random | None) -> Iterator[list[int]]:
    """Numbers of runs of like lengths, about as many pieces in each batch; in random order where there is a source."""
    jitter = random or Random(0)
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + (jitter.random() * 12 if random else 0))
    found: list[list[int]] = []
    current: list[int] = []
    for number in order:
        if current and lengths[number] * (len(current) + 1) > BATCH_PIECES:
            found.append(current)
            current = []
        current.append(number)
    found.extend([current] if current else [])
    if random:
        random.shuffle(found)
    yield from found


def tensors(runs: Sequence[Pieces]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """The arguments of the network for a batch."""
    ids = _padded([run.ids for run in runs])
    lengths = torch.tensor([len(run.ids) for run in runs])
    mask = torch.arange(ids.shape[1])[None] < lengths[:, None]
    return (
        ids,
        _padded([r.cases for r in runs]),
        mask,
        _padded([r.first for r in runs]),
        _padded([r.last for r in runs]),
    )


def _padded(rows: Sequence[Sequence[int]], fill: int = 0) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *([fill] * (width - len(row)))] for row in rows])


def loss_of(model: Teacher, runs: Sequence[Gold]) -> Tensor:
    """The weighted sum of the cross entropies, per word."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores: Scores = model(*tensors([run.pieces for run in runs]))
        heads = _padded([r.heads for r in runs])
        rels = model.relations(scores, heads)
    exists = _padded([[1] * len(r.heads) for r in runs]).bool()
    pairs = ((scores.arcs, "heads"), (rels.float(), "rels"), (scores.tags, "tags"), (scores.morphs, "morphs"))
    losses = [F.cross_entropy(s[exists], _padded([getattr(r, name) for r in runs])[exists]) for s, name in pairs]
    starts = _padded([r.starts for r in runs])[exists].float()
    losses.append(F.binary_cross_entropy_with_logits(scores.starts[exists], starts))
    return sum((w * loss for w, loss in zip(LABEL_WEIGHTS, losses, strict=True)), torch.zeros(()))


def training_runs(sentences: Sequence[Sentence], epoch: int) -> list[list[Sentence]]:
    """The treebanks once, cut into runs otherwise in each epoch, a third of the sentences with typography."""
    augment = Augmenter(sentences, seed=SEED + epoch)
    varied = [augment.typography(s) if (i + epoch) % 3 == 0 else s for i, s in enumerate(sentences)]
    return grouped(varied, SIZES[epoch % len(SIZES) :] + SIZES[: epoch % len(SIZES)])


def accuracies(model: Teacher, runs: Sequence[Gold], classes: Classes) -> dict[str, float]:
    """Shares of right heads, heads with relations (punctuation left out), tags and features; F of sentence starts.

    Heads are the likeliest ones, not yet a tree's.
    """
    model.eval()
    punct = classes.rels.index("punct")
    right = dict.fromkeys(("uas", "las", "tag", "morph", "hit", "said", "true"), 0)
    counted = words = 0
    for numbers in batches([len(run.pieces.ids) for run in runs], None):
        some = [runs[i] for i in numbers]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model(*tensors([run.pieces for run in some]))
            found = scores.arcs.argmax(-1)
            rels = model.relations(scores, found).argmax(-1)
        exists = _padded([[1] * len(r.heads) for r in some]).bool()
        true_rels = _padded([r.rels for r in some])
        kept = exists & (true_rels != punct)
        head_right = found == _padded([r.heads for r in some])
        starts, said = _padded([r.starts for r in some]).bool() & exists, (scores.starts > 0) & exists
        right["uas"] += int((head_right & kept).sum())
        right["las"] += int((head_right & (rels == true_rels) & kept).sum())
        right["tag"] += int(((scores.tags.argmax(-1) == _padded([r.tags for r in some])) & exists).sum())
        right["morph"] += int(((scores.morphs.argmax(-1) == _padded([r.morphs for r in some])) & exists).sum())
        right["hit"] += int((starts & said).sum())
        right["said"] += int(said.sum())
        right["true"] += int(starts.sum())
        counted += int(kept.sum())
        words += int(exists.sum())
    model.train()
    shares = {name: 100 * right[name] / counted for name in ("uas", "las")}
    shares |= {name: 100 * right[name] / words for name in ("tag", "morph")}
    return shares | {"sent": 200 * right["hit"] / (right["said"] + right["true"])}


def optimizer(model: Teacher) -> torch.optim.Optimizer:
    """AdamW; the new parts learn faster than MiniLM's."""
    named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    encoder = [p for name, p in named if name.startswith("encoder.") and name != "encoder.mix"]
    rest = [p for name, p in named if not name.startswith("encoder.") or name == "encoder.mix"]
    groups = [{"params": encoder, "base": RATE_BERT}, {"params": rest, "base": RATE_HEADS}]
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01)


@dataclass(slots=True)
class Clock:
    """How far training has come, from 0 to 1: by steps, or by minutes where those run out sooner."""

    steps: int
    minutes: float
    step: int = 0
    began: float = field(default_factory=time.perf_counter)

    @property
    def seconds(self) -> float:
        """Since training began."""
        return time.perf_counter() - self.began

    @property
    def done(self) -> float:
        """The share of training that is over."""
        return max(self.step / self.steps, self.seconds / 60 / self.minutes)

    @property
    def rate(self) -> float:
        """The share of the full learning rate: warmed up by steps, then down to nothing in a line."""
        return min((self.step + 1) / WARM_STEPS, max(0.01, 1 - self.done))


def learn(model: Teacher, adam: torch.optim.Optimizer, runs: Sequence[Gold], clock: Clock, random: Random) -> None:
    """One epoch, cut short where the time is over."""
    for numbers in batches([len(r.pieces.ids) for r in runs], random):
        loss = loss_of(model, [runs[i] for i in numbers])
        adam.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        for group in adam.param_groups:
            group["lr"] = group["base"] * clock.rate
        adam.step()
        clock.step += 1
        if clock.step % 50 == 0:
            print(
                f"  step {clock.step} {100 * clock.done:.0f} % loss {loss.item():.3f} {clock.seconds:.0f} s", flush=True
            )
        if clock.done >= 1:
            return


def train(data: Path, bert: Path, out: Path, epochs: int, minutes: float) -> None:
    """Train and write the last weights, and on the way the best so far, with their labels to `out`."""
    torch.manual_seed(SEED)
    random = Random(SEED)
    sentences = load(data, TRAIN)
    vocabulary = WordPieces(bert / "vocab.txt")
    classes = Classes.of(sentences)
    model = Teacher(read_weights(bert), len(classes.rels), len(classes.tags), len(classes.morphs))
    dev = fitting(gold(group, classes, vocabulary) for group in grouped(load(data, DEV), (4,)))
    adam = optimizer(model)
    best, epoch, clock = 0.0, 0, Clock(1, minutes)
    while clock.step == 0 or clock.done < 1:
        runs = fitting(gold(group, classes, vocabulary) for group in training_runs(sentences, epoch))
        if epoch == 0:
            clock = Clock(epochs * sum(1 for _ in batches([len(r.pieces.ids) for r in runs], Random(0))), minutes)
        learn(model, adam, runs, clock, random)
        epoch += 1
        found = accuracies(model, dev[:: 1 if clock.done >= 1 else DEV_EVERY], classes)
        print(f"epoch {epoch}", " ".join(f"{k} {v:.2f}" for k, v in found.items()), flush=True)
        if found["las"] > best or clock.done >= 1:
            best = found["las"]
            torch.save({"state": model.state_dict(), "classes": asdict(classes)}, out)


def fitting(runs: Iterable[Gold]) -> list[Gold]:
    """The runs that MiniLM has places for."""
    return [run for run in runs if len(run.pieces.ids) <= LONGEST]


def restore(path: Path, bert: Path) -> tuple[Teacher, Classes]:
    """A trained teacher, ready to be asked."""
    saved = torch.load(path, weights_only=True)
    classes = Classes(**{name: tuple(labels) for name, labels in saved["classes"].items()})
    model = Teacher(read_weights(bert), len(classes.rels), len(classes.tags), len(classes.morphs))
    model.load_state_dict(saved["state"])
    return model.eval(), classes


def main() -> None:
    """Command line: train a teacher."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the treebanks' .conllu.gz files")
    parser.add_argument("--bert", type=Path, required=True, help="folder of MiniLM's model.safetensors and vocab.txt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=600, help="train no longer; the rate falls by it")
    args = parser.parse_args()
    torch.set_num_threads(1)
    train(args.data, args.bert, args.out, args.epochs, args.minutes)


if __name__ == "__main__":
    main()
