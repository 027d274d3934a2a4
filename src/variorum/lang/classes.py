"""Classes of words (vessels, diseases, refuges …) that patterns ask for by name: what holds for one holds for all."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from variorum.errors import DataError


@cache
def classes(language: str) -> dict[str, tuple[str, ...]]:
    """`lang/<language>/classes.toml`: name → lemmas; "@name" in a class stands for the words of one told before it.

    Raises DataError when the file is missing, no such table, or names a class that it has not told yet.
    """
    path = files("variorum.lang").joinpath(language, "classes.toml")
    try:
        found: dict[str, tuple[str, ...]] = {}
        for name, words in msgspec.toml.decode(path.read_bytes(), type=dict[str, tuple[str, ...]]).items():
            found[name] = tuple(w for word in words for w in (found[word[1:]] if word.startswith("@") else (word,)))
        return found
    except (OSError, KeyError, msgspec.DecodeError) as error:
        raise DataError(f"language data {language}/classes.toml: {error}", fix="reinstall variorum") from error
