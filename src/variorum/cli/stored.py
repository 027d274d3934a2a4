"""Reads an account that `variorum report` stored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.model.account import Account


def stored(path: Path) -> Account:
    """The account in a JSON file. Raises InputError when it cannot be read or is none."""
    from variorum.model.account import decode

    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}", fix="name a file made by variorum report") from error
    return decode(content)
