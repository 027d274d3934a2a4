"""show how a claim, figure, quote, edge or other record came to be

Reads the inputs again (the same input gives the same ids), or a stored account.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.cli import arguments
from variorum.cli.stored import stored
from variorum.errors import SettingsError

if TYPE_CHECKING:
    from variorum.model.account import Account


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument(
        "id", metavar="ID", help="an id of the account (c-…, f-…, q-…, a-…), or DERIVED<SOURCE for an edge"
    )
    arguments.add_inputs(parser, required=False)
    parser.add_argument(
        "--account", metavar="FILE", type=Path, help="a stored account (JSON) or the folder of a run, instead of inputs"
    )
    arguments.add_story(parser)
    arguments.add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Find the record and print its history."""
    if bool(args.inputs) == (args.account is not None):
        raise SettingsError("explain needs either inputs or --account", fix="variorum explain ID INPUT…")
    account = stored(args.account, args.story) if args.account else _read(args)
    from variorum.cli import output
    from variorum.export.explain import explain

    output.write(explain(account, args.id), None)
    return 0


def _read(args: argparse.Namespace) -> Account:
    from variorum.api import report
    from variorum.cli.progress import progress

    with progress(args.progress) as show:
        return report(args.inputs, policy=args.policy, group_by=args.group_by, processes=args.processes, progress=show)
