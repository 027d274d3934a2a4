"""The teacher: MiniLM (a BERT of six layers) under a biaffine parser after Dozat and Manning (2017), in torch.

Only training uses it; the pipeline that is shipped knows nothing of torch.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from wordpiece import CASES

HEADS = 12
ARC, REL = 400, 128
"""Widths of the vectors that arcs and relations are scored on."""
DROP = 0.3


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of a batch: arcs by word and head (column 0 is the root), and scores of the classes."""

    arcs: Tensor
    rel_of: Tensor
    rel_to: Tensor
    tags: Tensor
    morphs: Tensor
    starts: Tensor


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.attend = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.wide = nn.Linear(width, 4 * width)
        self.narrow = nn.Linear(4 * width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The next vectors of a batch; `mask` is 0 at the pieces that exist, else very low."""
        batch, length, width = x.shape
        size = width // HEADS
        query, key, value = self.attend(x).view(batch, length, 3, HEADS, size).permute(2, 0, 3, 1, 4)
        # Written out, this is many times faster on a processor than torch's own backward pass of it.
        shares = (query @ key.transpose(-1, -2) / size**0.5 + mask[:, None, None, :]).softmax(dim=-1)
        found = self.attended((shares.to(value.dtype) @ value).transpose(1, 2).reshape(batch, length, width))
        x = self.attended_norm(x + found)
        return self.norm(x + self.drop(self.narrow(F.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """BERT's layers; their outputs are mixed. An embedding of letter case, zero at first, makes up for the uncased
    vocabulary."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        words = weights["embeddings.word_embeddings.weight"]
        width = words.shape[1]
        depth = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
        self.words = nn.Embedding.from_pretrained(words)  # frozen: as many numbers as all the rest, seldom met
        self.places = nn.Parameter(
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self.cases = nn.Embedding.from_pretrained(torch.zeros(CASES, width), freeze=False)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width) for _ in range(depth))
        self.mix = nn.Parameter(torch.linspace(-1.0, 1.0, depth + 1))
        self.drop = nn.Dropout(0.1)
        _copy(self.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            _fill(layer, weights, f"encoder.layer.{number}")

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """A vector for every piece."""
        x = self.words(ids) + self.places[: ids.shape[1]] + self.cases(cases)
        x = self.drop(self.norm(x))
        low = torch.zeros(mask.shape, dtype=torch.bfloat16).masked_fill(~mask, -1e4)
        share = self.mix.softmax(dim=0)
        mixed = share[0] * x
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, low)
            mixed = mixed + share[number] * x
        return mixed


class Teacher(nn.Module):
    """Arcs, relations, tags, features with part of speech, and sentence starts of a run of words."""

    def __init__(self, weights: dict[str, Tensor], rels: int, tags: int, morphs: int) -> None:
        super().__init__()
        self.encoder = Encoder(weights)
        width = self.encoder.words.weight.shape[1]
        self.arc_of, self.arc_to = _mlp(width, ARC), _mlp(width, ARC)
        self.rel_of, self.rel_to = _mlp(width, REL), _mlp(width, REL)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Parameter(torch.zeros(rels, REL + 1, REL + 1))
        self.tags, self.morphs, self.starts = nn.Linear(width, tags), nn.Linear(width, morphs), nn.Linear(width, 1)
        self.drop = nn.Dropout(DROP)

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> Scores:
        """Score a batch; `first` and `last` say where each word's pieces are, 0 where there is no word."""
        pieces = self.encoder(ids, cases, mask)
        rows = torch.arange(len(ids))[:, None]
        words = self.drop((pieces[rows, first] + pieces[rows, last]) / 2)
        heads = torch.cat([self.root.expand(len(ids), 1, -1).to(words.dtype), words], dim=1)
        arcs = _with_one(self.arc_of(words)) @ self.arc.to(words.dtype) @ self.arc_to(heads).transpose(1, 2)
        absent = torch.cat([torch.ones(len(ids), 1, dtype=torch.bool), first > 0], dim=1)
        arcs = arcs.float().masked_fill(~absent[:, None, :], -1e4)
        return Scores(
            arcs,
            self.rel_of(words),
            self.rel_to(heads),
            self.tags(words).float(),
            self.morphs(words).float(),
            self.starts(words).float().squeeze(-1),
        )

    def relations(self, scores: Scores, heads: Tensor) -> Tensor:
        """Scores of the relations of every word to its head; `heads` count from 1, 0 is the root."""
        rows = torch.arange(len(heads))[:, None]
        to = _with_one(scores.rel_to[rows, heads])
        return torch.einsum("bni,rij,bnj->bnr", _with_one(scores.rel_of).float(), self.rel, to.float())


def read_weights(folder: Path) -> dict[str, Tensor]:
    """The tensors of a `.safetensors` file: a length, a header in JSON, then the numbers."""
    data = (folder / "model.safetensors").read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    found = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            values = np.frombuffer(data[8 + size + start : 8 + size + end], dtype="<f4").reshape(entry["shape"])
            found[name.removeprefix("bert.")] = torch.tensor(values)
    return found


def _mlp(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(DROP))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def _copy(module: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], name: str) -> None:
    with torch.no_grad():
        module.weight.copy_(weights[f"{name}.weight"])
        module.bias.copy_(weights[f"{name}.bias"])


def _fill(layer: Layer, weights: dict[str, Tensor], name: str) -> None:
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    with torch.no_grad():
        layer.attend.weight.copy_(torch.cat([weights[f"{part}.weight"] for part in parts]))
        layer.attend.bias.copy_(torch.cat([weights[f"{part}.bias"] for part in parts]))
    _copy(layer.attended, weights, f"{name}.attention.output.dense")
    _copy(layer.attended_norm, weights, f"{name}.attention.output.LayerNorm")
    _copy(layer.wide, weights, f"{name}.intermediate.dense")
    _copy(layer.narrow, weights, f"{name}.output.dense")
    _copy(layer.norm, weights, f"{name}.output.LayerNorm")
