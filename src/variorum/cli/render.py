"""write a stored account, or stories of a run, in another format

The format is `--format`, else what the suffix of `-o` says, else text.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from variorum.cli import arguments
from variorum.cli.formats import FORMATS, format_of
from variorum.cli.stored import stored


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument(
        "account", metavar="FILE", type=Path, help="made by variorum report … -o FILE.json, or the folder of a run"
    )
    arguments.add_story(parser)
    parser.add_argument("--format", choices=FORMATS, help="default: what the suffix of -o says, else text")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file (.html, .md, .json, .txt)")


def run(args: argparse.Namespace) -> int:
    """Read the account and write it."""
    format_ = args.format or format_of(args.output)
    account = stored(args.account, args.story)
    from variorum.cli import output

    output.render(account, format_, args.output)
    return 0
