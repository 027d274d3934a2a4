"""read a corpus of any size and write tables (Parquet) of its stories

The tables are folders of Parquet parts that DuckDB, pandas and Spark open directly. A run that was killed goes on where
it was when the same command is given again.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from variorum.cli import arguments


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    arguments.add_inputs(parser)
    parser.add_argument("out", metavar="OUT", type=Path, help="folder for the tables (made when missing)")
    arguments.add_engine(parser)
    arguments.add_reading(parser, os.cpu_count() or 1)


def run(args: argparse.Namespace) -> int:
    """Read, write the tables, say what they hold."""
    from variorum.api import run as run_corpus
    from variorum.cli import output
    from variorum.cli.progress import stages

    with stages(args.progress) as show:
        done = run_corpus(
            args.inputs,
            args.out,
            engine=args.engine,
            master=args.master,
            policy=args.policy,
            group_by=args.group_by,
            processes=args.processes,
            progress=show,
        )
    output.write(f"{output.held(args.out, done)}\n", None)
    return 0
