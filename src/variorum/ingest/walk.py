"""From what the user names (files, folders, patterns) to a sorted stream of files."""

from __future__ import annotations

import glob
import heapq
import os
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from variorum.errors import InputError
from variorum.ingest.pattern import Pattern
from variorum.ingest.tree import Found, Tree, below, file, refusal
from variorum.model import Dropped

STDIN = "-"


def walk(inputs: Sequence[str | Path]) -> Iterator[str | Dropped]:
    """Every file to read, once, in an order that does not depend on the order of `inputs`; `-` comes last.

    Of a folder only article files are read; a file that is named, or that a pattern matches, is always tried.
    Hidden files are passed over unless named; what cannot be read is a Dropped record in its place. What is held
    grows with the inputs, with the links in folders and with the longest folder, not with the number of files.
    Raises InputError at once, naming a path that does not exist or a pattern that matches nothing.
    """
    plain = sorted({str(i) for i in inputs} - {STDIN})
    return chain(_Roots(plain).files(), [STDIN] if STDIN in map(str, inputs) else [])


class _Root(NamedTuple):
    """A folder or pattern that is walked: `real` is its folder without links."""

    label: str
    real: str
    pattern: Pattern | None

    def way(self, real: str) -> tuple[bool, str] | None:
        """The rank of the way, without links, that leads from here to a file; None when there is none."""
        if real != self.real and not real.startswith(self.real.rstrip(os.sep) + os.sep):
            return None
        rest = real[len(self.real) :].strip(os.sep)
        names = rest.split(os.sep)  # noqa: PTH206 (no Path per file)
        state = self.pattern.start if self.pattern else frozenset[int]()
        inside = self.pattern is None or self.pattern.matches(state)
        named = False
        for name in names:
            state = self.pattern.step(state, name) if self.pattern else state
            named = self.pattern is not None and self.pattern.matches(state)
            if not named and (name.startswith(".") if inside else not state):
                return None
            inside = inside or named
        return (not named and bool(refusal(names[-1])), below(self.label, rest)) if inside else None


class _Roots:
    """All inputs together: a file to which several ways lead is read once, by the smallest of its paths."""

    def __init__(self, items: Sequence[str]) -> None:
        self._named: dict[str, Found] = {}
        self._roots: list[_Root] = []
        self._followed: set[str] = set()
        self._linked: set[tuple[str, bool]] = set()
        streams: list[tuple[_Root, Iterator[Found]]] = []
        patterns = []
        for item in items:
            if "\0" in item:
                raise InputError("a path with a NUL character", fix="check the path")
            if Path(item).is_dir():
                streams.append(self._root(_spelled(item), None))
            elif os.path.lexists(item):
                self._name(file(_spelled(item)))
            elif glob.has_magic(item):
                patterns.append(item)
            else:
                raise InputError(f"no such file or folder: {item}", fix="check the path; `-` reads standard input")
        begun = [self._root(Pattern(item).base, Pattern(item)) for item in patterns]
        streams += [(root, _begun(item, found)) for item, (root, found) in zip(patterns, begun, strict=True)]
        self._streams = streams

    def _name(self, found: Found) -> None:
        other = self._named.get(found.real)
        if other is None or found.rank < other.rank:
            self._named[found.real] = found

    def _root(self, label: str, pattern: Pattern | None) -> tuple[_Root, Iterator[Found]]:
        tree = Tree(label, pattern, self._walked, self._followed)
        root = _Root(label, tree.real, pattern)
        self._roots.append(root)
        return root, iter(tree)

    def _walked(self, real: str) -> bool:
        """Whether a whole folder is walked, without links, from one of the folders named."""
        return any(root.pattern is None and (real == root.real or root.way(real)) for root in self._roots)

    def files(self) -> Iterator[str | Dropped]:
        """All files in the order of their paths."""
        named = iter(sorted(self._named.values(), key=_label))
        streams = [named, *(found for _, found in self._streams)]
        held: Found | None = None
        for found in heapq.merge(*streams, key=_label):
            if not self._first(found):
                continue
            if held is not None and held.label != found.label:
                yield _item(held)
                held = None
            held = found if held is None or found.rank < held.rank else held
        if held is not None:
            yield _item(held)

    def _first(self, found: Found) -> bool:
        """Whether no smaller path leads to this file without links, and no link has led to it before."""
        if not found.linked and len(self._roots) == 1 and not self._named:
            return True
        ways = [way for root in self._roots if (way := root.way(found.real))]
        ways += [self._named[found.real].rank] if found.real in self._named else []
        best = min(ways, default=None)
        if best == found.rank:
            return True
        if best is not None and (best < found.rank or (found.linked and not best[0])):
            return False
        if not found.linked:
            return True
        seen = found.real, bool(found.why)
        known = seen in self._linked
        self._linked.add(seen)
        return not known


def _spelled(item: str) -> str:
    """Without `./`, doubled and closing separators: one path however it is typed; "" is the folder one is in."""
    return "" if Path(item) == Path() else str(Path(item))


def _begun(item: str, found: Iterator[Found]) -> Iterator[Found]:
    """The stream, once its first file is found. Raises InputError for a pattern that matches nothing."""
    first = next(found, None)
    if first is None:
        raise InputError(f"nothing matches the pattern {item}", fix="check the pattern and the folder it starts from")
    return chain([first], found)


def _label(found: Found) -> str:
    return found.label


def _item(found: Found) -> str | Dropped:
    try:
        found.label.encode()
    except UnicodeEncodeError:  # no output format can hold such a name
        return Dropped(found.label.encode(errors="backslashreplace").decode(), "its name is no UTF-8: rename it")
    return Dropped(found.label, found.why) if found.why else found.label
