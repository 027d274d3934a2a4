"""Counts in sentences of many shapes, kind by kind (`swept.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path

from reading import claims

SENTENCES = tomllib.loads((Path(__file__).parent / "swept.toml").read_text(encoding="utf-8"))["sentences"]
NARROW = {"homeless", "homes_damaged", "homes_destroyed"}
"""Kinds told beside the wider one."""


def stated(text: str, wanted: set[str]) -> set[str]:
    """Kind and number of each claim of a text, narrower kinds only where they are wanted."""
    told = {w.split(" ")[0] for w in wanted}
    return {f"{c.kind} {c.value.number}" for c in claims(text) if c.kind not in NARROW - told}


def test_each_sentence_tells_what_it_counts() -> None:
    wrong = {}
    for text, counts in SENTENCES:
        wanted = set(filter(None, counts.split(", ")))
        if (found := stated(text, wanted)) != wanted:
            wrong[text] = (sorted(wanted), sorted(found))
    assert wrong == {}


def test_words_of_things_name_no_people() -> None:
    for text in ("Among those identified were five nurses.", "Five of those involved were nurses."):
        assert stated(text, set()) == set()
