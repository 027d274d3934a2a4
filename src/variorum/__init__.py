"""Variorum: one sourced account of an event from many news reports of it.

import variorum as vr

account = vr.report(["a.txt", "b.html"])
account.stories[0].figures
account.to_dict()
account.claims_frame()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from variorum.api import quantities, report, run, update
    from variorum.errors import VariorumError
    from variorum.model.account import Account

__all__ = ["Account", "VariorumError", "quantities", "report", "run", "update"]

_HOMES = {
    "report": "variorum.api",
    "run": "variorum.api",
    "update": "variorum.api",
    "quantities": "variorum.api",
    "Account": "variorum.model.account",
    "VariorumError": "variorum.errors",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when first used: `import variorum` and `variorum --help` stay fast."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'variorum' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
