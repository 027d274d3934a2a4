#!/usr/bin/env python3
"""Numbers and their hedges on sentences of our own: F1 of the value, and of the value with its modifier.

    python benchmarks/modifiers.py [--wrong]

The sentences are `tests/extract/modifiers.toml`; `--wrong` also prints those that are not read as they say.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))


def cases() -> Iterator[tuple[str, str, list[str]]]:
    """Group, sentence and what it states ("12 at least")."""
    with (ROOT / "tests/extract/modifiers.toml").open("rb") as file:
        for group, rows in tomllib.load(file)["groups"].items():
            for text, *stated in rows:
                yield group, text, stated


def found(text: str) -> list[str]:
    """What the program reads in a sentence, in the same form."""
    from reading import quantities

    return [_told(q.value) for q in quantities(text)]


def _told(value: object) -> str:
    number, low, high = (getattr(value, n) for n in ("number", "low", "high"))
    modifier = getattr(value, "modifier")  # noqa: B009
    if modifier == "range":
        return f"{low}..{high} range"
    return f"{low}.. vague" if modifier == "vague" else f"{number} {modifier}"


def f1(gold: list[list[str]], read: list[list[str]]) -> float:
    """Micro F1 of two lists of statements a sentence."""
    hits = sum(len(g) - len(_left(g, r)) for g, r in zip(gold, read, strict=True))
    stated = sum(map(len, gold)) + sum(map(len, read))
    return 2 * hits / stated if stated else 1.0


def _left(gold: list[str], read: list[str]) -> list[str]:
    rest = list(read)
    missing = []
    for item in gold:
        if item in rest:
            rest.remove(item)
        else:
            missing.append(item)
    return missing


def scores(rows: list[tuple[str, list[str], list[str]]]) -> tuple[float, float]:
    """Value alone, and value with modifier, over (sentence, stated, read)."""
    gold, read = [g for _, g, _ in rows], [r for _, _, r in rows]
    bare = [[[s.split(" ")[0] for s in row] for row in side] for side in (gold, read)]
    return f1(*bare), f1(gold, read)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    wrong = parser.parse_args().wrong
    groups: dict[str, list[tuple[str, list[str], list[str]]]] = {}
    for group, text, stated in cases():
        groups.setdefault(group, []).append((text, stated, found(text)))
    groups["all"] = [row for found_ in groups.values() for row in found_]
    for group, rows in groups.items():
        value, modifier = scores(rows)
        print(f"{group:12} {len(rows):4} sentences  value {value:.3f}  value+modifier {modifier:.3f}")
        if wrong and group != "all":
            for text, stated, read in rows:
                if sorted(stated) != sorted(read):
                    print(f"    {text}  stated {stated}  read {read}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
