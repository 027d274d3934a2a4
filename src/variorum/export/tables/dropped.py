"""One row an input that was not read, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.model import Dropped

if TYPE_CHECKING:
    import pyarrow as pa


def dropped_rows(dropped: Sequence[Dropped]) -> pa.Table:
    """The rows, in the order given."""
    import pyarrow as pa

    made = pa.schema([pa.field("path", pa.string()), pa.field("reason", pa.string())])
    return pa.table(
        [pa.array([d.path for d in dropped], pa.string()), pa.array([d.reason for d in dropped], pa.string())],
        schema=made,
    )
