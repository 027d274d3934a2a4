"""A Spark cluster, or one that Spark makes up on this machine."""

from __future__ import annotations

from variorum.engine.base import Setup
from variorum.engine.cluster.engine import SparkEngine


def spark(setup: Setup) -> SparkEngine:
    """The engine on `setup.master` with `setup.options` as Spark's settings; the session starts with the first step."""
    return SparkEngine(setup)
