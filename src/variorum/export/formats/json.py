"""The account format itself (`export/schema/account-1.json`): keys in the order of the records, same bytes always."""

from __future__ import annotations

import msgspec

from variorum.export.formats.base import DEFAULT, Options
from variorum.model.account import Account


def render(account: Account, options: Options = DEFAULT) -> str:
    """The account as JSON; characters outside ASCII stand as themselves."""
    content = msgspec.json.encode(account)
    if options.indent:
        content = msgspec.json.format(content, indent=options.indent)
    return content.decode() + "\n"
