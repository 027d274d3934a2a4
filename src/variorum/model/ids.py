"""Ids from content: the same record has the same id in every run, on every machine."""

from __future__ import annotations

from hashlib import blake2b


def content_id(prefix: str, *parts: object) -> str:
    """`prefix-` and ten hexadecimal digits of BLAKE2b over `parts` (40 bits: a story has thousands, not millions)."""
    digest = blake2b(digest_size=5)
    for part in parts:
        digest.update(repr(part).encode())
        digest.update(b"\x1f")
    return f"{prefix}-{digest.hexdigest()}"
