"""put new articles into a finished run

What was read stays read: only new inputs are, and what the run's own folders have got since. Stories that new articles
belong to grow, merge or split; their accounts and the tables are written anew.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from variorum.cli import arguments


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("out", metavar="OUT", type=Path, help="folder of a finished run")
    arguments.add_inputs(parser, required=False)
    arguments.add_engine(parser)
    arguments.add_effort(parser, os.cpu_count() or 1)


def run(args: argparse.Namespace) -> int:
    """Read, write the tables, say what changed."""
    from variorum.api import update
    from variorum.cli import output
    from variorum.cli.progress import stages

    with stages(args.progress) as show:
        done = update(
            args.out, args.inputs, engine=args.engine, master=args.master, processes=args.processes, progress=show
        )
    output.write(
        f"{done.articles:,} new articles: {done.new:,} new stories, {done.grown:,} grown, {done.merged:,} merged\n"
        f"{output.held(args.out, done.run)}\n",
        None,
    )
    return 0
