"""What an output format is, and which there are.

A member is one file with `render(account, options) -> str`. Adding one is adding a file and a line in `BUILT_IN`;
outsiders use the entry-point group `variorum.export`.
"""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from variorum.model.account import Account
from variorum.registry import find

BUILT_IN = {
    "json": "variorum.export.formats.json:render",
    "text": "variorum.export.formats.text:render",
    "md": "variorum.export.formats.markdown:render",
    "html": "variorum.export.formats.html:render",
}

SUFFIXES = {
    ".json": "json",
    ".txt": "text",
    ".text": "text",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
}


class Options(Struct, frozen=True, kw_only=True):
    """`width` in terminal cells and `colour` matter to `text`, `indent` (0 = one line) to `json`."""

    width: int = 80
    colour: bool = False
    indent: int = 2


DEFAULT = Options()


class Renderer(Protocol):
    """Turns an account into a document that ends with a new line; the same account gives the same characters."""

    def __call__(self, account: Account, options: Options = ...) -> str: ...


def render(account: Account, format_: str, options: Options | None = None) -> str:
    """The account as a document of the named format. Raises SettingsError for a format there is not."""
    renderer: Renderer = find("export", format_, BUILT_IN)
    return renderer(account, options or DEFAULT)
