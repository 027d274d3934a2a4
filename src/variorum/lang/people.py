"""Nouns for people: generic ones, classes that name a subset, groups, and what is not a person."""

from __future__ import annotations

from msgspec import Struct


class People(Struct, frozen=True):
    """`lang/<language>/people.toml`; lemmas (and irregular plurals) in lower case."""

    generic: tuple[str, ...]
    anybody: tuple[str, ...]
    remains: tuple[str, ...]
    classes: tuple[str, ...]
    callings: tuple[str, ...]
    calling_endings: tuple[str, ...]
    groups: tuple[str, ...]
    nonpersons: tuple[str, ...]
