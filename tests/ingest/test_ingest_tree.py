# ruff: noqa: PTH112, PTH113, PTH118, PTH207, PTH208
"""Walking as a stream: the same files as a walk that remembers everything, in the same order, each once.

The reference is written with os.path and glob, unlike what it is to judge.
"""

from __future__ import annotations

import glob
import os
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.ingest.pattern import Pattern
from variorum.ingest.tree import refusal
from variorum.ingest.walk import walk
from variorum.model import Dropped

NAMES = ("a", "b", "a-b", "a.b", "c", ".h", "news")
PATTERNS = ("*", "*/*.txt", "**/*.txt", "**", "a*/**/b*", "[ab]/*", "**/news*", "*/.h/*")
FILES = ("a.txt", "b.txt", "b-a.txt", "x.png", ".h.txt", "news.jsonl", "readme.md", "a")


def grown(base: Path, random: Random, links: bool) -> None:
    """A random tree of folders and files, with links to any of them where asked."""
    folders = [base]
    for _ in range(random.randint(1, 12)):
        folder = random.choice(folders) / random.choice(NAMES)
        if not os.path.lexists(folder):
            folder.mkdir()
            folders.append(folder)
    for _ in range(random.randint(1, 15)):
        path = random.choice(folders) / random.choice(FILES)
        if not os.path.lexists(path):
            path.write_text("x")
    everything = [*folders, *(p for f in folders for p in f.iterdir())]
    for _ in range(random.randint(1, 6) if links else 0):
        path = random.choice(folders) / random.choice(("l.txt", "l", "m", "0", "a.txt"))
        if not os.path.lexists(path):
            path.symlink_to(random.choice(everything))


def asked(base: Path, random: Random, patterns: Sequence[str] = ()) -> list[str]:
    """Inputs: folders, files and patterns, overlapping."""
    below = [p for p in base.rglob("*") if p.exists()]
    choices = [str(base), *map(str, below), *(p for p in (str(base / p) for p in patterns) if remembered([p]))]
    return random.sample(choices, min(len(choices), random.randint(1, 4)))


def remembered(inputs: list[str]) -> dict[str, tuple[bool, str]]:
    """Real path → (dropped, label), by the plain rule: of all ways the one that reads it, then the smallest."""
    found: dict[str, tuple[bool, str]] = {}

    def add(path: str, named: bool) -> None:
        if os.path.isfile(path):
            item = (not named and bool(refusal(Path(path).name)), path)
            real = os.path.realpath(path)
            found[real] = min(found.get(real, item), item)

    def folder(path: str, above: frozenset[str]) -> None:
        real = os.path.realpath(path)
        for name in [] if real in above else os.listdir(path):
            if not name.startswith("."):
                child = os.path.join(path, name)
                folder(child, above | {real}) if os.path.isdir(child) else add(child, False)

    for item in inputs:
        if os.path.isdir(item):
            folder(item, frozenset())
        elif os.path.lexists(item):
            add(item, True)
        else:
            for match in glob.glob(item, recursive=True):
                folder(match.rstrip("/"), frozenset()) if os.path.isdir(match) else add(match, True)
    return found


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9))
def test_without_links_the_walk_is_the_plain_rule(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    random = Random(seed)
    base = tmp_path_factory.mktemp("t")
    grown(base, random, links=False)
    inputs = asked(base, random, PATTERNS)
    expected = sorted((label, dropped) for dropped, label in remembered(inputs).values())
    found = [(i.path, True) if isinstance(i, Dropped) else (i, False) for i in walk(inputs)]
    assert found == expected
    assert list(walk(inputs[::-1])) == list(walk(inputs))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9))
def test_with_links_the_same_files_are_read_once(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    random = Random(seed)
    base = tmp_path_factory.mktemp("t")
    grown(base, random, links=True)
    inputs = asked(base, random)
    expected = sorted(real for real, (dropped, _) in remembered(inputs).items() if not dropped)
    found = [i for i in walk(inputs) if isinstance(i, str)]
    assert sorted(map(os.path.realpath, found)) == expected
    assert found == sorted(found) and list(walk(inputs[::-1])) == list(walk(inputs))


@pytest.mark.parametrize("pattern", ["*.txt", "a/*.txt", "./a/*.txt", "*/*", "**/*.txt", "**"])
def test_patterns_from_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    for name in ("x.txt", "a/y.txt", "a/b/z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    files = {
        p for m in glob.glob(pattern, recursive=True) for p in ([m] if os.path.isfile(m) else Path(m).rglob("*.txt"))
    }
    assert list(walk([pattern])) == sorted({str(Path(p)) for p in files})
    assert list(walk(["."])) == ["a/b/z.txt", "a/y.txt", "x.txt"]


def test_a_pattern_s_fixed_beginning() -> None:
    assert [Pattern(p).base for p in ("*.txt", "/a/b*", "a/./b/**/c", "/*")] == ["", "/a", "a/b", "/"]


def test_a_walk_holds_one_folder_s_names(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}").mkdir()
        for name in range(50):
            (tmp_path / f"{number:02}" / f"{name:02}.txt").touch()

    def peak(found: Iterator[str | Dropped]) -> int:
        tracemalloc.start()
        assert sum(1 for _ in found) == 2000
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    for inputs in ([tmp_path], [str(tmp_path / "*" / "*.txt")]):
        assert peak(walk(inputs)) < 100_000
