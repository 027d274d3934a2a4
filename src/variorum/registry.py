"""Families of parts found by name: an explicit table of built-ins, and entry points for outsiders."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from variorum.errors import SettingsError


def find(family: str, name: str, built_in: Mapping[str, str]) -> Any:
    """The member `name` of a family: `built_in` maps names to `module:attribute`; entry points `variorum.<family>` add.

    Raises SettingsError naming the members there are.
    """
    target = built_in.get(name)
    if target is not None:
        module, _, attribute = target.partition(":")
        return getattr(import_module(module), attribute)
    outside = {e.name: e for e in entry_points(group=f"variorum.{family}")}
    if name in outside:
        return outside[name].load()
    known = ", ".join(sorted({*built_in, *outside}))
    raise SettingsError(f"no {family} named {name!r}", fix=f"use one of: {known}")
