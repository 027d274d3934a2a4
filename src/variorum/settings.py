"""What a user may set for a run; the same settings and input give the same bytes."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

PolicyName = Literal["ucdp", "latest", "range"]


class Settings(Struct, frozen=True, kw_only=True):
    """`policy` reconciles figures; `group_by` names the input field that already says which story an article is of.

    `max_bytes` bounds one input record, `language` is what is read when detection cannot tell.
    """

    policy: PolicyName = "ucdp"
    group_by: str | None = None
    max_bytes: int = 5_000_000
    language: str = "en"
    processes: int = 1
