#!/usr/bin/env python3
"""Numbers and their hedges on sentences of our own: F1 of the value, and of the value with its modifier and its unit.

    python benchmarks/modifiers.py [--wrong]

The sentences are `tests/extract/modifiers.toml` and, in the manner of news, `tests/extract/newslike.toml`, which also
say units and movements, and what they scored at first sight; `--wrong` also prints those that are not read as they say.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.model import Quantity

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))


FILES = {"modifiers": False, "newslike": True}
"""The files, and whether they say units and movements."""


def cases() -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Group, sentence, what it states ("12 at least | day") and what the program reads, in the same form."""
    from reading import quantities

    for name, full in FILES.items():
        with (ROOT / f"tests/extract/{name}.toml").open("rb") as file:
            groups = tomllib.load(file)["groups"]
        for group, rows in groups.items():
            for text, *stated in rows:
                yield group, text, stated, [told(q, full=full) for q in quantities(text)]


def told(quantity: Quantity, *, full: bool) -> str:
    """The quantity as the files state it; `full`: with its movement, if it has one, and its unit."""
    value = quantity.value
    trend = quantity.trend if full else None
    unit = f" | {quantity.unit}" if full and quantity.unit else ""
    if value.modifier == "range":
        return f"{value.low}..{value.high} range{unit}"
    if value.modifier == "vague" and trend is None:
        return f"{value.low}.. vague{unit}"
    return f"{value.number} {trend or value.modifier}{unit}"


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


def scores(rows: list[tuple[str, list[str], list[str]]]) -> tuple[float, float, float]:
    """Value alone, with its modifier, and with both and the unit, over (sentence, stated, read)."""
    sides = [g for _, g, _ in rows], [r for _, _, r in rows]
    values = [[[s.split(" ")[0] for s in row] for row in side] for side in sides]
    modified = [[[s.partition(" | ")[0] for s in row] for row in side] for side in sides]
    return f1(*values), f1(*modified), f1(*sides)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    wrong = parser.parse_args().wrong
    groups: dict[str, list[tuple[str, list[str], list[str]]]] = {}
    for group, text, stated, read in cases():
        groups.setdefault(group, []).append((text, stated, read))
    groups["all"] = [row for found_ in groups.values() for row in found_]
    for group, rows in groups.items():
        value, modifier, unit = scores(rows)
        print(f"{group:17} {len(rows):4} sentences  value {value:.3f}  +modifier {modifier:.3f}  +unit {unit:.3f}")
        if wrong and group != "all":
            for text, stated, read in rows:
                if sorted(stated) != sorted(read):
                    print(f"    {text}  stated {stated}  read {read}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
