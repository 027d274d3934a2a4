"""Which format an account is written in."""

from __future__ import annotations

from pathlib import Path

from variorum.errors import SettingsError

FORMATS = ("json", "text", "md", "html")
SUFFIXES = {".json": "json", ".txt": "text", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}


def format_of(path: Path | None) -> str:
    """The format that the file's suffix names; text without a file. Raises SettingsError for an unknown suffix."""
    if path is None:
        return "text"
    found = SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise SettingsError(
            f"no format goes with the suffix of {path.name!r}",
            fix=f"use one of {', '.join(SUFFIXES)}, or say --format",
        )
    return found
