"""Arguments that several commands share."""

from __future__ import annotations

import argparse

ENGINES = ("serial", "local", "spark")
POLICIES = ("ucdp", "acled", "latest", "range")


def add_inputs(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """The files and folders to read."""
    help_ = "files or folders (text, JSONL), or - for standard input"
    parser.add_argument("inputs", metavar="INPUT", nargs="+" if required else "*", help=help_)


def add_story(parser: argparse.ArgumentParser) -> None:
    """Which stories of a run."""
    parser.add_argument(
        "--story", metavar="ID", action="append", default=[], help="a story of the run (s-…); may be given again"
    )


def add_reading(parser: argparse.ArgumentParser, processes: int = 1) -> None:
    """How articles are grouped and figures reconciled, and whether progress shows."""
    parser.add_argument(
        "--policy", choices=POLICIES, default="ucdp", help="rules that reconcile figures (default: ucdp)"
    )
    parser.add_argument(
        "--group-by", metavar="FIELD", help="input field that already says which story an article is of"
    )
    add_effort(parser, processes)


def add_engine(parser: argparse.ArgumentParser) -> None:
    """What a run is run by."""
    parser.add_argument("--engine", choices=ENGINES, help="default: local, or serial with --processes 1")
    parser.add_argument("--master", metavar="URL", help="Spark's master, e.g. local[4] or spark://host:7077")


def add_effort(parser: argparse.ArgumentParser, processes: int) -> None:
    """How many processes work, and whether progress shows."""
    parser.add_argument(
        "--processes", metavar="N", type=_count, default=processes, help=f"worker processes (default: {processes})"
    )
    parser.add_argument(
        "--progress",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="show progress on standard error (default: when it is a terminal)",
    )


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not a count of processes (1 or more)")
    return number
