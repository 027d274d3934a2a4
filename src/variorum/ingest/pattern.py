"""Patterns of paths (`news/**/*.jsonl`) as a rule that a walk can ask on its way, so that no list of matches is made.

The meaning is that of `glob`: `*`, `?` and `[…]` inside a name, `**` for any folders, hidden names only when asked for.
"""

from __future__ import annotations

import fnmatch
import glob
import re
from pathlib import Path

State = frozenset[int]
"""How many parts of the pattern a path may have used up; the number of all parts is a match."""


class Pattern:
    """A pattern without its fixed beginning, `base`."""

    def __init__(self, text: str) -> None:
        parts = Path(text).parts
        fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
        self.base = str(Path(*parts[:fixed])) if fixed else ""
        named = parts[fixed:]
        self._parts = [p for i, p in enumerate(named) if p != "**" or named[i - 1 : i] != ("**",)]
        self._rules = [re.compile(fnmatch.translate(p)) for p in self._parts]
        self.start = self._closed({0})

    def step(self, state: State, name: str) -> State:
        """After one more name of the path."""
        hidden, found = name.startswith("."), set()
        for part in state:
            if part == len(self._parts):
                continue
            if self._parts[part] == "**":
                found |= set() if hidden else {part}
            elif hidden == self._parts[part].startswith(".") and self._rules[part].match(name):
                found.add(part + 1)
        return self._closed(found)

    def matches(self, state: State) -> bool:
        """True when a path in this state is meant."""
        return len(self._parts) in state

    def _closed(self, state: set[int]) -> State:
        """`**` may stand for no folder at all."""
        while more := {p + 1 for p in state if p < len(self._parts) and self._parts[p] == "**"} - state:
            state = state | more
        return frozenset(state)
