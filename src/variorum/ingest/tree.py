"""Walks a folder in sorted order without holding more than one list of names per level.

Every name is seen once unless links lead to it twice; so only links are remembered, not files.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from variorum.ingest.pattern import Pattern, State

_MAX_DEPTH = 64
"""Folders deeper than this are not walked; real collections have fewer than ten levels."""

_ARTICLES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".warc", ".parquet"}
)
"""Suffixes of what a folder's articles are stored as; the same with `.gz` behind."""


class Found(Struct, frozen=True):
    """A file: its path as the user would write it, its path without links, and why it is not read ("": it is).

    `linked`: reached through a link, so that another way may lead to it.
    """

    label: str
    real: str
    why: str = ""
    linked: bool = False

    @property
    def rank(self) -> tuple[bool, str]:
        """Of several ways to one file the least counts: one that reads it, then the smallest path."""
        return bool(self.why), self.label


def refusal(name: str) -> str:
    """Why a file that nobody named is no article (data, pictures, a read-me beside articles); "" for articles."""
    low = name.lower().removesuffix(".gz")
    suffix = Path(low).suffix
    if suffix not in _ARTICLES:
        return f"not an article format ({suffix or 'no suffix'})"
    return "a read-me, not an article" if low.removesuffix(suffix) == "readme" else ""


def below(folder: str, name: str) -> str:
    """The path of what stands in a folder; "" is the folder one is in."""
    return name if not folder else f"{folder.removesuffix(os.sep)}{os.sep}{name}"


def file(label: str, name: str = "") -> Found:
    """A path that is a regular file, or why not: a pipe or device could block or never end. `name` "": asked for."""
    real = os.path.realpath(label)
    try:
        mode = Path(label).stat().st_mode
    except OSError as error:
        return Found(label, os.path.abspath(label), f"cannot be read: {error.strerror}")  # noqa: PTH100 (follows no link)
    return Found(label, real, _why(mode, name), linked=True)


def _why(mode: int, name: str) -> str:
    return (refusal(name) if name else "") or ("" if stat.S_ISREG(mode) else "not a regular file")


class Tree:
    """The files below one folder: all articles, or what `pattern` means and the articles of folders that it means.

    `reached(real)`: whether a folder is walked anyway; `followed`: folders that links have led to, of all trees.
    """

    def __init__(
        self,
        label: str,
        pattern: Pattern | None,
        reached: Callable[[str], bool],
        followed: set[str],
    ) -> None:
        self._label, self._pattern, self._reached, self._followed = label, pattern, reached, followed
        self.real = os.path.realpath(label or ".")

    def __iter__(self) -> Iterator[Found]:
        state = self._pattern.start if self._pattern else frozenset()
        inside = self._pattern is None or self._pattern.matches(state)
        return self._folder(self._label, self.real, state, inside, (), False)

    def _folder(
        self, label: str, real: str, state: State, inside: bool, above: tuple[str, ...], linked: bool
    ) -> Iterator[Found]:
        if real in above or len(above) > _MAX_DEPTH:
            if inside:
                yield Found(label or ".", real, "a folder that contains itself through a link, or too deep")
            return
        try:
            names, odd = _listed(label or ".")
        except OSError as error:
            if inside:
                yield Found(label or ".", real, f"folder cannot be read: {error.strerror}")
            return
        for key in names:
            name = key.removesuffix(os.sep)
            after = self._pattern.step(state, name) if self._pattern else state
            named = self._pattern is not None and self._pattern.matches(after)
            if not named and (name.startswith(".") if inside else not after):
                continue
            path, at = below(label, name), below(real, name)
            if key != name:
                there = os.path.realpath(path) if name in odd else at
                through = linked or name in odd
                if through and there not in (*above, real) and self._known(there, name in odd):
                    continue
                yield from self._folder(path, there, after, inside or named, (*above, real), through)
            elif inside or named:
                yield self._file(path, at, name, odd.get(name), named, linked)

    def _file(self, path: str, at: str, name: str, odd: str | None, named: bool, linked: bool) -> Found:
        if odd == "link":
            return file(path, "" if named else name)
        why = (refusal(name) if not named else "") or ("not a regular file" if odd else "")
        return Found(path, at, why, linked)

    def _known(self, real: str, link: bool) -> bool:
        """Whether a folder behind a link is walked anyway, or was; else it counts as followed from now on."""
        if self._reached(real) or real in self._followed:
            return True
        if link:
            at = Path(real)
            while not at.name.startswith(".") and at != at.parent:  # what is hidden is seen by a link alone
                at = at.parent
                if str(at) in self._followed:
                    return True
            self._followed.add(real)
        return False


def _listed(folder: str) -> tuple[list[str], dict[str, str]]:
    """The names of a folder, those of folders with a separator behind, so that their order is that of whole paths;
    and which are links or neither file nor folder."""
    names, odd = [], {}
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if entry.is_symlink():
                odd[name] = "link"
                names.append(name + os.sep if entry.is_dir() else name)
            elif entry.is_dir():
                names.append(name + os.sep)
            else:
                names.append(name)
                if not entry.is_file():
                    odd[name] = "special"
    names.sort()
    return names, odd
