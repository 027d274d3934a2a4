"""Reads an account that `variorum report` stored, or stories of a run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.model.account import Account


def stored(path: Path, stories: Sequence[str] = ()) -> Account:
    """The account in a JSON file, or the `stories` of the run in a folder.

    Raises InputError when it cannot be read or is none, NotFoundError for a story that is not there.
    """
    if path.is_dir():
        from variorum.corpus.kept import accounts

        return accounts(path, stories)
    from variorum.model.account import decode

    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}", fix="name a file made by variorum report") from error
    return decode(content)
