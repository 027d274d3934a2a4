"""print the version"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has none."""


def run(args: argparse.Namespace) -> int:
    """Print the version."""
    print(line())
    return 0


def line() -> str:
    """`variorum 0.1.0`."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"variorum {version('variorum')}"
    except PackageNotFoundError:
        return "variorum (not installed)"
