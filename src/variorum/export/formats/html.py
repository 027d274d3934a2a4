"""The account as one HTML file to open, send or print: the edition (`export/html` holds its parts)."""

from __future__ import annotations

from variorum.export.formats.base import DEFAULT, Options
from variorum.export.html.page import document
from variorum.model.account import Account


def render(account: Account, options: Options = DEFAULT) -> str:
    """The page; `options` change nothing."""
    return document(account)
