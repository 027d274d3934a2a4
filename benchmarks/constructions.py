#!/usr/bin/env python3
"""Counts in single sentences of our own writing (constructions.toml): precision, recall, and what is missing or extra.

    python benchmarks/constructions.py           both lists
    python benchmarks/constructions.py --list 2  one

At first sight, before any of their constructions was mended: list one P .87 R .67, list two P .91 R .79.
"""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

from variorum.extract import extract
from variorum.model import Article, Section

HERE = Path(__file__).resolve().parent


def found(text: str) -> set[tuple[object, ...]]:
    """Kind and number of each claim, and that it is of another event."""
    article = Article(id="a-0", text=text, published="2026-08-03", sections=(Section("body", 0, len(text)),))
    return {
        (c.kind, "none" if c.value.number is None else c.value.number, *(["background"] * (c.scope == "background")))
        for c in extract(article).claims
    }


def main() -> None:
    """Print the sentences that are not right, then the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=int, choices=(1, 2), help="which sentences")
    chosen = parser.parse_args().list
    hit = missing = extra = 0
    for sentence in tomllib.loads((HERE / "constructions.toml").read_text(encoding="utf-8"))["sentence"]:
        if chosen not in (None, sentence["list"]):
            continue
        wanted, got = {tuple(c) for c in sentence["counts"]}, found(sentence["text"])
        hit, missing, extra = hit + len(wanted & got), missing + len(wanted - got), extra + len(got - wanted)
        if wanted != got:
            lost, more = (sorted(some, key=str) for some in (wanted - got, got - wanted))
            print(f"{sentence['text']}\n    missing {lost}  extra {more}")
    print(f"precision {hit / (hit + extra):.3f}  recall {hit / (hit + missing):.3f}  ({hit + missing} counts)")


if __name__ == "__main__":
    main()
