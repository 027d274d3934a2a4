"""How stages are run: one protocol, several backends."""

from variorum.engine.base import Data, Engine, Setup, Step
from variorum.engine.table import ENGINES, make

__all__ = ["ENGINES", "Data", "Engine", "Setup", "Step", "make"]
