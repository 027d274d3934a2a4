"""Loads a language's data: `read("en", "numbers", Numbers)` is `lang/en/numbers.toml` as a typed record.

Each concern (numbers, saying verbs, titles, …) has one record type in `lang/<concern>.py` and one TOML per language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TypeVar, get_origin

import msgspec

from variorum.errors import DataError

T = TypeVar("T")


@cache
def read(language: str, concern: str, type_: type[T]) -> T:
    """The language's data for one concern, checked against its record type.

    A string may stand for a regular expression (`re.Pattern[str]`).
    Raises DataError when the file is missing or does not fit the type.
    """
    path = files("variorum.lang").joinpath(language, f"{concern}.toml")
    try:
        return msgspec.toml.decode(path.read_bytes(), type=type_, dec_hook=_compiled)
    except (OSError, msgspec.DecodeError, re.error) as error:
        raise DataError(f"language data {language}/{concern}.toml: {error}", fix="reinstall variorum") from error


def any_of(forms: Iterable[str]) -> str:
    """The forms as alternatives of a regular expression, the longest first."""
    return "|".join(re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)))


def any_phrase_of(forms: Iterable[str]) -> str:
    """The same, a space in them standing for any white space."""
    return any_of(forms).replace("\\ ", r"\s+")


def _compiled(type_: type, raw: object) -> re.Pattern[str]:
    if get_origin(type_) is re.Pattern and isinstance(raw, str):
        return re.compile(raw)
    raise NotImplementedError(type_)
