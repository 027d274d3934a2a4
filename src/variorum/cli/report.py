"""read articles and give one sourced account per story

The format is `--format`, else what the suffix of `-o` says, else text.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from variorum.cli import arguments
from variorum.errors import SettingsError

FORMATS = ("json", "text", "md", "html")
SUFFIXES = {".json": "json", ".txt": "text", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    arguments.add_inputs(parser)
    parser.add_argument("--format", choices=FORMATS, help="default: what the suffix of -o says, else text")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file (.html, .md, .json, .txt)")
    arguments.add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Read, account, write."""
    format_ = args.format or _format_of(args.output)
    from variorum.api import report
    from variorum.cli import output
    from variorum.cli.progress import progress
    from variorum.export import Options, render

    with progress(args.progress) as show:
        account = report(
            args.inputs, policy=args.policy, group_by=args.group_by, processes=args.processes, progress=show
        )
    output.note_dropped(account.dropped)
    on_screen = args.output is None
    options = Options(
        width=output.width() if on_screen else 80,
        colour=on_screen and output.coloured(),
    )
    output.write(render(account, format_, options), args.output)
    return 0


def _format_of(path: Path | None) -> str:
    """The format that the file's suffix names. Raises SettingsError for a suffix that names none."""
    if path is None:
        return "text"
    found = SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise SettingsError(
            f"no format goes with the suffix of {path.name!r}",
            fix=f"use one of {', '.join(SUFFIXES)}, or say --format",
        )
    return found
