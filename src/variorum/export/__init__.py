"""From an account to what people and programs read."""

from variorum.export.formats.base import Options, render

__all__ = ["Options", "render"]
