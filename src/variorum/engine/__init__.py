"""How stages are run: one protocol, several backends."""

from variorum.engine.base import Engine
from variorum.engine.table import ENGINES, make

__all__ = ["ENGINES", "Engine", "make"]
