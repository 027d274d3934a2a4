"""The account of a story: event, title, records in the order of the contract."""

from variorum.account.build import build

__all__ = ["build"]
