"""list the kinds of claims that can be counted"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Print the table of kinds."""
    import msgspec

    from variorum.cli import output
    from variorum.kinds.base import load

    found = load()
    if args.format == "json":
        document = msgspec.json.format(msgspec.json.encode(list(found.values())), indent=2).decode() + "\n"
    else:
        width = max(map(len, found), default=0)
        document = "".join(
            f"{k.name:<{width}}  {k.label} ({k.unit}; {k.course}{f'; part of {k.parent}' if k.parent else ''})\n"
            for k in found.values()
        )
    output.write(document, None)
    return 0
