"""What a stage is: a pure function with a shape, and what it reads and writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

Shape = Literal["each", "by_key", "across"]


class Stage(Struct, frozen=True):
    """`each`: one record in, records out. `by_key`: all records of one story. `across`: the whole corpus.

    `version` changes with the stage's results, so that stored results of older code are never reused.
    """

    name: str
    shape: Shape
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: Callable[..., Any]
    version: int = 1
