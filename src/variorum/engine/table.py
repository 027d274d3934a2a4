"""The engines by name."""

from __future__ import annotations

from variorum import registry
from variorum.engine.base import Engine, Setup

ENGINES = {
    "serial": "variorum.engine.backends.serial:serial",
    "local": "variorum.engine.backends.local:local",
    "spark": "variorum.engine.backends.spark:spark",
}


def make(name: str, setup: Setup | None = None) -> Engine:
    """The engine of that name. Raises SettingsError for an unknown one."""
    engine: Engine = registry.find("engine", name, ENGINES)(setup or Setup())
    return engine
