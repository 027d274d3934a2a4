"""Averages two pipelines' weights: ``blend.py --first DIR --second DIR --out DIR [--share 0.5]``.

The student goes on from the first pipeline's weights, so that the two lie in one valley; their mean reads the
treebanks better than either and keeps most of what the student learnt of news (README.md has the figures).
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import Any

import spacy

PIPES = ("tok2vec", "tagger", "morphologizer", "parser")


def blend(first: Path, second: Path, out: Path, share: float) -> None:
    """Write the second pipeline to `out` with weights that are so far on the way to it from the first."""
    one, other = spacy.load(first), spacy.load(second)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(second, out)
    for name in PIPES:
        model: Any = other.get_pipe(name).model  # type: ignore[attr-defined]
        start: Any = one.get_pipe(name).model  # type: ignore[attr-defined]
        for node, old in zip(model.walk(), start.walk(), strict=True):
            for weights in (w for w in node.param_names if node.has_param(w)):
                node.set_param(weights, (1 - share) * old.get_param(weights) + share * node.get_param(weights))
        (out / name / "model").write_bytes(model.to_bytes())
    spacy.load(out)


def main() -> None:
    """Command line: blend two pipelines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("--second", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="the second's share; default 0.5")
    args = parser.parse_args()
    blend(args.first, args.second, args.out, args.share)


if __name__ == "__main__":
    main()
