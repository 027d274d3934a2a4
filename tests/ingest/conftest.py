"""Reads one text as the stage would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from variorum import ingest
from variorum.model import Article, Dropped
from variorum.settings import Settings

Read = Callable[..., Article]


@pytest.fixture
def read_text(tmp_path: Path) -> Read:
    """Write a text (or bytes) to a file and read it as an article."""

    def run(content: str | bytes, name: str = "story.txt", settings: Settings | None = None) -> Article:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        (found,) = ingest.read([path], settings or Settings())
        assert isinstance(found, Article), found
        return found

    return run


@pytest.fixture
def reason(tmp_path: Path) -> Callable[..., str]:
    """Write a file that must be dropped, and give the reason."""

    def run(content: str | bytes, name: str = "story.txt", settings: Settings | None = None) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        (found,) = ingest.read([path], settings or Settings())
        assert isinstance(found, Dropped), found
        return found.reason

    return run
