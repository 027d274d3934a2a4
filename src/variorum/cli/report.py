"""read articles and give one sourced account per story

The format is `--format`, else what the suffix of `-o` says, else text.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from variorum.cli import arguments
from variorum.cli.formats import FORMATS, format_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    arguments.add_inputs(parser)
    parser.add_argument("--format", choices=FORMATS, help="default: what the suffix of -o says, else text")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file (.html, .md, .json, .txt)")
    arguments.add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Read, account, write."""
    format_ = args.format or format_of(args.output)
    from variorum.api import report
    from variorum.cli import output
    from variorum.cli.progress import progress

    with progress(args.progress) as show:
        account = report(
            args.inputs, policy=args.policy, group_by=args.group_by, processes=args.processes, progress=show
        )
    output.note_dropped(account.dropped)
    output.render(account, format_, args.output)
    return 0
