"""One record after the other in this process: the plainest engine, and the reference the others are tested against."""

from __future__ import annotations

from variorum.engine.base import Setup
from variorum.engine.folder.engine import FolderEngine
from variorum.engine.workers import Here


def serial(setup: Setup) -> FolderEngine:
    """The engine without processes of its own."""
    return FolderEngine(setup, Here(), map)
