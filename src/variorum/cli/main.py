"""The entry point `variorum`: reads the command line, runs one command, words its errors.

Exit codes: 0 done, 2 the input or a setting cannot be used, 130 interrupted, 141 the reader of the pipe went away.
Only the modules of the commands are imported to read the line; what they need is imported when they run.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from variorum.cli import explain, kinds, quantities, render, report, run, update, version
from variorum.errors import VariorumError

COMMANDS = {
    "report": report,
    "run": run,
    "update": update,
    "render": render,
    "explain": explain,
    "quantities": quantities,
    "kinds": kinds,
    "version": version,
}

DESCRIPTION = "One sourced account of an event from many news reports of it."

EPILOG = """examples:
  variorum report articles/ -o account.html     read a folder, write the edition to open in a browser
  variorum report a.txt b.html                  the same on the terminal
  variorum explain c-0a1b2c3d4e articles/       how one claim was read
  variorum report articles/ -o account.json && variorum explain f-… --account account.json
"""


class _Parser(argparse.ArgumentParser):
    """Words its errors as all commands do."""

    def error(self, message: str) -> NoReturn:
        """Print the error and the fix; exit with 2."""
        _complain(message, f"see {self.prog} --help")
        raise SystemExit(2)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (default: the process's own) and return the exit code."""
    args = parser().parse_args(argv)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except VariorumError as error:
        _complain(error.message, error.fix)
        return 2
    except BrokenPipeError:
        # The interpreter would flush standard output again on its way out, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130
    return code


def parser() -> argparse.ArgumentParser:
    """The parser with all commands."""
    found = _Parser(
        prog="variorum",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("--version", action="version", version=version.line())
    commands = found.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    for name, module in COMMANDS.items():
        summary = (module.__doc__ or "").partition("\n")[0]
        command = commands.add_parser(name, help=summary, description=summary)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return found


def _complain(message: str, fix: str) -> None:
    from variorum.cli.output import printable

    print(f"error: {printable(message)}\nFix: {printable(fix)}", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
