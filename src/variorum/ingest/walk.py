"""From what the user names (files, folders, patterns) to a sorted list of files."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from variorum.errors import InputError
from variorum.model import Dropped

STDIN = "-"
_MAX_DEPTH = 64
"""Folders deeper than this are not walked; real collections have fewer than ten levels."""

_ARTICLES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"})
"""Suffixes of what a folder's articles are stored as; the same with `.gz` behind."""


def walk(inputs: Sequence[str | Path]) -> list[str | Dropped]:
    """Every file to read, once, in an order that does not depend on the order of `inputs`; `-` comes last.

    Of a folder only article files are read; a file that is named, or that a pattern matches, is always tried.
    Hidden files are passed over unless named; what cannot be read is a Dropped record in its place.
    Raises InputError naming a path that does not exist or a pattern that matches nothing.
    """
    found: dict[str, str | Dropped] = {}
    for item in sorted({str(i) for i in inputs} - {STDIN}):
        for path in _expand(item):
            _add(path, found)
    files = sorted(found.values(), key=_label)
    return [*files, STDIN] if STDIN in map(str, inputs) else files


def _label(item: str | Dropped) -> str:
    return item.path if isinstance(item, Dropped) else item


def _add(item: str | Dropped, found: dict[str, str | Dropped]) -> None:
    """Keep one spelling, the smallest, of each real file; a reason not to read it gives way to one that reads it."""
    real = os.path.realpath(_label(item))
    if real not in found or _rank(item) < _rank(found[real]):
        found[real] = item


def _rank(item: str | Dropped) -> tuple[bool, str]:
    return isinstance(item, Dropped), _label(item)


def _expand(item: str) -> Iterator[str | Dropped]:
    if "\0" in item:
        raise InputError("a path with a NUL character", fix="check the path")
    if Path(item).is_dir():
        yield from _folder(item, set(), 0)
    elif os.path.lexists(item):
        yield _file(item)
    elif glob.has_magic(item):
        yield from _pattern(item)
    else:
        raise InputError(f"no such file or folder: {item}", fix="check the path; `-` reads standard input")


def _pattern(item: str) -> Iterator[str | Dropped]:
    matches = sorted(glob.glob(item, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
    if not matches:
        raise InputError(f"nothing matches the pattern {item}", fix="check the pattern and the folder it starts from")
    for match in matches:
        if Path(match).is_dir():
            yield from _folder(match, set(), 0)
        else:
            yield _file(match)


def _folder(folder: str, above: set[str], depth: int) -> Iterator[str | Dropped]:
    real = os.path.realpath(folder)
    if real in above or depth > _MAX_DEPTH:
        yield Dropped(folder, "a folder that contains itself through a link, or too deep")
        return
    try:
        names = sorted(p.name for p in Path(folder).iterdir())
    except OSError as error:
        yield Dropped(folder, f"folder cannot be read: {error.strerror}")
        return
    for name in names:
        if not name.startswith("."):
            path = str(Path(folder, name))
            yield from _folder(path, above | {real}, depth + 1) if Path(path).is_dir() else [_member(path)]


def _member(path: str) -> str | Dropped:
    """A file that nobody named: what stands beside articles (data, pictures, a read-me) is no article."""
    name = Path(path).name.lower().removesuffix(".gz")
    suffix = Path(name).suffix
    if suffix not in _ARTICLES:
        return Dropped(path, f"not an article format ({suffix or 'no suffix'})")
    if name.removesuffix(suffix) == "readme":
        return Dropped(path, "a read-me, not an article")
    return _file(path)


def _file(path: str) -> str | Dropped:
    """The path when it is a regular file: a pipe or device could block or never end."""
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        return Dropped(path, f"cannot be read: {error.strerror}")
    return path if stat.S_ISREG(mode) else Dropped(path, "not a regular file")
