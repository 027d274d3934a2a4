"""Where documents go: standard output or a file; and notes on standard error."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.corpus.manifest import Run
    from variorum.model import Dropped
    from variorum.model.account import Account

MOST_DROPPED = 10
"""Inputs named on standard error; the account has them all."""


def write(document: str, path: Path | None) -> None:
    """To the file, or to standard output; always UTF-8 with `\\n`, except on a terminal of another encoding.

    Raises InputError when the file cannot be written.
    """
    if path is None:
        _print(document)
        return
    try:
        path.write_text(document, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            f"cannot write {path}: {error.strerror}", fix="name a file in a folder you may write to"
        ) from error


def _print(document: str) -> None:
    stream = sys.stdout
    buffer = getattr(stream, "buffer", None)
    if buffer is None or stream.isatty():
        stream.write(document.encode(stream.encoding or "utf-8", "replace").decode(stream.encoding or "utf-8"))
        return
    stream.flush()
    # With PYTHONUNBUFFERED the buffer is the bare file, which may take less than it is given.
    rest = memoryview(document.encode("utf-8", "backslashreplace"))
    while rest:
        rest = rest[buffer.write(rest) :]


def coloured() -> bool:
    """Whether standard output is a terminal that has not asked for plain text (https://no-color.org)."""
    import os

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The cells of a line: the terminal's between 60 and 120, or 80 in a pipe."""
    return min(max(shutil.get_terminal_size().columns, 60), 120) if sys.stdout.isatty() else 80


def printable(text: str) -> str:
    """A message without control characters; new lines stay."""
    from variorum.export.words import visible

    return visible(text).encode("utf-8", "backslashreplace").decode("utf-8")


def note_dropped(dropped: tuple[Dropped, ...]) -> None:
    """One line on standard error for each input that was not read, up to a bound."""
    for one in dropped[:MOST_DROPPED]:
        text = " ".join(printable(f"not read: {one.path}: {one.reason}").split())
        print(text, file=sys.stderr)
    if len(dropped) > MOST_DROPPED:
        print(f"not read: {len(dropped) - MOST_DROPPED} more; the account lists all", file=sys.stderr)


def held(out: Path, run: Run) -> str:
    """What a run holds, in a line or two."""
    line = (
        f"{out}: {run.stories:,} stories of {run.articles:,} articles from {run.origins:,} origins; "
        f"{run.claims:,} claims, {run.figures:,} figures, {run.discrepancies:,} discrepancies"
    )
    return f"{line}\n{run.dropped:,} inputs were not read: see {out}/dropped" if run.dropped else line


def render(account: Account, format_: str, path: Path | None) -> None:
    """Write an account in a format, as wide and as coloured as a terminal takes it."""
    from variorum.export import Options
    from variorum.export import render as written

    on_screen = path is None
    options = Options(width=width() if on_screen else 80, colour=on_screen and coloured())
    write(written(account, format_, options), path)
