"""list every number in the articles, with its bounds, unit and hedge"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from variorum.cli import arguments


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    arguments.add_inputs(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Read and list."""
    import msgspec

    from variorum.api import quantities
    from variorum.cli import output

    found: list[Any] = msgspec.to_builtins(quantities(args.inputs))
    if args.format == "json":
        document = msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n"
    else:
        document = "".join(f"{row}\n" for article in found for row in _rows(article))
    output.write(document, None)
    return 0


def _rows(article: dict[str, Any]) -> Iterator[str]:
    """The article's name and a line per number."""
    from variorum.export import words

    name = next((article[k] for k in ("source_id", "path", "title", "article") if article.get(k)), "article")
    yield words.line(str(name))
    for found in article["quantities"]:
        place = f"[{found['start']}:{found['end']}]"
        bounds = words.interval(found["low"], found["high"])
        facts = (bounds, found.get("unit"), found.get("modifier"), found.get("trend"))
        told = ", ".join(words.line(str(f)) for f in facts if f)
        yield f"  {place:<15} {words.line(found['text'])}  →  {told}"
