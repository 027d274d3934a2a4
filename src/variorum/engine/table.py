"""The engines by name."""

from __future__ import annotations

from variorum import registry
from variorum.engine.base import Engine

ENGINES = {
    "serial": "variorum.engine.backends.serial:Serial",
    "local": "variorum.engine.backends.local:Local",
}


def make(name: str, processes: int = 1) -> Engine:
    """The engine of that name. Raises SettingsError for an unknown one."""
    engine: Engine = registry.find("engine", name, ENGINES)(processes)
    return engine
