"""Which articles report one event."""

from variorum.stories.group import group

__all__ = ["group"]
