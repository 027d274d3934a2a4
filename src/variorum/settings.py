"""What a user may set for a run; the same settings and input give the same bytes."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

PolicyName = Literal["ucdp", "acled", "latest", "range"]


class Settings(Struct, frozen=True, kw_only=True):
    """`policy` reconciles figures; `group_by` names the input field that already says which story an article is of.

    `max_bytes` bounds one input record, `language` is what is read when detection cannot tell. `titles`: a record's
    title is put above its text where it does not stand there, so that what only the title tells is read.
    """

    policy: PolicyName = "ucdp"
    group_by: str | None = None
    max_bytes: int = 5_000_000
    language: str = "en"
    processes: int = 1
    titles: bool = True
