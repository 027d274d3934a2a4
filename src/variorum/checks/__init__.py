"""Typed, located differences between the reports of one story that an editor would want to know."""

from variorum.checks.run import check

__all__ = ["check"]
